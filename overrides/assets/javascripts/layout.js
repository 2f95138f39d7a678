/**
 * What the frame of every page can do beyond HTML and CSS: colour scheme, language switch, drawer by keyboard,
 * contents that follow the reader, wide tables by keyboard, folded parts on paper. Each part works alone and is silent where its element is missing.
 */

const SCHEMES = /** @type {const} */ (["auto", "light", "dark"]);
const SCHEME_KEY = "kb:scheme";
const LANGUAGE_KEY = "kb:language";

/**
 * Reads a setting of the reader; storage may be blocked, which is the same as nothing stored.
 * @param {string} key
 * @returns {string | null}
 */
function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a setting of the reader, or forgets it when the value is null.
 * @param {string} key
 * @param {string | null} value
 */
function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice then holds for this page only.
  }
}

/**
 * Lets the button step through device colours, light and dark; the inline script of the page reads the same key.
 * @param {HTMLElement} button
 */
function initScheme(button) {
  const device = matchMedia("(prefers-color-scheme: dark)");
  const stored = recall(SCHEME_KEY);
  /** @type {string} */
  let choice = stored === "light" || stored === "dark" ? stored : "auto";

  const show = () => {
    const dark = choice === "dark" || (choice === "auto" && device.matches);
    document.documentElement.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    const label = button.dataset[choice] ?? "";
    button.setAttribute("aria-label", label);
    button.title = label;
  };

  button.addEventListener("click", () => {
    choice = SCHEMES[(SCHEMES.findIndex((scheme) => scheme === choice) + 1) % SCHEMES.length];
    remember(SCHEME_KEY, choice === "auto" ? null : choice);
    show();
  });
  device.addEventListener("change", show);
  show();
}

/**
 * Makes the link to the other language carry the query and the hash, read at the last moment because pages change them.
 * @param {HTMLAnchorElement} link
 */
function initLanguage(link) {
  const update = () => {
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const type of ["pointerdown", "focus", "click"]) link.addEventListener(type, update);
  link.addEventListener("click", () => remember(LANGUAGE_KEY, link.dataset.language ?? null));
}

/**
 * Puts a real button on the theme's checkbox drawer: Escape and moving the focus out of it close it.
 * @param {HTMLElement} button
 * @param {HTMLElement} drawer
 * @param {HTMLInputElement} checkbox
 */
function initDrawer(button, drawer, checkbox) {
  const show = () => {
    button.setAttribute("aria-expanded", String(checkbox.checked));
    button.setAttribute("aria-label", (checkbox.checked ? button.dataset.close : button.dataset.open) ?? "");
  };
  /** @param {boolean} open */
  const set = (open) => {
    checkbox.checked = open;
    show();
  };
  // The overlay is a label of the checkbox: a tap on it changes the box without passing through here.
  checkbox.addEventListener("change", show);
  button.addEventListener("click", () => {
    set(!checkbox.checked);
    if (checkbox.checked) drawer.querySelector("a")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !checkbox.checked) return;
    set(false);
    button.focus();
  });
  drawer.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next instanceof Node && next !== button && !drawer.contains(next)) set(false);
  });
  // The browser may have restored the checkbox of an earlier visit.
  set(false);
}

/**
 * Marks in the table of contents the last heading above the upper third of the window.
 * @param {HTMLElement} toc
 */
function initContents(toc) {
  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of toc.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const above = () => [...links.keys()].filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const mark = () => {
    const current = above().pop();
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of links.keys()) observer.observe(heading);
}

/**
 * A table that scrolls sideways must be reachable by keyboard.
 * @param {HTMLTableElement} table
 * @param {string} label
 */
function initTable(table, label) {
  if (table.scrollWidth <= table.clientWidth) return;
  table.tabIndex = 0;
  if (!table.caption && !table.hasAttribute("aria-label")) table.setAttribute("aria-label", label);
}

/**
 * What is folded on the screen is read on paper: opens the parts of the article before printing and folds them again.
 */
function initPrint() {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const folded = document.querySelectorAll("article details:not([open], .kb-plain)");
    unfolded = [...folded];
    for (const part of unfolded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
  });
}

/**
 * @template {Element} T
 * @param {string} name
 * @returns {T | null}
 */
const component = (name) => document.querySelector(`[data-component="${name}"]`);

initPrint();
const scheme = component("scheme");
if (scheme) initScheme(/** @type {HTMLElement} */ (scheme));
const language = component("language");
if (language) initLanguage(/** @type {HTMLAnchorElement} */ (language));
const [button, drawer] = [component("drawer-button"), component("drawer")];
const checkbox = document.querySelector("[data-md-toggle=drawer]");
if (button && drawer && checkbox) {
  initDrawer(/** @type {HTMLElement} */ (button), /** @type {HTMLElement} */ (drawer), /** @type {HTMLInputElement} */ (checkbox));
}
const toc = component("toc");
if (toc) initContents(/** @type {HTMLElement} */ (toc));
const tableLabel = /** @type {HTMLElement | null} */ (component("header"))?.dataset.wideTable ?? "";
for (const table of document.querySelectorAll("article table")) initTable(/** @type {HTMLTableElement} */ (table), tableLabel);
