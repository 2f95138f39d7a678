/** The facets of the form: what can be chosen, how many cases each choice has, and what is chosen. */

import { showAnswer } from "../questions.js";
import { component, fill } from "./page.js";
import { numbersOf, readCases } from "./rule.js";

/**
 * @typedef {object} Choice
 * @property {HTMLInputElement} input
 * @property {string} label
 * @property {HTMLElement} count
 * @property {import("./rule.js").Cases} cases
 * @property {boolean} isChosen
 */

/**
 * @typedef {object} Facet
 * @property {string} label
 * @property {HTMLElement} chosen
 * @property {Choice[]} choices
 */

/**
 * @param {HTMLFormElement} form
 * @returns {Facet[]} in the order of the form
 */
export function readFacets(form) {
  /** @type {NodeListOf<HTMLElement>} */
  const elements = form.querySelectorAll('[data-component="question"]');
  return [...elements].map((element) => ({
    label: element.dataset.label ?? "",
    chosen: /** @type {HTMLElement} */ (element.querySelector("[data-answer]")),
    choices: [...element.querySelectorAll("label")].map((label) => {
      const input = /** @type {HTMLInputElement} */ (label.querySelector("input"));
      return {
        input,
        label: label.querySelector("[data-label]")?.textContent ?? "",
        count: /** @type {HTMLElement} */ (label.querySelector("[data-count]")),
        cases: readCases(input.dataset.cases ?? ""),
        isChosen: false,
      };
    }),
  }));
}

/**
 * @param {Facet} facet
 * @param {number} total
 * @returns {string[]} for each case the labels of the values it has
 */
export function labelsOfCases({ choices }, total) {
  const labels = Array(total).fill("");
  for (const { cases, label } of choices) for (const number of numbersOf(cases)) labels[number] += ` ${label}`;
  return labels;
}

/**
 * Shows how many cases each value has, and beside the name of the facet what was chosen. A value without a case
 * cannot be chosen, but what is chosen can always be taken back.
 * @param {Facet} facet
 * @param {number[]} counts
 */
export function showFacet({ chosen, choices }, counts) {
  choices.forEach(({ input, count, isChosen }, index) => {
    const number = String(counts[index]);
    if (count.textContent !== number) count.textContent = number;
    input.disabled = counts[index] === 0 && !isChosen;
  });
  showAnswer(chosen, choices.filter(({ isChosen }) => isChosen).map(({ label }) => label));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLInputElement} text
 * @param {() => void} changed
 * @returns {(facets: Facet[]) => void} shows the words and each filter in use as a button that removes it
 */
export function showingChips(root, text, changed) {
  const template = /** @type {HTMLTemplateElement} */ (component(root, "chip"));
  const area = component(root, "chosen");
  const list = component(root, "chips");

  /**
   * @param {string} label
   * @param {() => void} remove
   */
  const chip = (label, remove) => {
    const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const button = /** @type {HTMLButtonElement} */ (item.querySelector("button"));
    /** @type {HTMLElement} */ (button.querySelector("span")).textContent = label;
    button.setAttribute("aria-label", fill(button, { filter: label }));
    button.addEventListener("click", () => {
      const place = [...list.querySelectorAll("button")].indexOf(button);
      remove();
      changed();
      // The button is gone: the keyboard goes on with the next one, or with the form.
      const buttons = list.querySelectorAll("button");
      (buttons[Math.min(place, buttons.length - 1)] ?? text).focus();
    });
    return item;
  };
  return (facets) => {
    const words = text.value.trim();
    const items = words ? [chip(words, () => (text.value = ""))] : [];
    for (const { label, choices } of facets) {
      for (const choice of choices) {
        if (choice.isChosen) items.push(chip(`${label}: ${choice.label}`, () => (choice.input.checked = false)));
      }
    }
    list.replaceChildren(...items);
    area.hidden = items.length === 0;
  };
}
