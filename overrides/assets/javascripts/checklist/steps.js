/**
 * On a narrow screen the questions are asked one at a time; those that have answers when the reader comes stand folded
 * together, above the list. On a wide screen they all stand there. On both the choices are explained on request.
 */

import { component, fill } from "./words.js";

// As in questions.css: in the reader's own type size, so that script and style agree where it is large.
const NARROW = "(max-width: 47.99em)";

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
  // Decided when the answers of the address or of the open list are known, and again until the reader turns to the questions.
  /** @type {boolean | undefined} */
  let isSummary;
  let isUsed = false;

  const name = () => {
    const isAnswered = questions[current].querySelector("input:checked") !== null;
    back.hidden = current === 0;
    // After the last question the way to the list is the only one left.
    next.hidden = current === questions.length - 1;
    next.textContent = (isAnswered ? next.dataset.next : next.dataset.skip) ?? "";
  };

  const layOut = () => {
    if (!narrow.matches) return "";
    if (isSummary) return "summary";
    return current === 0 ? "first" : "later";
  };

  const show = () => {
    const layout = layOut();
    if (layout) form.dataset.steps = layout;
    else delete form.dataset.steps;
    const isOneByOne = layout === "first" || layout === "later";
    for (const [index, question] of questions.entries()) {
      question.hidden = isOneByOne && index !== current;
      question.open = !layout || (isOneByOne && index === current);
    }
    const title = questions[current].querySelector("legend")?.textContent ?? "";
    const step = fill(heading.dataset.template, { number: current + 1, count: questions.length, title });
    heading.textContent = isSummary ? (heading.dataset.summary ?? "") : step;
    name();
    delete document.documentElement.dataset.awaited;
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
  for (const type of ["focusin", "click"]) {
    form.addEventListener(type, () => {
      isUsed = true;
    }, { once: true });
  }

  return () => {
    const isAnswered = form.querySelector("input:checked") !== null;
    if (isSummary === undefined || (!isUsed && isSummary !== isAnswered)) {
      isSummary = isAnswered;
      show();
    } else name();
  };
}
