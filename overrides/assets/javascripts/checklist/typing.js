/** What somebody types is kept as they type: after a short rest, when the field is left, before the page goes or has begun. */

// How long somebody has stopped typing, in milliseconds, before what was typed is kept.
const PAUSE = 300;
const EARLY = ":is(input, textarea):not([type=file]):user-valid";

/** @param {HTMLInputElement} control */
const isChoice = (control) => control.type === "radio" || control.type === "checkbox";

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

/**
 * What somebody marked or typed before the page listened, which on a slow network may be seconds. To be asked for before
 * the fields are filled in.
 * @param {HTMLElement} root
 * @returns {() => void} gives it to the fields again, and tells whoever listens now
 */
export function typedEarly(root) {
  // Only what the reader did: a browser that comes back to a page may have filled in fields by itself.
  const touched = CSS.supports("selector(:user-valid)") ? root.querySelectorAll(/** @type {"input"} */ (EARLY)) : [];
  const controls = [...touched].filter((control) => control.checked || !isChoice(control));
  const typing = /** @type {HTMLInputElement} */ (document.activeElement);
  if (root.contains(typing) && typing.matches("input, textarea") && !isChoice(typing) && !controls.includes(typing)) controls.push(typing);
  const found = controls.map((control) => ({ control, value: control.value })).filter(({ value }) => value !== "");
  return () => {
    for (const { control, value } of found) {
      if (isChoice(control)) control.checked = true;
      else control.value = value;
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
}
