/** The other language beneath the texts of a sheet. Loaded when somebody wants a sheet in two languages. */

/**
 * @typedef {object} Texts what simpul/checklist/paper.py writes for a language
 * @property {string} language
 * @property {Record<string, string>} words by the name in `data-says`, and states by their value
 * @property {Record<string, string>} titles by pause point
 * @property {Record<string, string>} headings by HTML id
 * @property {Record<string, string>} items by slug
 */

/**
 * @param {string} language
 * @returns {Promise<Texts>}
 */
export async function loadTexts(language) {
  const answer = await fetch(new URL(`../../checklist/texts-${language}.json`, import.meta.url));
  if (!answer.ok) throw new Error(answer.statusText);
  return { language, ...(await answer.json()) };
}

/**
 * Adds the other language beneath every text that has one. What the reader has written has none.
 * @param {HTMLElement} root
 * @param {Texts} texts
 * @param {(element: Element) => void} add told of every element that is added
 */
export function addSecondLanguage(root, { language, words, titles, headings, items }, add) {
  /**
   * @param {Element | null | undefined} element
   * @param {string | undefined} text
   */
  const say = (element, text) => {
    if (!element || !text) return;
    const line = document.createElement("span");
    line.className = "kb-other-language";
    line.lang = language;
    line.textContent = text;
    element.append(line);
    add(line);
  };
  /**
   * @param {string} selector
   * @param {(element: HTMLElement) => void} visit
   */
  const each = (selector, visit) => {
    for (const sheet of root.querySelectorAll('[data-component="sheet"]:not([hidden])')) {
      /** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll(selector)).forEach(visit);
    }
  };
  each("[data-says]", (element) => say(element, words[element.dataset.says ?? ""]));
  each("[data-heading]", (element) => say(element, headings[element.id]));
  each('[data-component="item"]', (item) => say(item.querySelector("[data-text]"), items[item.dataset.slug ?? ""]));
  each("input[data-field=state]", (input) => say(input.nextElementSibling, words[/** @type {HTMLInputElement} */ (input).value]));
  for (const sheet of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-component="sheet"]'))) {
    say(sheet.querySelector("[data-other-title]"), titles[sheet.dataset.pausePoint ?? ""]);
  }
}
