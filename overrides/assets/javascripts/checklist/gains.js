/** What each choice of the form brings to the list, so that a reader sees it before choosing. */

import { applies } from "./rule.js";
import { inputsOf } from "./questions.js";
import { fill } from "./words.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./rule.js").FacetValues} FacetValues */

/**
 * Writes beside every choice how many items it adds to the list of these answers, and takes from it; beside a pause
 * point, how many its list has. What is chosen already is compared with the list without it.
 * @param {HTMLFormElement} form
 * @param {Sheet[]} sheets
 * @param {FacetValues} answers
 */
export function showGains(form, sheets, answers) {
  const items = sheets.filter((sheet) => !sheet.element.hidden).flatMap((sheet) => sheet.items);
  /** @type {Map<string, Item[]>} */
  const concerned = new Map();
  for (const input of inputsOf(form)) {
    const place = /** @type {HTMLElement | null | undefined} */ (input.parentElement?.querySelector("[data-gain]"));
    if (!place) continue;
    const facet = input.name;
    const sheet = sheets.find((one) => facet === "pause_point" && one.pausePoint === input.value);
    if (sheet) {
      write(place, fill(form.dataset.size, { count: sheet.items.filter((item) => fits(item, answers)).length }));
      continue;
    }
    if (!concerned.has(facet)) concerned.set(facet, items.filter((item) => facet in item.appliesTo || facet in item.exceptFor));
    const [before, after] = compared(input, answers);
    const changes = (concerned.get(facet) ?? []).map((item) => Number(fits(item, after)) - Number(fits(item, before)));
    const added = changes.filter((change) => change > 0).length;
    const removed = changes.filter((change) => change < 0).length;
    write(place, fill({ ...form.dataset }[wording(added, removed)], { added, removed }));
  }
}

/**
 * The sentence that says so: nothing is added to or taken from a list by a choice that changes nothing in it.
 * @param {number} added
 * @param {number} removed
 */
function wording(added, removed) {
  if (added) return removed ? "gainAndLoss" : "gain";
  return removed ? "loss" : "same";
}

/**
 * The answers without a choice and with it.
 * @param {HTMLInputElement} input
 * @param {FacetValues} answers
 * @returns {[FacetValues, FacetValues]}
 */
function compared(input, answers) {
  const means = (input.dataset.means ?? "").split(" ");
  const now = answers[input.name] ?? [];
  const others = input.type === "radio" ? [] : now.filter((value) => !means.includes(value));
  const without = input.checked ? { ...answers, [input.name]: others } : answers;
  return [without, { ...answers, [input.name]: [...others, ...means] }];
}

/**
 * @param {Item} item
 * @param {FacetValues} answers
 */
const fits = (item, answers) => item.takenIn || applies(item.appliesTo, item.exceptFor, answers);

/**
 * @param {HTMLElement} place
 * @param {string} text
 */
function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
