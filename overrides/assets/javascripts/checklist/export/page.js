/** The list as one HTML file that needs nothing else: no script, no address to load from. The same text as page.py. */

import { NOTHING_MARKED, about, cleaned, heading, meetingFacts, state, title, written } from "./plain.js";

/** @typedef {import("./plain.js").Fact} Fact */
/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// The file forbids itself everything but its own styles, whatever a text in it may hold.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The list with everything that stands behind an item, and what was left out and why.
 * @param {ShownList} list
 * @param {Kit} kit
 * @returns {string}
 */
export function page(list, kit) {
  const shown = cleaned(list);
  const name = escaped(title(shown, kit));
  const lines = [
    "<!DOCTYPE html>",
    `<html lang="${shown.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${name} · ${escaped(kit.site)}</title>`,
    `<style>\n${kit.style}</style>`,
    "</head>",
    "<body>",
    ...header(shown, kit, name),
    "<main>",
    ...shown.sheets.flatMap((sheet) => section(shown, sheet, kit)),
    "</main>",
    "</body>",
    "</html>",
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * @param {ShownList} shown
 * @param {Kit} kit
 * @param {string} name
 * @returns {string[]}
 */
const header = (shown, kit, name) => [
  "<header>",
  `<h1>${name}</h1>`,
  ...facts(meetingFacts(shown, kit)),
  ...(shown.answers.length > 0 ? [`<p>${escaped(kit.words.your_answers)}:</p>`, ...list(shown.answers)] : []),
  // Above the list: below it, this line would now and then take a page for itself.
  ...reopening(shown, kit),
  "</header>",
];

/**
 * @param {ShownList} shown
 * @param {Kit} kit
 * @returns {string[]}
 */
function reopening(shown, kit) {
  if (!shown.address) return [];
  const address = escaped(shown.address);
  // An address of another kind, which only a hostile list holds, must not become a link.
  const link = /^https?:\/\//.test(shown.address) ? `<a href="${address}">${address}</a>` : address;
  return [`<p class="about">${escaped(kit.words.open_again)}: ${link}</p>`];
}

/**
 * @param {ShownList} shown
 * @param {ShownSheet} sheet
 * @param {Kit} kit
 * @returns {string[]}
 */
function section(shown, sheet, kit) {
  const { words } = kit;
  const lists = sheet.parts
    .filter((part) => part.items.length > 0)
    .map((part) => ({ heading: part.heading, kind: "ol", lines: part.items.map((item) => itemLines(item, kit).join("\n")) }));
  if (sheet.left_out.length > 0) {
    const lines = sheet.left_out.map((one) => `<li>${escaped(`${one.text} ${one.reason}`)}</li>`);
    lists.push({ heading: words.left_out, kind: "ul", lines });
  }
  return [
    "<section>",
    // Below the title there is always a heading, so that headings never skip a level.
    `<h2>${escaped(heading(shown, sheet) || words.checklist)}</h2>`,
    ...facts([
      [words.what_for, sheet.purpose],
      [words.when, sheet.when],
      [words.run_by, sheet.run_by],
      [words.how_long, sheet.duration],
      [words.how_to_use, `${sheet.mode}. ${sheet.mode_help}`],
    ]),
    ...lists.slice(0, -1).flatMap(whole),
    ...lists.slice(-1).flatMap(allButLast),
    // On paper the places to sign stay with the last line: alone on a page they would vouch for nothing.
    '<div class="end">',
    ...lists.slice(-1).flatMap(last),
    ...sheet.signatories.map((name) => `<p class="sign">${escaped(name)}<br>${escaped(words.signature)}</p>`),
    `<p class="about">${escaped(kit.site)} · ${escaped(sheet.version)}</p>`,
    "</div>",
    "</section>",
  ];
}

/**
 * A heading and the lines of the list below it, which can be written in two pieces.
 * @typedef {{heading: string, kind: string, lines: string[]}} Lines
 */

/** @param {Lines} list */
const whole = ({ heading, kind, lines }) => [`<h3>${escaped(heading)}</h3>`, `<${kind}>`, ...lines, `</${kind}>`];

/**
 * Nothing when there is one line only: its heading must not stay behind.
 * @param {Lines} list
 */
const allButLast = (list) => (list.lines.length > 1 ? whole({ ...list, lines: list.lines.slice(0, -1) }) : []);

/** @param {Lines} list */
function last(list) {
  const { kind, lines } = list;
  if (lines.length === 1) return whole(list);
  const start = kind === "ol" ? ` start="${lines.length}"` : "";
  return [`<${kind}${start}>`, lines[lines.length - 1], `</${kind}>`];
}

/**
 * @param {ShownItem} item
 * @param {Kit} kit
 * @returns {string[]}
 */
function itemLines(item, kit) {
  const { words } = kit;
  const behind = about(item, kit);
  const reasons = facts([
    [words.why, item.why],
    [words.exception, item.exception],
    [words.lead_role, item.lead_role],
    [words.ask, item.ask],
  ]);
  return [
    "<li>",
    `<p class="text">${escaped(item.text)}</p>`,
    ...(behind ? [`<p class="about">${escaped(behind)}</p>`] : []),
    `<p class="state">${escaped(state(item, kit) || NOTHING_MARKED)}</p>`,
    ...facts(written(item, kit).filter(([name]) => name !== words.state)),
    ...(reasons.length > 0 ? ['<div class="behind">', ...reasons, "</div>"] : []),
    "</li>",
  ];
}

/**
 * The facts that are not empty.
 * @param {Fact[]} all
 * @returns {string[]}
 */
function facts(all) {
  const lines = all.filter(([, value]) => value).map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`);
  return lines.length > 0 ? ["<dl>", ...lines, "</dl>"] : [];
}

/** @param {string[]} texts */
const list = (texts) => ["<ul>", ...texts.map((text) => `<li>${escaped(text)}</li>`), "</ul>"];

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (found) => ENTITIES[found]);
