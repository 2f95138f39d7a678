/** The list on screen as one plain object: the only thing that exports and paper know of the page. */

import { isShown } from "./sheets.js";

/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./sheets.js").Sheet} Sheet */

/**
 * @typedef {object} ShownItem
 * @property {string} slug
 * @property {string} text
 * @property {string} priority
 * @property {string} scope
 * @property {boolean} own true for an item the reader has written
 * @property {string} state
 * @property {string} owner
 * @property {string} due a date as in 2026-12-01, or nothing
 * @property {string} note
 * @property {string} reason
 * @property {string} why
 * @property {string} exception
 * @property {string} lead_role
 * @property {string} ask
 */

/** @typedef {{heading: string, items: ShownItem[]}} Part the core, or what a condition adds */
/** @typedef {{text: string, reason: string}} LeftOutLine */

/**
 * @typedef {object} Facts what is said of a list beside its items
 * @property {string} title
 * @property {string} purpose
 * @property {string} when
 * @property {string} run_by
 * @property {string} duration
 * @property {string} mode
 * @property {string} mode_help
 * @property {string} version
 * @property {string[]} signatories
 */

/** @typedef {{pause_point: string} & Facts & {parts: Part[], left_out: LeftOutLine[]}} ShownSheet */

/**
 * @typedef {object} ShownList
 * @property {string} language
 * @property {string} name
 * @property {{partners: string, date: string, place: string}} meeting
 * @property {string[]} answers one line per answered question
 * @property {string} address opens this list again
 * @property {ShownSheet[]} sheets
 */

/**
 * @param {Element} element
 * @param {string} selector
 */
const textOf = (element, selector) => element.querySelector(selector)?.textContent ?? "";

/**
 * What is marked or written in a field; nothing when no radio button of that name is chosen.
 * @param {Element} element
 * @param {string} selector
 */
const valueOf = (element, selector) => /** @type {HTMLInputElement | null} */ (element.querySelector(selector))?.value ?? "";

/**
 * Everything a reader sees of the lists shown, read from the page: what is hidden is not in it. On a ready-made list
 * a part for some readers only is in it once somebody marks one of its items or asks to print it.
 * @param {HTMLElement} root
 * @param {Sheet[]} sheets
 * @returns {ShownList}
 */
export function readShownList(root, sheets) {
  /** @param {string} name */
  const meeting = (name) => valueOf(root, `[data-meeting="${name}"]`);
  // What a list is called until the reader gives it a name is no title for a file or a sheet.
  const unnamed = /** @type {HTMLElement | null} */ (root.querySelector('[data-component="progress"]'))?.dataset.name;
  return {
    language: document.documentElement.lang,
    name: meeting("title") === unnamed ? "" : meeting("title"),
    meeting: { partners: meeting("partners"), date: meeting("date"), place: meeting("place") },
    answers: readAnswerLines(root),
    address: location.origin + location.pathname + location.search,
    sheets: sheets.filter((sheet) => !sheet.element.hidden).map((sheet) => readSheet(root, sheet)),
  };
}

/**
 * One line per answered question: its facet and the labels chosen. The pause point is told by the lists themselves.
 * @param {HTMLElement} root
 */
function readAnswerLines(root) {
  const lines = [];
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-component="question"]:not(:has([name="pause_point"]))'))) {
    const chosen = [...question.querySelectorAll('label:has(:checked:not([data-means=""])) [data-label]')];
    if (chosen.length > 0) lines.push(`${question.dataset.label}: ${chosen.map((label) => label.textContent).join(", ")}`);
  }
  return lines;
}

/**
 * @param {HTMLElement} root
 * @param {Sheet} sheet
 * @returns {ShownSheet}
 */
function readSheet(root, sheet) {
  /** @type {Map<Element, Part>} */
  const parts = new Map();
  for (const item of sheet.items.filter(isWanted)) {
    const around = item.element.closest("[data-part]");
    const part = parts.get(around ?? sheet.element) ?? {
      heading: around ? textOf(around, "[data-heading]") : (root.dataset.core ?? ""),
      items: [],
    };
    part.items.push(readItem(item));
    parts.set(around ?? sheet.element, part);
  }
  return {
    pause_point: sheet.pausePoint,
    .../** @type {Facts} */ (JSON.parse(sheet.element.dataset.facts ?? "{}")),
    parts: [...parts.values()],
    left_out: sheet.items.filter((item) => item.leftOut && !item.leftOut.element.hidden).map(readLeftOut),
  };
}

/** @param {Item} item */
const isWanted = (item) =>
  isShown(item) && (!item.optional || item.takenIn || item.element.closest("[data-part]")?.querySelector("[data-field=state]:checked, [data-print-part]:checked"));

/**
 * @param {Item} item
 * @returns {ShownItem}
 */
function readItem({ element, slug, text }) {
  /** @param {string} name */
  const field = (name) => valueOf(element, `[data-field="${name}"]`);
  return {
    slug,
    text,
    priority: textOf(element, "[data-priority]"),
    scope: textOf(element, "[data-scope]"),
    own: "own" in element.dataset,
    state: valueOf(element, "[data-field=state]:checked"),
    owner: field("owner"),
    due: field("due"),
    note: field("note"),
    reason: field("reason"),
    why: textOf(element, "[data-why]"),
    exception: textOf(element, "[data-exception]"),
    lead_role: textOf(element, "[data-lead-role]"),
    ask: textOf(element, "[data-ask]"),
  };
}

/**
 * The sentences of the panel that hold for these answers, as they are read there.
 * @param {Item} item
 * @returns {LeftOutLine}
 */
function readLeftOut({ text, leftOut }) {
  const sentences = (leftOut?.reasons ?? [])
    .filter(({ element }) => !element.hidden)
    .map(({ element, unanswered, otherwise }) => {
      const silent = [unanswered, otherwise].find((one) => one?.hidden);
      return (element.textContent ?? "").replace(silent?.textContent ?? "", "");
    });
  return { text, reason: sentences.join(" ") };
}
