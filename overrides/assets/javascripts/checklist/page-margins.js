/** The margins of the printed pages: every one says which list and meeting it belongs to, and what opens it again. */

/** @typedef {import("./shown-list.js").ShownList} ShownList */

// What the lower margin holds on two lines, beside the number of the page.
const LONGEST_ADDRESS = 170;

const rules = new CSSStyleSheet();

/**
 * Writes the margins of every list that is printed.
 * @param {ShownList} list
 * @param {string[]} meeting what tells the meeting from others
 */
export function writeMargins({ address, sheets }, meeting) {
  // The list and the pages it takes have the same name; the root has that of the first, or a page without a list begins.
  const pages = sheets.map(
    ({ pause_point, title, version }) => `
      [data-pause-point="${pause_point}"] { page: ${pause_point} }
      @page ${pause_point} {
        @top-left { content: ${quoted([title, ...meeting])}; font: 8pt Arial, Helvetica, "Liberation Sans", sans-serif }
        @bottom-left {
          content: ${quoted([version, shortened(address)])};
          padding: 1.5mm 5mm 0 0;
          font: 7.5pt/1.2 Arial, Helvetica, "Liberation Sans", sans-serif;
          overflow-wrap: anywhere;
          vertical-align: top;
        }
      }`,
  );
  rules.replaceSync(`:root { page: ${sheets[0]?.pause_point} } ${pages.join("")}`);
  document.adoptedStyleSheets.push(rules);
}

/** Leaves the page as it was. */
export function clearMargins() {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
}

/**
 * An address without its answers, where they take too much room: the closing of the list has all of it.
 * @param {string} address
 */
const shortened = (address) => (address.length > LONGEST_ADDRESS ? address.replace(/\?.*/, "?…") : address);

/**
 * A string of CSS: what could end it is written as its number.
 * @param {string[]} parts
 */
const quoted = (parts) => `"${parts.filter(Boolean).join(" · ").replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
