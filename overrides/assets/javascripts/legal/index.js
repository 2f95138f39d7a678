/** The instrument chooser: answers choose the documents, and the address keeps the answers. */

import { applies } from "../checklist/rule.js";
import { chooseFromQuery, choices, chosenLabels, readAnswers, showAnswer } from "../questions.js";
import { nameUnknown } from "../unknown.js";
import { readReturn, withForm } from "./return.js";

/** @typedef {import("../questions.js").Answers} Answers */

const RETURN = "return";

/**
 * @param {Element} root
 * @param {string} name
 * @returns {HTMLElement[]}
 */
const components = (root, name) => [...root.querySelectorAll(`[data-component="${name}"]`)].map((one) => /** @type {HTMLElement} */ (one));

/**
 * @param {Element} root
 * @param {string} name
 */
const component = (root, name) => components(root, name)[0];

/**
 * Shows the documents that fit, and only the steps that have one; all of them while nothing is answered.
 * @param {HTMLElement} root
 * @param {Answers} answers
 * @returns {number} how many fit
 */
function showDocuments(root, answers) {
  const isAnswered = Object.keys(answers).length > 0;
  for (const one of components(root, "document")) {
    const [to, not] = [one.dataset.appliesTo ?? "{}", one.dataset.exceptFor ?? "{}"];
    one.hidden = isAnswered && !applies(JSON.parse(to), JSON.parse(not), answers);
  }
  for (const step of components(root, "step")) step.hidden = components(step, "document").every((one) => one.hidden);
  component(root, "paths").hidden = isAnswered;
  root.toggleAttribute("data-answered", isAnswered);
  return components(root, "document").filter((one) => !one.hidden).length;
}

/**
 * Says what the answers lead to, repeats them for paper, and names the office to ask where we know no document.
 * @param {HTMLElement} root
 * @param {HTMLElement[]} questions
 * @param {number} count
 */
function tell(root, questions, count) {
  const status = component(root, "count");
  const answered = questions.filter((question) => chosenLabels(question).length > 0);
  const open = questions.length - answered.length;
  const { all, nothing, open: some, some: every } = status.dataset;
  const template = answered.length === 0 ? all : count === 0 ? nothing : open > 0 ? some : every;
  const words = (template ?? "").replace("{count}", String(count)).replace("{all}", String(count));
  status.textContent = words.replace("{open}", String(open));

  const answers = component(root, "answers");
  answers.hidden = answered.length === 0;
  const lines = answered.map((question) => `${question.dataset.label}: ${chosenLabels(question).join(", ")}`);
  /** @type {HTMLElement} */ (answers.querySelector("span")).textContent = `${lines.join("; ")}.`;

  component(root, "nothing").hidden = answered.length === 0 || count > 0;
  const chosen = new Set([...root.querySelectorAll("input:checked")].map((one) => /** @type {HTMLInputElement} */ (one).value));
  for (const ask of components(root, "ask")) ask.hidden = !chosen.has(ask.dataset.of ?? "");
}

/** @param {HTMLElement} root */
function start(root) {
  const form = /** @type {HTMLFormElement} */ (component(root, "questions"));
  const questions = components(form, "question");
  const link = /** @type {HTMLAnchorElement} */ (component(root, "to-list"));
  /** @type {[string, import("../checklist/rule.js").FacetValues][]} */
  const forms = JSON.parse(link.dataset.forms ?? "[]");
  const present = new URLSearchParams(location.search);
  const asked = present.get(RETURN);
  const back = readReturn(asked, JSON.parse(link.dataset.known ?? "{}"));
  if (asked !== null) link.textContent = link.dataset.back ?? "";

  const update = () => {
    const answers = readAnswers(form);
    tell(root, questions, showDocuments(root, answers));
    for (const question of questions) {
      const place = /** @type {HTMLElement} */ (question.querySelector("[data-answer]"));
      showAnswer(place, chosenLabels(question));
    }
    const meant = forms.find(([, appliesTo]) => applies(appliesTo, {}, answers));
    // Without a form and without a way back it would lead nowhere in particular.
    link.hidden = meant === undefined && asked === null;
    link.search = withForm(back.query, meant?.[0]).toString();
  };
  const changed = () => {
    update();
    const url = new URL(location.href);
    url.search = "";
    for (const input of choices(form)) if (input.checked) url.searchParams.append(input.name, input.value);
    if (asked !== null) url.searchParams.append(RETURN, back.query.toString());
    history.replaceState(history.state, "", url);
  };

  const own = [...present].filter(([name]) => name !== RETURN);
  nameUnknown(component(form, "unknown"), [...chooseFromQuery(form, own), ...back.unknown]);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The form is emptied after its event.
  form.addEventListener("reset", () => setTimeout(changed));
  update();
}

for (const root of document.querySelectorAll('[data-component="chooser"]')) start(/** @type {HTMLElement} */ (root));
