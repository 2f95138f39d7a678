/** A page with checklists: marks and notes on every one; questions that choose the items on the generator. */

import { bringsStates, showAddress, startTailoring } from "./address.js";
import { Device } from "./device.js";
import { entering, fillItem, forgetting, isRadio, preparePaper } from "./entries.js";
import { offerExports } from "./export/index.js";
import { atHand, once, whenUsed } from "./lazy.js";
import { naming, showMeeting } from "./meeting.js";
import { startPrinting } from "./printing.js";
import { recount, sayCounts } from "./progress.js";
import { readSheets } from "./sheets.js";
import { keepTyped, typedEarly } from "./typing.js";
import { component, say } from "./words.js";

/** @typedef {import("./sheets.js").Item} Item */
/** @typedef {ReturnType<typeof import("./generator.js").startQuestions>} Questions */

/** The lists of a page, the list of the reader that is open, and what each learns when the other changes. */
class ChecklistPage {
  /** @type {Questions | null} only the generator asks */
  questions = null;
  /** @type {(() => void) | null} */
  showOwn = null;
  showLists = () => {};
  showLink = () => {};

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.sheets = readSheets(root);
    this.panel = component(root, "progress");
    this.device = new Device({
      name: this.panel.dataset.name ?? "",
      language: document.documentElement.lang,
      tell: (name, holds) => {
        if (this.notice(name).hidden === holds) this.notice(name).hidden = !holds;
      },
    });
    this.flush = keepTyped(root, "[data-field]", (control) => this.keep(control));
    keepTyped(this.panel, "[data-meeting]", (field) => this.name(field));
    this.startOwn = once(() => this.loadOwn());
  }

  /** @param {string} name */
  notice(name) {
    return /** @type {HTMLElement} */ (this.panel.querySelector(`[data-notice="${name}"]`));
  }

  /** Says that a part of the page could not be loaded; the list itself works on. */
  tellNotLoaded = () => {
    this.notice("not-loaded").hidden = false;
  };

  items() {
    return this.sheets.flatMap((sheet) => sheet.items);
  }

  /** @param {HTMLElement} control */
  itemOf(control) {
    const element = control.closest('[data-component="item"]');
    return this.items().find((item) => item.element === element);
  }

  /** @param {string} text */
  say = (text) => say(component(this.panel, "announcer"), text);

  /** Brings up to date what stands around the items, and tells those who listen. */
  settle = () => {
    this.questions?.settle();
    recount(this.panel, this.sheets);
    showAddress(this.root);
    this.tellOthers();
  };

  tellOthers() {
    this.showLink();
    this.root.dispatchEvent(new CustomEvent("kb:list-changed", { bubbles: true }));
  }

  /** Puts what the open list holds on the page. */
  fillIn() {
    if (this.showOwn) this.showOwn();
    else if (this.device.list.own_items.length > 0) this.startOwn().then(this.settle, this.tellNotLoaded);
    for (const item of this.items()) fillItem(item, this.device.list);
    showMeeting(this.panel, this.device.list);
    this.showLists();
  }

  /** Shows a list that was not open before. */
  opened = () => {
    this.fillIn();
    this.questions?.show();
    this.settle();
  };

  /**
   * Says which list was opened, and what of it this site does not know.
   * @param {string[]} unknown parts of a link
   */
  async tellWhatWasOpened(unknown = []) {
    const { tellOpened } = await import("./opened.js");
    // A ready-made page knows its own items only.
    const known = this.questions && this.items();
    tellOpened({ opened: this.notice("opened"), missing: this.notice("unknown-items") }, this.device.list, known, unknown);
  }

  /** @param {HTMLElement} control */
  keep(control) {
    const item = this.itemOf(control);
    if (!item) return;
    this.device.change(entering(item));
    this.tellOthers();
  }

  /** @param {HTMLInputElement} field */
  name(field) {
    this.device.change(naming(field));
    showMeeting(this.panel, this.device.list);
    this.showLists();
    this.settle();
  }

  /** @param {HTMLInputElement} control */
  noticeInput(control) {
    const item = control.matches("[data-field]") ? this.itemOf(control) : undefined;
    if (!item) return;
    preparePaper(control);
    if (!isRadio(control)) return;
    item.state = control.value;
    recount(this.panel, this.sheets);
    this.say(sayCounts(this.panel));
  }

  /** @param {HTMLElement} button */
  clear(button) {
    if (!confirm(button.dataset.confirm)) return;
    this.flush();
    this.device.change(forgetting(this.items().filter((item) => !item.sheet.element.hidden)));
    this.notice("unreadable").hidden = true;
    this.fillIn();
    this.settle();
  }

  async loadOwn() {
    const { startOwnItems } = await import("./own-items.js");
    const changed = () => {
      this.questions?.fit();
      this.settle();
    };
    this.showOwn = startOwnItems({ root: this.root, sheets: this.sheets, device: this.device, say: this.say, changed });
    this.showOwn();
  }

  async loadLists() {
    const { startLists } = await import("./lists.js");
    this.showLists = startLists(this.panel, this.device, this.opened);
  }

  async loadKeeping() {
    const place = component(this.panel, "keep");
    const [{ startFiles }, { startSharing }] = await Promise.all([import("./files.js"), import("./share.js")]);
    // Beside the buttons, where everybody sees that a link was copied or why a file was not opened.
    const status = /** @type {HTMLElement} */ (place.querySelector("[data-keep-status]"));
    const sayHere = (/** @type {string} */ text) => say(status, text);
    this.showLink = startSharing(place, this.device, sayHere);
    this.showLink();
    const opened = () => {
      this.opened();
      this.tellWhatWasOpened().catch(this.tellNotLoaded);
    };
    startFiles(place, this.device, { flush: this.flush, say: sayHere, opened });
  }

  /** @param {HTMLFormElement} form */
  async loadQuestions(form) {
    const startQuestions = atHand.startQuestions ?? (await import("./generator.js")).startQuestions;
    const { root, sheets, device, say, opened, settle } = this;
    this.questions = startQuestions({ root, form, sheets, device, say, opened, settle });
  }

  /** Answers, items taken in and states that the address asks for. */
  async readAddress() {
    const asked = this.questions?.readAddress() ?? { answers: Object.create(null), taken_in: [] };
    const link = bringsStates() ? await import("./share.js").catch(this.tellNotLoaded) : null;
    const unknown = link?.openLink(this.device, link.linkName(this.panel, new Date()), asked);
    this.fillIn();
    this.questions?.begin(asked);
    if (unknown) this.tellWhatWasOpened(unknown).catch(this.tellNotLoaded);
    this.settle();
  }

  listen() {
    this.root.addEventListener("input", ({ target }) => this.noticeInput(/** @type {HTMLInputElement} */ (target)));
    for (const place of this.root.querySelectorAll('[data-component="own"]')) whenUsed(/** @type {HTMLElement} */ (place), this.startOwn, this.tellNotLoaded);
    whenUsed(component(this.panel, "lists"), () => this.loadLists(), this.tellNotLoaded);
    const loadKeeping = once(() => this.loadKeeping());
    whenUsed(component(this.panel, "keep"), loadKeeping, this.tellNotLoaded);
    component(this.panel, "exports").addEventListener("toggle", () => loadKeeping().catch(this.tellNotLoaded));
    this.panel.querySelector("[data-action=clear]")?.addEventListener("click", ({ currentTarget }) => this.clear(/** @type {HTMLElement} */ (currentTarget)));
    addEventListener("hashchange", () => {
      if (bringsStates()) this.readAddress();
    });
    const followOtherTab = () => {
      // What is being typed here comes first.
      this.flush();
      this.fillIn();
      this.questions?.follow();
      this.settle();
    };
    this.device.listen(followOtherTab, () => this.showLists());
  }

  async start() {
    const giveAgain = typedEarly(this.root);
    const form = /** @type {HTMLFormElement | null} */ (component(this.root, "questions"));
    // No waiting where there is nothing to wait for: the list must fit before the page counts as loaded.
    const loading = form && this.loadQuestions(form);
    if (form && !this.questions) await loading;
    if (!form) startTailoring(this.device, this.sheets[0]?.pausePoint);
    this.listen();
    await this.readAddress();
    giveAgain();
    startPrinting(this.root, this.sheets);
    offerExports(this.root, this.sheets, this.device);
  }
}

for (const root of document.querySelectorAll('[data-component="checklist"], [data-component="generator"]')) {
  new ChecklistPage(/** @type {HTMLElement} */ (root)).start();
}
