/** What each choice of the form brings to the list, so that a reader sees it before choosing. */

import { choices } from "../questions.js";
import { applies } from "./rule.js";
import { fill } from "./words.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./rule.js").FacetValues} FacetValues */

/**
 * Writes beside every choice how many items it adds to the list of these answers, and takes from it; beside a pause
 * point, how many its list has. Where no choice of a question matters, the question says so once.
 * @param {HTMLFormElement} form
 * @param {Sheet[]} sheets
 * @param {FacetValues} answers
 */
export function showGains(form, sheets, answers) {
  const items = sheets.filter((sheet) => !sheet.element.hidden).flatMap((sheet) => sheet.items);
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-component="question"]'))) {
    const inputs = choices(question);
    const same = /** @type {HTMLElement | null} */ (question.querySelector("[data-same]"));
    if (!same) {
      for (const input of inputs) writeGain(input, fill(form.dataset.size, { count: sizeOf(sheets, input.value, answers) }));
      continue;
    }
    const concerned = items.filter((item) => inputs[0].name in item.appliesTo || inputs[0].name in item.exceptFor);
    const gains = inputs.map((input) => gainOf(concerned, input, answers));
    const matters = gains.some(({ added, removed }) => added + removed > 0);
    write(same, matters ? "" : (same.dataset.same ?? ""));
    question.toggleAttribute("data-same", !matters);
    for (const [index, input] of inputs.entries()) {
      const { added, removed } = gains[index];
      writeGain(input, matters ? fill({ ...form.dataset }[wording(added, removed)], { added, removed }) : "");
    }
  }
}

/**
 * How many items the list of a pause point has.
 * @param {Sheet[]} sheets
 * @param {string} pausePoint
 * @param {FacetValues} answers
 */
const sizeOf = (sheets, pausePoint, answers) =>
  sheets.filter((sheet) => sheet.pausePoint === pausePoint).flatMap((sheet) => sheet.items.filter((item) => fits(item, answers))).length;

/**
 * How many items a choice adds and removes. What is chosen already is compared with the list without it.
 * @param {Item[]} concerned
 * @param {HTMLInputElement} input
 * @param {FacetValues} answers
 */
function gainOf(concerned, input, answers) {
  const [before, after] = compared(input, answers);
  const changes = concerned.map((item) => Number(fits(item, after)) - Number(fits(item, before)));
  return { added: changes.filter((change) => change > 0).length, removed: changes.filter((change) => change < 0).length };
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

/**
 * @param {HTMLInputElement} input
 * @param {string} text
 */
function writeGain(input, text) {
  const place = /** @type {HTMLElement | null | undefined} */ (input.parentElement?.querySelector("[data-gain]"));
  if (place) write(place, text);
}
