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
 * @param {object} page
 * @param {HTMLElement} page.root
 * @param {HTMLFormElement} page.form
 * @param {Sheet[]} page.sheets
 * @param {Device} page.device
 * @param {(text: string) => void} page.say
 * @param {() => void} page.opened called when another list is to be shown
 * @param {() => void} page.settle does what a reader need not wait for
 */
export function startQuestions({ root, form, sheets, device, say, opened, settle }) {
  const count = component(root, "count");
  const panel = component(root, "left-out");
  const conflict = /** @type {HTMLElement} */ (form.querySelector("[data-notice=other-answers]"));
  const chooser = /** @type {HTMLElement | null} */ (component(form, "chooser"));
  const nameStep = startSteps(form);
  let isListOf = true;

  const fit = () => {
    const counts = showFitting(sheets, readAnswers(form));
    count.textContent = fill(count.dataset.template, { count: counts.shown, left: counts.leftOut });
    /** @type {HTMLElement} */ (panel.querySelector("[data-left-count]")).textContent = String(counts.leftOut);
    /** @type {HTMLElement} */ (panel.querySelector("[data-nothing-left-out]")).hidden = counts.leftOut > 0;
  };
  const takenIn = () => sheets.flatMap((sheet) => sheet.items.filter((item) => item.takenIn).map((item) => item.slug));
  const mark = startTakenIn({
    root,
    sheets,
    device,
    say,
    changed: () => {
      fit();
      settle();
    },
  });

  /** Who does not know the form is led to where it is found out, and back with these answers. */
  const showChooser = () => {
    if (!chooser) return;
    chooser.hidden = readChoices(form).form?.[0] !== UNKNOWN;
    const query = toQuery(readChoices(form), takenIn()).toString();
    /** @type {HTMLAnchorElement} */ (chooser.querySelector("a")).search = new URLSearchParams({ return: query }).toString();
  };

  // The list first: the rest is not what the reader waits for, and must not keep the list from being painted.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const keepAnswers = () => {
    clearTimeout(rest);
    rest = undefined;
    keepChoices();
    settle();
  };
  const answered = () => {
    fit();
    clearTimeout(rest);
    rest = setTimeout(keepAnswers, REST);
  };
  addEventListener("pagehide", () => {
    if (rest !== undefined) keepChoices();
  });
  const keepChoices = () => {
    isListOf = true;
    conflict.hidden = true;
    const answers = readChoices(form);
    device.change((list) => {
      list.answers = answers;
    });
  };

  const show = () => {
    clearTimeout(rest);
    rest = undefined;
    isListOf = true;
    conflict.hidden = true;
    showSaved(form, device.list.answers);
    fit();
  };

  form.addEventListener("change", answered);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The form is emptied after its event.
  form.addEventListener("reset", () => setTimeout(answered));
  conflict.querySelector("[data-action=list-answers]")?.addEventListener("click", () => opened());
  conflict.querySelector("[data-action=list-of-address]")?.addEventListener("click", () => {
    const list = Object.assign(device.empty(), { answers: readChoices(form), taken_in: takenIn() });
    device.add(list);
    opened();
  });

  return {
    /** Chooses what the address names. Returns that, as a list keeps it. */
    readAddress() {
      const items = sheets.flatMap((sheet) => sheet.items);
      for (const input of choices(form)) input.checked = false;
      const { takenIn: asked, unknown } = chooseFromAddress(form, new URLSearchParams(location.search), (slug) => items.some((item) => isNamed(item, slug)));
      nameUnknown(component(form, "unknown"), unknown);
      return { answers: readChoices(form), taken_in: asked };
    },

    /**
     * The first list of a visit. What the address asks for comes first; it does not replace what the open list says
     * otherwise until the reader answers a question.
     * @param {{answers: Record<string, string[]>, taken_in: string[]}} asked
     */
    begin(asked) {
      if (location.search.length < 2) {
        showSaved(form, device.list.answers);
        fit();
        return;
      }
      isListOf = !differ(device.list.answers, asked.answers);
      conflict.hidden = isListOf;
      device.prepare((list) => {
        if (isListOf) list.answers = asked.answers;
        list.taken_in = [...new Set([...list.taken_in, ...asked.taken_in])];
      });
      for (const item of sheets.flatMap((sheet) => sheet.items)) item.takenIn = device.list.taken_in.some((name) => isNamed(item, name));
      fit();
    },

    /** Shows the answers of the open list. */
    show,

    /** Shows the list for the answers again, because another tab or an item of the reader's has changed it. */
    follow() {
      if (isListOf && rest === undefined) show();
      else fit();
    },

    fit,

    /** Brings up to date what stands around the list. */
    settle() {
      const answers = readAnswers(form);
      keepInAddress(toQuery(readChoices(form), takenIn()));
      showChoices(form);
      nameStep();
      showChooser();
      mark(answers);
      showGains(form, sheets, answers);
    },
  };
}

atHand.startQuestions = startQuestions;
