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
