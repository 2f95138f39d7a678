/** How far the list is: items counted by state, and the next actions. No score. */

import { isCounted } from "./sheets.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {import("./sheets.js").Item} Item */

const NEXT = 3;
const SETTLED = ["done", "not-applicable"];

/**
 * Shows in the panel how many items are in each state and what comes next.
 * @param {HTMLElement} panel
 * @param {Sheet[]} sheets
 */
export function recount(panel, sheets) {
  const items = sheets.flatMap((sheet) => sheet.items).filter(isCounted);
  const states = items.map((item) => item.state ?? "not-yet");
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-count]"))) {
    setText(cell, String(states.filter((state) => state === cell.dataset.count).length));
  }
  const open = items.filter((_, index) => !SETTLED.includes(states[index]));
  const next = open.sort((one, other) => one.rank - other.rank).slice(0, NEXT);
  panel.querySelector("[data-next]")?.replaceChildren(...next.map(linkTo));
  /** @type {HTMLElement} */ (panel.querySelector("[data-nothing-left]")).hidden = next.length > 0;
}

/** @param {Item} item */
function linkTo(item) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${item.element.id}`;
  link.dir = "auto";
  link.textContent = item.text;
  line.append(link);
  return line;
}

/**
 * The counts as one sentence, for those who hear the page instead of seeing it.
 * @param {HTMLElement} panel
 */
export const sayCounts = (panel) =>
  [...panel.querySelectorAll("[data-count]")].map((cell) => `${cell.previousElementSibling?.textContent}: ${cell.textContent}`).join(", ");

/**
 * @param {HTMLElement} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
