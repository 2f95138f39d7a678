/** The address that opens a list again: answers and items taken in stand in its query. */

// What the fragment calls the states of the items.
export const STATES = "states";

/** True when the address carries states. */
export const bringsStates = () => new URLSearchParams(location.hash.slice(1)).has(STATES);

// What the query calls the items a reader has taken in.
export const TAKEN_IN = "taken_in";

/**
 * @param {Record<string, string[]>} choices
 * @param {string[]} takenIn
 */
export function toQuery(choices, takenIn) {
  const query = new URLSearchParams();
  for (const [facet, values] of Object.entries(choices)) for (const value of values) query.append(facet, value);
  for (const slug of takenIn) query.append(TAKEN_IN, slug);
  return query;
}

/**
 * Writes the choices into the address, which then opens the same list.
 * @param {URLSearchParams} query
 */
export function keepInAddress(query) {
  const url = new URL(location.href);
  url.search = query.toString();
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/**
 * Paper names the address that opens the same list again.
 * @param {HTMLElement} root
 */
export function showAddress(root) {
  for (const place of root.querySelectorAll('[data-component="address"]')) {
    place.textContent = location.origin + location.pathname + location.search;
  }
}

/**
 * The way from a ready-made list to the generator takes along what the open list has answered already.
 * @param {import("./device.js").Device} device
 * @param {string} pausePoint
 */
export function startTailoring(device, pausePoint) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-component="tailor"]'));
  const update = () => {
    const answers = { pause_point: [pausePoint], ...device.list.answers };
    answers.pause_point = [pausePoint];
    if (link) link.search = toQuery(answers, device.list.taken_in).toString();
  };
  for (const type of ["pointerdown", "focus", "click"]) link?.addEventListener(type, update);
  link?.addEventListener("click", () => {
    device.change((list) => {
      list.answers.pause_point = [pausePoint];
    });
  });
}
