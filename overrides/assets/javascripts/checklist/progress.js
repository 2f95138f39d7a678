/** What the reader marks and writes beside the items: kept on the device, counted, and ready for paper. */

import { isShown } from "./sheets.js";

/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./sheets.js").Sheet} Sheet */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */
/** @typedef {Record<string, string>} Entry one item as it is stored: field -> what was marked or written */

const KEY = "simpul.checklist.v1.";
const ASIDE = ".unreadable";
const NEXT = 3;
const SETTLED = ["done", "not-applicable"];
// How long somebody has stopped typing, in milliseconds, before what was typed is kept.
const PAUSE = 300;

/** @param {Sheet} sheet */
const keyOf = (sheet) => KEY + sheet.pausePoint;

/**
 * @param {Item} item
 * @returns {Control[]}
 */
const controls = (item) => [...item.element.querySelectorAll(/** @type {"input"} */ ("[data-field]"))];

/** @param {Control} control */
const isRadio = (control) => control.type === "radio";

/**
 * What is stored for a list. Throws when it cannot be read, so that it is never taken for an empty list.
 * @param {Sheet} sheet
 * @returns {Record<string, Entry>}
 */
function stored(sheet) {
  const text = localStorage.getItem(keyOf(sheet));
  if (text === null) return {};
  const items = JSON.parse(text)?.items;
  if (typeof items !== "object" || items === null || Array.isArray(items)) throw new SyntaxError(keyOf(sheet));
  return items;
}

/**
 * An item for some readers only is counted once it is marked: until then nobody knows whether it concerns them.
 * @param {Item} item
 */
const isCounted = (item) => isShown(item) && (!item.optional || item.state !== undefined);

/**
 * Gives the label what was written, because paper shows the text in full where a field would cut it.
 * @param {Control} control
 */
function preparePaper(control) {
  if (isRadio(control) || !control.parentElement) return;
  const isDate = control instanceof HTMLInputElement && control.valueAsDate;
  control.parentElement.dataset.written = isDate
    ? isDate.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
    : control.value;
}

/**
 * Puts a stored entry into the fields of its item. Values of another kind than text are ignored.
 * @param {Item} item
 * @param {unknown} entry
 */
function fill(item, entry) {
  item.state = undefined;
  for (const control of controls(item)) {
    const value = /** @type {Entry | undefined} */ (entry)?.[control.dataset.field ?? ""];
    const text = typeof value === "string" ? value : "";
    if (isRadio(control)) {
      /** @type {HTMLInputElement} */ (control).checked = control.value === text;
      if (control.value === text) item.state = text;
    } else {
      control.value = text;
    }
    preparePaper(control);
  }
}

/**
 * @param {Item} item
 * @returns {Entry}
 */
function entryOf(item) {
  /** @type {Entry} */
  const entry = {};
  for (const control of controls(item)) {
    const counts = isRadio(control) ? /** @type {HTMLInputElement} */ (control).checked : control.value !== "";
    if (counts && control.dataset.field) entry[control.dataset.field] = control.value;
  }
  return entry;
}

/**
 * Keeps marks and notes of the lists on the device, and shows counts and the next actions in `panel`.
 * @param {HTMLElement} root
 * @param {HTMLElement} panel
 * @param {Sheet[]} sheets
 * @returns {() => void} call it when other items are shown than before
 */
export function keepProgress(root, panel, sheets) {
  /** @param {string} name */
  const notice = (name) => /** @type {HTMLElement} */ (panel.querySelector(`[data-notice=${name}]`));

  /** @param {Sheet} sheet */
  const restore = (sheet) => {
    /** @type {Record<string, Entry>} */
    let entries = {};
    try {
      entries = stored(sheet);
    } catch (error) {
      notice(error instanceof SyntaxError ? "unreadable" : "blocked").hidden = false;
      if (error instanceof SyntaxError) putAside(sheet);
    }
    for (const item of sheet.items) {
      const slug = [item.slug, ...item.aliases].find((name) => Object.hasOwn(entries, name));
      fill(item, slug === undefined ? undefined : entries[slug]);
    }
  };

  /** @param {Sheet} sheet */
  const putAside = (sheet) => {
    try {
      localStorage.setItem(keyOf(sheet) + ASIDE, localStorage.getItem(keyOf(sheet)) ?? "");
      localStorage.removeItem(keyOf(sheet));
    } catch {
      notice("blocked").hidden = false;
    }
  };

  // Reads again before it writes: the same list may be open in another tab, and other items must keep their entries.
  /** @param {Item} item */
  const save = (item) => {
    try {
      const entries = stored(item.sheet);
      for (const name of item.aliases) delete entries[name];
      entries[item.slug] = entryOf(item);
      localStorage.setItem(keyOf(item.sheet), JSON.stringify({ items: entries }));
      notice("blocked").hidden = true;
    } catch {
      notice("blocked").hidden = false;
    }
  };

  const recount = () => count(panel, sheets.flatMap((sheet) => sheet.items).filter(isCounted));

  /** @type {Set<Item>} what was typed and is not kept yet */
  const typed = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const keepTyped = () => {
    clearTimeout(pause);
    for (const item of typed) save(item);
    typed.clear();
  };

  const items = new Map(sheets.flatMap((sheet) => sheet.items.map((item) => [item.element, item])));
  for (const type of ["input", "change"]) {
    root.addEventListener(type, (event) => {
      const control = /** @type {Control} */ (event.target);
      const item = items.get(/** @type {HTMLElement} */ (control.closest('[data-component="item"]')));
      if (!item) return;
      preparePaper(control);
      if (isRadio(control)) item.state = control.value;
      typed.add(item);
      clearTimeout(pause);
      if (type === "change") keepTyped();
      else pause = setTimeout(keepTyped, PAUSE);
      if (isRadio(control)) recount();
    });
  }
  // A phone may end a tab in the background without another word.
  addEventListener("pagehide", keepTyped);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keepTyped();
  });

  addEventListener("storage", (event) => {
    const sheet = sheets.find((one) => keyOf(one) === event.key);
    if (!sheet) return;
    keepTyped();
    restore(sheet);
    recount();
  });

  panel.querySelector("[data-action=clear]")?.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.currentTarget);
    if (!confirm(button.dataset.confirm)) return;
    keepTyped();
    for (const sheet of sheets.filter((one) => !one.element.hidden)) {
      try {
        for (const key of [keyOf(sheet), keyOf(sheet) + ASIDE]) localStorage.removeItem(key);
      } catch {
        notice("blocked").hidden = false;
      }
      for (const item of sheet.items) fill(item, undefined);
    }
    notice("unreadable").hidden = true;
    recount();
  });

  for (const sheet of sheets) restore(sheet);
  return recount;
}

/**
 * @param {HTMLElement} panel
 * @param {Item[]} items those that count
 */
function count(panel, items) {
  const states = items.map((item) => item.state ?? "not-yet");
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-count]"))) {
    cell.textContent = String(states.filter((state) => state === cell.dataset.count).length);
  }
  const open = items.filter((_, index) => !SETTLED.includes(states[index]));
  const next = open.sort((one, other) => one.rank - other.rank).slice(0, NEXT);
  panel.querySelector("[data-next]")?.replaceChildren(
    ...next.map((item) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${item.element.id}`;
      link.textContent = item.text;
      line.append(link);
      return line;
    }),
  );
  /** @type {HTMLElement} */ (panel.querySelector("[data-nothing-left]")).hidden = next.length > 0;
}
