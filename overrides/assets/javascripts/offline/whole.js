/** The choice to keep the whole site on this device: what it takes, how far it is, and the way back. */

import { ask, present, serving } from "./worker.js";

const LIST = new URL("../../../offline/whole.json", import.meta.url);
const LANES = 6;

/** @typedef {{version: string, bytes: number, files: Record<string, string>}} Whole */
/** @typedef {"absent" | "working" | "kept" | "older"} State */

/** @returns {Promise<Whole>} */
async function readList() {
  const response = await fetch(LIST, { cache: "no-cache" });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** @param {Whole} list */
async function refuseWithoutRoom({ bytes }) {
  // A browser that cannot say it beforehand refuses when the room is used up.
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota !== undefined && quota - usage < bytes) throw new DOMException("", "QuotaExceededError");
}

/**
 * Keeps every file of the list, or none: where one fails, or the reader stops, what was kept is deleted.
 * @param {(done: number, total: number) => void} report
 * @param {AbortController} stop
 */
async function keepAll(report, stop) {
  const worker = await serving();
  const list = await readList();
  const { version } = list;
  await refuseWithoutRoom(list);
  const entries = Object.entries(list.files);
  const files = entries.values();
  let done = 0;
  const lane = async () => {
    for (const [path, hash] of files) {
      stop.signal.throwIfAborted();
      await ask(worker, { action: "keep-file", version, path, hash });
      report((done += 1), entries.length);
    }
  };
  const lanes = Array.from({ length: LANES }, () => lane().catch((error) => stop.abort(error)));
  try {
    await Promise.all(lanes);
    stop.signal.throwIfAborted();
    await ask(worker, { action: "complete-whole", version, paths: Object.keys(list.files) });
  } catch (error) {
    await ask(worker, { action: "forget-whole", version });
    throw error;
  }
}

/** @returns {Promise<State>} */
async function findState() {
  const worker = await present();
  const version = worker && (await ask(worker, { action: "whole-version" }));
  if (!version) return "absent";
  const list = await readList().catch(() => undefined);
  return list && list.version !== version ? "older" : "kept";
}

/** @param {HTMLElement} panel */
export async function initPanel(panel) {
  /**
   * @template {HTMLElement} T
   * @param {string} selector
   */
  const find = (selector) => /** @type {T} */ (panel.querySelector(selector));
  const status = find("[data-part=status]");
  const progress = /** @type {HTMLProgressElement} */ (find("progress"));
  const count = find("[data-part=count]");
  const size = find("[data-part=size]");
  /** @type {AbortController | undefined} */
  let stop;

  /** @param {State} state */
  const show = (state) => {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-when]"))) {
      part.hidden = !part.dataset.when?.split(" ").includes(state);
    }
  };
  /** @param {string} message the name of a prepared sentence */
  const say = (message) => {
    status.textContent = status.dataset[message] ?? "";
  };
  /**
   * @param {number} done
   * @param {number} total
   */
  const report = (done, total) => {
    progress.max = total;
    progress.value = done;
    count.textContent = (count.dataset.template ?? "").replace("{done}", String(done)).replace("{total}", String(total));
  };
  const keep = async () => {
    stop = new AbortController();
    progress.removeAttribute("value");
    count.textContent = "";
    say("started");
    show("working");
    find("[data-action=cancel]").focus();
    try {
      await keepAll(report, stop);
      say("done");
      // Asks the browser not to clear it when room gets scarce. It may ask the reader, or refuse: the copy is there.
      navigator.storage?.persist?.().catch(() => false);
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      say({ AbortError: "cancelled", QuotaExceededError: "full" }[name] ?? "failed");
    }
    await settle();
  };
  const settle = async () => {
    const hadFocus = panel.contains(document.activeElement);
    show(await findState());
    if (hadFocus) /** @type {HTMLElement | null} */ (panel.querySelector("button:not([hidden])"))?.focus();
  };
  const remove = async () => {
    const worker = await present();
    if (worker) await ask(worker, { action: "forget-whole" });
    say("removed");
    await settle();
  };

  const megabytes = Number(panel.dataset.megabytes).toLocaleString(document.documentElement.lang);
  size.textContent = (size.dataset.template ?? "").replace("{size}", megabytes);
  for (const button of panel.querySelectorAll("[data-action=keep]")) button.addEventListener("click", keep);
  find("[data-action=cancel]").addEventListener("click", () => stop?.abort());
  find("[data-action=remove]").addEventListener("click", remove);
  show(await findState());
  panel.hidden = false;
}
