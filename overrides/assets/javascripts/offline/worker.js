/** The script that serves kept pages, as seen from a page: registered once, and asked by messages. */

const SCRIPT = new URL("../../../service-worker.js", import.meta.url);

/** @typedef {Record<string, unknown> & {action: string}} Message */

/** @returns {boolean} true where pages can be kept: not without encryption, and not in every private window */
export const canKeep = () => "serviceWorker" in navigator && "caches" in window;

/** Lets the script serve the site from the next page on. */
export const register = () => navigator.serviceWorker.register(SCRIPT);

/** @returns {Promise<ServiceWorker | undefined>} the script that serves the site now, when there is one */
export const present = async () => (await navigator.serviceWorker.getRegistration(SCRIPT))?.active ?? undefined;

/**
 * The script once it serves the site. Rejects when what it keeps cannot be fetched whole.
 * @returns {Promise<ServiceWorker>}
 */
export async function serving() {
  const registration = await register();
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return /** @type {ServiceWorker} */ (registration.active);
  return new Promise((resolve, reject) => {
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error(coming.state));
    });
  });
}

const MOMENT = 300;
const LONGEST_WAIT = 5000;

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Resolves when the script has had nothing to answer for a moment, or after the longest wait.
 * @param {ServiceWorker} worker
 */
async function idle(worker) {
  let ended = false;
  const watch = async () => {
    /** @type {unknown} */
    let before;
    for (let now = await ask(worker, { action: "count-answered" }); now !== before && !ended; ) {
      before = now;
      await pause(MOMENT);
      now = await ask(worker, { action: "count-answered" });
    }
  };
  await Promise.race([watch(), pause(LONGEST_WAIT)]);
  ended = true;
}

/**
 * Lets the version that waits take over from the one that serves this page, if it still waits. A script that takes over
 * while the older one answers a request is held back by Chromium until every tab is closed (seen with 156), and the
 * first touch of a page begins to load what only paper needs: so this waits until the older one is idle.
 * @param {ServiceWorkerRegistration} registration
 */
export async function takeOver(registration) {
  if (registration.active) await idle(registration.active);
  registration.waiting?.postMessage({ action: "take-over" });
}

/**
 * Rejects with an error of the name that the script's own error had.
 * @param {ServiceWorker} worker
 * @param {Message} message
 * @returns {Promise<unknown>}
 */
export function ask(worker, message) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      if (data.error) reject(new DOMException(message.action, data.error));
      else resolve(data.value);
    };
    worker.postMessage(message, [port2]);
  });
}
