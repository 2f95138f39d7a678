/** The list as Markdown: a task list that GitHub, wikis and note-taking programs show with boxes. As markdown.py. */

import { about, cleaned, heading, meetingFacts, title, written } from "./plain.js";

/** @typedef {import("./plain.js").Fact} Fact */
/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("./plain.js").ShownItem} ShownItem */
/** @typedef {import("./plain.js").ShownList} ShownList */
/** @typedef {import("./plain.js").ShownSheet} ShownSheet */

// Entities and not backslashes for what begins markup: every reader of Markdown knows them.
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const MEANINGFUL = /[\\`*_[\]|~$]/g;
// What makes a line more than text where it begins with it.
const BEGINNING = /(^|\n)([0-9]*)([-+#=:.)])/g;

/**
 * Title, meeting, answers, and each item as a task with what was marked and written below it.
 * @param {ShownList} list
 * @param {Kit} kit
 * @returns {string}
 */
export function markdown(list, kit) {
  const shown = cleaned(list);
  const blocks = [`# ${escaped(title(shown, kit))}`];
  const facts = meetingFacts(shown, kit).filter(([, value]) => value);
  if (facts.length > 0) blocks.push(facts.map(fact).join("\n"));
  if (shown.answers.length > 0) {
    blocks.push([`${kit.words.your_answers}:`, "", ...shown.answers.map((one) => `- ${escaped(one)}`)].join("\n"));
  }
  for (const sheet of shown.sheets) blocks.push(...sheetBlocks(shown, sheet, kit));
  if (shown.address) blocks.push(`${kit.words.open_again}: <${address(shown.address)}>`);
  return `${blocks.join("\n\n")}\n`;
}

/**
 * @param {ShownList} shown
 * @param {ShownSheet} sheet
 * @param {Kit} kit
 * @returns {string[]}
 */
function sheetBlocks(shown, sheet, kit) {
  const name = heading(shown, sheet);
  const blocks = name ? [`## ${escaped(name)}`] : [];
  blocks.push(escaped(`${kit.words.run_by}: ${sheet.run_by} · ${sheet.mode} · ${sheet.duration}`));
  for (const part of sheet.parts) {
    if (part.items.length === 0) continue;
    blocks.push(`### ${escaped(part.heading)}`, part.items.flatMap((item) => itemLines(item, kit)).join("\n"));
  }
  return [...blocks, escaped(sheet.version)];
}

/**
 * @param {ShownItem} item
 * @param {Kit} kit
 * @returns {string[]}
 */
function itemLines(item, kit) {
  const behind = about(item, kit);
  const box = item.state === "done" ? "[x]" : "[ ]";
  const line = `- ${box} ${escaped(item.text)}${behind ? ` (${escaped(behind)})` : ""}`;
  return [line, ...written(item, kit).map((one) => `    ${fact(one)}`)];
}

/** @param {Fact} fact */
function fact([name, value]) {
  // A backslash at the end of a line keeps the line end; an empty line would end the item.
  const lines = escaped(value).split("\n").filter((line) => line.replaceAll(" ", ""));
  return `- ${escaped(name)}: ${lines.join("\\\n      ")}`;
}

/**
 * `text` as nothing but text.
 * @param {string} text
 */
const escaped = (text) =>
  text
    .replace(MEANINGFUL, "\\$&")
    .replace(/[&<>]/g, (found) => ENTITIES[found])
    .replace(BEGINNING, "$1$2\\$3");

/**
 * An address that cannot end the brackets it stands in.
 * @param {string} text
 */
const address = (text) => text.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(" ", "%20");
