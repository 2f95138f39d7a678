/**
 * The panel that hands the list on screen over: as a file, a message, or text to copy.
 *
 * What makes a file is loaded when it is wanted, words and styles from a file that Python wrote.
 */

import { readShownList } from "../shown-list.js";

/** @typedef {import("./plain.js").Kit} Kit */
/** @typedef {import("../shown-list.js").ShownList} ShownList */
/** @typedef {import("../saved-list.js").SavedList} SavedList */
/** @typedef {string | Uint8Array<ArrayBuffer> | null} Made a file, or nothing when the list holds nothing for it */

/** @type {Record<string, {type: string, make: (list: ShownList, kit: Kit, saved: SavedList) => Promise<Made>}>} */
const FILES = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (list, kit) => (await import("./document.js")).document(list, kit),
  },
  csv: { type: "text/csv;charset=utf-8", make: async (list, kit) => (await import("./table.js")).table(list, kit) },
  md: { type: "text/markdown;charset=utf-8", make: async (list, kit) => (await import("./markdown.js")).markdown(list, kit) },
  html: { type: "text/html;charset=utf-8", make: async (list, kit) => (await import("./page.js")).page(list, kit) },
  ics: {
    type: "text/calendar;charset=utf-8",
    make: async (list, kit, saved) => (await import("./calendar.js")).calendar(list, kit, new Date(), saved),
  },
};
// How long a browser may take to fetch what was handed to it, in milliseconds.
const KEPT = 60_000;

/** @type {Map<string, Promise<Kit>>} */
const kits = new Map();

/**
 * The kit of a language; asked for again when it could not be had.
 * @param {string} language
 * @returns {Promise<Kit>}
 */
function loadKit(language) {
  const known = kits.get(language);
  if (known) return known;
  const loading = fetch(new URL(`../../../checklist/export-${language}.json`, import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  });
  kits.set(language, loading);
  loading.catch(() => kits.delete(language));
  return loading;
}

/** @type {WeakSet<Element>} the panels that work already */
const working = new WeakSet();

/**
 * Makes the panel of a page with checklists work, once; it is called when somebody opens it.
 * @param {HTMLElement} root
 * @param {import("../sheets.js").Sheet[]} sheets
 * @param {import("../device.js").Device} device
 */
export function startPanel(root, sheets, device) {
  const panel = /** @type {HTMLDetailsElement | null} */ (root.querySelector('[data-component="exports"]'));
  if (!panel || working.has(panel)) return;
  working.add(panel);
  const status = /** @type {HTMLElement} */ (panel.querySelector("[data-export-status]"));
  const link = /** @type {HTMLAnchorElement} */ (panel.querySelector("[data-export=whatsapp]"));
  const copy = /** @type {HTMLElement} */ (panel.querySelector("[data-export-copy]"));

  /**
   * Says how it went; the sentences stand in the page.
   * @param {string} key
   * @param {string} [name]
   */
  const say = (key, name = "") => {
    status.textContent = (status.dataset[key] ?? "").replace("{name}", () => name);
  };

  /** @type {Record<string, (list: ShownList, kit: Kit) => Promise<void>>} */
  const actions = {
    copy: async (list, kit) => {
      const { text } = await import("./text.js");
      await copyText(text(list, kit), copy, say);
    },
    share: async (list, kit) => {
      const { text } = await import("./text.js");
      const { title } = await import("./plain.js");
      try {
        await navigator.share({ title: title(list, kit), text: text(list, kit) });
        say("shared");
      } catch (error) {
        const isTakenBack = error instanceof DOMException && error.name === "AbortError";
        if (isTakenBack) say("nothing");
        else say("notShared");
      }
    },
  };
  for (const [ending, { type, make }] of Object.entries(FILES)) {
    actions[ending] = async (list, kit) => {
      const made = await make(list, kit, device.list);
      if (made === null) return say("noDueDates");
      const [{ fileName, today }, { title }] = await Promise.all([import("./file-name.js"), import("./plain.js")]);
      const name = `${fileName(kit.words.file_prefix, title(list, kit), today(new Date()))}.${ending}`;
      save(new Blob([made], { type }), name);
      say("saved", name);
    };
  }

  /** @param {string} action */
  const act = async (action) => {
    const list = readShownList(root, sheets);
    copy.hidden = true;
    if (list.sheets.length === 0) return say("nothingShown");
    say("working");
    try {
      await actions[action](list, await loadKit(list.language));
    } catch {
      say("failed");
    }
  };

  for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("button[data-export]"))) {
    const action = button.dataset.export ?? "";
    if (action === "share" && "share" in navigator) button.hidden = false;
    button.addEventListener("click", () => act(action));
  }
  const prepare = () => {
    if (panel.open && link.hidden) offerMessage(root, sheets, link).catch(() => say("failed"));
  };
  panel.addEventListener("toggle", prepare);
  prepare();
}

/**
 * Lets the link lead to a chat with the list as it is when somebody follows it. Nothing is asked for before.
 * @param {HTMLElement} root
 * @param {import("../sheets.js").Sheet[]} sheets
 * @param {HTMLAnchorElement} link
 */
async function offerMessage(root, sheets, link) {
  const [kit, { chatAddress }] = await Promise.all([loadKit(document.documentElement.lang), import("./text.js")]);
  const refresh = () => {
    link.href = chatAddress(readShownList(root, sheets), kit);
  };
  // A link may be followed by a tap, a key or the menu of the browser: each comes after one of these.
  for (const type of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(type, refresh);
  refresh();
  link.hidden = false;
}

/**
 * @param {string} text
 * @param {HTMLElement} place shows the text where the browser does not let a page copy
 * @param {(key: string) => void} say
 */
async function copyText(text, place, say) {
  try {
    await navigator.clipboard.writeText(text);
    say("copied");
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (place.querySelector("textarea"));
    field.value = text;
    place.hidden = false;
    field.select();
    say("notCopied");
  }
}

/**
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
