/** Parts of a page that few readers use are loaded when somebody first turns to them. */

/**
 * What a page has loaded with it, so that nobody waits for it.
 * @type {{startQuestions?: typeof import("./generator.js").startQuestions}}
 */
export const atHand = {};

/**
 * Calls `load` when a reader opens, touches or reaches `place`, until it has succeeded once. A click that comes before
 * that is done again after it.
 * @param {HTMLElement} place
 * @param {() => Promise<void>} load
 * @param {() => void} failed
 */
export function whenUsed(place, load, failed) {
  let isLoaded = false;
  const start = once(async () => {
    await load();
    isLoaded = true;
  });
  for (const type of ["toggle", "focusin", "pointerdown"]) place.addEventListener(type, () => start().catch(failed), true);
  place.addEventListener(
    "click",
    (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (isLoaded || !button) return;
      event.stopImmediatePropagation();
      start().then(() => button.click(), failed);
    },
    true,
  );
}

/**
 * @param {() => Promise<void>} act
 * @returns {() => Promise<void>} does it until it has succeeded; from then on it is the same promise
 */
export function once(act) {
  /** @type {Promise<void> | undefined} */
  let done;
  return () =>
    (done ??= act().catch((error) => {
      done = undefined;
      throw error;
    }));
}
