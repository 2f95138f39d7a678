/** Items a reader adds to a list: written, changed and deleted here, kept on the device, marked like the others. */

import { fillItem } from "./entries.js";
import { oneLine } from "./saved-list.js";
import { readItem } from "./sheets.js";
import { fill } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./saved-list.js").Entry} Entry */
/** @typedef {import("./saved-list.js").OwnItem} OwnItem */
/** @typedef {import("./saved-list.js").SavedList} SavedList */
/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {import("./sheets.js").Sheet} Sheet */

// More than this is no list one goes through in a meeting.
const MOST = 30;

const newSlug = () => `own-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36)).join("")}`;

/**
 * @param {OwnItem} own
 * @param {number} index
 * @param {Entry} [entry]
 * @returns {(list: SavedList) => void}
 */
const adding = (own, index, entry) => (list) => {
  if (!list.own_items.some((one) => one.slug === own.slug)) list.own_items.splice(index, 0, { ...own });
  if (entry) list.entries[own.slug] = entry;
};

/**
 * @param {string} slug
 * @returns {(list: SavedList) => void}
 */
const removing = (slug) => (list) => {
  list.own_items = list.own_items.filter((one) => one.slug !== slug);
  delete list.entries[slug];
};

/**
 * @param {string} slug
 * @param {string} text
 * @returns {(list: SavedList) => void}
 */
const rewording = (slug, text) => (list) => {
  for (const own of list.own_items) if (own.slug === slug) own.text = text;
};

/**
 * What somebody wrote, on one line and no longer than its field allows.
 * @param {HTMLInputElement} input
 */
const written = (input) => oneLine(input.value).slice(0, input.maxLength);

/**
 * @param {Element} element
 * @param {string} selector
 */
const part = (element, selector) => /** @type {HTMLElement} */ (element.querySelector(selector));

/** @param {Item} item */
const isOwn = (item) => "own" in item.element.dataset;

/**
 * An empty item of the reader's own, which `show` fills in; null on a page without the template.
 * @param {HTMLTemplateElement | null} template
 * @param {Sheet} sheet
 * @param {string} slug
 */
const make = (template, sheet, slug) => {
  const element = /** @type {HTMLElement | undefined} */ (template?.content.firstElementChild?.cloneNode(true));
  if (!element) return null;
  element.id = `item-${slug}`;
  element.dataset.slug = slug;
  part(element, "[data-text]").id = `text-${slug}`;
  part(element, "[role=group]").setAttribute("aria-labelledby", `text-${slug}`);
  for (const radio of element.querySelectorAll("[type=radio]")) /** @type {HTMLInputElement} */ (radio).name = `state-${slug}`;
  return readItem(element, sheet);
};

/**
 * Say `text` at one list; what was said at another, and its way back, no longer hold.
 * @param {HTMLElement} root
 * @param {HTMLElement} place
 * @param {string} text
 * @param {boolean} [canUndo]
 */
const tell = (root, place, text, canUndo = false) => {
  for (const one of root.querySelectorAll("[data-own-said]")) one.textContent = "";
  for (const one of root.querySelectorAll("[data-action=own-undo]")) /** @type {HTMLElement} */ (one).hidden = true;
  part(place, "[data-own-said]").textContent = text;
  part(place, "[data-action=own-undo]").hidden = !canUndo;
};

/** @param {Item} item */
const edit = (item) => {
  const input = /** @type {HTMLInputElement} */ (part(item.element, "[data-own-edit]"));
  input.value = item.text;
  input.hidden = false;
  part(item.element, "[data-text]").hidden = true;
  input.focus();
  input.select();
};

/**
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {Sheet[]} sheets
 * @property {Device} device
 * @property {(text: string) => void} say
 * @property {() => void} changed called when there are other items than before
 */

/** What a reader does with items of their own; each change is kept first and then shown. */
class OwnItems {
  /** @type {{own: OwnItem, index: number, entry?: Entry} | null} what was deleted last */
  deleted = null;

  /** @param {Page} page */
  constructor({ root, sheets, device, say, changed }) {
    this.root = root;
    this.sheets = sheets;
    this.device = device;
    this.say = say;
    this.changed = changed;
    this.template = /** @type {HTMLTemplateElement | null} */ (root.querySelector('[data-component="own-item"]'));
  }

  /** Puts the own items of the open list on the page. */
  show() {
    for (const sheet of this.sheets) {
      const wanted = this.device.list.own_items.filter((own) => own.pause_point === sheet.pausePoint);
      for (const item of sheet.items.filter(isOwn)) if (!wanted.some((own) => own.slug === item.slug)) item.element.remove();
      const before = sheet.items.filter(isOwn);
      sheet.items = sheet.items.filter((item) => !isOwn(item));
      for (const own of wanted) {
        const item = before.find((one) => one.slug === own.slug) ?? make(this.template, sheet, own.slug);
        if (item) this.place(item, own);
      }
    }
  }

  /**
   * Makes `item` the last of its list, as the reader wrote it.
   * @param {Item} item
   * @param {OwnItem} own
   */
  place(item, own) {
    item.text = own.text;
    part(item.element, "[data-text]").textContent = own.text;
    for (const name of item.element.querySelectorAll("[data-own-name]")) name.textContent = `: ${own.text}`;
    fillItem(item, this.device.list);
    part(item.sheet.element, "ol").append(item.element);
    item.sheet.items.push(item);
  }

  /** @param {HTMLElement} place */
  add(place) {
    const input = /** @type {HTMLInputElement} */ (part(place, "[data-own-text]"));
    const text = written(input);
    const sheet = this.sheets.find((one) => one.element.contains(place));
    if (!text || !sheet) return input.focus();
    if (sheet.items.filter(isOwn).length >= MOST) return tell(this.root, place, fill(place.dataset.full, { count: MOST }));
    this.device.change(adding({ slug: newSlug(), pause_point: sheet.pausePoint, text }, this.device.list.own_items.length));
    input.value = "";
    this.show();
    tell(this.root, place, fill(place.dataset.added, { text }));
    input.focus();
    this.changed();
  }

  /** @param {Item} item */
  remove(item) {
    const { list } = this.device;
    const index = list.own_items.findIndex((own) => own.slug === item.slug);
    if (index < 0) return;
    this.deleted = { own: list.own_items[index], index, entry: list.entries[item.slug] };
    const place = part(item.sheet.element, '[data-component="own"]');
    this.device.change(removing(item.slug));
    this.show();
    tell(this.root, place, fill(place.dataset.removed, { text: item.text }), true);
    part(place, "[data-action=own-undo]").focus();
    this.changed();
  }

  /** @param {HTMLElement} place */
  undo(place) {
    if (!this.deleted) return;
    const { own, index, entry } = this.deleted;
    this.device.change(adding(own, index, entry));
    this.show();
    tell(this.root, place, "");
    part(this.root, `[id="item-${own.slug}"] [data-action=own-edit]`).focus();
    this.say(own.text);
    this.deleted = null;
    this.changed();
  }

  /**
   * Ends the writing in an item; its new text is kept where `isWanted`.
   * @param {Item} item
   * @param {boolean} isWanted
   */
  finish(item, isWanted) {
    const input = /** @type {HTMLInputElement} */ (part(item.element, "[data-own-edit]"));
    if (input.hidden) return;
    const text = written(input);
    const hadFocus = document.activeElement === input;
    input.hidden = true;
    part(item.element, "[data-text]").hidden = false;
    if (isWanted && text && text !== item.text) {
      this.device.change(rewording(item.slug, text));
      this.show();
      this.changed();
    }
    if (hadFocus) part(item.element, "[data-action=own-edit]").focus();
  }

  /**
   * The own item that an event happened in.
   * @param {Event} event
   */
  itemAt({ target }) {
    const slug = /** @type {HTMLElement} */ (target).closest(/** @type {"li"} */ ("[data-own]"))?.dataset.slug ?? "";
    return this.sheets.flatMap((sheet) => sheet.items).find((item) => item.slug === slug);
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-action]"));
    const action = button?.dataset.action;
    const place = /** @type {HTMLElement | null} */ (button?.closest('[data-component="own"]') ?? null);
    const item = this.itemAt(event);
    if (place && action === "own-add") this.add(place);
    if (place && action === "own-undo") this.undo(place);
    if (item && action === "own-edit") edit(item);
    if (item && action === "own-remove") this.remove(item);
  }

  /** @param {KeyboardEvent} event */
  typed(event) {
    const field = /** @type {HTMLElement} */ (event.target);
    const item = this.itemAt(event);
    if (event.isComposing) return;
    if (event.key === "Enter" && field.matches("[data-own-text]")) this.add(/** @type {HTMLElement} */ (field.closest('[data-component="own"]')));
    if (item && field.matches("[data-own-edit]") && ["Enter", "Escape"].includes(event.key)) {
      // Otherwise the same key would press the button that gets the focus.
      event.preventDefault();
      this.finish(item, event.key === "Enter");
    }
  }

  listen() {
    this.root.addEventListener("click", (event) => this.pressed(event));
    this.root.addEventListener("keydown", (event) => this.typed(event));
    this.root.addEventListener("focusout", (event) => {
      const item = this.itemAt(event);
      if (item && /** @type {HTMLElement} */ (event.target).matches("[data-own-edit]")) this.finish(item, true);
    });
  }
}

/**
 * @param {Page} page
 * @returns {() => void} puts the own items of the open list on the page
 */
export function startOwnItems(page) {
  const own = new OwnItems(page);
  own.listen();
  return () => own.show();
}
