/** What is said of an address that names things which do not exist: it is ignored, and named. */

// A notice names what it ignores, but an address of any length must not fill the page.
const NAMED = 8;
const NAME_LENGTH = 60;

/**
 * Names in a notice what was ignored. Text only: it was written by whoever made the address.
 * @param {HTMLElement} notice
 * @param {string[]} unknown
 */
export function nameUnknown(notice, unknown) {
  const list = notice.querySelector("ul");
  if (!list) return;
  const names = unknown.slice(0, NAMED).map((name) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name));
  if (unknown.length > NAMED) names.push((notice.dataset.more ?? "").replace("{count}", String(unknown.length - NAMED)));
  list.replaceChildren(
    ...names.map((name) => {
      const line = document.createElement("li");
      line.textContent = name;
      return line;
    }),
  );
  notice.hidden = unknown.length === 0;
}
