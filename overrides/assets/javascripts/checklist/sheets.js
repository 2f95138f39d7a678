/** The lists on the page: which items fit the answers, and what is said of those that do not. */

import { applies } from "./rule.js";

/** @typedef {import("./rule.js").FacetValues} FacetValues */

/**
 * @typedef {object} Reason why an item may be left out because of one facet
 * @property {HTMLElement} element
 * @property {string} facet
 * @property {boolean} isRefusal true when an answer excludes the item, false when the item wants an answer it did not get
 * @property {HTMLElement | null} unanswered ends the sentence when the facet was not answered
 * @property {HTMLElement | null} otherwise ends it when the answer is another
 */

/**
 * @typedef {object} Item
 * @property {HTMLElement} element
 * @property {string} slug
 * @property {string[]} aliases
 * @property {string} text
 * @property {number} rank 0 for what must be done; a higher number can wait
 * @property {FacetValues} appliesTo
 * @property {FacetValues} exceptFor
 * @property {boolean} optional true for an item that stands on the page for some readers only
 * @property {boolean} takenIn true when the reader wants the item although the rule may leave it out
 * @property {HTMLElement[]} around the parts of the page that are shown only when one of their items is
 * @property {{element: HTMLElement, reasons: Reason[]} | null} leftOut the line that says why the item is not shown
 * @property {string | undefined} state what somebody has marked
 * @property {Sheet} sheet
 */

/**
 * @typedef {object} Sheet
 * @property {HTMLElement} element
 * @property {string} pausePoint
 * @property {Item[]} items
 */

/**
 * @param {Element} root
 * @param {string} selector
 */
const all = (root, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];

/**
 * Everything the script needs to know of the lists, read from the page once: later it only writes.
 * @param {HTMLElement} root
 * @returns {Sheet[]}
 */
export function readSheets(root) {
  const lines = new Map(all(root, "[data-of]").map((line) => [line.dataset.of, { element: line, reasons: readReasons(line) }]));
  return all(root, '[data-component="sheet"]').map((element) => {
    /** @type {Sheet} */
    const sheet = { element, pausePoint: element.dataset.pausePoint ?? "", items: [] };
    const parts = all(element, '[data-component="block"], [data-component="extra"]');
    for (const item of all(element, '[data-component="item"]')) {
      const around = parts.filter((part) => part.contains(item));
      sheet.items.push({ ...readItem(item, sheet), around, leftOut: lines.get(item.dataset.slug) ?? null });
    }
    for (const { leftOut, text } of sheet.items) leftOut?.element.querySelector("[data-left-text]")?.replaceChildren(text);
    return sheet;
  });
}

/**
 * What one element of a list says of itself.
 * @param {HTMLElement} element
 * @param {Sheet} sheet
 * @returns {Item}
 */
export const readItem = (element, sheet) => ({
  element,
  slug: element.dataset.slug ?? "",
  aliases: element.dataset.aliases?.split(" ") ?? [],
  text: element.querySelector("[data-text]")?.textContent ?? "",
  rank: Number(element.dataset.rank),
  appliesTo: JSON.parse(element.dataset.appliesTo ?? "{}"),
  exceptFor: JSON.parse(element.dataset.exceptFor ?? "{}"),
  optional: element.closest("[data-optional]") !== null,
  takenIn: false,
  around: [],
  leftOut: null,
  state: undefined,
  sheet,
});

/**
 * @param {HTMLElement} line
 * @returns {Reason[]}
 */
const readReasons = (line) =>
  all(line, "[data-wanted], [data-refused]").map((element) => ({
    element,
    facet: element.dataset.wanted ?? element.dataset.refused ?? "",
    isRefusal: "refused" in element.dataset,
    unanswered: element.querySelector("[data-unanswered]"),
    otherwise: element.querySelector("[data-otherwise]"),
  }));

/** @param {Item} item */
export const isShown = (item) => !item.element.hidden && !item.sheet.element.hidden;

/**
 * An item for some readers only is counted once it is marked or taken in: until then nobody knows whether it concerns them.
 * @param {Item} item
 */
export const isCounted = (item) => isShown(item) && (!item.optional || item.state !== undefined || item.takenIn);

/**
 * @param {Item} item
 * @param {string} name a slug of now or of earlier
 */
export const isNamed = (item, name) => item.slug === name || item.aliases.includes(name);

/**
 * Shows the lists and items that fit, hides the rest, and brings the panel of what was left out up to date.
 * @param {Sheet[]} sheets
 * @param {FacetValues} answers
 * @returns {{shown: number, leftOut: number}}
 */
export function showFitting(sheets, answers) {
  const counts = { shown: 0, leftOut: 0 };
  /** @type {Map<HTMLElement, boolean>} */
  const parts = new Map();
  for (const sheet of sheets) {
    const wanted = answers.pause_point?.includes(sheet.pausePoint) ?? true;
    setHidden(sheet.element, !wanted);
    for (const item of sheet.items) {
      const fits = item.takenIn || applies(item.appliesTo, item.exceptFor, answers);
      setHidden(item.element, !fits);
      for (const part of item.around) parts.set(part, fits || (parts.get(part) ?? false));
      if (wanted) counts[fits ? "shown" : "leftOut"] += 1;
      if (item.leftOut) {
        setHidden(item.leftOut.element, !wanted || fits);
        if (wanted && !fits) explain(item, item.leftOut.reasons, answers);
      }
    }
  }
  for (const [part, isNeeded] of parts) setHidden(part, !isNeeded);
  return counts;
}

/**
 * Of all the reasons an item may be left out for, shows those that hold.
 * @param {Item} item
 * @param {Reason[]} reasons
 * @param {FacetValues} answers
 */
function explain(item, reasons, answers) {
  for (const { element, facet, isRefusal, unanswered, otherwise } of reasons) {
    const named = (isRefusal ? item.exceptFor : item.appliesTo)[facet];
    setHidden(element, applies({ [facet]: named }, {}, answers) !== isRefusal);
    if (unanswered) setHidden(unanswered, facet in answers);
    if (otherwise) setHidden(otherwise, !(facet in answers));
  }
}

/**
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}
