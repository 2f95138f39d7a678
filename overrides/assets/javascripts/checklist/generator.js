/** The questions of the generator: what they make of the lists, what the address says, and what the open list says. */

import { keepInAddress, toQuery } from "./address.js";
import { showGains } from "./gains.js";
import { atHand } from "./lazy.js";
import { choices, readAnswers } from "../questions.js";
import { chooseFromAddress, differ, readChoices, showChoices, showSaved, UNKNOWN } from "./questions.js";
import { isNamed, showFitting } from "./sheets.js";
import { startSteps } from "./steps.js";
import { startTakenIn } from "./taken-in.js";
import { nameUnknown } from "../unknown.js";
import { component, fill } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./sheets.js").Sheet} Sheet */

// Milliseconds until the list of an answer is surely painted.
const REST = 100;

/**
 * Lets `act` wait until the reader has stopped answering. The list comes first: the rest is not what the reader waits
 * for, and must not keep the list from being painted.
 * @param {() => void} act
 */
function afterRest(act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    begin: () => {
      stop();
      timer = setTimeout(() => {
        stop();
        act();
      }, REST);
    },
    stop,
    isUnderWay: () => timer !== undefined,
  };
}

/**
 * Who does not know the form is led to where it is found out, and back with these answers.
 * @param {HTMLFormElement} form
 * @returns {(query: URLSearchParams) => void} shows the way there or takes it off, and writes the answers into it
 */
function leadingToChooser(form) {
  const chooser = /** @type {HTMLElement | null} */ (component(form, "chooser"));
  if (!chooser) return () => {};
  const link = /** @type {HTMLAnchorElement} */ (chooser.querySelector("a"));
  return (query) => {
    chooser.hidden = readChoices(form).form?.[0] !== UNKNOWN;
    link.search = new URLSearchParams({ return: query.toString() }).toString();
  };
}

/**
 * The notice that the address asks for other answers than the open list has, and its two ways out.
 * @param {HTMLFormElement} form
 * @param {() => void} goBack to the answers of the open list
 * @param {() => void} beginNew makes a list of the answers of the address
 * @returns {(hasOthers: boolean) => void} shows the notice or takes it off
 */
function startConflict(form, goBack, beginNew) {
  const notice = /** @type {HTMLElement} */ (form.querySelector("[data-notice=other-answers]"));
  notice.querySelector("[data-action=list-answers]")?.addEventListener("click", goBack);
  notice.querySelector("[data-action=list-of-address]")?.addEventListener("click", beginNew);
  return (hasOthers) => {
    notice.hidden = !hasOthers;
  };
}

/**
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {HTMLFormElement} form
 * @property {Sheet[]} sheets
 * @property {Device} device
 * @property {(text: string) => void} say
 * @property {() => void} opened called when another list is to be shown
 * @property {() => void} settle does what a reader need not wait for
 */

/** The form and its answers: those of the open list, or others that the address asks for. */
class Questions {
  // False while the address asks for other answers than the open list has.
  isListOf = true;

  /** @param {Page} page */
  constructor({ root, form, sheets, device, say, opened, settle }) {
    this.form = form;
    this.sheets = sheets;
    this.device = device;
    this.count = component(root, "count");
    this.panel = component(root, "left-out");
    this.nameStep = startSteps(form);
    this.showChooser = leadingToChooser(form);
    const beginNew = () => {
      device.add(Object.assign(device.empty(), { answers: readChoices(form), taken_in: this.takenIn() }));
      opened();
    };
    this.showConflict = startConflict(form, opened, beginNew);
    const changed = () => {
      this.fit();
      settle();
    };
    this.mark = startTakenIn({ root, sheets, device, say, changed });
    this.rest = afterRest(() => {
      this.keepChoices();
      settle();
    });
  }

  listen() {
    const answered = () => {
      this.fit();
      this.rest.begin();
    };
    this.form.addEventListener("change", answered);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    // The form is emptied after its event.
    this.form.addEventListener("reset", () => setTimeout(answered));
    addEventListener("pagehide", () => {
      if (this.rest.isUnderWay()) this.keepChoices();
    });
  }

  items() {
    return this.sheets.flatMap((sheet) => sheet.items);
  }

  takenIn() {
    return this.items().filter((item) => item.takenIn).map((item) => item.slug);
  }

  /** @param {boolean} isListOf */
  setListOf(isListOf) {
    this.isListOf = isListOf;
    this.showConflict(!isListOf);
  }

  keepChoices() {
    this.setListOf(true);
    const answers = readChoices(this.form);
    this.device.change((list) => {
      list.answers = answers;
    });
  }

  /** Shows the items that fit the answers, and says how many there are. */
  fit() {
    const counts = showFitting(this.sheets, readAnswers(this.form));
    this.count.textContent = fill(this.count.dataset.template, { count: counts.shown, left: counts.leftOut });
    /** @type {HTMLElement} */ (this.panel.querySelector("[data-left-count]")).textContent = String(counts.leftOut);
    /** @type {HTMLElement} */ (this.panel.querySelector("[data-nothing-left-out]")).hidden = counts.leftOut > 0;
  }

  /** Shows the answers of the open list. */
  show() {
    this.rest.stop();
    this.setListOf(true);
    showSaved(this.form, this.device.list.answers);
    this.fit();
  }

  /** Shows the list for the answers again, because another tab or an item of the reader's has changed it. */
  follow() {
    if (this.isListOf && !this.rest.isUnderWay()) this.show();
    else this.fit();
  }

  /** Chooses what the address names. Returns that, as a list keeps it. */
  readAddress() {
    const items = this.items();
    for (const input of choices(this.form)) input.checked = false;
    const isItem = (/** @type {string} */ slug) => items.some((item) => isNamed(item, slug));
    const { takenIn, unknown } = chooseFromAddress(this.form, new URLSearchParams(location.search), isItem);
    nameUnknown(component(this.form, "unknown"), unknown);
    return { answers: readChoices(this.form), taken_in: takenIn };
  }

  /**
   * The first list of a visit. What the address asks for comes first; it does not replace what the open list says
   * otherwise until the reader answers a question.
   * @param {{answers: Record<string, string[]>, taken_in: string[]}} asked
   */
  begin(asked) {
    if (location.search.length < 2) {
      showSaved(this.form, this.device.list.answers);
      this.fit();
      return;
    }
    this.setListOf(!differ(this.device.list.answers, asked.answers));
    this.device.prepare((list) => {
      if (this.isListOf) list.answers = asked.answers;
      list.taken_in = [...new Set([...list.taken_in, ...asked.taken_in])];
    });
    for (const item of this.items()) item.takenIn = this.device.list.taken_in.some((name) => isNamed(item, name));
    this.fit();
  }

  /** Brings up to date what stands around the list. */
  settle() {
    const answers = readAnswers(this.form);
    const query = toQuery(readChoices(this.form), this.takenIn());
    keepInAddress(query);
    showChoices(this.form);
    this.nameStep();
    this.showChooser(query);
    this.mark(answers);
    showGains(this.form, this.sheets, answers);
  }
}

/**
 * @param {Page} page
 * @returns {Questions}
 */
export function startQuestions(page) {
  const questions = new Questions(page);
  questions.listen();
  return questions;
}

atHand.startQuestions = startQuestions;
