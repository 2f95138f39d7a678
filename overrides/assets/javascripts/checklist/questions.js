/** What the lists add to a form of questions: choices as a saved list keeps them, and items named beside them. */

import { chooseFromQuery, choices, chosenLabels, showAnswer } from "../questions.js";
import { TAKEN_IN } from "./address.js";

/** @typedef {Record<string, string[]>} Choices question -> what is chosen, as it stands in the address and in a saved list */

// The choice that is no answer.
export const UNKNOWN = "unknown";

/**
 * @param {HTMLFormElement} form
 * @returns {Choices}
 */
export function readChoices(form) {
  /** @type {Choices} */
  const chosen = Object.create(null);
  for (const input of choices(form)) if (input.checked) chosen[input.name] = [...(chosen[input.name] ?? []), input.value];
  return chosen;
}

/**
 * Shows a saved list's choices in the form. One that is not in it is passed over.
 * @param {HTMLFormElement} form
 * @param {Choices} saved
 */
export function showSaved(form, saved) {
  for (const input of choices(form)) {
    const chosen = saved[input.name] ?? [];
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
 * Chooses what the address names, and finds the items it takes in.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} query
 * @param {(slug: string) => boolean} isItem
 * @returns {{takenIn: string[], unknown: string[]}} items taken in, and the parts that are neither, as they were written
 */
export function chooseFromAddress(form, query, isItem) {
  /** @param {[string, string]} part */
  const isTakenIn = ([name, value]) => name === TAKEN_IN && isItem(value);
  const parts = [...query];
  return {
    takenIn: parts.filter(isTakenIn).map(([, value]) => value),
    unknown: chooseFromQuery(
      form,
      parts.filter((part) => !isTakenIn(part)),
    ),
  };
}

/**
 * Shows beside each question what was chosen.
 * @param {HTMLFormElement} form
 */
export function showChoices(form) {
  for (const question of form.querySelectorAll('[data-component="question"]')) {
    const answer = /** @type {HTMLElement | null} */ (question.querySelector("[data-answer]"));
    if (answer) showAnswer(answer, chosenLabels(question));
  }
}
