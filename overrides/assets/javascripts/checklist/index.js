/** A page with checklists: marks and notes on every one; questions that choose the items on the generator. */

import { nameUnknown } from "../unknown.js";
import { offerExports } from "./export/index.js";
import { keepProgress } from "./progress.js";
import { chooseFromQuery, keepInAddress, readAnswers, showChoices } from "./questions.js";
import { readSheets, showFitting } from "./sheets.js";

const SIGNS_OF_USE = ["pointerdown", "keydown", "focusin"];

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
const component = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-component="${name}"]`));

/** @param {HTMLElement} root */
function start(root) {
  const sheets = readSheets(root);
  const recount = keepProgress(root, component(root, "progress"), sheets);
  const form = /** @type {HTMLFormElement | null} */ (component(root, "questions"));
  if (form) startQuestions(root, form, sheets, recount);
  recount();
  showAddress(root);
  startPrinting(root, sheets);
  offerExports(root, sheets);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {import("./sheets.js").Sheet[]} sheets
 * @param {() => void} recount
 */
function startQuestions(root, form, sheets, recount) {
  const count = component(root, "count");
  const notice = /** @type {HTMLElement} */ (form.querySelector("[data-notice=unknown]"));
  const panel = component(root, "left-out");

  const update = () => {
    const counts = showFitting(sheets, readAnswers(form));
    const template = count.dataset.template ?? "";
    count.textContent = template.replace("{count}", String(counts.shown)).replace("{left}", String(counts.leftOut));
    /** @type {HTMLElement} */ (panel.querySelector("[data-left-count]")).textContent = String(counts.leftOut);
    /** @type {HTMLElement} */ (panel.querySelector("[data-nothing-left-out]")).hidden = counts.leftOut > 0;
    showChoices(form);
  };
  const settle = () => {
    keepInAddress(form);
    showAddress(root);
    recount();
  };
  // The list first: the rest is not what the reader waits for.
  const changed = () => {
    update();
    requestAnimationFrame(() => setTimeout(settle));
  };

  nameUnknown(notice, chooseFromQuery(form, new URLSearchParams(location.search)));
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The form is emptied after its event.
  form.addEventListener("reset", () => setTimeout(changed));
  update();
}

/**
 * Loads what only paper needs when the reader asks for it or begins to use the page: the browser's own command to
 * print waits for nothing. Who has kept something on this device may print it without touching the page.
 * @param {HTMLElement} root
 * @param {import("./sheets.js").Sheet[]} sheets
 */
function startPrinting(root, sheets) {
  /** @type {Promise<() => Promise<void>> | undefined} */
  let paper;
  const begin = async () => {
    const panel = component(root, "paper");
    panel.setAttribute("aria-busy", "true");
    try {
      return (await import("./print.js")).startPaper(root, sheets);
    } catch {
      // Paper without its extras is better than none; the next time it may work.
      paper = undefined;
      panel.removeAttribute("aria-busy");
      return async () => print();
    }
  };
  const load = () => {
    for (const sign of SIGNS_OF_USE) removeEventListener(sign, load);
    paper ??= begin();
    return paper;
  };
  for (const sign of SIGNS_OF_USE) addEventListener(sign, load);
  root.querySelector("[data-action=print]")?.addEventListener("click", async () => {
    const printPrepared = await load();
    await printPrepared();
  });
  if (hasKept()) load();
}

/** True when this device keeps anything of the site. */
function hasKept() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

/**
 * Paper names the address that opens the same list again.
 * @param {HTMLElement} root
 */
function showAddress(root) {
  for (const place of root.querySelectorAll('[data-component="address"]')) {
    place.textContent = location.origin + location.pathname + location.search;
  }
}

for (const root of document.querySelectorAll('[data-component="checklist"], [data-component="generator"]')) {
  start(/** @type {HTMLElement} */ (root));
}
