/**
 * The search dialog at work: loads the index of the page's language, asks it while the reader types, shows what it found.
 * All wording comes from the dialog's `data-` attributes.
 */

import { RANKING, lookUp, normalise } from "./search-query.js";

/** @typedef {import("./search-query.js").Answer} Answer */
/** @typedef {import("./search-query.js").Match} Match */

// Read aloud at each pause a message would talk over what the reader types next.
const SETTLED_MS = 1000;
// Each result takes some kilobytes of its own.
const PAGE_SIZE = 5;
const PAUSE_MS = 150;
const INDEX = new URL("../../pagefind/", import.meta.url);

/**
 * Loads the index and the helping words; rejects when one of them cannot be had.
 * @param {number} attempt a browser remembers that a module failed, so each attempt asks for another address
 * @param {string} tag part of the address of the list of indexes, under which it was preloaded
 */
async function load(attempt, tag) {
  const language = document.documentElement.lang;
  const [engine, words] = await Promise.all([
    import(new URL(`pagefind.js${attempt ? `?${attempt}` : ""}`, INDEX).href),
    fetch(new URL(`words.${language}.json`, INDEX)).then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }),
  ]);
  // The index is small enough for the main thread, and a worker would be one more file to wait for.
  await engine.options({ noWorker: true, excerptLength: 24, metaCacheTag: tag, ranking: RANKING });
  await engine.init();
  return { engine, words };
}

/**
 * @param {string} text with the placeholders of `values`
 * @param {Record<string, string>} values
 */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/**
 * An excerpt comes as HTML of which only the marks are wanted: the rest becomes plain text.
 * @param {string} html
 * @returns {(Node | string)[]}
 */
function marked(html) {
  return html.split(/<mark>([\s\S]*?)<\/mark>/).map((part, index) => {
    const text = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
    if (index % 2 === 0) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

/**
 * @param {string} name the part of a result
 * @param {(Node | string)[]} content
 */
function part(name, ...content) {
  const element = document.createElement("span");
  element.className = `kb-search__${name}`;
  element.append(...content);
  return element;
}

/**
 * The result as a link to the section of the page that fits best.
 * @param {any} page what the index holds of the page
 * @returns {HTMLLIElement}
 */
function resultItem(page) {
  const weight = (/** @type {any} */ section) =>
    section.weighted_locations.reduce((/** @type {number} */ sum, /** @type {any} */ place) => sum + place.balanced_score, 0);
  const best = [...page.sub_results].sort((a, b) => weight(b) - weight(a))[0] ?? page;
  const heading = best.title && best.title !== page.meta.title ? best.title : "";
  const place = [page.meta.section, heading].filter(Boolean).join(" › ");
  const link = document.createElement("a");
  link.className = "kb-search__link";
  link.href = best.url ?? page.url;
  link.append(part("title", page.meta.title ?? page.url));
  if (place) link.append(part("place", place));
  link.append(part("excerpt", ...marked(best.excerpt)));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

/**
 * Makes the open dialog answer what is typed into it, what was typed while it loaded included.
 * @param {HTMLDialogElement} dialog
 * @param {string} tag
 */
export function initDialog(dialog, tag) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  const [status, retry, empty, results, more] = ["status", "retry", "empty", "results", "more"].map(
    (name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-part=${name}]`)),
  );
  let attempt = 0;
  let loaded = load(attempt, tag);
  let latest = 0;
  /** @type {Match[]} */
  let matches = [];
  let shown = 0;

  // What is seen changes with each answer; what is read aloud waits until it has settled.
  const announcer = document.createElement("div");
  announcer.className = "kb-visually-hidden";
  announcer.dataset.part = "announcement";
  announcer.setAttribute("role", "status");
  status.removeAttribute("role");
  status.after(announcer);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settled;

  /** @param {string[]} lines */
  const say = (...lines) => {
    const spoken = lines.filter(Boolean);
    status.replaceChildren(
      ...spoken.map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    clearTimeout(settled);
    settled = setTimeout(() => {
      const text = spoken.join(" ");
      if (announcer.textContent !== text) announcer.textContent = text;
    }, SETTLED_MS);
  };

  /** @param {keyof DOMStringMap} name @param {Record<string, string>} values */
  const wording = (name, values = {}) => fill(dialog.dataset[name] ?? "", values);

  /**
   * Fills the list up to the next full number of results, each as soon as those before it are there. The very first is
   * asked for alone, so that on a slow line the others do not hold it up.
   * @param {number} turn
   * @returns {Promise<HTMLAnchorElement | null>} the first of them
   */
  const showMore = async (turn) => {
    const wanted = matches.slice(shown, shown - (shown % PAGE_SIZE) + PAGE_SIZE);
    /** @type {Promise<any>[]} */
    let pages = [];
    const alone = shown === 0 ? 1 : 0;
    shown += wanted.length;
    let first = null;
    for (let index = 0; index < wanted.length; index += 1) {
      if (index === alone) pages = wanted.map((match) => match.data());
      for (const page of pages) page.catch(() => {});
      const item = resultItem(await (pages[index] ?? wanted[index].data()));
      if (turn !== latest) return null;
      results.append(item);
      first ??= item.querySelector("a");
    }
    more.hidden = shown >= matches.length;
    return first;
  };

  /** @param {Answer} answer */
  const summary = ({ also, relaxed }) => {
    const query = input.value.trim();
    if (matches.length === 0) return [wording("none", { query })];
    return [
      relaxed.length > 0 ? wording("relaxed", { words: relaxed.join(", ") }) : wording("found", { query }),
      also.length > 0 ? wording("also", { words: also.join(", ") }) : "",
    ];
  };

  const clear = () => {
    results.replaceChildren();
    matches = [];
    shown = 0;
    more.hidden = empty.hidden = retry.hidden = true;
  };

  const search = async () => {
    const turn = ++latest;
    if (normalise(input.value).length < 2) {
      clear();
      say();
      results.ariaBusy = "false";
      return;
    }
    const slow = setTimeout(() => turn === latest && say(wording("loading")), PAUSE_MS);
    try {
      const { engine, words } = await loaded;
      let fresh = true;
      for await (const answer of lookUp(engine, input.value, words)) {
        if (turn !== latest) return;
        clearTimeout(slow);
        if (fresh) clear();
        fresh = false;
        matches = answer.matches;
        empty.hidden = matches.length > 0;
        say(...(answer.complete ? summary(answer) : [wording("loading")]));
        if (shown < PAGE_SIZE) await showMore(turn);
        more.hidden = shown >= matches.length;
      }
    } catch {
      if (turn !== latest) return;
      clear();
      say(wording("failed"));
      retry.hidden = false;
    } finally {
      clearTimeout(slow);
      if (turn === latest) results.ariaBusy = "false";
    }
  };

  /** @type {Promise<void> | undefined} */
  let offered;
  // Who types at once waits for no examples.
  const offer = () => {
    if (input.value) return;
    const address = new URL(`examples.${document.documentElement.lang}.json`, INDEX);
    offered ??= import("./search-examples.js").then((module) => module.offerExamples(input, results, address)).catch(() => {
      offered = undefined;
    });
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    offer();
    results.ariaBusy = "true";
    pause = setTimeout(search, PAUSE_MS);
  });
  more.addEventListener("click", async () => (await showMore(latest))?.focus());
  retry.addEventListener("click", () => {
    attempt += 1;
    loaded = load(attempt, tag);
    loaded.catch(() => {});
    input.focus();
    search();
  });
  // Enter in a field presses the first button of its form, which closes the dialog; a reader means the first result.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    results.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // In a search field the first Escape would only empty it.
      event.preventDefault();
      dialog.close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-part=examples]:not([hidden]) button, [data-part=results] a"))];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  dialog.addEventListener("click", (event) => {
    // Outside its content a dialog's own box is what is clicked; a link may lead to this very page.
    if (event.target === dialog || (event.target instanceof Element && event.target.closest("a"))) dialog.close();
  });
  // A failure is told when something is asked; until then it is nobody's concern.
  loaded.catch(() => {});
  if (input.value) search();
  offer();
}
