/** The list as a table for a spreadsheet, so that Excel with Indonesian settings opens it in columns. As table.py. */

import { cleaned, state } from "./plain.js";

/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */
/** @typedef {import("../shown-list.js").Part} Part */

// With a comma for decimals, as in Indonesia, spreadsheets expect a semicolon between values.
const DELIMITER = ";";
// What a spreadsheet takes for a formula, the full-width signs included, behind what it passes over.
const AT_START = /^([ "\xa0\u200b-\u200f\u2060]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/;
// A program that takes another delimiter, or no quotation marks, begins a cell here too: see "CSV Injection" of OWASP.
const WITHIN = new RegExp(`(^|[,;|])${AT_START.source.slice(1)}`, "g");
// There a sign is mostly a dash or a minus. Only these do harm: to call a function, another program or another file.
const CALL = /[A-Za-z_\u00c0-\uffff]\(|![A-Za-z0-9_$']|'#/;

// What an item counts as that nobody has marked, as on the page. A table is counted; what is printed has a box to tick.
const UNMARKED = "not-yet";

/** @typedef {{shown: ShownList, sheet: ShownSheet, part: Part, item: ShownItem, kit: Kit}} Row */

/** @type {[string, (row: Row) => string][]} */
const COLUMNS = [
  ["pause_point", ({ sheet }) => sheet.title],
  ["part", ({ part }) => part.heading],
  ["item", ({ item }) => item.text],
  ["priority", ({ item, kit }) => (item.own ? kit.words.own_item : item.priority)],
  ["state", ({ item, kit }) => state(item, kit) || kit.states[UNMARKED]],
  ["owner", ({ item }) => item.owner],
  ["due", ({ item }) => item.due],
  ["note", ({ item }) => item.note],
  ["reason", ({ item }) => item.reason],
  ["scope", ({ item }) => item.scope],
  ["why", ({ item }) => item.why],
  ["exception", ({ item }) => item.exception],
  ["lead_role", ({ item }) => item.lead_role],
  ["ask", ({ item }) => item.ask],
  // In columns of their own, at the end: lines above or below the table would be in the way of whoever sorts it.
  ["list_version", ({ sheet }) => sheet.version],
  ["open_again", ({ shown }) => shown.address],
];

/**
 * One row for each item, every value in quotation marks, lines that end in CR LF.
 *
 * It begins with a byte order mark, without which Excel takes UTF-8 for another encoding. Dates stay 2026-11-21,
 * which spreadsheets of every language understand.
 * @param {ShownList} list
 * @param {Kit} kit
 * @returns {string}
 */
export function table(list, kit) {
  const rows = [COLUMNS.map(([name]) => kit.words[name])];
  const shown = cleaned(list);
  for (const sheet of shown.sheets) {
    for (const part of sheet.parts) {
      for (const item of part.items) rows.push(COLUMNS.map(([, value]) => value({ shown, sheet, part, item, kit })));
    }
  }
  return `\ufeff${rows.map((row) => `${row.map(cell).join(DELIMITER)}\r\n`).join("")}`;
}

/**
 * An apostrophe makes a spreadsheet show the text as it is instead of computing it.
 * @param {string} value
 */
function cell(value) {
  const lines = value.split("\n").map((line) => (CALL.test(line) ? line.replace(WITHIN, "$1$2'") : line));
  return `"${lines.join("\n").replace(AT_START, "$1'").replaceAll('"', '""')}"`;
}
