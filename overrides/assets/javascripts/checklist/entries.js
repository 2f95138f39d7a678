/** The fields of an item: what is marked and written in them, put in and read out, and shown on paper. */

import { isNamed } from "./sheets.js";
import { writtenDate } from "./words.js";

/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./saved-list.js").Entry} Entry */
/** @typedef {import("./saved-list.js").SavedList} SavedList */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

/**
 * @param {Item} item
 * @returns {Control[]}
 */
const controls = (item) => [...item.element.querySelectorAll(/** @type {"input"} */ ("[data-field]"))];

/** @param {Control} control */
export const isRadio = (control) => control.type === "radio";

/**
 * Gives the label what was written, because paper shows the text in full where a field would cut it.
 * @param {Control} control
 */
export function preparePaper(control) {
  if (isRadio(control) || !control.parentElement) return;
  const isDate = control instanceof HTMLInputElement && control.valueAsDate;
  const text = isDate ? writtenDate(isDate, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }) : control.value;
  if (control.parentElement.dataset.written !== text) control.parentElement.dataset.written = text;
}

/**
 * Shows in an item what the list holds of it. A field that holds the same already is left alone: somebody may be typing.
 * @param {Item} item
 * @param {SavedList} list
 */
export function fillItem(item, list) {
  const name = [item.slug, ...item.aliases].find((one) => Object.hasOwn(list.entries, one));
  const entry = name === undefined ? {} : list.entries[name];
  item.state = undefined;
  item.takenIn = list.taken_in.some((one) => isNamed(item, one));
  for (const control of controls(item)) {
    const text = entry[control.dataset.field ?? ""] ?? "";
    if (isRadio(control)) {
      /** @type {HTMLInputElement} */ (control).checked = control.value === text;
      if (control.value === text) item.state = text;
    } else if (control.value !== text) {
      control.value = text;
    }
    preparePaper(control);
  }
}

/**
 * @param {Item} item
 * @returns {Entry}
 */
function entryOf(item) {
  /** @type {Entry} */
  const entry = {};
  for (const control of controls(item)) {
    const counts = isRadio(control) ? /** @type {HTMLInputElement} */ (control).checked : control.value !== "";
    if (counts && control.dataset.field) entry[control.dataset.field] = control.value;
  }
  return entry;
}

/**
 * Puts into the list what stands in the fields of an item now.
 * @param {Item} item
 * @returns {(list: SavedList) => void}
 */
export function entering(item) {
  const entry = entryOf(item);
  return (list) => {
    for (const name of item.aliases) delete list.entries[name];
    list.entries[item.slug] = entry;
  };
}

/**
 * Takes out of the list what it holds of some items.
 * @param {Item[]} items
 * @returns {(list: SavedList) => void}
 */
export const forgetting = (items) => (list) => {
  for (const name of items.flatMap((item) => [item.slug, ...item.aliases])) delete list.entries[name];
};
