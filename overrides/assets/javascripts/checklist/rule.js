/**
 * THE checklist rule, the same line as in simpul/selection.py; a test compares the two exhaustively.
 *
 * An item applies when, for every facet it names in `applies_to`, one of the reader's answers is in the list,
 * and no `except_for` facet matches.
 */

/** @typedef {Record<string, string[]>} FacetValues */

/**
 * @param {FacetValues} appliesTo
 * @param {FacetValues} exceptFor
 * @param {FacetValues} answers
 * @returns {boolean}
 */
export function applies(appliesTo, exceptFor, answers) {
  /** @param {[string, string[]]} entry */
  const matches = ([facet, values]) => values.some((value) => answers[facet]?.includes(value));
  return Object.entries(appliesTo).every(matches) && !Object.entries(exceptFor).some(matches);
}
