/** What a reader types, and how well a case fits it. */

// Short words would otherwise be found inside others: "sk" in "risk".
const SHORT = 4;
const WEIGHTS = [9, 3, 1];

/**
 * @param {string} text
 * @returns {string} its words in lower case without accents, with a space before and after each
 */
export const fold = (text) =>
  ` ${text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/**
 * What is asked for: all terms, each by any of its expressions. An expression of a group of synonyms asks for the group.
 * @param {string} query
 * @param {string[][]} synonyms
 * @returns {string[][]}
 */
export function readTerms(query, synonyms) {
  let rest = fold(query);
  const terms = [];
  for (const group of synonyms) {
    const names = group.map(fold);
    const named = names.find((name) => rest.includes(name));
    if (!named) continue;
    terms.push(names.map((name) => name.trimEnd()));
    rest = rest.replace(named, " ");
  }
  const words = rest.split(" ").filter(Boolean);
  return [...terms, ...words.map((word) => [word.length < SHORT ? ` ${word}` : word])];
}

/**
 * @param {string[][]} terms
 * @param {string[]} texts of a case, folded, the most telling first
 * @returns {number} 0 when a term is missing; otherwise the more, the better the case fits
 */
export function fitOf(terms, texts) {
  let fit = 0;
  for (const expressions of terms) {
    const term = texts.reduce(
      (sum, text, place) => (expressions.some((one) => text.includes(one)) ? sum + WEIGHTS[place] : sum),
      0,
    );
    if (term === 0) return 0;
    fit += term;
  }
  return fit;
}
