/** A link that carries the answers, and the states when the reader asks for it; and what such a link brings. */

import { STATES, toQuery } from "./address.js";
import { entriesFromLink, statesForLink } from "./saved-list.js";
import { component, fill, writtenDate } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./saved-list.js").SavedList} SavedList */

/**
 * @param {HTMLElement} place
 * @param {Device} device
 * @param {(text: string) => void} say
 * @returns {() => void} call it when the address or the states have changed
 */
export function startSharing(place, device, say) {
  const field = /** @type {HTMLInputElement} */ (component(place, "link"));
  const withStates = /** @type {HTMLInputElement} */ (component(place, "link-states"));
  const share = /** @type {HTMLElement} */ (place.querySelector("[data-action=share]"));

  const show = () => {
    const url = new URL(location.href);
    url.hash = withStates.checked ? `${STATES}=${statesForLink(device.list)}` : "";
    field.value = url.href;
  };
  withStates.addEventListener("change", show);
  field.addEventListener("focus", () => field.select());
  place.querySelector("[data-action=copy-link]")?.addEventListener("click", async () => {
    show();
    try {
      await navigator.clipboard.writeText(field.value);
      say(place.dataset.copied ?? "");
    } catch {
      // Without the right to the clipboard the reader copies what is selected.
      field.focus();
      field.select();
      say(place.dataset.copyByHand ?? "");
    }
  });
  share.hidden = typeof navigator.share !== "function";
  share.addEventListener("click", () => {
    show();
    // Closing the device's own dialog is no error.
    navigator.share({ title: document.title, url: field.value }).catch(() => {});
  });
  return show;
}

/**
 * Opens what a link with states brings as a list of its own, once: a further visit by the same link finds it again.
 * @param {Device} device
 * @param {string} name
 * @param {Pick<SavedList, "answers" | "taken_in">} asked by the query of the link
 * @returns {string[]} the parts of the link that are no state, as they were written
 */
export function openLink(device, name, asked) {
  const { entries, unknown } = entriesFromLink(new URLSearchParams(location.hash.slice(1)).get(STATES) ?? "");
  // Otherwise a reload would open it again.
  history.replaceState(history.state, "", location.pathname + location.search);
  const list = Object.assign(device.empty(), asked, { entries, name });
  const same = device.all().find((one) => isSame(one.list, list));
  if (same) device.open(same.id);
  else device.add(list);
  return unknown;
}

/**
 * @param {SavedList} one
 * @param {SavedList} other
 */
const isSame = (one, other) =>
  sorted(one) === sorted(other) &&
  toQuery(one.answers, one.taken_in).toString() === toQuery(other.answers, other.taken_in).toString();

/** @param {SavedList} list */
const sorted = (list) => statesForLink(list).split(",").sort().join(",");

/**
 * @param {HTMLElement} panel
 * @param {Date} now
 */
export const linkName = (panel, now) =>
  fill(panel.dataset.fromLink, {
    date: writtenDate(now, { day: "numeric", month: "short", year: "numeric" }),
  });
