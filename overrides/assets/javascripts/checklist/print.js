/**
 * Paper: the reader's choices for it, and what a sheet gets just before it is printed and loses after.
 * Rules for paper see the choices themselves; here is only what rules cannot do.
 */

import { clearMargins, writeMargins } from "./page-margins.js";
import { readShownList } from "./shown-list.js";
import { writtenDate } from "./words.js";

/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {import("./shown-list.js").ShownList} ShownList */
/** @typedef {import("./second-language.js").Texts} Texts */

const KEY = "kb:paper";

/**
 * Adds what only paper shows. Each of these adds elements and names them, so that they can be taken away again.
 * @typedef {(element: Element) => void} Added
 */

/**
 * Lets the reader choose how the lists are printed, and prepares the paper whenever the page is printed.
 * @param {HTMLElement} root
 * @param {Sheet[]} sheets
 * @returns {() => Promise<void>} prepares the paper and prints
 */
export function startPaper(root, sheets) {
  const panel = /** @type {HTMLElement} */ (root.querySelector('[data-component="paper"]'));
  const choices = [...panel.querySelectorAll(/** @type {"input"} */ ("[data-paper]"))];
  const notice = /** @type {HTMLElement} */ (panel.querySelector("[data-failed]"));
  /** @param {string} name */
  const isChosen = (name) => choices.some((choice) => choice.dataset.paper === name && choice.checked);

  /** @type {typeof import("./qr.js") | undefined} */
  let codes;
  /** @type {typeof import("./second-language.js") | undefined} */
  let second;
  /** @type {Texts | undefined} */
  let texts;

  const loadCodes = async () => {
    if (!codes && root.querySelector('[data-component="code"]')) codes = await import("./qr.js");
  };
  const loadTexts = async () => {
    if (!isChosen("bilingual")) return;
    second ??= await import("./second-language.js");
    texts ??= await second.loadTexts(panel.dataset.otherLanguage ?? "");
  };
  let asked = 0;
  // Paper without a code still has the address; paper without the second language is told, because it was asked for.
  const prepare = async () => {
    const mine = ++asked;
    panel.setAttribute("aria-busy", "true");
    const [, told] = await Promise.allSettled([loadCodes(), loadTexts()]);
    // What was chosen meanwhile is still on its way.
    if (mine !== asked) return;
    const failed = told.status === "rejected";
    notice.textContent = failed ? (notice.dataset.failed ?? "") : "";
    notice.hidden = !failed;
    panel.removeAttribute("aria-busy");
  };

  /** @type {Element[]} */
  let added = [];
  const dress = () => {
    undress();
    /** @type {Added} */
    const add = (element) => added.push(element);
    const list = readShownList(root, sheets);
    const meeting = meetingOnPaper(list);
    writeMeeting(root, meeting);
    writeMargins(list, [meeting.date, meeting.title]);
    moveClosings(root);
    if (isChosen("compare")) addSecondPartner(root, add);
    if (isChosen("bilingual") && second && texts) second.addSecondLanguage(root, texts, add);
    const code = codes?.drawCode(list.address);
    if (code) addCodes(root, code, add);
  };
  const undress = () => {
    for (const element of added) element.remove();
    added = [];
    putClosingsBack(root);
    clearMargins();
  };

  recallChoices(choices);
  showChoices(panel, choices);
  prepare();
  panel.addEventListener("change", () => {
    keepChoices(choices);
    showChoices(panel, choices);
    prepare();
  });
  addEventListener("beforeprint", dress);
  addEventListener("afterprint", undress);
  return async () => {
    await prepare();
    print();
  };
}

/**
 * Chooses again what was chosen on this device before; anything else that may stand there is ignored.
 * @param {HTMLInputElement[]} choices
 */
function recallChoices(choices) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!Array.isArray(kept)) return;
    for (const choice of choices) if (kept.includes(choice.dataset.paper)) choice.checked = true;
  } catch {
    // Storage is blocked or was changed by somebody else: the usual paper then.
  }
}

/** @param {HTMLInputElement[]} choices */
function keepChoices(choices) {
  try {
    const chosen = choices.filter((choice) => choice.checked).map((choice) => choice.dataset.paper);
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // The choice then holds for this page only.
  }
}

/**
 * Says beside the closed choices what differs from the usual.
 * @param {HTMLElement} panel
 * @param {HTMLInputElement[]} choices
 */
function showChoices(panel, choices) {
  const chosen = choices.filter((choice) => choice.checked && choice.dataset.short);
  panel.querySelector("[data-chosen]")?.replaceChildren(chosen.map((choice) => choice.dataset.short).join(", "));
}

/**
 * What is known of the meeting, as paper says it.
 * @param {ShownList} list
 * @returns {Record<string, string>}
 */
function meetingOnPaper(list) {
  const date = new Date(`${list.meeting.date}T00:00:00Z`);
  const written = { title: list.name, ...list.meeting };
  if (!Number.isNaN(date.valueOf())) written.date = writtenDate(date, { dateStyle: "long", timeZone: "UTC" });
  return written;
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, string>} written
 */
function writeMeeting(root, written) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-written-meeting]"))) {
    place.textContent = written[place.dataset.writtenMeeting ?? ""] ?? "";
  }
}

/**
 * Puts the signatures and the address of each list into its last item that is printed: a page holds both or neither.
 * @param {HTMLElement} root
 */
function moveClosings(root) {
  for (const closing of root.querySelectorAll('[data-component="closing"]')) {
    const items = sheetOf(closing)?.querySelectorAll('[data-component="item"]:not([hidden], [data-part]:has([data-print-part]:not(:checked)) *)');
    if (items?.length) items[items.length - 1].append(closing);
  }
}

/** @param {HTMLElement} root */
function putClosingsBack(root) {
  for (const closing of root.querySelectorAll('[data-component="closing"]')) sheetOf(closing)?.append(closing);
}

/** @param {Element} part */
const sheetOf = (part) => part.closest('[data-component="sheet"]');

/**
 * A second column of states and one for differences, in every row that is printed.
 * @param {HTMLElement} root
 * @param {Added} add
 */
function addSecondPartner(root, add) {
  for (const states of root.querySelectorAll('[data-component="item"]:not([hidden]) fieldset')) {
    const second = made("div", "kb-item__second");
    second.append(...[...states.querySelectorAll("label")].map(copyToMark));
    const differs = made("div", "kb-item__differs");
    differs.append(made("span", "kb-item__box"));
    states.after(second, differs);
    add(second);
    add(differs);
  }
}

/**
 * A state that is marked with a pen: its box is no field, which would take the mark from the reader's own.
 * @param {HTMLLabelElement} label
 */
function copyToMark(label) {
  const copy = made("div", label.className);
  const word = made("span");
  word.textContent = label.textContent?.trim() ?? "";
  word.dataset.says = /** @type {HTMLInputElement} */ (label.control).value;
  copy.append(made("span", "kb-item__box"), " ", word);
  return copy;
}

/**
 * @param {string} name
 * @param {string} [style]
 */
function made(name, style) {
  const element = document.createElement(name);
  if (style) element.className = style;
  return element;
}

/**
 * @param {HTMLElement} root
 * @param {SVGElement} code
 * @param {Added} add
 */
function addCodes(root, code, add) {
  for (const place of root.querySelectorAll('[data-component="sheet"]:not([hidden]) [data-component="code"]')) {
    const copy = /** @type {SVGElement} */ (code.cloneNode(true));
    place.append(copy);
    add(copy);
  }
}
