/** A form of questions: its answers, a query read without trusting it, and the answer beside each question. */

/** @typedef {Record<string, string[]>} Answers */

/**
 * @param {HTMLElement} form
 * @returns {HTMLInputElement[]}
 */
export const choices = (form) => [...form.querySelectorAll("input")];

/**
 * The values the reader's choices stand for; a question without an answer is not in them.
 * @param {HTMLFormElement} form
 * @returns {Answers}
 */
export function readAnswers(form) {
  /** @type {Answers} */
  const answers = Object.create(null);
  for (const input of choices(form)) {
    const means = input.checked ? (input.dataset.means ?? input.value) : "";
    if (means) answers[input.name] = [...(answers[input.name] ?? []), ...means.split(" ")];
  }
  return answers;
}

/**
 * Chooses what the query names. A question with one answer keeps the first.
 * @param {HTMLFormElement} form
 * @param {Iterable<[string, string]>} query
 * @returns {string[]} the parts of the query that are no choice, as they were written
 */
export function chooseFromQuery(form, query) {
  const inputs = choices(form);
  /** @type {Set<string>} */
  const settled = new Set();
  const unknown = [];
  for (const [name, value] of query) {
    const input = inputs.find((one) => one.name === name && one.value === value);
    if (!input || (input.type === "radio" && settled.has(name) && !input.checked)) {
      unknown.push(`${name}=${value}`);
    } else {
      input.checked = true;
      settled.add(name);
    }
  }
  return unknown;
}

/**
 * The labels of what was chosen in one question.
 * @param {Element} question
 * @returns {string[]}
 */
export const chosenLabels = (question) =>
  [...question.querySelectorAll("label:has(:checked) [data-label]")].map((label) => label.textContent ?? "");

/**
 * Shows beside a question what was chosen, so that a closed question still tells its answer.
 * @param {HTMLElement} place
 * @param {string[]} labels
 */
export function showAnswer(place, labels) {
  const text = labels.join(", ") || (place.dataset.none ?? "");
  // What is said already need not be painted again.
  if (place.textContent !== text) place.textContent = text;
  place.toggleAttribute("data-chosen", labels.length > 0);
}
