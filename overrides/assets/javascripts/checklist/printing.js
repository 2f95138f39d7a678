/** When what only paper needs is loaded. */

import { component } from "./words.js";

const SIGNS_OF_USE = ["pointerdown", "keydown", "focusin"];

/**
 * Loads what only paper needs when the reader asks for it or begins to use the page: the browser's own command to
 * print waits for nothing. Who has kept something on this device may print it without touching the page.
 * @param {HTMLElement} root
 * @param {import("./sheets.js").Sheet[]} sheets
 */
export function startPrinting(root, sheets) {
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
