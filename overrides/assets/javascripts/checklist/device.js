/** The reader's lists on the device: one key for each, the version in the key; what cannot be kept or read is said. */

import { emptyList, newIdentity, parseSavedList, serialise } from "./saved-list.js";

/** @typedef {import("./saved-list.js").SavedList} SavedList */
/** @typedef {(list: SavedList) => void} Change gives the list a new content; doing it twice is doing it once */
/** @typedef {"blocked" | "unreadable" | "newer" | "removed"} Notice */

/**
 * @typedef {object} Setting
 * @property {string} name of a list nobody has named
 * @property {string} language
 * @property {(notice: Notice, holds: boolean) => void} tell
 */

const FIRST = "simpul.checklist.v1.";
const PREFIX = "simpul.checklist.v2.";
const LIST = `${PREFIX}list.`;
const CURRENT = `${PREFIX}current`;
const ASIDE = `${PREFIX}unreadable.`;

// The same in every tab, so that two tabs that begin at the same moment begin one list.
const FIRST_ID = "first";
// How long a browser may take to tell a tab what another wrote, in milliseconds: within it, both may write the same list.
const OVERLAP = 2000;

const newId = () => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36)).join("");

/** Lists by their identity, and the one that is open in this tab. */
export class Device {
  /** @type {Change[]} what is not written yet */
  #waiting = [];
  /** @type {{change: Change, until: number}[]} what was written so lately that another tab may not have seen it */
  #recent = [];
  #id = "";

  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    /** @type {SavedList} the open list as it was last known; with nothing stored it is kept from the first change on */
    this.list = this.#empty();
    this.#try(() => this.#takeOver());
    this.#try(() => this.#openLast());
  }

  /** The identity of the open list. */
  get id() {
    return this.#id;
  }

  #empty() {
    return { ...emptyList(this.setting.name, this.setting.language), identity: newIdentity() };
  }

  /**
   * Storage may be blocked or full: the lists then live as long as the page.
   * @param {() => void} act
   */
  #try(act) {
    try {
      act();
      return true;
    } catch {
      this.setting.tell("blocked", true);
      return false;
    }
  }

  /** What the first version kept, a key for each pause point, becomes a list. Removed only once that is written. */
  #takeOver() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(FIRST) && !key.endsWith(".unreadable"));
    const list = this.#empty();
    const taken = [];
    for (const key of keys) {
      const text = localStorage.getItem(key) ?? "";
      const found = parseSavedList(text, list.name, list.language);
      if ("list" in found) {
        Object.assign(list.entries, found.list.entries);
        taken.push(key);
      } else {
        localStorage.setItem(`${key}.unreadable`, text);
        localStorage.removeItem(key);
        this.setting.tell("unreadable", true);
      }
    }
    if (Object.keys(list.entries).length > 0) this.#write(newId(), list);
    for (const key of taken) localStorage.removeItem(key);
  }

  #openLast() {
    const id = this.#last();
    if (id) this.#show(id);
  }

  /** The list that was open last, or changed last; nothing when the device holds none. */
  #last() {
    const ids = this.all().map(({ id }) => id);
    // A tab stays with its list when another tab opens a different one.
    const last = [sessionStorage.getItem(CURRENT), localStorage.getItem(CURRENT), ...ids];
    return last.find((one) => one !== null && ids.includes(one));
  }

  /** @param {string} id */
  #show(id) {
    const list = this.#read(id);
    if (!list) return;
    this.#id = id;
    this.list = list;
    this.#forgetChanges();
    this.#remember();
    if (list.identity) return;
    // It was kept before lists had one.
    list.identity = newIdentity();
    this.#write(id, list);
  }

  #forgetChanges() {
    this.#waiting = [];
    this.#recent = [];
  }

  #remember() {
    for (const storage of [sessionStorage, localStorage]) if (storage.getItem(CURRENT) !== this.#id) storage.setItem(CURRENT, this.#id);
  }

  /**
   * A list of the device; nothing when there is none or it cannot be read: then it is put aside, never deleted.
   * @param {string} id
   * @returns {SavedList | null}
   */
  #read(id) {
    const text = localStorage.getItem(LIST + id);
    if (text === null) return null;
    const found = parseSavedList(text, this.setting.name, this.setting.language);
    if ("list" in found) return found.list;
    this.setting.tell(found.trouble === "newer" ? "newer" : "unreadable", true);
    if (found.trouble !== "newer") {
      this.#try(() => {
        localStorage.setItem(ASIDE + id, text);
        localStorage.removeItem(LIST + id);
      });
    }
    return null;
  }

  /**
   * @param {string} id
   * @param {SavedList} list
   */
  #write(id, list) {
    localStorage.setItem(LIST + id, serialise(list));
  }

  /**
   * Every list of the device, the last changed first.
   * @returns {{id: string, list: SavedList}[]}
   */
  all() {
    /** @type {{id: string, list: SavedList}[]} */
    const found = [];
    this.#try(() => {
      for (const key of Object.keys(localStorage).filter((one) => one.startsWith(LIST))) {
        const id = key.slice(LIST.length);
        const list = this.#read(id);
        if (list) found.push({ id, list });
      }
    });
    return found.sort((one, other) => (one.list.changed < other.list.changed ? 1 : -1));
  }

  /**
   * Changes the open list. Reads it again before it writes: it may be open in another tab, whose changes must stay.
   * @param {Change} change
   */
  change(change) {
    this.prepare(change);
    const isKept = this.#try(() => {
      // Another tab may have kept the first list meanwhile.
      this.#id ||= this.#last() ?? FIRST_ID;
      const list = this.#read(this.#id) ?? this.list;
      for (const one of this.#waiting) one(list);
      // A tab that was opened long ago may have written the list without it.
      list.identity ||= this.list.identity || newIdentity();
      list.changed = new Date().toISOString();
      list.language = this.setting.language;
      this.list = list;
      this.#write(this.#id, list);
      this.#remember();
    });
    if (!isKept) return;
    const until = Date.now() + OVERLAP;
    this.#recent = [...this.#stillRecent(), ...this.#waiting.map((one) => ({ change: one, until }))];
    this.#waiting = [];
    this.setting.tell("blocked", false);
    this.setting.tell("removed", false);
  }

  /**
   * Changes the open list on the screen; the device learns of it with the next change.
   * @param {Change} change
   */
  prepare(change) {
    change(this.list);
    this.#waiting.push(change);
  }

  /**
   * Keeps a further list, under a name no other list has, and opens it. A list that comes with an identity keeps it.
   * @param {SavedList} list
   */
  add(list) {
    const names = this.all().map((one) => one.list.name);
    const name = list.name;
    for (let number = 2; names.includes(list.name); number += 1) list.name = `${name} (${number})`;
    list.identity ||= newIdentity();
    this.#id = newId();
    this.list = list;
    this.#forgetChanges();
    this.change(() => {});
  }

  /** A list with nothing in it, not kept yet. */
  empty() {
    return this.#empty();
  }

  /** @param {string} id */
  open(id) {
    this.#try(() => this.#show(id));
  }

  /** Deletes the open list, and opens the one that was changed last, or an empty one. */
  remove() {
    const id = this.#id;
    this.#id = "";
    this.#forgetChanges();
    this.list = this.#empty();
    this.#try(() => {
      localStorage.removeItem(LIST + id);
      this.#openLast();
    });
  }

  #stillRecent() {
    return this.#recent.filter(({ until }) => until > Date.now());
  }

  /**
   * Puts back into a list that another tab has written what that tab had not seen, and keeps it.
   * @param {SavedList} list
   */
  #restore(list) {
    const found = serialise(list);
    for (const { change } of this.#stillRecent()) change(list);
    if (serialise(list) !== found) this.#try(() => this.#write(this.#id, list));
  }

  /**
   * Calls `changed` when another tab has changed the open list, and `listed` when it has changed any.
   * @param {() => void} changed
   * @param {() => void} listed
   */
  listen(changed, listed) {
    addEventListener("storage", ({ key, newValue }) => {
      if (!key?.startsWith(LIST)) return;
      if (!this.#id && newValue !== null) this.#id = key.slice(LIST.length);
      if (key === LIST + this.#id) {
        // What was deleted elsewhere stays on this screen; the next change keeps it again.
        this.setting.tell("removed", newValue === null);
        const list = newValue === null ? null : this.#read(this.#id);
        if (list) {
          this.#restore(list);
          for (const change of this.#waiting) change(list);
          this.list = list;
          changed();
        }
      }
      listed();
    });
  }
}
