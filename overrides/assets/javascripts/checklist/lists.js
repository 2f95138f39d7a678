/** The reader's lists by name: a new one, a copy, another one, one less. */

import { showMeeting } from "./meeting.js";
import { parseSavedList, serialise } from "./saved-list.js";
import { component } from "./words.js";

/** @typedef {import("./device.js").Device} Device */
/** @typedef {import("./saved-list.js").SavedList} SavedList */

/**
 * @param {HTMLElement} panel
 * @param {Device} device
 * @param {() => void} opened called when another list is open than before
 * @returns {() => void} shows which lists there are
 */
export function startLists(panel, device, opened) {
  const place = component(panel, "lists");
  const select = /** @type {HTMLSelectElement} */ (component(panel, "all-lists"));
  /** @param {string} action */
  const button = (action) => /** @type {HTMLButtonElement} */ (place.querySelector(`[data-action="${action}"]`));

  const show = () => {
    showMeeting(panel, device.list);
    const lists = device.all();
    /** @type {HTMLElement} */ (place.querySelector("[data-several]")).hidden = lists.length < 2;
    select.replaceChildren(
      ...lists.map(({ id, list }) => {
        const option = new Option(list.name, id, id === device.id, id === device.id);
        option.dir = "auto";
        return option;
      }),
    );
    button("list-remove").disabled = lists.length === 0;
  };

  /** @param {SavedList} list */
  const add = (list) => {
    device.add(list);
    opened();
    const name = /** @type {HTMLInputElement} */ (place.querySelector('[data-meeting="title"]'));
    name.focus();
    name.select();
  };

  button("list-new").addEventListener("click", () => add(device.empty()));
  button("list-copy").addEventListener("click", () => {
    const copy = parseSavedList(serialise(device.list), device.list.name, device.list.language);
    if ("list" in copy) add({ ...copy.list, identity: "" });
  });
  button("list-open").addEventListener("click", () => {
    device.open(select.value);
    opened();
  });
  button("list-remove").addEventListener("click", (event) => {
    const { dataset } = /** @type {HTMLElement} */ (event.currentTarget);
    if (!confirm((dataset.confirm ?? "").replace("{name}", () => device.list.name))) return;
    device.remove();
    opened();
  });
  show();
  return show;
}
