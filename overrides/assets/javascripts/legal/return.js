/** The way back to the checklist generator: its query comes in as text that anybody may have written. */

/** @typedef {Record<string, string[]>} Known the questions of the generator with the values of their choices */

const LONGEST = 4000;
const MOST = 100;
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// Items taken in by the reader; the generator names those it does not know.
const TAKEN_IN = "taken_in";

/**
 * Reads a query of the generator. Only its own questions and choices pass; an address never does.
 * @param {string | null} text
 * @param {Known} known
 * @returns {{query: URLSearchParams, unknown: string[]}}
 */
export function readReturn(text, known) {
  const query = new URLSearchParams();
  const unknown = [];
  if (text !== null && text.length > LONGEST) unknown.push(`return=${text}`);
  else if (text !== null) {
    for (const [name, value] of [...new URLSearchParams(text)].slice(0, MOST)) {
      const isChoice = Object.hasOwn(known, name) && known[name].includes(value);
      if (isChoice || (name === TAKEN_IN && SLUG.test(value))) query.append(name, value);
      else unknown.push(`return: ${name}=${value}`);
    }
  }
  return { query, unknown };
}

/**
 * The generator's query with the form that the answers mean; what the reader had chosen otherwise stays.
 * @param {URLSearchParams} query
 * @param {string | undefined} form
 * @returns {URLSearchParams}
 */
export function withForm(query, form) {
  const merged = new URLSearchParams(query);
  if (form !== undefined) merged.set("form", form);
  return merged;
}
