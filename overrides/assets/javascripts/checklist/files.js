/** A list saved to a file, and a file opened as a further list. Nothing is sent: the browser writes and reads the file. */

import { parseSavedList, serialise } from "./saved-list.js";
import { fill } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./saved-list.js").SavedList} SavedList */

const LONGEST_NAME = 60;

/**
 * A name that every system takes for a file: letters a to z, digits and hyphens.
 * @param {string} name
 */
const forFile = (name) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, "");

/**
 * The name of a file of this list: what it is, the list's name, the day.
 * @param {string} kind
 * @param {string} name
 * @param {Date} now
 */
export const fileName = (kind, name, now) => [kind, forFile(name), now.toISOString().slice(0, 10)].filter(Boolean).join("_");

/**
 * @param {HTMLElement} place
 * @param {Device} device
 * @param {{flush: () => void, opened: (list: SavedList) => void, say: (text: string) => void}} page
 */
export function startFiles(place, device, { flush, opened, say }) {
  place.querySelector("[data-action=save-file]")?.addEventListener("click", () => {
    flush();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([serialise(device.list)], { type: "application/json" }));
    link.download = `${fileName(place.dataset.file ?? "", device.list.name, new Date())}.json`;
    link.click();
    // The browser reads the address after this task.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(fill(place.dataset.saved, { file: link.download }));
  });

  const input = /** @type {HTMLInputElement | null} */ (place.querySelector("[data-open-file]"));
  input?.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = await file.text().catch(() => "");
    // The same file can be chosen again.
    input.value = "";
    const name = file.name.replace(/\.json$/i, "").slice(0, 120) || device.setting.name;
    const found = parseSavedList(text, name, device.setting.language);
    if ("trouble" in found) return say(fill({ ...place.dataset }[TROUBLE[found.trouble]], { file: file.name }));
    flush();
    device.add(found.list);
    opened(found.list);
  });
}

const TROUBLE = { broken: "broken", newer: "newer", "too-large": "tooLarge" };
