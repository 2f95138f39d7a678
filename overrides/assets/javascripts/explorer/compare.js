/** Two or three cases side by side. What stands in the table is taken from the page of each case, in its own words. */

import { nameUnknown } from "../unknown.js";
import { component, fill } from "./page.js";

/** @typedef {{slug: string, title: string, address: URL, page: Document}} Case */

/**
 * @param {string} slug
 * @param {string} title
 * @param {URL} address
 * @returns {Promise<Case>} the case with its page; fails when that cannot be had
 */
async function load(slug, title, address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { slug, title, address, page };
}

/**
 * @param {Element | null} heading
 * @returns {Element[]} what stands below it, up to the next heading
 */
function below(heading) {
  const parts = [];
  for (let next = heading?.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling) parts.push(next);
  return parts;
}

/**
 * @param {HTMLTableRowElement} row
 * @param {Document} page
 * @returns {Node[]} what the page of a case says in this row
 */
function partsFor(row, page) {
  if (row.dataset.row === "problem") return below(page.getElementById("problem"));
  if (row.dataset.row) return [...page.querySelectorAll(`[data-part="${row.dataset.row}"]`)];
  const label = row.cells[0].textContent;
  const term = [...page.querySelectorAll('[data-part="facts"] dt')].find((one) => one.textContent === label);
  return [...(term?.nextElementSibling?.childNodes ?? [])];
}

/**
 * @param {URL} address
 * @returns {string} without the name of this site, which paper would repeat behind every link
 */
const pathOf = (address) => (address.origin === location.origin ? address.pathname + address.hash : address.href);

/**
 * @param {Node} part
 * @param {URL} address
 * @returns {Node} a copy for another page: links lead where they led, and no name occurs twice
 */
function copyOf(part, address) {
  const copy = document.importNode(part, true);
  if (!(copy instanceof Element)) return copy;
  for (const element of [copy, ...copy.querySelectorAll("[id], a[href]")]) {
    element.removeAttribute("id");
    const link = element.getAttribute("href");
    if (link !== null) element.setAttribute("href", pathOf(new URL(link, address)));
  }
  return copy;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {DocumentFragment}
 */
const template = (root, name) => document.importNode(/** @type {HTMLTemplateElement} */ (component(root, name)).content, true);

/**
 * @param {HTMLElement} root
 * @param {Case} one
 * @param {(slug: string) => void} remove
 * @returns {DocumentFragment} the head of the column of a case
 */
function headFor(root, one, remove) {
  const head = template(root, "column");
  const link = /** @type {HTMLAnchorElement} */ (head.querySelector("a"));
  const button = /** @type {HTMLButtonElement} */ (head.querySelector("button"));
  link.href = pathOf(one.address);
  link.textContent = one.title;
  button.setAttribute("aria-label", fill(button, { case: one.title }));
  button.addEventListener("click", () => remove(one.slug));
  return head;
}

/**
 * @param {HTMLElement} root
 * @param {Case[]} cases one column each, instead of those that stand there
 * @param {(slug: string) => void} remove
 */
function fillTable(root, cases, remove) {
  const table = /** @type {HTMLTableElement} */ (root.querySelector("table"));
  const [head, ...rows] = table.rows;
  for (const row of table.rows) while (row.cells.length > 1) row.deleteCell(-1);
  head.append(...cases.map((one) => headFor(root, one, remove)));
  for (const row of rows) {
    const said = cases.map((one) => partsFor(row, one.page).map((part) => copyOf(part, one.address)));
    for (const parts of said) row.insertCell().append(...(parts.length > 0 ? parts : [template(root, "absent")]));
    // Where no case says anything, nothing is compared.
    row.hidden = said.every((parts) => parts.length === 0);
  }
}

/** @param {HTMLElement} root */
function start(root) {
  const status = component(root, "status");
  const form = /** @type {HTMLFormElement} */ (component(root, "add"));
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem("cases"));
  const titles = new Map([...select.options].filter((option) => option.value).map((option) => [option.value, option.text]));
  const most = Number(root.dataset.most);
  /** @type {Map<string, Promise<Case>>} */
  const loaded = new Map();
  const pages = new URL(root.dataset.cases ?? "", location.href);

  const named = () => [...new Set(new URLSearchParams(location.search).getAll("cases"))].filter((slug) => titles.has(slug)).slice(0, most);

  /** @param {string} slug */
  const caseOf = (slug) => {
    const known = loaded.get(slug);
    if (known) return known;
    const asked = load(slug, titles.get(slug) ?? "", new URL(`${slug}/`, pages));
    loaded.set(slug, asked);
    asked.catch(() => loaded.delete(slug));
    return asked;
  };

  const show = async () => {
    const slugs = named();
    component(root, "address").textContent = location.href;
    const others = [...new URLSearchParams(location.search)].filter(([name, value]) => name !== "cases" || !slugs.includes(value));
    nameUnknown(component(root, "unknown"), others.map((pair) => pair.join("=")));
    for (const option of select.options) option.disabled = slugs.includes(option.value);
    select.value = "";
    for (const part of form.elements) /** @type {HTMLButtonElement} */ (part).disabled = slugs.length === most;
    status.textContent = (slugs.length > 0 ? status.dataset.loading : status.dataset.few) ?? "";
    const answers = await Promise.allSettled(slugs.map(caseOf));
    // Meanwhile the reader may have chosen others.
    if (slugs.join() !== named().join()) return;
    const cases = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    const failed = slugs.filter((slug) => !cases.some((one) => one.slug === slug));
    nameUnknown(component(root, "failed"), failed.map((slug) => titles.get(slug) ?? slug));
    fillTable(root, cases, remove);
    component(root, "region").hidden = cases.length === 0;
    status.textContent = cases.length < 2 ? (status.dataset.few ?? "") : fill(status, { count: cases.length }, status.dataset.ready);
  };

  /** @param {string[]} slugs */
  const choose = (slugs) => {
    const url = new URL(location.href);
    url.search = new URLSearchParams(slugs.map((slug) => ["cases", slug])).toString();
    history.pushState(null, "", url);
    show();
  };

  /** @param {string} slug */
  const remove = (slug) => {
    choose(named().filter((one) => one !== slug));
    select.focus();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value) choose([...named(), select.value]);
  });
  addEventListener("popstate", show);
  show();
}

for (const root of document.querySelectorAll('[data-component="compare"]')) start(/** @type {HTMLElement} */ (root));
