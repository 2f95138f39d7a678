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
 * @param {object} page
 * @param {HTMLElement} page.root
 * @param {Sheet[]} page.sheets
 * @param {Device} page.device
 * @param {(text: string) => void} page.say
 * @param {() => void} page.changed called when there are other items than before
 * @returns {() => void} puts the own items of the open list on the page
 */
export function startOwnItems({ root, sheets, device, say, changed }) {
  const template = /** @type {HTMLTemplateElement | null} */ (root.querySelector('[data-component="own-item"]'));
  /** @type {{own: OwnItem, index: number, entry?: Entry} | null} what was deleted last */
  let deleted = null;

  /** @param {string} slug */
  const find = (slug) => sheets.flatMap((sheet) => sheet.items).find((item) => item.slug === slug);

  const show = () => {
    for (const sheet of sheets) {
      const wanted = device.list.own_items.filter((own) => own.pause_point === sheet.pausePoint);
      for (const item of sheet.items.filter(isOwn)) if (!wanted.some((own) => own.slug === item.slug)) item.element.remove();
      const before = sheet.items.filter(isOwn);
      sheet.items = sheet.items.filter((item) => !isOwn(item));
      for (const own of wanted) {
        const item = before.find((one) => one.slug === own.slug) ?? make(template, sheet, own.slug);
        if (!item) continue;
        item.text = own.text;
        part(item.element, "[data-text]").textContent = own.text;
        for (const name of item.element.querySelectorAll("[data-own-name]")) name.textContent = `: ${own.text}`;
        fillItem(item, device.list);
        part(sheet.element, "ol").append(item.element);
        sheet.items.push(item);
      }
    }
  };

  /** @param {HTMLElement} place */
  const add = (place) => {
    const input = /** @type {HTMLInputElement} */ (part(place, "[data-own-text]"));
    const text = oneLine(input.value).slice(0, input.maxLength);
    const sheet = sheets.find((one) => one.element.contains(place));
    if (!text || !sheet) return input.focus();
    if (sheet.items.filter(isOwn).length >= MOST) return tell(root, place, fill(place.dataset.full, { count: MOST }));
    device.change(adding({ slug: newSlug(), pause_point: sheet.pausePoint, text }, device.list.own_items.length));
    input.value = "";
    show();
    tell(root, place, fill(place.dataset.added, { text }));
    input.focus();
    changed();
  };

  /** @param {Item} item */
  const remove = (item) => {
    const index = device.list.own_items.findIndex((own) => own.slug === item.slug);
    if (index < 0) return;
    deleted = { own: device.list.own_items[index], index, entry: device.list.entries[item.slug] };
    const place = part(item.sheet.element, '[data-component="own"]');
    device.change(removing(item.slug));
    show();
    tell(root, place, fill(place.dataset.removed, { text: item.text }), true);
    part(place, "[data-action=own-undo]").focus();
    changed();
  };

  /** @param {HTMLElement} place */
  const undo = (place) => {
    if (!deleted) return;
    device.change(adding(deleted.own, deleted.index, deleted.entry));
    show();
    tell(root, place, "");
    part(root, `[id="item-${deleted.own.slug}"] [data-action=own-edit]`).focus();
    say(deleted.own.text);
    deleted = null;
    changed();
  };

  /**
   * @param {Item} item
   * @param {boolean} isWanted
   */
  const finish = (item, isWanted) => {
    const input = /** @type {HTMLInputElement} */ (part(item.element, "[data-own-edit]"));
    if (input.hidden) return;
    const text = oneLine(input.value).slice(0, input.maxLength);
    const hadFocus = document.activeElement === input;
    input.hidden = true;
    part(item.element, "[data-text]").hidden = false;
    if (isWanted && text && text !== item.text) {
      device.change((list) => {
        for (const own of list.own_items) if (own.slug === item.slug) own.text = text;
      });
      show();
      changed();
    }
    if (hadFocus) part(item.element, "[data-action=own-edit]").focus();
  };

  /** @param {Event} event */
  const itemAt = ({ target }) => find(/** @type {HTMLElement} */ (target).closest(/** @type {"li"} */ ("[data-own]"))?.dataset.slug ?? "");

  root.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-action]");
    const action = /** @type {HTMLElement | null} */ (button)?.dataset.action;
    const place = /** @type {HTMLElement | null} */ (button?.closest('[data-component="own"]') ?? null);
    const item = itemAt(event);
    if (place && action === "own-add") add(place);
    if (place && action === "own-undo") undo(place);
    if (item && action === "own-edit") edit(item);
    if (item && action === "own-remove") remove(item);
  });
  root.addEventListener("keydown", (event) => {
    const field = /** @type {HTMLElement} */ (event.target);
    const item = itemAt(event);
    if (event.isComposing) return;
    if (event.key === "Enter" && field.matches("[data-own-text]")) add(/** @type {HTMLElement} */ (field.closest('[data-component="own"]')));
    if (item && field.matches("[data-own-edit]") && ["Enter", "Escape"].includes(event.key)) {
      // Otherwise the same key would press the button that gets the focus.
      event.preventDefault();
      finish(item, event.key === "Enter");
    }
  });
  root.addEventListener("focusout", (event) => {
    const item = itemAt(event);
    if (item && /** @type {HTMLElement} */ (event.target).matches("[data-own-edit]")) finish(item, true);
  });
  return show;
}
