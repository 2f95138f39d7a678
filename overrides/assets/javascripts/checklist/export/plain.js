/** What every format needs: text that shows what it holds, dates in words, and the title of a list. As plain.py. */

/** @typedef {import("../shown-list.js").ShownList} ShownList */
/** @typedef {import("../shown-list.js").ShownSheet} ShownSheet */
/** @typedef {import("../shown-list.js").ShownItem} ShownItem */

/**
 * @typedef {object} Kit what exporters need beside a list, as Python wrote it: see kit.py
 * @property {string} site
 * @property {Record<string, string>} words
 * @property {Record<string, string>} states
 * @property {string[]} months
 * @property {string} style
 * @property {{parts: Record<string, string>, pieces: Record<string, string>}} mould
 */

/** @typedef {[string, string]} Fact a name and its value */

const LINE_END = /\r\n|[\r\v\f\x85\u2028\u2029]/g;
// Control characters, and what reorders the text that other people read after it.
const STEERING = /[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const HALF = /\p{Surrogate}/gu;
// A box to tick on paper, in place of a state.
export const NOTHING_MARKED = "\u2610";
// The only text of a reader that may have several lines.
const WITH_LINES = "note";

/**
 * `text` as anyone reads it, in lines that end in a line feed: no control character, no half of a character.
 * @param {string} text
 */
export const clean = (text) =>
  text
    .replace(LINE_END, "\n")
    .replaceAll("\t", " ")
    .replace(STEERING, "")
    .replace(HALF, "\ufffd")
    .replace(/^[ \n]+|[ \n]+$/g, "");

/**
 * The list, or a part of it, with every text clean; in one line but for notes.
 * @template Shown
 * @param {Shown} shown
 * @param {string} [name]
 * @returns {Shown}
 */
export function cleaned(shown, name = "") {
  /** @type {any} */
  const value = shown;
  if (typeof value === "string") {
    const text = clean(value);
    return /** @type {any} */ (name === WITH_LINES ? text : text.replace(/[ \n]+/g, " "));
  }
  if (Array.isArray(value)) return /** @type {any} */ (value.map((part) => cleaned(part)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part, key)]));
}

/**
 * A date with its month in words; any other text as it is.
 * @param {string} text
 * @param {Kit} kit
 */
export function readableDate(text, kit) {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
  const name = kit.months[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : text;
}

/**
 * What the whole is called: the reader's name for it, else its only list, else a checklist.
 * @param {ShownList} shown
 * @param {Kit} kit
 */
export const title = (shown, kit) => shown.name || (shown.sheets.length === 1 ? shown.sheets[0].title : kit.words.checklist);

/**
 * The heading over a list; empty where the title says it already.
 * @param {ShownList} shown
 * @param {ShownSheet} sheet
 */
export const heading = (shown, sheet) => (shown.name || shown.sheets.length > 1 ? sheet.title : "");

/**
 * The fields of the meeting with what was written there, empty ones included.
 * @param {ShownList} shown
 * @param {Kit} kit
 * @returns {Fact[]}
 */
export const meetingFacts = ({ meeting }, kit) => [
  [kit.words.partners, meeting.partners],
  [kit.words.meeting_date, readableDate(meeting.date, kit)],
  [kit.words.meeting_place, meeting.place],
];

/**
 * The label of the item's state; empty when none was marked.
 * @param {ShownItem} item
 * @param {Kit} kit
 */
export const state = (item, kit) => (Object.hasOwn(kit.states, item.state) ? kit.states[item.state] : "");

/**
 * What stands behind an item: its priority and for whom it is meant, or that the reader added it.
 * @param {ShownItem} item
 * @param {Kit} kit
 */
export const about = (item, kit) => [item.own ? kit.words.own_item : "", item.priority, item.scope].filter(Boolean).join("; ");

/**
 * What was marked and written beside an item, with its names; nothing that is empty.
 * @param {ShownItem} item
 * @param {Kit} kit
 * @returns {Fact[]}
 */
export function written(item, kit) {
  const { words } = kit;
  /** @type {Fact[]} */
  const facts = [
    [words.state, state(item, kit)],
    [words.owner, item.owner],
    [words.due, readableDate(item.due, kit)],
    [words.reason, item.reason],
    [words.note, item.note],
  ];
  return facts.filter(([, value]) => value);
}
