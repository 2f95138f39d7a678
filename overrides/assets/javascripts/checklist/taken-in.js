/** Items the rule leaves out and the reader wants all the same: taken in from the panel, and put back. */

import { applies } from "./rule.js";
import { isNamed } from "./sheets.js";
import { component, fill } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./rule.js").FacetValues} FacetValues */
/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./sheets.js").Sheet} Sheet */

/**
 * @param {object} page
 * @param {HTMLElement} page.root
 * @param {Sheet[]} page.sheets
 * @param {Device} page.device
 * @param {(text: string) => void} page.say
 * @param {() => void} page.changed called when an item was taken in or put back
 * @returns {(answers: FacetValues) => void} marks the items that stand in the list only because they were taken in
 */
export function startTakenIn({ root, sheets, device, say, changed }) {
  const panel = /** @type {HTMLDetailsElement} */ (component(root, "left-out"));
  const template = /** @type {HTMLTemplateElement} */ (component(root, "taken-in"));

  /**
   * @param {Item} item
   * @param {boolean} isIn
   */
  const set = (item, isIn) => {
    item.takenIn = isIn;
    device.change((list) => {
      const others = list.taken_in.filter((name) => !isNamed(item, name));
      list.taken_in = isIn ? [...others, item.slug] : others;
    });
    say(fill(isIn ? panel.dataset.tookIn : panel.dataset.putBack, { text: item.text }));
    changed();
  };

  // A hundred buttons that few will see are made when the panel is opened.
  panel.addEventListener("toggle", () => {
    for (const item of sheets.flatMap((sheet) => sheet.items)) {
      const line = item.leftOut?.element;
      if (!line || line.querySelector("button")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "kb-button kb-left-out__take";
      button.textContent = panel.dataset.takeIn ?? "";
      button.setAttribute("aria-label", `${panel.dataset.takeIn}: ${item.text}`);
      button.addEventListener("click", () => {
        const lines = [...panel.querySelectorAll("li:not([hidden])")];
        const next = lines[lines.indexOf(line) + 1] ?? lines[lines.indexOf(line) - 1];
        set(item, true);
        /** @type {HTMLElement | null} */ (next?.querySelector("button") ?? panel.querySelector("summary"))?.focus();
      });
      line.append(" ", button);
    }
  });

  return (answers) => {
    for (const item of sheets.flatMap((sheet) => sheet.items)) {
      const mark = item.element.querySelector("[data-taken-in]");
      const isMarked = item.takenIn && !applies(item.appliesTo, item.exceptFor, answers);
      if (!isMarked) mark?.remove();
      if (!isMarked || mark) continue;
      const made = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      const button = /** @type {HTMLElement} */ (made.querySelector("button"));
      button.setAttribute("aria-label", `${button.textContent}: ${item.text}`);
      button.addEventListener("click", () => {
        const heading = /** @type {HTMLElement | null} */ (item.sheet.element.querySelector("h3"));
        set(item, false);
        heading?.setAttribute("tabindex", "-1");
        heading?.focus();
      });
      item.element.querySelector("[data-priority]")?.parentElement?.append(made);
    }
  };
}
