/** The 404 page: keeps the language of the address that was asked for. An address in no language keeps both. */

/** @type {NodeListOf<HTMLElement>} */
const found = document.querySelectorAll('[data-component="not-found"]');
const sections = [...found];

/**
 * True when the address asked for lies under the home page of the section's language.
 * @param {HTMLElement} section
 */
function isAskedFor(section) {
  const home = section.querySelector("a[data-language]");
  return home instanceof HTMLAnchorElement && location.pathname.startsWith(home.pathname);
}

const asked = sections.find(isAskedFor);
if (asked) {
  for (const section of sections) section.hidden = section !== asked;
  document.documentElement.lang = asked.lang;
  const title = asked.dataset.title ?? "";
  document.title = document.title.replace(/^.* · /, `${title} · `);
}
