/** Names of files that every system and program takes; the same as `file_name` in ready_made.py. */

const LONGEST = 60;

/**
 * A name without ending: prefix, title in ASCII, and day if there is one.
 * @param {string} prefix
 * @param {string} title
 * @param {string} [day]
 */
export function fileName(prefix, title, day = "") {
  const plain = title.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  // Up to the last whole word; one word that is too long by itself is cut.
  const short = words.length > LONGEST ? words.slice(0, LONGEST + 1).replace(/-[^-]*$/, "").slice(0, LONGEST) : words;
  return [prefix, short, day].filter(Boolean).join("_");
}

/**
 * The day on the reader's clock, as 2026-11-21.
 * @param {Date} now
 */
export const today = (now) =>
  [String(now.getFullYear()), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
