/**
 * How a reader's words become queries. A query asks for pages that have all of its words; so other expressions for the
 * same thing are tried where the reader's own find little, and where nothing has all words, fewer are asked for. Both
 * are told to the reader. Each word takes a part of the index of its own, so that none is asked for without need.
 *
 * @typedef {{synonyms: string[][], used: number[], spellings: Record<string, string>, stop_words: string[]}} Words
 *   of each group of synonyms as many stand on pages as `used` says, and those come first
 * @typedef {{id: string, score: number, matchedMetaFields?: string[], data: () => Promise<any>}} Match
 * @typedef {{search: (query: string) => Promise<{results: Match[]}>}} Engine
 * @typedef {{matches: Match[], also: string[], relaxed: string[], complete: boolean}} Answer
 */

// Beyond a few other expressions a search costs more than it finds.
const MOST_VARIANTS = 4;
// With as many pages, the first of which is about it, a reader has what to choose from without other expressions.
const ENOUGH = 5;
// Of the pages named with another expression as many come before those that only mention the reader's own.
const MOST_NAMED = 3;
// What is found by another expression weighs a little less than what has the reader's own.
const OTHER_EXPRESSION = 0.9;

/** @type {Answer} */
const NOTHING = { matches: [], also: [], relaxed: [], complete: true };

/**
 * What a word weighs in what a page is called, in the words in which readers ask for it, and in what it is said to be
 * for; its section says little.
 */
export const RANKING = { metaWeights: { title: 8, asked: 8, description: 4, section: 0.2 } };

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
 * @param {string} query normalised
 * @param {Record<string, string>} spellings
 * @returns {{query: string, spelled: string[]}} the query with what no page writes exchanged for what is written
 *   instead, and what was put in
 */
function respelled(query, spellings) {
  let padded = ` ${query} `;
  /** @type {string[]} */
  const spelled = [];
  for (const [avoided, written] of Object.entries(spellings)) {
    if (!padded.includes(` ${avoided} `)) continue;
    padded = padded.replaceAll(` ${avoided} `, ` ${normalise(written)} `);
    spelled.push(written);
  }
  return { query: padded.trim(), spelled };
}

/**
 * The query with one expression exchanged for another of the same meaning.
 * @param {string} query normalised
 * @param {Words} words
 * @returns {Map<string, string>} from the new query to the expression that was put in; each expression of the query
 *   gets its turn, the longest first
 */
function variants(query, { synonyms, used, stop_words }) {
  const padded = ` ${query} `;
  const matching = synonyms
    .flatMap((group, index) =>
      group.map((expression) => ({ expression: normalise(expression), group: group.slice(0, used[index]) })),
    )
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

/**
 * @param {string} query normalised
 * @param {Words} words
 * @returns {string} the words to look up: those that decide, or all where an expression as "kerja sama" would lose its
 *   meaning with the others
 */
function lookedUp(query, { synonyms, stop_words }) {
  const isExpression = () => synonyms.some((group) => group.some((expression) => normalise(expression) === query));
  return !keepsItsMeaning(query, stop_words) && isExpression() ? query : deciding(query, stop_words);
}

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
 * @returns {Match[]} those at the top that are called, or asked for, with a word of the query
 */
function namedSo(matches) {
  const other = matches.findIndex(({ matchedMetaFields: fields }) => !fields?.includes("title") && !fields?.includes("asked"));
  return matches.slice(0, other < 0 ? matches.length : other);
}

/**
 * @param {Match[]} matches
 * @returns {boolean} true for several, the best of which is said to be about a word of the query
 */
const isEnough = (matches) =>
  matches.length >= ENOUGH &&
  ["title", "asked", "description"].some((field) => matches[0].matchedMetaFields?.includes(field));

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
 * look up; those are tried one after the other until there is enough. Then come the pages named with them, and what
 * follows is in the order of its score.
 * @param {Engine} engine
 * @param {string} query normalised
 * @param {Words} words
 * @returns {AsyncGenerator<Answer>} pages that have all deciding words of the query, or of a variant
 */
async function* withAllWords(engine, query, words) {
  const own = await withEveryWord(engine, lookedUp(query, words));
  const others = isEnough(own) ? [] : [...variants(query, words)];
  const first = others.length > 0 ? namedSo(own) : own;
  if (first.length > 0 && others.length > 0) yield { ...NOTHING, matches: first, complete: false };
  /** @type {Match[][]} */
  const found = [];
  for (const [variant] of others) {
    found.push(await withEveryWord(engine, deciding(variant, words.stop_words)));
    if (isEnough(found[found.length - 1])) break;
  }
  const next = best(found.flatMap((matches) => namedSo(matches).slice(0, MOST_NAMED)), first);
  const discounted = found.flat().map((match) => ({ ...match, score: match.score * OTHER_EXPRESSION }));
  const rest = best([...own, ...discounted], [...first, ...next]);
  const also = others.filter((_, index) => found[index]?.length > 0).map(([, expression]) => expression);
  yield { ...NOTHING, matches: [...first, ...next, ...rest], also: [...new Set(also)] };
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
  let answer = NOTHING;
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
  const { query, spelled } = respelled(normalise(text), words.spellings);
  if (!query) return;
  const list = deciding(query, words.stop_words).split(" ");
  for await (const found of withAllWords(engine, query, words)) {
    const enough = found.matches.length > 0 || list.length === 1;
    const answer = enough ? found : await withSomeWords(engine, list, words);
    yield { ...answer, also: [...new Set([...spelled, ...answer.also])] };
  }
}
