/** The case explorer: a form that narrows the cases down, and the address that keeps what was chosen. */

import { nameUnknown } from "../unknown.js";
import { comparing, readCards, showing, textsOf } from "./cards.js";
import { labelsOfCases, readFacets, showFacet, showingChips } from "./filters.js";
import { component, fill } from "./page.js";
import { casesWhere, find, numbersOf } from "./rule.js";
import { fitOf, readTerms } from "./text.js";

/** @typedef {"pushState" | "replaceState"} Keeping */

/**
 * @param {import("./cards.js").Card[]} cards by number
 * @param {import("./filters.js").Facet} challenges
 * @returns {{fits: (query: string) => number[] | undefined, prepare: () => Promise<void>}} `fits` says how well each
 *   case fits the words, or nothing when there are none
 */
function readText(cards, challenges) {
  /** @type {string[][] | undefined} */
  let texts;
  /** @type {string[][]} */
  let synonyms = [];
  /** @type {Promise<void> | undefined} */
  let asked;

  return {
    fits: (query) => {
      const terms = readTerms(query, synonyms);
      if (terms.length === 0) return undefined;
      if (!texts) {
        const labels = labelsOfCases(challenges, cards.length);
        texts = cards.map((card, number) => textsOf(card, labels[number]));
      }
      return texts.map((of) => fitOf(terms, of));
    },
    // The words that help the site's search help here too; without them the reader's own words are looked for.
    prepare: () => {
      const address = new URL(`../../../pagefind/words.${document.documentElement.lang}.json`, import.meta.url);
      asked ??= fetch(address)
        .then(async (response) => {
          if (response.ok) synonyms = (await response.json()).synonyms;
        })
        .catch(() => {});
      return asked;
    },
  };
}

/**
 * @param {HTMLSelectElement} select
 * @returns {{choose: (value: string | undefined) => void, show: (hasText: boolean) => string, unusual: () => string[]}}
 *   `show` says by what to sort; `unusual` is empty when that is what nobody had to choose
 */
function readSort(select) {
  /** @type {string | undefined} */
  let wanted;
  let usual = "newest";
  return {
    choose: (value) => (wanted = value),
    show: (hasText) => {
      usual = hasText ? "relevance" : "newest";
      select.options[0].disabled = !hasText;
      select.value = wanted === undefined || (wanted === "relevance" && !hasText) ? usual : wanted;
      return select.value;
    },
    unusual: () => (select.value === usual ? [] : [select.value]),
  };
}

/** @param {HTMLElement} root */
function start(root) {
  const form = /** @type {HTMLFormElement} */ (component(root, "filters"));
  const text = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const select = /** @type {HTMLSelectElement} */ (component(root, "sort"));
  const status = component(root, "count");
  const facets = readFacets(form);
  const choices = facets.flatMap((facet) => facet.choices);
  const cards = readCards(root);
  const words = readText(cards, facets[0]);
  const sort = readSort(select);
  const show = showing(root, cards);
  const compare = comparing(root, cards, () => keep("pushState"));
  const showChips = showingChips(root, text, () => changed("pushState"));

  /** @param {number} [shown] */
  const update = (shown) => {
    for (const choice of choices) choice.isChosen = choice.input.checked;
    const fit = words.fits(text.value);
    const among = casesWhere(cards.length, (number) => !fit || fit[number] > 0);
    const { found, counts } = find(among, facets.map((facet) => facet.choices));
    const numbers = numbersOf(found);
    const order = sort.show(fit !== undefined);
    if (order === "relevance" && fit) numbers.sort((a, b) => fit[b] - fit[a]);
    if (order === "evidence") numbers.sort((a, b) => cards[a].strength - cards[b].strength);
    show(numbers, shown);
    const template = numbers.length > 0 ? status.dataset.template : status.dataset.none;
    status.textContent = fill(status, { count: numbers.length, all: cards.length }, template);
    facets.forEach((facet, index) => showFacet(facet, counts[index]));
    showChips(facets);
  };

  /** @param {Keeping} how */
  const keep = (how) => {
    const query = new URLSearchParams();
    if (text.value.trim()) query.append("q", text.value.trim());
    for (const { input } of choices) if (input.checked) query.append(input.name, input.value);
    for (const order of sort.unusual()) query.append("sort", order);
    for (const card of cards) if (card.compare.checked) query.append("cases", card.slug);
    const url = new URL(location.href);
    url.search = query.toString();
    if (url.href !== location.href) history[how](null, "", url);
  };

  // The list first: the address is not what the reader waits for.
  /** @param {Keeping} how */
  const changed = (how) => {
    update();
    requestAnimationFrame(() => setTimeout(() => keep(how)));
  };

  const read = () => {
    const known = new Set(cards.map((card) => card.slug));
    const compared = [];
    const unknown = [];
    text.value = "";
    sort.choose(undefined);
    for (const { input } of choices) input.checked = false;
    for (const [name, value] of new URLSearchParams(location.search)) {
      const choice = choices.find(({ input }) => input.name === name && input.value === value);
      if (choice) choice.input.checked = true;
      else if (name === "q") text.value = value.slice(0, text.maxLength);
      else if (name === "sort" && [...select.options].some((option) => option.value === value)) sort.choose(value);
      else if (name === "cases" && known.has(value)) compared.push(value);
      else unknown.push(`${name}=${value}`);
    }
    nameUnknown(component(root, "unknown"), unknown);
    compare(compared);
    // Whoever asks by a hidden filter wants to see that it is in use.
    const more = /** @type {HTMLDetailsElement} */ (component(root, "more-filters"));
    more.open ||= more.querySelector(":checked") !== null;
    update(history.state?.shown);
    if (text.value) words.prepare().then(() => update(history.state?.shown));
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => event.target !== text && changed("pushState"));
  // The form is emptied after its event.
  form.addEventListener("reset", () => setTimeout(() => changed("pushState")));
  text.addEventListener("focus", () => words.prepare().then(() => text.value && update()), { once: true });
  text.addEventListener("input", () => changed("replaceState"));
  select.addEventListener("change", () => {
    sort.choose(select.value);
    changed("pushState");
  });
  addEventListener("popstate", read);
  read();
}

for (const root of document.querySelectorAll('[data-component="explorer"]')) start(/** @type {HTMLElement} */ (root));
