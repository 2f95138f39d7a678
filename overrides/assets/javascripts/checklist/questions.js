/** The form of questions: its answers, and what a query or a saved list says of them, read without trusting it. */

import { TAKEN_IN } from "./address.js";

/** @typedef {import("./rule.js").FacetValues} FacetValues */
/** @typedef {Record<string, string[]>} Choices question -> what is chosen, as it stands in the address and in a saved list */

// The choice that is no answer.
export const UNKNOWN = "unknown";

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
export const inputsOf = (form) => [...form.querySelectorAll("input")];

/**
 * The values the reader's choices stand for; a facet without a value is not in the answers.
 * @param {HTMLFormElement} form
 * @returns {FacetValues}
 */
export function readAnswers(form) {
  /** @type {FacetValues} */
  const answers = Object.create(null);
  for (const input of inputsOf(form)) {
    const means = input.checked ? (input.dataset.means ?? "") : "";
    if (means) answers[input.name] = [...(answers[input.name] ?? []), ...means.split(" ")];
  }
  return answers;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Choices}
 */
export function readChoices(form) {
  /** @type {Choices} */
  const choices = Object.create(null);
  for (const input of inputsOf(form)) if (input.checked) choices[input.name] = [...(choices[input.name] ?? []), input.value];
  return choices;
}

/**
 * Shows a saved list's choices in the form. One that is not in it is passed over.
 * @param {HTMLFormElement} form
 * @param {Choices} choices
 */
export function showSaved(form, choices) {
  for (const input of inputsOf(form)) {
    const chosen = choices[input.name] ?? [];
    input.checked = input.type === "radio" ? chosen[0] === input.value : chosen.includes(input.value);
  }
}

/**
 * True when one says otherwise than the other: a question left open by `saved` says nothing.
 * @param {Choices} saved
 * @param {Choices} asked
 */
export const differ = (saved, asked) =>
  Object.entries(saved).some(([facet, values]) => {
    const isOpen = values.length === 0 || values[0] === UNKNOWN;
    return !isOpen && [...values].sort().join(" ") !== [...(asked[facet] ?? [])].sort().join(" ");
  });

/**
 * Chooses what the query names. A question with one answer keeps the first.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} query
 * @param {(slug: string) => boolean} isItem
 * @returns {{takenIn: string[], unknown: string[]}} items taken in, and the parts that are no choice, as they were written
 */
export function chooseFromQuery(form, query, isItem) {
  const inputs = inputsOf(form);
  /** @type {Set<string>} */
  const settled = new Set();
  const takenIn = [];
  const unknown = [];
  for (const [name, value] of query) {
    const input = inputs.find((one) => one.name === name && one.value === value);
    if (name === TAKEN_IN && isItem(value)) {
      takenIn.push(value);
    } else if (!input || (input.type === "radio" && settled.has(name) && !input.checked)) {
      unknown.push(`${name}=${value}`);
    } else {
      input.checked = true;
      settled.add(name);
    }
  }
  return { takenIn, unknown };
}

/**
 * Shows beside each question what was chosen, so that a closed question still tells its answer.
 * @param {HTMLFormElement} form
 */
export function showChoices(form) {
  for (const question of form.querySelectorAll('[data-component="question"]')) {
    const chosen = [...question.querySelectorAll("input:checked")].map((input) => input.parentElement?.querySelector("[data-label]")?.textContent);
    const answer = /** @type {HTMLElement | null} */ (question.querySelector("[data-answer]"));
    if (!answer) continue;
    const text = chosen.length > 0 ? chosen.join(", ") : (answer.dataset.none ?? "");
    if (answer.textContent === text) continue;
    answer.textContent = text;
    answer.toggleAttribute("data-chosen", chosen.length > 0);
  }
}
