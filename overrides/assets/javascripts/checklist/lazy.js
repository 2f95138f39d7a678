/** Parts of a page that few readers use are loaded when somebody first turns to them. */

/**
 * What a page has loaded with it, so that nobody waits for it.
 * @type {{startQuestions?: typeof import("./generator.js").startQuestions}}
 */
export const atHand = {};

/**
 * Calls `load` once, when a reader opens, touches or reaches `place`. A click that comes before it has loaded is done
 * again after that.
 * @param {HTMLElement} place
 * @param {() => Promise<void>} load
 */
export function whenUsed(place, load) {
  let isLoaded = false;
  const start = once(async () => {
    await load();
    isLoaded = true;
  });
  for (const type of ["toggle", "focusin", "pointerdown"]) place.addEventListener(type, start, { once: true, capture: true });
  place.addEventListener(
    "click",
    (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (isLoaded || !button) return;
      event.stopImmediatePropagation();
      start().then(() => button.click());
    },
    true,
  );
}

/**
 * @param {() => Promise<void>} act
 * @returns {() => Promise<void>} does it the first time; afterwards it is the same promise
 */
export function once(act) {
  /** @type {Promise<void> | undefined} */
  let done;
  return () => (done ??= act());
}
