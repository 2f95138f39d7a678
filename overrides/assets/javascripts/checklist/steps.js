/** On a narrow screen the questions are asked one at a time; on a wide one they all stand there, to be explained on request. */

import { component, fill } from "./words.js";

const NARROW = "(max-width: 767.98px)";

/**
 * @param {HTMLFormElement} form
 * @returns {() => void} call it when an answer has changed
 */
export function startSteps(form) {
  const narrow = matchMedia(NARROW);
  const questions = /** @type {HTMLDetailsElement[]} */ ([...form.querySelectorAll('[data-component="question"]')]);
  const heading = component(form, "step");
  const [back, next] = ["step-back", "step-next"].map((name) => /** @type {HTMLElement} */ (form.querySelector(`[data-action="${name}"]`)));
  let current = 0;

  const name = () => {
    const isAnswered = questions[current].querySelector("input:checked") !== null;
    back.hidden = current === 0;
    // After the last question the way to the list is the only one left.
    next.hidden = current === questions.length - 1;
    next.textContent = (isAnswered ? next.dataset.next : next.dataset.skip) ?? "";
  };

  const show = () => {
    if (narrow.matches) form.dataset.steps = current === 0 ? "first" : "later";
    else delete form.dataset.steps;
    for (const [index, question] of questions.entries()) {
      question.hidden = narrow.matches && index !== current;
      question.open = !narrow.matches || index === current;
    }
    const title = questions[current].querySelector("legend")?.textContent ?? "";
    heading.textContent = fill(heading.dataset.template, { number: current + 1, count: questions.length, title });
    name();
  };

  /** @param {number} index */
  const goTo = (index) => {
    current = index;
    show();
    heading.focus({ preventScroll: true });
    form.scrollIntoView();
  };

  back.addEventListener("click", () => goTo(current - 1));
  next.addEventListener("click", () => goTo(current + 1));
  narrow.addEventListener("change", show);
  const explain = /** @type {HTMLElement} */ (form.querySelector("[data-action=explain]"));
  explain.addEventListener("click", () => explain.setAttribute("aria-pressed", String(form.toggleAttribute("data-explained"))));
  show();
  return name;
}
