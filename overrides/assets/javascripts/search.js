/**
 * Opens the search dialog, and loads what the search needs when it is opened for the first time.
 */

/**
 * @param {EventTarget | null} target
 * @returns {boolean} true where a key that is pressed is meant as text
 */
const takesText = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Asks for everything the first answer needs at once; left to itself each file would be asked for by the one before.
 * What fails here is asked for again by the one that needs it.
 * @param {string} tag keeps an older list of indexes in the cache from being used
 */
function askAhead(tag) {
  for (const path of ["search-query.js", "../../pagefind/pagefind.js"]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = new URL(path, import.meta.url).href;
    document.head.append(link);
  }
  const language = document.documentElement.lang;
  for (const name of [`pagefind-entry.json?ts=${tag}`, `wasm.${language}.pagefind`, `words.${language}.json`]) {
    fetch(new URL(`../../pagefind/${name}`, import.meta.url)).catch(() => {});
  }
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {NodeListOf<HTMLElement>} openers
 */
function initSearch(dialog, openers) {
  /** @type {Promise<void> | undefined} */
  let ready;
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input")?.select();
    if (ready) return;
    const tag = String(Date.now());
    askAhead(tag);
    ready = import("./search-dialog.js").then((module) => module.initDialog(dialog, tag)).catch(() => {
      ready = undefined;
      const status = dialog.querySelector("[data-part=status]");
      if (status) status.textContent = dialog.dataset.failed ?? "";
    });
  };
  for (const opener of openers) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (!slash && !control) return;
    event.preventDefault();
    open();
  });
}

const dialog = document.querySelector("dialog[data-component=search]");
if (dialog instanceof HTMLDialogElement) {
  initSearch(dialog, document.querySelectorAll("[data-component=search-open]"));
}
