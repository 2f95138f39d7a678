/** Words that Python wrote into the page, and the places where a script says them. */

/**
 * A sentence with its {places} filled.
 * @param {string | undefined} template
 * @param {Record<string, unknown>} values
 */
export const fill = (template, values) => (template ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));

/**
 * A date as it is written here: the day first in both languages, as in the files that a list is exported to.
 * @param {Date} date
 * @param {Intl.DateTimeFormatOptions} options
 */
export const writtenDate = (date, options) => {
  const language = document.documentElement.lang;
  return date.toLocaleDateString(language === "en" ? "en-GB" : language, options);
};

/**
 * @param {Element} root
 * @param {string} name
 */
export const component = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-component="${name}"]`));

/**
 * Says something in a place that screen readers listen to; the same words are said again.
 * @param {HTMLElement} place
 * @param {string} text
 */
export function say(place, text) {
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}
