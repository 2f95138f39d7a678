/**
 * How a reader's words become queries. A query asks for pages that have all of its words; so other expressions for the
 * same thing are tried as well, and where nothing has all words, fewer are asked for. Both are told to the reader.
 *
 * @typedef {{synonyms: string[][], stop_words: string[]}} Words
 * @typedef {{id: string, score: number, matchedMetaFields?: string[], data: () => Promise<any>}} Match
 * @typedef {{search: (query: string) => Promise<{results: Match[]}>}} Engine
 * @typedef {{matches: Match[], also: string[], relaxed: string[], complete: boolean}} Answer
 */

// Each variant is a search of its own; beyond a few they cost more than they find.
const MOST_VARIANTS = 6;
// Of the pages named with another expression as many come before those that only mention the reader's own.
const MOST_NAMED = 3;
// What is found by another expression weighs a little less than what has the reader's own.
const OTHER_EXPRESSION = 0.9;

/** What a word weighs in what a page is called, and in the words in which readers ask for it; its section says little. */
export const RANKING = { metaWeights: { title: 8, asked: 8, section: 0.2 } };

/**
 * @param {string} text
 * @returns {string} lower case, letters, digits and hyphens, single spaces
 */
export function normalise(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ").trim();
}

/**
 * @param {string} query normalised
 * @param {string[]} stopWords
 * @returns {string} the words of the query that decide: function words stand on every page; alone they are all there is
 */
function deciding(query, stopWords) {
  const list = [...new Set(query.split(" "))];
  const meaningful = list.filter((word) => !stopWords.includes(word));
  return (meaningful.length > 0 ? meaningful : list).join(" ");
}

/**
 * The query with one expression exchanged for another of the same meaning.
 * @param {string} query normalised
 * @param {Words} words
 * @returns {Map<string, string>} from the new query to the expression that was put in; each expression of the query
 *   gets its turn, the longest first
 */
export function variants(query, { synonyms, stop_words }) {
  const padded = ` ${query} `;
  const matching = synonyms
    .flatMap((group) => group.map((expression) => ({ expression: normalise(expression), group })))
    .filter(({ expression }) => padded.includes(` ${expression} `))
    .sort((a, b) => b.expression.length - a.expression.length);
  const exchanges = matching.map(({ expression, group }) =>
    group
      .filter((other) => !padded.includes(` ${normalise(other)} `) && keepsItsMeaning(normalise(other), stop_words))
      .map((other) => ({ other, variant: padded.replace(` ${expression} `, ` ${normalise(other)} `).trim() })),
  );
  /** @type {Map<string, string>} */
  const found = new Map();
  for (let turn = 0; exchanges.some((list) => turn < list.length); turn += 1) {
    for (const list of exchanges) {
      const exchange = list[turn];
      if (exchange && found.size < MOST_VARIANTS && !found.has(exchange.variant)) found.set(exchange.variant, exchange.other);
    }
  }
  return found;
}

/**
 * @param {string} expression normalised
 * @param {string[]} stopWords
 * @returns {boolean} false for one as "goes nowhere", of which a single word would be searched and find something else
 */
const keepsItsMeaning = (expression, stopWords) =>
  !expression.includes(" ") || deciding(expression, stopWords).includes(" ");

/** @type {WeakMap<Engine, Map<string, Promise<boolean>>>} */
const knownWords = new WeakMap();

/**
 * For a word that stands nowhere the engine takes the longest word it begins with, be it one letter. That helps with a
 * slip at the end of a word, and is nonsense otherwise: what it found must begin like what was asked.
 * @param {Engine} engine
 * @param {string} word
 * @returns {Promise<boolean>} true when pages have the word, a form of it, or one that it is the beginning of
 */
async function isKnown(engine, word) {
  if ((await engine.search(`"${word}"`)).results.length > 0) return true;
  const { results } = await engine.search(word);
  if (results.length === 0) return false;
  const { excerpt } = await results[0].data();
  const start = word.slice(0, Math.ceil(word.length * 0.6));
  return [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].some(([, found]) => normalise(found).startsWith(start));
}

/**
 * The engine leaves out a word that it does not know and says nothing of it; here such a query finds nothing.
 * @param {Engine} engine
 * @param {string} query normalised
 * @returns {Promise<Match[]>} pages that have every word of the query
 */
async function withEveryWord(engine, query) {
  const remembered = knownWords.get(engine) ?? new Map();
  knownWords.set(engine, remembered);
  const known = query.split(" ").map((word) => {
    if (!remembered.has(word)) remembered.set(word, isKnown(engine, word));
    return remembered.get(word);
  });
  return (await Promise.all(known)).every(Boolean) ? (await engine.search(query)).results : [];
}

/**
 * @param {Match[]} matches
 * @returns {Match[]} those at the top whose title has a word that was asked for
 */
function namedSo(matches) {
  const other = matches.findIndex((match) => !match.matchedMetaFields?.includes("title"));
  return matches.slice(0, other < 0 ? matches.length : other);
}

/**
 * @param {Match[]} matches
 * @param {Match[]} without
 * @returns {Match[]} each page once, with its best score and in the order of the scores, without those of another list
 */
function best(matches, without) {
  const taken = new Set(without.map((match) => match.id));
  return [...matches]
    .sort((a, b) => b.score - a.score)
    .filter((match) => !taken.has(match.id) && taken.add(match.id));
}

/**
 * The pages that are named with the reader's own words come first, before other expressions take more of the index to
 * look up. Then come the pages named with those, and what follows is in the order of its score.
 * @param {Engine} engine
 * @param {string} query normalised
 * @param {Words} words
 * @returns {AsyncGenerator<Answer>} pages that have all deciding words of the query, or of a variant
 */
async function* withAllWords(engine, query, words) {
  const own = await withEveryWord(engine, deciding(query, words.stop_words));
  const others = [...variants(query, words)];
  const first = namedSo(own);
  if (first.length > 0 && others.length > 0) yield { matches: first, also: [], relaxed: [], complete: false };
  const found = await Promise.all(
    others.map(([variant]) => withEveryWord(engine, deciding(variant, words.stop_words))),
  );
  const next = best(found.flatMap((matches) => namedSo(matches).slice(0, MOST_NAMED)), first);
  const discounted = found.flat().map((match) => ({ ...match, score: match.score * OTHER_EXPRESSION }));
  const rest = best([...own, ...discounted], [...first, ...next]);
  yield {
    matches: [...first, ...next, ...rest],
    also: [...new Set(others.filter((_, index) => found[index].length > 0).map(([, expression]) => expression))],
    relaxed: [],
    complete: true,
  };
}

/**
 * @param {Engine} engine
 * @param {string[]} typed
 * @param {Words} words
 * @returns {Promise<Answer>} pages that have at least one of the words, those with the most of them first
 */
async function withSomeWords(engine, typed, words) {
  // What a single letter finds has nothing to do with the question.
  const list = typed.filter((word) => word.length > 1);
  const answers = await Promise.all(list.map((word) => last(withAllWords(engine, word, words))));
  /** @type {Map<string, Match & {words: number}>} */
  const matches = new Map();
  for (const { matches: found } of answers) {
    for (const match of found) {
      const known = matches.get(match.id);
      matches.set(match.id, { ...match, words: (known?.words ?? 0) + 1, score: match.score + (known?.score ?? 0) });
    }
  }
  return {
    matches: [...matches.values()].sort((a, b) => b.words - a.words || b.score - a.score),
    also: [...new Set(answers.flatMap(({ also }) => also))],
    relaxed: list.filter((_, index) => answers[index].matches.length > 0),
    complete: true,
  };
}

/**
 * @param {AsyncGenerator<Answer>} answers
 * @returns {Promise<Answer>}
 */
async function last(answers) {
  /** @type {Answer} */
  let answer = { matches: [], also: [], relaxed: [], complete: true };
  for await (answer of answers);
  return answer;
}

/**
 * @param {Engine} engine
 * @param {string} text what the reader typed
 * @param {Words} words
 * @returns {AsyncGenerator<Answer>} the last answer is complete, and begins with the matches of the one before;
 *   `relaxed` names the words asked for when no page has all that decide
 */
export async function* lookUp(engine, text, words) {
  const query = normalise(text);
  if (!query) return;
  const list = deciding(query, words.stop_words).split(" ");
  for await (const answer of withAllWords(engine, query, words)) {
    if (answer.matches.length > 0 || list.length === 1) yield answer;
    else yield await withSomeWords(engine, list, words);
  }
}
