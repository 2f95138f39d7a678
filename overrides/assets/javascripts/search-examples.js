/** What a reader may ask, offered while nothing is typed: each example is searched for when it is chosen. */

/** @typedef {{intro: string, queries: string[]}} Examples */

/**
 * @param {string} query
 * @returns {HTMLLIElement}
 */
function offer(query) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kb-search__action";
  button.textContent = query;
  const item = document.createElement("li");
  item.append(button);
  return item;
}

/**
 * Puts the examples before the results, where they stand for as long as the field is empty.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} results
 * @param {URL} address of the words
 */
export async function offerExamples(input, results, address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  /** @type {Examples} */
  const { intro, queries } = await response.json();
  const place = document.createElement("div");
  place.className = "kb-search__examples";
  place.dataset.part = "examples";
  const sentence = document.createElement("p");
  sentence.textContent = intro;
  const list = document.createElement("ul");
  list.append(...queries.map(offer));
  place.append(sentence, list);

  const show = () => {
    place.hidden = input.value.trim() !== "";
  };
  input.addEventListener("input", show);
  list.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    input.value = target.textContent ?? "";
    // In the field a touch screen would bring its keyboard, over what is found.
    (matchMedia("(pointer: coarse)").matches ? results : input).focus();
    input.dispatchEvent(new Event("input"));
  });
  show();
  results.tabIndex = -1;
  results.before(place);
}
