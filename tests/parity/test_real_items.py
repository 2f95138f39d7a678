"""On the real pages: what the script shows, and what it says of the rest, is what Python selects and says."""

import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page

from simpul.checklist import SavedList, asked_questions, prepare_sheet, read_answers, shown_list
from simpul.checklist.exports import EXPORTERS, make_kit
from simpul.knowledge import Knowledge
from simpul.selection import select
from simpul.text import LANGUAGES, Language

Written = dict[str, list[str]]

RANDOM_ANSWERS = 200

# Chooses as a reader does, through the form, and reads back what then can be seen.
ANSWER = """(all) => {
  const form = document.querySelector('[data-component="questions"]');
  const line = (element) => element.textContent.replace(/\\s+/g, " ").trim();
  const visible = (element) => !element.closest("[hidden]");
  return all.map((written) => {
    for (const input of form.querySelectorAll("input")) {
      input.checked = (written[input.name] ?? []).includes(input.value);
    }
    form.dispatchEvent(new Event("change"));
    return {
      items: [...document.querySelectorAll('[data-component="item"]')].filter(visible).map((item) => item.dataset.slug),
      texts: [...document.querySelectorAll(".kb-item__text")].filter(visible).map(line),
      leftOut: [...document.querySelectorAll("[data-of]")].filter(visible).map((element) => {
        const copy = element.cloneNode(true);
        for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
        return [element.dataset.of, line(copy)];
      }),
    };
  });
}"""

# The address follows once the list has been painted.
ADDRESSES = """async (all) => {
  const form = document.querySelector('[data-component="questions"]');
  const addresses = [];
  for (const written of all) {
    for (const input of form.querySelectorAll("input")) {
      input.checked = (written[input.name] ?? []).includes(input.value);
    }
    const settled = new Promise((done) => document.addEventListener("kb:list-changed", done, { once: true }));
    form.dispatchEvent(new Event("change"));
    await settled;
    addresses.push(location.search);
  }
  return addresses;
}"""


def single_answers(knowledge: Knowledge) -> Iterator[Written]:
    yield {}
    for asked in asked_questions(knowledge, "id"):
        for choice in asked.choices:
            yield {asked.facet: [choice.value]}


def random_answers(knowledge: Knowledge) -> Iterator[Written]:
    chosen = random.Random(20261121)
    questions = asked_questions(knowledge, "id")
    for _ in range(RANDOM_ANSWERS):
        written: Written = {}
        for asked in questions:
            values = [choice.value for choice in asked.choices]
            count = chosen.randint(0, len(values) if asked.multiple else 1)
            if count:
                written[asked.facet] = chosen.sample(values, count)
        yield written


@pytest.fixture(scope="module")
def generators(browser: Browser, site_url: str) -> Iterator[dict[Language, Page]]:
    """The generator in both languages."""
    pages: dict[Language, Page] = {}
    for language in LANGUAGES:
        pages[language] = browser.new_page()
        pages[language].goto(f"{site_url}{language}/checklists/")
    yield pages
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("answers_of", [single_answers, random_answers])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_what_python_selects_and_gives_the_same_reasons(
    generators: dict[Language, Page], knowledge: Knowledge, language: Language, answers_of: Any
) -> None:
    answers = list(answers_of(knowledge))
    shown = generators[language].evaluate(ANSWER, answers)
    for written, seen in zip(answers, shown, strict=True):
        chosen, unknown = read_answers(knowledge, written)
        assert unknown == ()
        items, reasons = expected(knowledge, chosen, language)
        assert set(seen["items"]) == items, written
        assert dict(seen["leftOut"]) == reasons, written


def expected(knowledge: Knowledge, answers: Any, language: Language) -> tuple[set[str], dict[str, str]]:
    items: set[str] = set()
    reasons: dict[str, str] = {}
    for slug, point in knowledge.pause_points.items():
        if slug not in answers.get("pause_point", [slug]):
            continue
        sheet = {item.slug: item for item in prepare_sheet(knowledge, point, language).items}
        selection = select(point.items.values(), answers)
        items |= {item.slug for item in selection.items}
        for one in selection.left_out:
            prepared = sheet[one.item.slug]
            reasons[one.item.slug] = f"{prepared.text} {prepared.reason_left_out(one, answers)}"
    return items, reasons


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_command_is_the_list_of_the_page_line_for_line(
    generators: dict[Language, Page], knowledge: Knowledge, language: Language
) -> None:
    for slug in knowledge.pause_points:
        written = {"pause_point": [slug], "form": ["data-sharing"], "condition": ["public-money", "personal-data"]}
        saved = SavedList(answers={facet: tuple(values) for facet, values in written.items()})
        printed = EXPORTERS["long"](shown_list(knowledge, saved, language), make_kit(knowledge, language))
        assert isinstance(printed, str)
        text = " ".join(printed.split())
        (seen,) = generators[language].evaluate(ANSWER, [written])
        places = [text.index(f"[ ] {line} (") for line in seen["texts"]]
        assert places == sorted(places)
        assert text.count("[ ] ") == len(places)


def test_the_address_written_by_the_page_is_read_alike_by_python(
    generators: dict[Language, Page], knowledge: Knowledge
) -> None:
    answers = list(random_answers(knowledge))[:50]
    for written, address in zip(answers, generators["id"].evaluate(ADDRESSES, answers), strict=True):
        assert sorted_answers(knowledge, parse_qs(address[1:])) == sorted_answers(knowledge, written)


def sorted_answers(knowledge: Knowledge, written: Written) -> dict[str, list[str]]:
    """The answers, which must all be known, with their values sorted."""
    answers, unknown = read_answers(knowledge, written)
    assert unknown == ()
    return {facet: sorted(values) for facet, values in answers.items()}
