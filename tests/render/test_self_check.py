"""The self-check on the page: every statement with its reason, its help, and both sides of the sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simpul.checks import check
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]


def write(miniature: Path, statements: str) -> None:
    text = f"groups:\n  one:\n    title: {{id: Satu, en: One}}\n    statements:\n{statements}"
    (miniature / "data/self_check.yml").write_text(text, encoding="utf-8")


def statement(slug: str, text: str = "Teks.", leads_to: str = "guides/challenges#low-trust") -> str:
    return (
        f"      {slug}:\n        text: {{id: '{text}', en: '{text}'}}\n        why: {{id: Sebab., en: Reason.}}\n"
        f"        sources: [klijn-et-al-2010]\n        leads_to: {leads_to}\n"
    )


def test_a_statement_shows_its_reason_its_source_and_where_a_weak_answer_leads(page_of: PageOf) -> None:
    row = page_of("id/self-check/").dom("self_check").select_one("li")
    assert row is not None
    text = row.get_text(" ", strip=True)
    assert "Kami pernah bertemu." in text
    assert "Bertemu itu penting. ( Klijn dkk. 2010 )" in text
    link = row.select_one(".kb-self-check__next a")
    assert link is not None
    assert (link["href"], link.get_text()) == ("../guides/challenges/#low-trust", "Tantangan")


def test_which_answers_lead_on_is_said_once_and_not_in_every_row(page_of: PageOf, miniature: Path) -> None:
    write(miniature, statement("a") + statement("b"))
    dom = page_of("en/self-check/").dom("self_check")
    assert len(dom.select(".kb-self-check__next")) == 2
    (said,) = dom.select(".kb-self-check__when")
    assert "“partly” or “not yet”" in said.get_text()
    assert said.find_next("li") is dom.select_one("li")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_sides_have_three_boxes_and_no_answer_is_worth_a_number(page_of: PageOf, language: Language) -> None:
    dom = page_of(f"{language}/self-check/").dom("self_check")
    for row in dom.select("li"):
        sides = row.select(".kb-self-check__side")
        assert [side.select_one("b").get_text() for side in sides] == ["A", "B"]  # type: ignore[union-attr]
        answers = {"id": ["ya", "sebagian", "belum"], "en": ["yes", "partly", "not yet"]}[language]
        assert [[one.get_text() for one in side.select("span")] for side in sides] == [answers, answers]
    assert not dom.select("input, button, script, [value]")


def test_statements_are_numbered_through_the_groups(page_of: PageOf, miniature: Path) -> None:
    write(miniature, statement("a") + statement("b"))
    file = miniature / "data/self_check.yml"
    second = "  two:\n    title: {id: Dua, en: Two}\n    statements:\n" + statement("a")
    file.write_text(file.read_text() + second, encoding="utf-8")
    dom = page_of("en/self-check/").dom("self_check")
    assert [one["start"] for one in dom.select("ol")] == ["1", "3"]
    assert [one.select_one("p").get_text()[:2] for one in dom.select("li")] == ["1.", "2.", "3."]  # type: ignore[union-attr]
    ids = [one["id"] for one in dom.select("[id]") if not str(one["id"]).startswith("cite-")]
    assert len(ids) == len(set(ids))


def test_what_looks_like_markup_in_a_statement_is_text(page_of: PageOf, miniature: Path) -> None:
    naughty = '<img src=x onerror="a()"> & *b* [c](d) {{ e }} `f`'
    write(miniature, statement("a", naughty))
    dom = page_of("id/self-check/").dom("self_check")
    assert dom.select_one(".kb-self-check__text").get_text() == f"1. {naughty}"  # type: ignore[union-attr]
    assert not dom.select("img, em, code")


@pytest.mark.parametrize(
    ("leads_to", "rule"), [("guides/challeng", "unknown-page"), ("guides/challenges#low", "unknown-heading")]
)
def test_a_statement_that_leads_nowhere_is_a_located_problem(miniature: Path, leads_to: str, rule: str) -> None:
    write(miniature, statement("a", leads_to=leads_to))
    (found,) = [one for one in check(Knowledge.load(miniature)) if one.path == "data/self_check.yml"]
    assert (found.line, found.rule) == (9, rule)


def test_the_glossary_names_the_pages_that_use_a_term(page_of: PageOf, miniature: Path) -> None:
    for language, text in (("id", "Nota kesepahaman (MoU)."), ("en", "The memorandum of understanding.")):
        page = miniature / f"docs/{language}/guides/challenges.md"
        page.write_text(page.read_text().replace("\n## ", f"\n{text}\n\n## ", 1), encoding="utf-8")
    dom = page_of("en/glossary/").dom("glossary_list")
    entry = dom.select_one("#term-mou")
    assert entry is not None
    links = {link["href"]: link.get_text() for link in entry.select("[data-pagefind-ignore] a")}
    assert links["../guides/challenges/"] == "Challenges"


def test_the_glossary_jumps_to_the_first_term_of_each_letter(page_of: PageOf) -> None:
    dom = page_of("en/glossary/").dom("glossary_list")
    first: dict[str, str] = {}
    for entry in dom.select(".kb-glossary__entry"):
        name = entry.select_one("dt")
        assert name is not None
        first.setdefault(name.get_text()[0].upper(), f"#{entry['id']}")
    jumps = [(link.get_text(), link["href"]) for link in dom.select("nav a")]
    assert jumps == list(first.items())


def test_a_missing_file_is_a_problem_and_no_traceback(miniature: Path) -> None:
    (miniature / "data/self_check.yml").unlink()
    (found,) = [one for one in check(Knowledge.load(miniature)) if one.path == "data/self_check.yml"]
    assert found.rule == "missing-file"
