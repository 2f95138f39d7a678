/** Pages of the checklists keep themselves on the device, and offer a newer version without forcing it on anybody. */

import { canKeep, register, takeOver } from "./worker.js";

/**
 * Shows the notice while a newer version waits, and loads it when the reader asks for it.
 * @param {ServiceWorkerRegistration} registration
 * @param {HTMLElement} notice
 */
function offerNewer(registration, notice) {
  let asked = false;
  let replaced = false;
  const show = () => {
    notice.hidden = !navigator.serviceWorker.controller || !(registration.waiting || replaced);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", show));
  // Taken over by request of a page in another tab: this one keeps what it has until its reader asks.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    replaced = true;
    show();
  });
  notice.querySelector("[data-action=load]")?.addEventListener("click", () => {
    asked = true;
    if (registration.waiting) takeOver(registration);
    else location.reload();
  });
  show();
}

/** @param {HTMLElement} notice */
async function keepLists(notice) {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  // Who saves data has not asked for other pages; what is kept already stays up to date.
  if (connection?.saveData && !navigator.serviceWorker.controller) return;
  try {
    offerNewer(await register(), notice);
  } catch {
    // Blocked by the reader's settings: the site works as it does without.
  }
}

/** @type {HTMLElement | null} */
const notice = document.querySelector('[data-component="new-version"]');
if (notice && canKeep()) {
  // What the page itself needs comes first.
  if (document.readyState === "complete") keepLists(notice);
  else addEventListener("load", () => keepLists(notice));
}
/** @type {HTMLElement | null} */
const panel = document.querySelector('[data-component="keep-offline"]');
if (panel && canKeep()) import("./whole.js").then((module) => module.initPanel(panel));
