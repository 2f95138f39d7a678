"""Verdicts, regulations and the glossary."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.context import MacroError
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]


def test_a_verdict_shows_its_statement_grade_meaning_and_works(page_of: PageOf) -> None:
    page = page_of("en/guides/challenges/")
    dom = page.dom("verdict", "challenge-low-trust")
    term = page.context.term("verdict", "supported")
    for part in ("Low trust gets in the way", term.label.en, term.description.en, "Two studies show it."):
        assert part in dom.get_text()
    assert [link["href"] for link in dom.select("a")] == ["#source-ansell-gash-2008", "#source-klijn-et-al-2010"]


def test_an_unknown_claim_fails_with_a_suggestion(page_of: PageOf) -> None:
    with pytest.raises(MacroError, match="did you mean 'challenge-low-trust'"):
        page_of("id/").call("verdict", "challenge-low-trusts")


def test_a_regulation_shows_meaning_and_how_far_it_was_verified_and_when(page_of: PageOf) -> None:
    dom = page_of("id/guides/challenges/").dom("regulation", "pp-28-2018")
    for part in ("PP 28/2018", "Mengatur kerja sama daerah.", "Diperiksa sebagian", "20 November 2026", "JDIH Contoh"):
        assert part in dom.get_text()


def test_that_it_is_no_legal_advice_is_said_once_per_page(page_of: PageOf) -> None:
    page = page_of("en/guides/challenges/")
    assert "not legal advice" in page.dom("regulation", "pp-28-2018").get_text()
    assert "not legal advice" not in page.dom("regulations_by_question").get_text()
    assert "not legal advice" in page_of("en/sources/").dom("regulations_by_question").get_text()


def test_the_glossary_is_in_the_alphabetical_order_of_the_language(page_of: PageOf) -> None:
    def terms(url: str) -> list[str]:
        return [term.get_text() for term in page_of(url).dom("glossary_list").select("dt")]

    assert terms("id/glossary/") == ["narahubung", "nota kesepahaman"]
    assert terms("en/glossary/") == ["contact person", "memorandum of understanding"]


def test_a_term_has_an_anchor_synonyms_and_what_it_is_not(page_of: PageOf) -> None:
    dom = page_of("en/glossary/").dom("glossary_list")
    mou, focal = dom.select_one("#term-mou"), dom.select_one("#term-focal-person")
    assert mou is not None and focal is not None
    assert "Also called: MoU" in mou.get_text()
    assert "Not the same as: a cooperation agreement." in mou.get_text()
    assert "Also called" not in focal.get_text()


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("A liaison, and another liaison.", ["liaison"]),
        ("Contact person: one may call.", ["Contact person"]),
        ("Whoever is a contact person may call.", []),
        ("Another memorandum of understanding.", []),
    ],
)
def test_what_a_term_is_not_leads_to_the_other_term_unless_an_everyday_word_names_it(
    page_of: PageOf, miniature: Path, written: str, linked: list[str]
) -> None:
    glossary = miniature / "data/glossary.yml"
    text = glossary.read_text(encoding="utf-8").replace("a cooperation agreement.", f'"{written}"')
    more = "    synonyms_en: [liaison]\n    ordinary: [contact person]\n"
    glossary.write_text(text.replace("en: The person to turn to.}\n", "en: The person to turn to.}\n" + more), "utf-8")
    entry = page_of("en/glossary/").dom("glossary_list").select_one("#term-mou")
    assert entry is not None
    assert f"Not the same as: {written}" in entry.get_text()
    links = entry.select("a[href='#term-focal-person']")
    assert [link.get_text() for link in links] == linked


def test_words_to_avoid_stand_beside_what_is_written_instead_for_the_language_of_the_page(
    page_of: PageOf,
) -> None:
    dom = page_of("id/contribute/style/").dom("avoided_words")
    rows = [[cell.get_text() for cell in row.select("td")] for row in dom.select("tbody tr")]
    assert rows == [["kerjasama", "kerja sama"], ["antar instansi", "antarinstansi"]]
    assert dom.p is not None
    assert dom.p.get_text() == "Ejaan ini baku."
