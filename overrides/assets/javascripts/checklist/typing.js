/** What somebody types is kept as they type: after a short rest, when the field is left, and before the page goes. */

// How long somebody has stopped typing, in milliseconds, before what was typed is kept.
const PAUSE = 300;

/**
 * Calls `keep` with each field of `root` that holds something new. Returns what keeps at once all that waits.
 * @param {HTMLElement} root
 * @param {string} selector of the fields
 * @param {(control: HTMLInputElement) => void} keep
 * @returns {() => void}
 */
export function keepTyped(root, selector, keep) {
  /** @type {Set<HTMLInputElement>} */
  const typed = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const flush = () => {
    clearTimeout(pause);
    const waiting = [...typed];
    typed.clear();
    for (const control of waiting) keep(control);
  };
  for (const type of ["input", "change"]) {
    root.addEventListener(type, (event) => {
      const control = /** @type {HTMLInputElement} */ (event.target);
      if (!control.matches(selector)) return;
      typed.add(control);
      clearTimeout(pause);
      if (type === "change") flush();
      else pause = setTimeout(flush, PAUSE);
    });
  }
  // A phone may end a tab in the background without another word.
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
  return flush;
}
