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
    ...footer(shown, kit),
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
  "</header>",
];

/**
 * @param {ShownList} shown
 * @param {ShownSheet} sheet
 * @param {Kit} kit
 * @returns {string[]}
 */
function section(shown, sheet, kit) {
  const { words } = kit;
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
    ...sheet.parts
      .filter((part) => part.items.length > 0)
      .flatMap((part) => [`<h3>${escaped(part.heading)}</h3>`, "<ol>", ...part.items.flatMap((item) => itemLines(item, kit)), "</ol>"]),
    ...(sheet.left_out.length > 0
      ? [`<h3>${escaped(words.left_out)}</h3>`, ...list(sheet.left_out.map((one) => `${one.text} ${one.reason}`))]
      : []),
    ...sheet.signatories.map((name) => `<p class="sign">${escaped(name)}<br>${escaped(words.signature)}</p>`),
    `<p class="about">${escaped(kit.site)} · ${escaped(sheet.version)}</p>`,
    "</section>",
  ];
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
 * @param {ShownList} shown
 * @param {Kit} kit
 * @returns {string[]}
 */
function footer(shown, kit) {
  const address = escaped(shown.address);
  // An address of another kind, which only a hostile list holds, must not become a link.
  const link = /^https?:\/\//.test(shown.address) ? `<a href="${address}">${address}</a>` : address;
  const line = address ? [`<p>${escaped(kit.words.open_again)}: ${link}</p>`] : [];
  return ["<footer>", ...line, `<p>${escaped(kit.site)}</p>`, "</footer>"];
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
