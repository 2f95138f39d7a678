"""On the real page: the cases the explorer shows, their order and every count are those of Python's rule."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from simpul.explorer import FACETS, Choices, count, fits, newest_first, strongest_first, values
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES

COMBINATIONS = 200

# Chooses as a reader does, through the form, and reads back what then can be seen.
ANSWER = """([all, sort]) => {
  const component = (name) => document.querySelector(`[data-component=${name}]`);
  const [form, more, select] = ["filters", "more", "sort"].map(component);
  const inputs = [...form.querySelectorAll("[type=checkbox]")];
  select.value = sort;
  select.dispatchEvent(new Event("change"));
  const counted = (input) => Number(input.parentElement.querySelector("[data-count]").textContent);
  return all.map((chosen) => {
    for (const input of inputs) input.checked = (chosen[input.name] ?? []).includes(input.value);
    form.dispatchEvent(new Event("change"));
    while (!more.hidden) more.click();
    return {
      cases: [...document.querySelectorAll("[data-component=results] > li")].map((card) => card.dataset.case),
      counts: inputs.map((input) => [input.name, input.value, counted(input)]),
      closed: inputs.filter((input) => input.disabled).map((input) => [input.name, input.value]),
      status: component("count").textContent,
    };
  });
}"""


def single_values(knowledge: Knowledge) -> Iterator[Choices]:
    yield {}
    for facet in FACETS:
        for value in values(knowledge, facet):
            yield {facet: [value]}


def random_combinations(knowledge: Knowledge) -> Iterator[Choices]:
    chosen = random.Random(20261121)
    for _ in range(COMBINATIONS):
        facets = chosen.sample(sorted(FACETS), chosen.randint(1, 4))
        known = {facet: values(knowledge, facet) for facet in facets}
        yield {facet: chosen.sample(all_, chosen.randint(1, min(3, len(all_)))) for facet, all_ in known.items()}


@pytest.fixture(scope="module")
def explorers(browser: Browser, site_url: str) -> Iterator[dict[str, Page]]:
    """The explorer in both languages."""
    pages = {language: browser.new_page() for language in LANGUAGES}
    for language, page in pages.items():
        page.goto(f"{site_url}{language}/cases/")
        page.locator("[data-component=results] > li").first.wait_for()
    yield pages
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("sort", ["newest", "evidence"])
@pytest.mark.parametrize("choices_of", [single_values, random_combinations])
def test_the_page_finds_and_counts_what_python_does(
    explorers: dict[str, Page], knowledge: Knowledge, choices_of: object, sort: str
) -> None:
    assert callable(choices_of)
    all_choices: list[Choices] = list(choices_of(knowledge))
    cases = newest_first(knowledge.cases.values())
    ordered = cases if sort == "newest" else strongest_first(knowledge, cases)
    every = [(facet, value) for facet in FACETS for value in values(knowledge, facet)]
    language = "id" if sort == "newest" else "en"
    shown = explorers[language].evaluate(ANSWER, [all_choices, sort])
    for choices, seen in zip(all_choices, shown, strict=True):
        found = [case.slug for case in ordered if fits(case, choices)]
        counts = [[facet, value, count(cases, choices, facet, value)] for facet, value in every]
        assert seen["cases"] == found, choices
        assert seen["counts"] == counts, choices
        assert seen["closed"] == [
            [facet, value] for facet, value, number in counts if not number and value not in choices.get(facet, ())
        ], choices
        assert not found or str(len(found)) in seen["status"]


def test_no_value_that_can_be_chosen_leads_to_nothing(explorers: dict[str, Page], knowledge: Knowledge) -> None:
    """Choosing an open value beside any other choice leaves cases: what Python counts is what is then found."""
    cases = list(knowledge.cases.values())
    for choices in random_combinations(knowledge):
        if not any(fits(case, choices) for case in cases):
            continue  # a reader cannot come here: the value that led to nothing was closed
        for facet in FACETS:
            for value in values(knowledge, facet):
                if count(cases, choices, facet, value):
                    more = {**choices, facet: [*choices.get(facet, ()), value]}
                    assert any(fits(case, more) for case in cases), more
