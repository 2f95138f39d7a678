/** The list as a document for Word and LibreOffice: a table to write in, on A4. The same bytes as document.py. */

import { zip } from "./package.js";
import { NOTHING_MARKED, about, cleaned, heading, meetingFacts, readableDate, state, title } from "./plain.js";

/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */
/** @typedef {import("../shown-list.js").Part} Part */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">';
const HEAD = 100;
// The places of a row of signatories in the mould; more of them take more rows.
const SIGNATORIES = ["first", "second", "third"];
// Only these files hold places for text: braces elsewhere are braces.
const WITH_PLACES = /^(word\/document\.xml$|docProps\/core\.xml$|word\/header|word\/footer)/;

/**
 * The DOCX file: meeting, answers, for each pause point its tables and places to sign, the address at the foot.
 * @param {ShownList} list
 * @param {Kit} kit
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function document(list, kit) {
  const shown = forTheseAnswers(cleaned(list));
  const values = {
    title: escaped(shortened(title(shown, kit))),
    source: escaped(shown.address || kit.site),
    content: content(shown, kit).join(""),
  };
  return zip(Object.entries(kit.mould.parts).map(([name, text]) => [name, WITH_PLACES.test(name) ? filled(text, values) : text]));
}

/**
 * The list without the words for whom an item is meant, once answers have said it, as on paper.
 * @param {ShownList} shown
 * @returns {ShownList}
 */
function forTheseAnswers(shown) {
  if (shown.answers.length === 0) return shown;
  /** @param {Part} part */
  const withoutScopes = (part) => ({ ...part, items: part.items.map((item) => ({ ...item, scope: "" })) });
  return { ...shown, sheets: shown.sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.map(withoutScopes) })) };
}

/**
 * What the head of every page has room for, counted in characters as Python counts them.
 * @param {string} text
 */
function shortened(text) {
  const characters = [...text];
  return characters.length <= HEAD ? text : `${characters.slice(0, HEAD - 1).join("")}…`;
}

/**
 * @param {ShownList} shown
 * @param {Kit} kit
 * @returns {string[]}
 */
function content(shown, kit) {
  const { pieces } = kit.mould;
  const facts = meetingFacts(shown, kit).map(([name, value]) => (value ? piece(kit, "field", { name, value }) : piece(kit, "blank", { name })));
  const parts = [piece(kit, "title", { text: title(shown, kit) }), pieces.fields_start, ...facts, pieces.fields_end];
  if (shown.answers.length > 0) {
    parts.push(piece(kit, "paragraph", { text: `${kit.words.your_answers}:` }));
    parts.push(...shown.answers.map((answer) => piece(kit, "bullet", { text: answer })));
  }
  for (const [number, sheet] of shown.sheets.entries()) {
    const name = heading(shown, sheet);
    if (name) parts.push(piece(kit, number > 0 ? "next_heading" : "heading", { text: name }));
    parts.push(...sheetPieces(sheet, kit));
  }
  return parts;
}

/**
 * @param {ShownSheet} sheet
 * @param {Kit} kit
 * @returns {string[]}
 */
function sheetPieces(sheet, kit) {
  const parts = sheet.parts.filter((part) => part.items.length > 0);
  return [
    piece(kit, "paragraph", { text: `${kit.words.run_by}: ${sheet.run_by} · ${sheet.mode} · ${sheet.duration}` }),
    ...parts.flatMap((part) => partPieces(part, kit, part === parts.at(-1))),
    ...signaturePieces(sheet.signatories, kit),
    piece(kit, "small", { text: `${kit.site} · ${sheet.version}` }),
  ];
}

/**
 * @param {string[]} signatories
 * @param {Kit} kit
 * @returns {string[]}
 */
function signaturePieces(signatories, kit) {
  const pieces = [];
  for (let start = 0; start < signatories.length; start += SIGNATORIES.length) {
    const across = signatories.slice(start, start + SIGNATORIES.length);
    const places = Object.fromEntries(across.map((name, place) => [SIGNATORIES[place], name]));
    pieces.push(piece(kit, `signatures_${across.length}`, places));
  }
  return pieces;
}

/**
 * A part and its table; the row that ends the list stays with the signatures below it.
 * @param {Part} part
 * @param {Kit} kit
 * @param {boolean} ends
 * @returns {string[]}
 */
const partPieces = (part, kit, ends) => [
  piece(kit, "part_heading", { text: part.heading }),
  kit.mould.pieces.items_start,
  ...part.items.slice(0, -1).map((item) => row(item, kit)),
  ...part.items.slice(-1).map((item) => row(item, kit, ends ? "last_" : "")),
  kit.mould.pieces.items_end,
];

/**
 * @param {ShownItem} item
 * @param {Kit} kit
 * @param {string} which the row of its kind, by the start of its name
 */
function row(item, kit, which = "") {
  const behind = about(item, kit);
  const reason = item.reason ? `${kit.words.reason}: ${item.reason}` : "";
  return filled(kit.mould.pieces[`${which}row`], {
    state: escaped(state(item, kit) || NOTHING_MARKED),
    text: escaped(item.text),
    owner: escaped(item.owner),
    due: escaped(readableDate(item.due, kit)),
    note: escaped([reason, item.note].filter(Boolean).join("\n")),
    about: behind ? piece(kit, `${which}about`, { text: behind }) : "",
  });
}

/**
 * @param {Kit} kit
 * @param {string} name
 * @param {Record<string, string>} values
 */
const piece = (kit, name, values) =>
  filled(kit.mould.pieces[name], Object.fromEntries(Object.entries(values).map(([place, value]) => [place, escaped(value)])));

/**
 * `xml` with its places filled in one pass, so that braces in a text are never taken for a place.
 * @param {string} xml
 * @param {Record<string, string>} values
 */
const filled = (xml, values) => xml.replace(/\{([a-z]+)\}/g, (place, name) => (Object.hasOwn(values, name) ? values[name] : place));

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (found) => ENTITIES[found]).replaceAll("\n", NEW_LINE);
