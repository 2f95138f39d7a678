/** The due dates of a list as a calendar file: RFC 5545, an event of a whole day for each. */

import { cleaned, state, title } from "./plain.js";

/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */
/** @typedef {Pick<import("../saved-list.js").SavedList, "identity" | "changed">} Saved whose due dates they are */

const LINE = 75;
// Numbers of a calendar end at 2,147,483,647: in seconds from here that is in 2094.
const START = Date.UTC(2026, 0);
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

/**
 * True for a day of the calendar: 2026-02-30 is none, and a calendar program would refuse the file.
 * @param {string} text
 */
function isDay(text) {
  const day = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/**
 * The calendar of a list, or null when no item has a due date.
 * @param {ShownList} list
 * @param {Kit} kit
 * @param {Date} now
 * @param {Saved} saved
 * @returns {string | null}
 */
export function calendar(list, kit, now, saved) {
  const shown = cleaned(list);
  const times = timesOf(saved, now);
  const events = shown.sheets.flatMap((sheet) =>
    sheet.parts.flatMap((part) => part.items.filter((item) => isDay(item.due)).flatMap((item) => event(shown, sheet, item, kit, [uid(sheet, item, saved), ...times]))),
  );
  if (events.length === 0) return null;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${kit.site}//${kit.words.checklist}//${shown.language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(title(shown, kit))}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * The same item of the same list keeps its identity, whatever either is called, so that a second import changes the
 * event and adds none. Another list has another, so that two people may share a calendar.
 * @param {ShownSheet} sheet
 * @param {ShownItem} item
 * @param {Saved} saved
 */
const uid = (sheet, item, { identity }) => `UID:${escaped(`${sheet.pause_point}.${item.slug}.${identity}@simpul-kolaborasi`)}`;

/**
 * When the file was made, and how new the list is: of two files with an event, programs take the higher number.
 * @param {Saved} saved
 * @param {Date} now
 */
function timesOf(saved, now) {
  const changed = new Date(Math.min(Date.parse(saved.changed) || now.valueOf(), now.valueOf()));
  const sequence = Math.max(0, Math.floor((changed.valueOf() - START) / 1000));
  return [`DTSTAMP:${moment(now)}`, `LAST-MODIFIED:${moment(changed)}`, `SEQUENCE:${sequence}`];
}

/** @param {Date} date */
const moment = (date) => date.toISOString().replace(/\.[0-9]+/, "").replace(/[-:]/g, "");

/**
 * @param {ShownList} shown
 * @param {ShownSheet} sheet
 * @param {ShownItem} item
 * @param {Kit} kit
 * @param {string[]} identity which event it is, in which state
 * @returns {string[]}
 */
function event(shown, sheet, item, kit, identity) {
  const facts = [
    sheet.title,
    item.owner ? `${kit.words.owner}: ${item.owner}` : "",
    state(item, kit) ? `${kit.words.state}: ${state(item, kit)}` : "",
    item.note,
    shown.address ? `${kit.words.open_again}: ${shown.address}` : "",
  ];
  return [
    "BEGIN:VEVENT",
    ...identity,
    `DTSTART;VALUE=DATE:${item.due.replaceAll("-", "")}`,
    `SUMMARY:${escaped(item.text)}`,
    `DESCRIPTION:${escaped(facts.filter(Boolean).join("\n"))}`,
    // Whoever has something due is not therefore busy all day.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/**
 * The line in parts of at most 75 bytes, none of which ends inside a character; the space before a part belongs to it.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  /** @type {string[]} */
  const parts = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > LINE) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += character;
    size += bytes;
  }
  return [...parts, part].join("\r\n");
}
