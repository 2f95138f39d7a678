/** The form of questions: its answers, the query that keeps them, and a query read without trusting it. */

/** @typedef {import("./rule.js").FacetValues} FacetValues */

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
const choices = (form) => [...form.querySelectorAll("input")];

/**
 * The values the reader's choices stand for; a facet without a value is not in the answers.
 * @param {HTMLFormElement} form
 * @returns {FacetValues}
 */
export function readAnswers(form) {
  /** @type {FacetValues} */
  const answers = Object.create(null);
  for (const input of choices(form)) {
    const means = input.checked ? (input.dataset.means ?? "") : "";
    if (means) answers[input.name] = [...(answers[input.name] ?? []), ...means.split(" ")];
  }
  return answers;
}

/**
 * Writes the choices into the address, which then opens the same list.
 * @param {HTMLFormElement} form
 */
export function keepInAddress(form) {
  const url = new URL(location.href);
  url.search = "";
  for (const input of choices(form)) if (input.checked) url.searchParams.append(input.name, input.value);
  history.replaceState(history.state, "", url);
}

/**
 * Chooses what the query names. A question with one answer keeps the first.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} query
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
 * Shows beside each question what was chosen, so that a closed question still tells its answer.
 * @param {HTMLFormElement} form
 */
export function showChoices(form) {
  for (const question of form.querySelectorAll('[data-component="question"]')) {
    const chosen = [...question.querySelectorAll("label:has(:checked) [data-label]")].map((label) => label.textContent);
    const answer = /** @type {HTMLElement | null} */ (question.querySelector("[data-answer]"));
    if (!answer) continue;
    answer.textContent = chosen.length > 0 ? chosen.join(", ") : (answer.dataset.none ?? "");
    answer.toggleAttribute("data-chosen", chosen.length > 0);
  }
}
