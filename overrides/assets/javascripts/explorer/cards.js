/** The cards of the explorer: what is known of each, which are shown, and which are chosen for comparing. */

import { component, fill } from "./page.js";
import { fold } from "./text.js";

// What a phone draws at once; more come when they are asked for.
const AT_ONCE = 24;
const MOST_COMPARED = 3;

/**
 * @typedef {object} Card
 * @property {HTMLElement} element
 * @property {string} slug
 * @property {number} strength the place among all cases when the strongest evidence stands first
 * @property {HTMLInputElement} compare
 */

/**
 * @param {HTMLElement} root
 * @returns {Card[]} by number: the newest first. Each has got its box for comparing.
 */
export function readCards(root) {
  const template = /** @type {HTMLTemplateElement} */ (component(root, "compare"));
  /** @type {Card[]} */
  const cards = [];
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-case]"))) {
    const box = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const compare = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    /** @type {HTMLElement} */ (box.querySelector("span")).textContent = ` ${element.querySelector("a")?.textContent}`;
    element.append(box);
    const slug = element.dataset.case ?? "";
    cards[Number(element.dataset.newest)] = { element, slug, strength: Number(element.dataset.strongest), compare };
  }
  return cards;
}

/**
 * @param {Card} card
 * @param {string} labels of the challenges the case has
 * @returns {string[]} the texts words are looked for in, the most telling first
 */
export function textsOf({ element, compare }, labels) {
  const [title, place, summary] = [...element.querySelectorAll("p")].map((part) => part.textContent ?? "");
  return [title, `${place} ${summary}`, `${element.dataset.words} ${labels}`].map(fold);
}

/**
 * @param {HTMLElement} root
 * @param {Card[]} cards
 * @returns {(numbers: number[], shown?: number) => number} shows the first of the cards in this order; says how many
 */
export function showing(root, cards) {
  const list = component(root, "results");
  const more = component(root, "more");
  let rest = /** @type {HTMLElement[]} */ ([]);

  /** @param {number} shown */
  const add = (shown) => {
    list.append(...rest.splice(0, shown));
    more.hidden = rest.length === 0;
    more.textContent = fill(more, { count: Math.min(rest.length, AT_ONCE) });
    return list.children.length;
  };
  more.addEventListener("click", () => {
    const first = rest[0];
    const shown = add(AT_ONCE);
    first.querySelector("a")?.focus();
    history.replaceState({ shown }, "");
  });
  // Nobody can ask paper for more.
  addEventListener("beforeprint", () => add(rest.length));
  component(root, "groups").remove();
  list.hidden = false;
  return (numbers, shown = AT_ONCE) => {
    rest = numbers.map((number) => cards[number].element);
    list.replaceChildren();
    return add(Math.max(shown, AT_ONCE));
  };
}

/**
 * Lets the reader choose cases to compare, and leads to the page that compares them.
 * @param {HTMLElement} root
 * @param {Card[]} cards
 * @param {() => void} changed
 * @returns {(slugs: string[]) => void} chooses these cases instead
 */
export function comparing(root, cards, changed) {
  const tray = component(root, "tray");
  const status = /** @type {HTMLElement} */ (tray.querySelector("p"));
  const link = /** @type {HTMLAnchorElement} */ (tray.querySelector("a"));
  const chosen = () => cards.filter((card) => card.compare.checked);

  const show = () => {
    const slugs = chosen().map((card) => card.slug);
    tray.hidden = slugs.length === 0;
    const few = slugs.length < 2 ? ` ${status.dataset.few}` : "";
    status.textContent = fill(status, { count: slugs.length, most: MOST_COMPARED }) + few;
    link.hidden = slugs.length < 2;
    link.search = new URLSearchParams(slugs.map((slug) => ["cases", slug])).toString();
    for (const card of cards) card.compare.disabled = slugs.length === MOST_COMPARED && !card.compare.checked;
  };
  /** @param {string[]} slugs */
  const choose = (slugs) => {
    for (const card of cards) card.compare.checked = slugs.includes(card.slug);
    show();
  };
  root.addEventListener("change", (event) => {
    if (!(/** @type {Element} */ (event.target).closest("[data-case]"))) return;
    show();
    changed();
  });
  tray.querySelector("button")?.addEventListener("click", () => {
    const [first] = chosen();
    choose([]);
    changed();
    first.compare.focus();
  });
  return (slugs) => choose(slugs.slice(0, MOST_COMPARED));
}
