"""The chooser and the regulations as the miniature shows them."""

import json
from pathlib import Path

from bs4 import Tag

from tests.render.conftest import RenderedPage
from tests.render.test_boxes import PageOf


def chooser(page_of: PageOf, language: str = "id") -> Tag:
    return page_of(f"{language}/legal/").dom("instrument_chooser")


def test_documents_stand_in_the_order_of_the_work_under_their_steps(page_of: PageOf) -> None:
    dom = chooser(page_of)
    assert [one["data-slug"] for one in dom.select('[data-component="document"]')] == [
        "accord",
        "team-decree",
        "agreement",
    ]
    assert [one.get_text() for one in dom.select('[data-component="step"] h3')] == [
        "Naskah pertama",
        "Lalu, naskah pelaksananya",
    ]


def test_a_document_carries_its_rule_and_says_it_in_words(page_of: PageOf) -> None:
    accord = chooser(page_of, "en").select_one("#document-accord")
    assert accord is not None
    assert json.loads(str(accord["data-applies-to"])) == {"parties": ["region-region"]}
    assert json.loads(str(accord["data-except-for"])) == {"framework": ["exists"]}
    rule = "Shown when Who with whom: Region with region; not when Framework document: There is."
    assert rule in accord.get_text()


def test_a_document_shows_all_that_an_officer_asks(page_of: PageOf) -> None:
    agreement = chooser(page_of).select_one("#document-agreement")
    assert agreement is not None
    text = agreement.get_text()
    for part in ("Mengatur hak dan kewajiban.", "Kepala daerah.", "Menurut sumber:", "Ya.", "Setelah dianggarkan."):
        assert part in text
    links = {str(link["href"]): link.get_text() for link in agreement.select("a")}
    assert links["../legal/regulations/#regulation-pp-28-2018"] == "PP 28/2018"
    assert "diperiksa sebagian" in text
    assert "../checklists/first-meeting/" in links
    assert links["../glossary/#term-mou"] == "nota kesepahaman"


def test_what_is_not_known_is_said(page_of: PageOf) -> None:
    decree = chooser(page_of).select_one("#document-team-decree")
    assert decree is not None
    for part in ("Bentuknya tidak diperiksa.", "Belum ada yang kami periksa.", "Tidak kami baca.", "Kapan tidak"):
        assert part in decree.get_text()


def test_templates_are_linked_once_they_have_a_page(miniature: Path) -> None:
    file = miniature / "data" / "instruments.yml"
    text = file.read_text(encoding="utf-8").replace("    terms: [mou]", "    terms: [mou]\n    templates: [clauses]")
    file.write_text(text, encoding="utf-8")

    def links() -> list[str]:
        dom = RenderedPage(miniature, "en/legal/", {}).dom("instrument_chooser")
        return [str(link["href"]) for link in dom.select("#document-agreement a")]

    assert not any("templates" in link for link in links())
    for language in ("id", "en"):
        page = miniature / "docs" / language / "templates" / "clauses.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            "---\ntitle: Clauses\ndescription: d\nreviewed: 2026-11-20\n---\n\n# Clauses\n", encoding="utf-8"
        )
    assert "../templates/clauses/" in links()


def test_the_table_leads_from_everybody_to_a_document_or_an_office(page_of: PageOf) -> None:
    rows = chooser(page_of, "en").select("tbody tr")
    assert [row.get_text(" ", strip=True) for row in rows] == [
        "One regional government Decree none",
        "Region with region Joint accord Cooperation agreement",
        "Village Ask the sub-district head.",
    ]


def test_a_question_with_several_answers_has_boxes_to_tick(page_of: PageOf) -> None:
    dom = chooser(page_of)
    assert {str(one["type"]) for one in dom.select('[name="data"]')} == {"checkbox"}
    assert {str(one["type"]) for one in dom.select('[name="parties"]')} == {"radio"}
    titles = [one.get_text() for one in dom.select(".kb-question__title")]
    assert titles == ["1. Siapa dengan siapa?", "2. Sudah ada naskah payung?", "3. Data dibagikan?"]


def test_text_of_a_document_is_escaped(miniature: Path) -> None:
    file = miniature / "data" / "instruments.yml"
    hostile = "<img src=x onerror=alert(1)> *a* \"b\" 'c' {{ d }}"
    text = file.read_text(encoding="utf-8").replace(
        "Settles rights and duties.", f'"{hostile.replace(chr(34), chr(92) + chr(34))}"'
    )
    file.write_text(text, encoding="utf-8")
    dom = RenderedPage(miniature, "en/legal/", {}).dom("instrument_chooser")
    assert dom.select("img, em") == []
    assert hostile in dom.get_text()


def test_every_regulation_stands_under_its_question_with_what_rests_on_it(page_of: PageOf) -> None:
    page = page_of("en/legal/regulations/")
    dom = page.dom("regulations_by_question")
    assert [heading.get_text() for heading in dom.select("h2#documents")] == ["Which document?"]
    box = dom.select_one("#regulation-pp-28-2018")
    assert box is not None
    links = [str(link["href"]) for link in box.select("a") if "http" not in str(link["href"])]
    assert links == [
        "../../legal/#document-agreement",
        "../../legal/#document-accord",
        "../../checklists/first-meeting/#item-check-the-budget-line",
        "../../guides/challenges/",
    ]
