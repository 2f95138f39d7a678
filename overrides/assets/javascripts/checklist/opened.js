/** What is said when a list came from a link or a file: its name, and what of it this site does not know. */

import { isNamed } from "./sheets.js";
import { nameUnknown } from "../unknown.js";
import { fill } from "./words.js";

/**
 * @param {{opened: HTMLElement, missing: HTMLElement}} notices
 * @param {import("./saved-list.js").SavedList} list
 * @param {import("./sheets.js").Item[] | null} items the site's, where the page has all of them
 * @param {string[]} unknown parts of the link
 */
export function tellOpened(notices, list, items, unknown) {
  const { opened, missing } = notices;
  /** @type {HTMLElement} */ (opened.querySelector("p")).textContent = fill(opened.dataset.template, { name: list.name });
  opened.hidden = false;
  const slugs = [...Object.keys(list.entries), ...list.taken_in].filter((slug) => !slug.startsWith("own-"));
  const nameless = items ? slugs.filter((slug) => !items.some((item) => isNamed(item, slug))) : [];
  nameUnknown(missing, [...nameless, ...unknown]);
}
