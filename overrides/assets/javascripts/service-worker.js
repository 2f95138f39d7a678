/**
 * What opens without a network. Finishing moves this file to the root of the site, so that it serves all of it, and
 * puts a line above it that sets SITE: the version of the checklists, the offline page, and the kept files by hash.
 *
 * Two rules keep old and new apart. A version is fetched and compared with its hashes whole before it takes over. And
 * a page that came from a cache gets everything else from the same cache, for as long as its tab is open; a page that
 * came from the network gets everything from the network. There the host is asked each time: a browser that may use a
 * file again without asking would mix editions, and would not notice that the network is gone.
 */

/** @type {{version: string, offline: string, files: Record<string, string>}} */
const EDITION = SITE;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL(worker.registration.scope);
// Other sites may live on the same host, below other paths.
const PREFIX = `simpul:${SCOPE.pathname}:`;
const LISTS = `${PREFIX}lists:${EDITION.version}`;
const WHOLE = `${PREFIX}whole:`;
const TABS = `${PREFIX}tabs`;
const WHOLE_LIST = "offline/whole.json";
const HASH = "X-Content-Hash";
const COMPLETE = "~complete";
const LANES = 6;
/** @type {RequestInit} */
const ASK_HOST = { cache: "no-cache" };

/** @param {string} path */
const addressOf = (path) => new URL(path, SCOPE).href;

/**
 * The path of an address in the site, without query and fragment; undefined for what lies outside.
 * @param {string} address
 */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return undefined;
  return pathname.slice(SCOPE.pathname.length).replace(/(^|\/)index\.html$/, "$1");
}

/**
 * @param {string} path
 * @returns {boolean} true for a file of the checklists
 */
const isList = (path) => Object.hasOwn(EDITION.files, path);

/**
 * Does not open the cache, which would make one that was deleted anew.
 * @param {string} name
 * @param {string} path
 */
const kept = (name, path) => caches.match(addressOf(path), { cacheName: name });

/** @returns {Promise<string[]>} the caches of this site */
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/**
 * The beginning of a file's SHA-256, as finishing writes it.
 * @param {ArrayBuffer} body
 * @param {number} length
 */
async function hashOf(body, length) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, length);
}

/**
 * The headers of a response, but that what a browser holds at hand is asked for again: it would not ask this script.
 * @param {Response} response
 */
function askedAgain(response) {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-cache");
  return headers;
}

/**
 * Keeps a file in a cache when its content is what the list says. What another cache of ours has is not fetched again.
 * @param {string} name
 * @param {string} path
 * @param {string} hash
 */
async function keepFile(name, path, hash) {
  const cache = await caches.open(name);
  const address = addressOf(path);
  for (const other of [name, ...(await ours())]) {
    const found = await (await caches.open(other)).match(address);
    if (found?.headers.get(HASH) !== hash) continue;
    if (other !== name) await cache.put(address, found);
    return;
  }
  const response = await fetch(address, ASK_HOST);
  const body = await response.arrayBuffer();
  if (!response.ok || (await hashOf(body, hash.length)) !== hash) throw new Error(path);
  const headers = askedAgain(response);
  headers.set(HASH, hash);
  // A new response: one that was redirected may not answer for a page.
  await cache.put(address, new Response(body, { headers }));
}

/** Fetches this version whole; where that fails, what was fetched is there for the next attempt. */
async function install() {
  const files = Object.entries(EDITION.files).values();
  const lane = async () => {
    for (const [path, hash] of files) await keepFile(LISTS, path, hash);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** @type {Map<string, string | undefined>} tab -> the cache its page came from, as far as this run knows */
const pins = new Map();

/**
 * Remembers from which cache the page of a tab comes. Kept, because the browser ends this script when it is idle.
 * @param {FetchEvent} event
 * @param {string} name
 */
function pin(event, name) {
  const tab = event.resultingClientId;
  if (!tab) return;
  pins.set(tab, name);
  event.waitUntil(caches.open(TABS).then((cache) => cache.put(addressOf(tab), new Response(name))));
}

/**
 * @param {string} tab
 * @returns {Promise<string | undefined>} the cache from which the page of this tab came
 */
async function pinOf(tab) {
  if (tab && !pins.has(tab)) pins.set(tab, await (await kept(TABS, tab))?.text());
  return pins.get(tab);
}

/** @returns {Promise<{name: string, version: string, time: number} | undefined>} the newest complete copy of the site */
async function wholeSite() {
  const names = (await ours()).filter((name) => name.startsWith(WHOLE));
  const marks = await Promise.all(names.map(async (name) => ({ name, ...(await (await kept(name, COMPLETE))?.json()) })));
  return marks.filter((mark) => mark.time).sort((one, other) => other.time - one.time)[0];
}

/**
 * @param {{version: string}} whole
 * @returns {Promise<boolean>} false where the host has another edition; without a network no other can be had
 */
async function isCurrent({ version }) {
  try {
    const response = await fetch(addressOf(WHOLE_LIST), ASK_HOST);
    return response.ok && (await response.json()).version === version;
  } catch {
    return true;
  }
}

/** Deletes the caches that neither this version nor an open tab uses. */
async function tidy() {
  // A version that is being fetched has a cache too, and nobody uses it yet.
  if (worker.registration.installing || worker.registration.waiting) return;
  const used = new Set([TABS, LISTS, (await wholeSite())?.name, filling, ...pins.values()]);
  const tabs = await caches.open(TABS);
  for (const request of await tabs.keys()) {
    const tab = pathOf(request.url) ?? "";
    if (pins.has(tab)) continue;
    if (await worker.clients.get(tab)) used.add(await pinOf(tab));
    else await tabs.delete(request);
  }
  for (const name of await ours()) if (!used.has(name)) await caches.delete(name);
}

/** @type {string | undefined} the cache that is being filled with the whole site */
let filling;

/**
 * What a page of ours may ask for.
 * @type {Record<string, (message: {version: string, path: string, hash: string, paths: string[]}) => Promise<unknown>>}
 */
const ACTIONS = {
  "take-over": async () => worker.skipWaiting(),
  "count-answered": async () => {
    while (open.size) await Promise.allSettled(open);
    return answered;
  },
  "whole-version": async () => (await wholeSite())?.version,
  "keep-file": async ({ version, path, hash }) => {
    filling = WHOLE + version;
    await keepFile(filling, path, hash);
  },
  "complete-whole": async ({ version, paths }) => {
    const cache = await caches.open(WHOLE + version);
    const found = new Set((await cache.keys()).map((request) => request.url));
    if (!paths.every((path) => found.has(addressOf(path)))) throw new Error(version);
    await cache.put(addressOf(COMPLETE), new Response(JSON.stringify({ version, time: Date.now() })));
    filling = undefined;
    await tidy();
  },
  "forget-whole": async ({ version }) => {
    filling = undefined;
    for (const name of await ours()) {
      if (version ? name === WHOLE + version : name.startsWith(WHOLE)) await caches.delete(name);
    }
  },
};

/**
 * A page of the checklists as it is kept; any other from the copy of the whole site while that is the edition of the
 * host, so that its tab still has everything when the network goes later; else from the network.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function page(event, path) {
  if (isList(`${path}/`)) return Response.redirect(addressOf(`${path}/`) + new URL(event.request.url).search);
  const list = isList(path) && (await kept(LISTS, path));
  if (list) {
    pin(event, LISTS);
    return list;
  }
  const whole = await wholeSite();
  const copy = whole && (await kept(whole.name, path));
  const current = copy && (await isCurrent(whole));
  const fetched = current ? undefined : await fetch(event.request, ASK_HOST).catch(() => undefined);
  if (fetched) return fetched;
  pin(event, copy ? whole.name : LISTS);
  return copy ?? offlinePage();
}

/** The page that says what is kept, at whatever address was asked for: its links start at the root of the site. */
async function offlinePage() {
  const html = (await (await kept(LISTS, EDITION.offline))?.text()) ?? "";
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(html.replaceAll('="../', `="${SCOPE.pathname}`), { status: 503, headers });
}

/**
 * What a page needs: from the cache its page came from, else from the network.
 * @param {FetchEvent} event
 * @param {string} path
 */
async function part(event, path) {
  const pinned = await pinOf(event.clientId);
  const found = pinned && (await kept(pinned, path));
  if (found) return found;
  try {
    // Stylesheets are named by their content.
    if (event.request.destination === "style") return await fetch(event.request);
    const response = await fetch(event.request, ASK_HOST);
    return new Response(response.body, { status: response.status, headers: askedAgain(response) });
  } catch (error) {
    // The search is no part of the checklists; where the whole site is kept it serves them too.
    const whole = pinned && (await wholeSite());
    const other = whole && (await kept(whole.name, path));
    if (other) return other;
    throw error;
  }
}

/** @type {Set<Promise<Response>>} the requests that are being answered */
const open = new Set();
let answered = 0;

/**
 * Answers a request, and counts it, so that a page can tell when this script is idle.
 * @param {FetchEvent} event
 * @param {Promise<Response>} response
 */
function answer(event, response) {
  open.add(response);
  const close = () => {
    open.delete(response);
    answered += 1;
  };
  response.then(close, close);
  event.respondWith(response);
}

let tidied = false;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || path === undefined) return;
  if (event.request.mode !== "navigate") {
    answer(event, part(event, path));
    return;
  }
  answer(event, page(event, path));
  // The last tab of an old version may have been closed since.
  if (!tidied) event.waitUntil(tidy());
  tidied = true;
});
worker.addEventListener("message", (event) => {
  const action = Object.hasOwn(ACTIONS, event.data.action) ? ACTIONS[event.data.action] : undefined;
  if (!action) return;
  const answered = action(event.data).then(
    (value) => event.ports[0]?.postMessage({ value }),
    (error) => event.ports[0]?.postMessage({ error: error.name }),
  );
  event.waitUntil(answered);
});
