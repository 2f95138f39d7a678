/** What the list and its meeting are called: name, partners, date and place, as they stand in the list and on the page. */

import { oneLine } from "./saved-list.js";

/** @typedef {import("./saved-list.js").SavedList} SavedList */

/**
 * Shows name and meeting of a list wherever the panel says them.
 * @param {HTMLElement} panel
 * @param {SavedList} list
 */
export function showMeeting(panel, list) {
  for (const name of panel.querySelectorAll("[data-list-name]")) name.textContent = list.name;
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("[data-meeting]"))) {
    const name = field.dataset.meeting ?? "";
    const value = name === "title" ? list.name : list.meeting[/** @type {"date"} */ (name)];
    // A field that holds the same already is left alone: somebody may be typing.
    if (oneLine(field.value) !== value && field !== document.activeElement) field.value = value;
  }
}

/**
 * Puts what a field says into a list. A list without a name could not be found again, so an empty name changes nothing.
 * @param {HTMLInputElement} field
 * @returns {(list: SavedList) => void}
 */
export function naming(field) {
  const name = field.dataset.meeting ?? "";
  const text = oneLine(field.value);
  return (list) => {
    if (name !== "title") list.meeting[/** @type {"date"} */ (name)] = text;
    else if (text) list.name = text;
  };
}
