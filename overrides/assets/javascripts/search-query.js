/**
 * How a reader's words become queries. A query asks for pages that have all of its words; so other expressions for the
 * same thing are tried as well, and where nothing has all words, fewer are asked for. Both are told to the reader.
 *
 * @typedef {{synonyms: string[][], stop_words: string[]}} Words
 * @typedef {{id: string, score: number, data: () => Promise<any>}} Match
 * @typedef {{search: (query: string) => Promise<{results: Match[]}>}} Engine
 * @typedef {{matches: Match[], also: string[], relaxed: string[]}} Answer
 */

// Each variant is a search of its own; beyond a few they cost more than they find.
const MOST_VARIANTS = 6;

/**
 * @param {string} text
 * @returns {string} lower case, letters, digits and hyphens, single spaces
 */
export function normalise(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ").trim();
}

/**
 * The query with one expression exchanged for another of the same meaning.
 * @param {string} query normalised
 * @param {string[][]} synonyms
 * @returns {Map<string, string>} from the new query to the expression that was put in, the longest matches first
 */
export function variants(query, synonyms) {
  const padded = ` ${query} `;
  const matching = synonyms
    .flatMap((group) => group.map((expression) => ({ expression: normalise(expression), group })))
    .filter(({ expression }) => padded.includes(` ${expression} `))
    .sort((a, b) => b.expression.length - a.expression.length);
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { expression, group } of matching) {
    for (const other of group) {
      const normal = normalise(other);
      if (padded.includes(` ${normal} `) || found.size === MOST_VARIANTS) continue;
      const variant = padded.replace(` ${expression} `, ` ${normal} `).trim();
      if (!found.has(variant)) found.set(variant, other);
    }
  }
  return found;
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
 * @param {Engine} engine
 * @param {string} query normalised
 * @param {string[][]} synonyms
 * @param {Match[]} [own] the pages that have all words of the query, where they are known
 * @returns {Promise<Answer>} those pages, then the ones that have all words of a variant
 */
async function withAllWords(engine, query, synonyms, own) {
  const first = own ?? (await withEveryWord(engine, query));
  const others = [...variants(query, synonyms)];
  const found = await Promise.all(others.map(([variant]) => withEveryWord(engine, variant)));
  const known = new Set(first.map((match) => match.id));
  /** @type {Map<string, Match>} */
  const more = new Map();
  for (const match of found.flat()) {
    if (!known.has(match.id) && (more.get(match.id)?.score ?? 0) < match.score) more.set(match.id, match);
  }
  return {
    matches: [...first, ...[...more.values()].sort((a, b) => b.score - a.score)],
    also: others.filter((_, index) => found[index].length > 0).map(([, expression]) => expression),
    relaxed: [],
  };
}

/**
 * @param {Engine} engine
 * @param {string[]} list
 * @param {string[][]} synonyms
 * @returns {Promise<Answer>} pages that have at least one of the words, those with the most of them first
 */
async function withSomeWords(engine, list, synonyms) {
  const answers = await Promise.all(list.map((word) => withAllWords(engine, word, synonyms)));
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
  };
}

/**
 * The pages with the reader's own words are answered first; other expressions take more of the index to look up.
 * @param {Engine} engine
 * @param {string} text what the reader typed
 * @param {Words} words
 * @returns {AsyncGenerator<Answer>} the last answer is complete, and begins with the matches of the one before;
 *   `relaxed` names the words asked for when no page has all that were typed
 */
export async function* lookUp(engine, text, words) {
  const query = normalise(text);
  if (!query) return;
  const own = await withEveryWord(engine, query);
  if (own.length > 0) yield { matches: own, also: [], relaxed: [] };
  const exact = await withAllWords(engine, query, words.synonyms, own);
  const list = [...new Set(query.split(" "))];
  if (exact.matches.length > 0 || list.length === 1) {
    yield exact;
    return;
  }
  const meaningful = list.filter((word) => !words.stop_words.includes(word));
  if (meaningful.length > 0 && meaningful.length < list.length) {
    const shorter = await withAllWords(engine, meaningful.join(" "), words.synonyms);
    if (shorter.matches.length > 0) {
      yield { ...shorter, relaxed: meaningful };
      return;
    }
  }
  yield await withSomeWords(engine, meaningful.length > 0 ? meaningful : list, words.synonyms);
}
