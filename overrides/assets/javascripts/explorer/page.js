/** The parts of a page by name, and sentences with their {places} filled. */

/**
 * @param {Element} root
 * @param {string} name
 */
export const component = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-component="${name}"]`));

/**
 * @param {HTMLElement} element
 * @param {Record<string, unknown>} values
 * @param {string} [template]
 */
export const fill = (element, values, template = element.dataset.template ?? "") =>
  template.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
