/** A reader's list as it is kept on the device and in a file: read without trusting it, written in one form. */

/** @typedef {Record<string, string>} Entry what is marked and written beside one item: field -> value */
/** @typedef {{slug: string, pause_point: string, text: string}} OwnItem */

/**
 * @typedef {object} SavedList
 * @property {string} format
 * @property {number} version
 * @property {string} identity random, the same wherever this list is opened, so that its due dates are known again
 * @property {string} language
 * @property {string} name
 * @property {string} changed when it was last written, as in 2026-11-21T10:00:00Z
 * @property {Record<string, string[]>} answers facet -> choices
 * @property {{partners: string, date: string, place: string}} meeting
 * @property {Record<string, Entry>} entries by the slug of the item, known to this site or not
 * @property {string[]} taken_in items the rule leaves out and the reader wants
 * @property {OwnItem[]} own_items
 */

/** @typedef {"broken" | "newer" | "too-large"} Trouble why a text is no list that can be opened */

const FORMAT = "simpul-kolaborasi/checklist";
const VERSION = 2;
const FIELDS = ["state", "owner", "due", "note", "reason"];
const STATES = ["not-yet", "partly", "done", "not-applicable"];
const IDENTITY = /^[a-z0-9]{16,40}$/;
const OWN_SLUG = /^own-[a-z0-9]{1,40}$/;
// A device holds about five million characters; a longer text was never a list of ours.
const LONGEST = 5_000_000;
const MOST = 5_000;

/**
 * @param {string} name
 * @param {string} language
 * @returns {SavedList}
 */
export function emptyList(name, language) {
  return {
    format: FORMAT,
    version: VERSION,
    identity: "",
    language,
    name,
    changed: "",
    answers: Object.create(null),
    meeting: { partners: "", date: "", place: "" },
    entries: Object.create(null),
    taken_in: [],
    own_items: [],
  };
}

export const newIdentity = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The list that `text` holds, of this version or an older one, or why it holds none. Slugs this site does not know stay.
 * @param {string} text
 * @param {string} name of a list that has none
 * @param {string} language
 * @returns {{list: SavedList} | {trouble: Trouble}}
 */
export function parseSavedList(text, name, language) {
  if (text.length > LONGEST) return { trouble: "too-large" };
  let data;
  try {
    // A file from an editor may begin with a byte order mark.
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { trouble: "broken" };
  }
  if (!isRecord(data)) return { trouble: "broken" };
  if (data.format === FORMAT && Number.isInteger(data.version) && data.version > VERSION) return { trouble: "newer" };
  const current = upgraded(data);
  if (!current) return { trouble: "broken" };
  if (Object.keys(current.entries).length > MOST || listed(current.own_items).length > MOST) return { trouble: "too-large" };
  return { list: read(current, emptyList(name, language)) };
}

/**
 * The data of an older version in the form of this one; nothing when it is no list.
 * @param {Record<string, any>} data
 * @returns {Record<string, any> | null}
 */
function upgraded(data) {
  // The first version was kept on devices only: one record of entries for each pause point, without a name.
  if ((data.version ?? 1) === 1 && isRecord(data.items)) return { entries: data.items };
  return data.format === FORMAT && data.version === VERSION && isRecord(data.entries) ? data : null;
}

/**
 * @param {Record<string, any>} data
 * @param {SavedList} list
 */
function read(data, list) {
  list.name = oneLine(textOf(data.name)) || list.name;
  list.identity = IDENTITY.test(textOf(data.identity)) ? data.identity : "";
  list.language = textOf(data.language) || list.language;
  list.changed = textOf(data.changed);
  for (const [facet, values] of recorded(data.answers)) list.answers[facet] = texts(values);
  for (const key of /** @type {const} */ (["partners", "date", "place"])) list.meeting[key] = textOf(data.meeting?.[key]);
  for (const [slug, entry] of recorded(data.entries)) if (isRecord(entry)) list.entries[slug] = readEntry(entry);
  list.taken_in = [...new Set(texts(data.taken_in))];
  for (const item of listed(data.own_items)) addOwnItem(list, item);
  return list;
}

/**
 * @param {Record<string, unknown>} written
 * @returns {Entry}
 */
function readEntry(written) {
  /** @type {Entry} */
  const entry = {};
  for (const field of FIELDS) if (textOf(written[field])) entry[field] = textOf(written[field]);
  return entry;
}

/**
 * An item of the reader's must not pass for one of the site's, nor for another one: it then gets a slug of its own.
 * @param {SavedList} list
 * @param {any} item
 */
function addOwnItem(list, item) {
  const text = oneLine(textOf(item?.text));
  if (!text) return;
  const written = textOf(item.slug);
  let slug = written;
  for (let number = 1; !OWN_SLUG.test(slug) || list.own_items.some((one) => one.slug === slug); number += 1) slug = `own-x${number}`;
  if (slug !== written && Object.hasOwn(list.entries, written)) list.entries[slug] = list.entries[written];
  list.own_items.push({ slug, pause_point: textOf(item.pause_point), text });
}

/**
 * The list as the text of a file, which `parseSavedList` reads again without loss.
 * @param {SavedList} list
 */
export const serialise = (list) => JSON.stringify(list, null, 1);

/**
 * The states of a list for a link: slug:state, in the order of the entries. Own items stay on the device.
 * @param {SavedList} list
 */
export const statesForLink = (list) =>
  Object.entries(list.entries)
    .filter(([slug, entry]) => STATES.includes(entry.state) && !slug.startsWith("own-"))
    .map(([slug, entry]) => `${slug}:${entry.state}`)
    .join(",");

/**
 * The entries that the states of a link stand for, and the parts of it that are none.
 * @param {string} written
 * @returns {{entries: Record<string, Entry>, unknown: string[]}}
 */
export function entriesFromLink(written) {
  /** @type {Record<string, Entry>} */
  const entries = Object.create(null);
  const unknown = [];
  for (const part of written.split(",").slice(0, MOST)) {
    const [, slug, state] = /^([a-z0-9][a-z0-9-]{0,99}):([a-z-]+)$/.exec(part) ?? [];
    if (slug && STATES.includes(state)) entries[slug] = { state };
    else if (part) unknown.push(part);
  }
  return { entries, unknown };
}

/** @param {string} text */
export const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const textOf = (value) => (typeof value === "string" ? value : "");

/** @param {unknown} value */
const recorded = (value) => (isRecord(value) ? Object.entries(value) : []);

/**
 * @param {unknown} value
 * @returns {any[]}
 */
const listed = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value */
const texts = (value) => listed(value).filter((one) => typeof one === "string");
