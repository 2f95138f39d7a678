/** The root of the site: sends the reader to the language last chosen, or to the first one. */

const LANGUAGE_KEY = "kb:language";

/** @type {NodeListOf<HTMLAnchorElement>} */
const found = document.querySelectorAll("a[data-language]");
const links = [...found];

/** @returns {string | null} */
function lastChosen() {
  try {
    return localStorage.getItem(LANGUAGE_KEY);
  } catch {
    return null;
  }
}

const chosen = lastChosen();
const target = links.find((link) => link.dataset.language === chosen) ?? links[0];
// Replaced, not followed: the back button must not lead here and forward again.
if (target) location.replace(target.href);
