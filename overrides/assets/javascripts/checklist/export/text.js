/** The list as a message: what fits into a chat, and can be read there. The same text as text.py. */

import { cleaned, heading, meetingFacts, readableDate, state, title } from "./plain.js";

/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */

const MARKS = new Map([
  ["partly", "[~]"],
  ["done", "[x]"],
  ["not-applicable", "[-]"],
]);

/**
 * @param {ShownList} shown
 * @returns {number}
 */
const countItems = (shown) => shown.sheets.flatMap((sheet) => sheet.parts).reduce((sum, part) => sum + part.items.length, 0);

/**
 * Title, items with their marks, owners and due dates, and the address; ends with a newline.
 * @param {ShownList} list
 * @param {Kit} kit
 * @param {number} [most] only so many items, and how many more there are
 * @returns {string}
 */
export function text(list, kit, most) {
  const shown = cleaned(list);
  const count = countItems(shown);
  let left = most ?? count;
  const facts = meetingFacts(shown, kit).map(([, value]) => value);
  const blocks = [[title(shown, kit), facts.filter(Boolean).join(" · ")].filter(Boolean).join("\n")];
  for (const sheet of shown.sheets) {
    const lines = sheetLines(sheet, kit, left);
    left -= Math.min(left, sheet.parts.reduce((sum, part) => sum + part.items.length, 0));
    const name = heading(shown, sheet);
    if (lines.length > 0) blocks.push((name ? [name, ...lines] : lines).join("\n"));
  }
  if (most !== undefined && count > most) blocks.push(kit.words.more_items.replace("{count}", String(count - most)));
  if (shown.address) blocks.push(`${kit.words.open_again}: ${shown.address}`);
  return `${blocks.join("\n\n")}\n`;
}

/**
 * @param {ShownSheet} sheet
 * @param {Kit} kit
 * @param {number} most
 * @returns {string[]}
 */
function sheetLines(sheet, kit, most) {
  const lines = [];
  let left = most;
  for (const [number, part] of sheet.parts.entries()) {
    const items = part.items.slice(0, left);
    left -= items.length;
    // What follows is the core unless a heading says otherwise.
    if (items.length > 0 && number > 0) lines.push(`\n${part.heading}`);
    lines.push(...items.flatMap((item) => itemLines(item, kit)));
  }
  return lines;
}

/**
 * @param {ShownItem} item
 * @param {Kit} kit
 * @returns {string[]}
 */
function itemLines(item, kit) {
  const priority = item.priority ? ` (${item.priority})` : "";
  const line = `${MARKS.get(item.state) ?? "[ ]"} ${item.text}${priority}`;
  const facts = [
    state(item, kit),
    item.owner ? `${kit.words.owner}: ${item.owner}` : "",
    item.due ? `${kit.words.due}: ${readableDate(item.due, kit)}` : "",
  ].filter(Boolean);
  return facts.length > 0 ? [line, `    ${facts.join(" · ")}`] : [line];
}

const CHAT = "https://wa.me/?text=";
// Servers refuse addresses that are much longer.
const LONGEST_ADDRESS = 6000;

/**
 * The address that opens a chat program with the list as a message, cut at a whole item where it would be too long.
 * @param {ShownList} list
 * @param {Kit} kit
 * @returns {string}
 */
export function chatAddress(list, kit) {
  /** @param {string} message */
  const address = (message) => CHAT + encodeURIComponent(message);
  /** @param {number} [most] */
  const made = (most) => address(text(list, kit, most));
  let longest = made();
  let [fits, tooMany] = [-1, countItems(list) + 1];
  if (longest.length <= LONGEST_ADDRESS) return longest;
  while (tooMany - fits > 1) {
    const most = Math.floor((fits + tooMany) / 2);
    const attempt = made(most);
    if (attempt.length <= LONGEST_ADDRESS) [fits, longest] = [most, attempt];
    else tooMany = most;
  }
  // A name or address so long that no item fits: then the shortest thing that still leads here.
  return fits >= 0 ? longest : address([...list.address].slice(0, LONGEST_ADDRESS / 12).join(""));
}
