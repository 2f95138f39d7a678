"""Every number in the story of a case is one of the facts of that case, and every number that another page cites
stands in what it cites.

The facts carry sources, so a figure that is among them can be checked by a reader. Years, dates and sums in words
(`Rp90 miliar`, `1.3 million`) count too. Not looked at: numbers spelled out, the numbering of a Markdown list, small
ordinals (`ke-3`, `4th`), digits that are part of a name (`COVID-19`, `G20`), and the words of links.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

import pytest

from simpul.knowledge import Knowledge
from simpul.pages import Page
from simpul.text import Language

_SCALES = {
    "ribu": 3, "thousand": 3, "juta": 6, "million": 6, "miliar": 9, "milyar": 9, "billion": 9, "triliun": 12,
    "trillion": 12,
}  # fmt: skip
_SCALE = "|".join(_SCALES)
_NUMBER = re.compile(rf"(?P<digits>\d+(?:[.,]\d+)*)(?:[ \u00a0-]+(?P<scale>{_SCALE})\b)?", re.IGNORECASE)
_CURRENCY = re.compile(r"(?:Rp|USD|US\$|A\$|NZ\$|EUR|GBP|IDR|[$£€¥])\.?\s?(?=\d)")
# Digits behind letters, with or without a hyphen, belong to a name; `ke-3` is an ordinal.
_NAME = re.compile(r"[^\W\d_]+[-\u2011]?\d(?:[\w.,-]*\w)?")
_ORDINAL = re.compile(r"\b(?:ke-)?[12]?\d(?:st|nd|rd|th)\b|\bke-[12]?\d\b")
_LIST = re.compile(r"^\s*\d+[.)]\s")
_MACRO = re.compile(r"\{\{.*?\}\}|\{\s*#[\w-]+\s*\}")
# The words of a link speak of the page it leads to, such as another case.
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|https?://\S+")
_CASE = re.compile(r"cases/([a-z0-9-]+)\.md")
# Where a number stands that says nothing about the case.
_NOT_FACTS = {"url", "verified"}


def decimal(digits: str, language: Language) -> Decimal | None:
    """The number as a reader of `language` understands it; None for what is no number in that language."""
    thousands, point = (".", ",") if language == "id" else (",", ".")
    grouped = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(point)}\d+)?"
    plain = rf"\d+(?:{re.escape(point)}\d+)?"
    if not re.fullmatch(f"{grouped}|{plain}", digits):
        return None
    try:
        return Decimal(digits.replace(thousands, "").replace(point, "."))
    except InvalidOperation:  # pragma: no cover - the pattern admits only what Decimal reads
        return None


def numbers(text: str, language: Language) -> Iterator[tuple[str, set[Decimal]]]:
    """Each number of a text as it is written, and the values it may have: as written, and with its `juta`."""
    for found in _NUMBER.finditer(_CURRENCY.sub("", text)):
        value = decimal(found["digits"], language)
        # A list or range such as 2018,2019 or 10.11.2018 is read part by part.
        parts = [found["digits"]] if value is not None else re.findall(r"\d+", found["digits"])
        for part in parts:
            one = decimal(part, language)
            assert one is not None
            scale = found["scale"]
            yield found[0], {one, one * 10 ** _SCALES[scale.casefold()]} if scale else {one}


def facts(data: Any, key: str = "") -> Iterator[Decimal]:
    """Every number in the facts of a case: values, years, parts of dates, and what its texts say."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in _NOT_FACTS:
                yield from facts(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from facts(value, key)
    elif isinstance(data, str):
        # A name written once is read as both languages would.
        languages: tuple[Language, ...] = ("id",) if key == "id" else ("en",) if key == "en" else ("id", "en")
        for language in languages:
            for _, values in numbers(data, language):
                yield from values


def prose(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a story without macros and links, with their numbers in the file."""
    for number, line in enumerate(page.body.split("\n"), start=page.body_line):
        yield number, _LINK.sub(" ", _MACRO.sub(" ", _LIST.sub("", line)))


def without_names(text: str) -> str:
    """`text` without currencies, ordinals, and names that hold digits."""
    return _NAME.sub(" ", _ORDINAL.sub(" ", _CURRENCY.sub(" ", text)))


def unknown_numbers(page: Page, data: Any) -> list[str]:
    """`file:line: number` for each number of the story that is not among the facts."""
    known = set(facts(data))
    lines = [(1, f"{page.meta.title}. {page.meta.description}")] if page.meta else []
    return [
        f"{page.file}:{line}: {written}"
        for line, text in [*lines, *prose(page)]
        for written, values in numbers(without_names(text), page.language)
        if not values & known
    ]


def test_every_number_in_a_story_is_among_the_facts_of_its_case(knowledge: Knowledge) -> None:
    found = [
        one
        for page in knowledge.pages.values()
        if page.meta and page.meta.case in knowledge.cases
        for one in unknown_numbers(page, knowledge.files[f"case_studies/{page.meta.case}.yml"].data)
    ]
    assert found == [], "add the figure with its source to the facts, or take it out of the story"


def cited_facts(page: Page, line: int, knowledge: Knowledge) -> set[Decimal]:
    """Every number in what a line of a page cites or links: cases, works and regulations."""
    keys = [key for call in page.macros if call.line == line and call.name == "cite" for key in call.texts]
    links = [link.target for link in page.links if link.line == line]
    cases = {key.partition("/")[0] for key in keys} | {slug for link in links for slug in _CASE.findall(link)}
    works = knowledge.files["data/literature.yml"].data["works"]
    regulations = knowledge.files["data/regulations.yml"].data["regulations"]
    records = [knowledge.files[f"case_studies/{slug}.yml"].data for slug in cases & set(knowledge.cases)]
    records += [table[key] for table in (works, regulations) for key in keys if key in table]
    return {number for record in records for number in facts(record)}


def test_every_number_beside_a_citation_stands_in_what_is_cited(knowledge: Knowledge) -> None:
    found = []
    for page in knowledge.pages.values():
        if page.meta and page.meta.case:
            continue
        citing = {call.line for call in page.macros if call.name == "cite"}
        for line, text in prose(page):
            if line not in citing:
                continue
            known = cited_facts(page, line, knowledge)
            for written, values in numbers(without_names(text), page.language):
                if not values & known:
                    found.append(f"{page.file}:{line}: {written}")
    assert found == [], "cite the source that holds the figure, or take the figure out"


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("1.250,5 orang", "id", ["1250.5"]),
        ("1,250.5 people", "en", ["1250.5"]),
        ("10,77 persen", "id", ["10.77"]),
        ("Rp90 miliar", "id", ["90", "90000000000"]),
        ("1.3 million people", "en", ["1.3", "1300000"]),
        ("2018\u20132020", "en", ["2018", "2020"]),
        ("12 Oktober 2026", "id", ["12", "2026"]),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(text: str, language: Language, values: list[str]) -> None:
    assert {one for _, found in numbers(text, language) for one in found} == {Decimal(value) for value in values}


def test_a_number_that_is_no_fact_is_found_and_names_ordinals_and_numbering_are_not(knowledge: Knowledge) -> None:
    page = next(page for page in knowledge.pages.values() if page.meta and page.meta.case)
    lines = [
        "1. COVID-19, G20, ke-3 dan 4th, [kasus Palu 2018](../7777/x.md) {{ cite('a-2001') }}",
        "Ada 731 orang dan 4.250 rumah.",
    ]
    story = Page("id", page.path, None, (), (), (), "\n".join(lines), 10)
    assert unknown_numbers(story, {"scale": {"value": "731"}}) == [f"{story.file}:11: 4.250"]
    assert unknown_numbers(story, {"scale": {"value": "731"}, "note": {"en": "4,250 houses"}}) == []
