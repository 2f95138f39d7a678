/**
 * THE rule of the case explorer, the same as in simpul/explorer.py; a test compares the two.
 *
 * A case is found when, for every facet with a choice, it has one of the chosen values. The count of a value is the
 * number of cases that would be found if it were the only choice in its facet and all other facets stayed as they are.
 *
 * @typedef {Uint32Array} Cases a set of cases: bit n of word n/32 stands for the n-th case
 * @typedef {{cases: Cases, isChosen: boolean}} Value
 */

/**
 * @param {string} words each as eight hexadecimal digits
 * @returns {Cases}
 */
export const readCases = (words) => Uint32Array.from(words.match(/.{8}/g) ?? [], (word) => parseInt(word, 16));

/**
 * @param {number} total
 * @param {(number: number) => unknown} isIn
 * @returns {Cases} of the first `total` cases those for which `isIn` is true
 */
export function casesWhere(total, isIn) {
  const cases = new Uint32Array(Math.ceil(total / 32));
  for (let number = 0; number < total; number += 1) if (isIn(number)) cases[number >> 5] |= 1 << (number & 31);
  return cases;
}

/**
 * @param {Cases} cases
 * @returns {number[]} the numbers of the cases, in order
 */
export function numbersOf(cases) {
  const numbers = [];
  for (let number = 0; number < cases.length * 32; number += 1) {
    if ((cases[number >> 5] >>> (number & 31)) & 1) numbers.push(number);
  }
  return numbers;
}

/** @type {(ours: Cases, theirs: Cases) => Cases} */
const both = (ours, theirs) => ours.map((word, index) => word & theirs[index]);

/** @type {(ours: Cases, theirs: Cases) => Cases} */
const either = (ours, theirs) => ours.map((word, index) => word | theirs[index]);

/** @param {Cases} cases */
function count(cases) {
  let bits = 0;
  for (let word of cases) for (; word; word &= word - 1) bits += 1;
  return bits;
}

/**
 * @param {Cases} among the cases to choose from
 * @param {Value[][]} facets
 * @returns {{found: Cases, counts: number[][]}} the counts in the order of facets and values
 */
export function find(among, facets) {
  const chosen = facets.map((values) => values.filter((value) => value.isChosen).map((value) => value.cases));
  const unions = chosen.map((sets) => (sets.length > 0 ? sets.reduce(either) : undefined));
  /** @param {number} [ignored] */
  const fitting = (ignored) =>
    unions.reduce((/** @type {Cases} */ cases, union, facet) => (union && facet !== ignored ? both(cases, union) : cases), among);
  return {
    found: fitting(),
    counts: facets.map((values, facet) => {
      const cases = fitting(facet);
      return values.map((value) => count(both(cases, value.cases)));
    }),
  };
}
