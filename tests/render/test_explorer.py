"""The explorer and the comparison as HTML: everything is there before a script runs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import Tag

from simpul.explorer import FACETS, FIRST_FACETS
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]


@pytest.fixture
def explorer(page_of: PageOf) -> Tag:
    return page_of("id/cases/").dom("case_explorer")


def one(dom: Tag, selector: str) -> Tag:
    found = dom.select(selector)
    assert len(found) == 1, selector
    return found[0]


def test_every_case_stands_under_the_outcome_it_had(explorer: Tag) -> None:
    groups = one(explorer, '[data-component="groups"]')
    assert [(h["id"], h.get_text()) for h in groups.select("h3")] == [
        ("outcome-succeeded", "Berhasil"),
        ("outcome-failed", "Belum berhasil"),
    ]
    assert [card["data-case"] for card in groups.select("li.kb-card")] == ["shared-clinic", "stalled-data-office"]


def test_a_card_leads_to_its_case_and_knows_its_places_and_its_parties(explorer: Tag) -> None:
    card = one(explorer, '[data-case="shared-clinic"]')
    assert one(card, "a")["href"] == "../cases/shared-clinic/"
    assert {card["data-newest"], card["data-strongest"]} <= {"0", "1"}
    assert "Universitas Contoh" in card["data-words"]


def test_the_first_facets_are_in_sight_and_the_others_behind_more_filters(explorer: Tag) -> None:
    def names(facets: list[Tag]) -> list[str]:
        return [str(one["name"]) for facet in facets for one in facet.select("input")[:1]]

    facets = explorer.select('[data-component="question"]')
    more = explorer.select('[data-component="more-filters"] [data-component="question"]')
    assert names(facets) == list(FACETS)
    assert names([facet for facet in facets if facet not in more]) == list(FIRST_FACETS)


def test_a_value_says_how_many_cases_have_it_and_which(explorer: Tag) -> None:
    health = one(explorer, '[name="sector"][value="health"]')
    assert one(health.parent, "[data-count]").get_text() == "1"  # type: ignore[arg-type]
    place = int(str(one(explorer, '[data-case="shared-clinic"]')["data-newest"]))
    assert int(str(health["data-cases"]), 16) == 1 << place


def test_values_no_case_has_are_left_out(explorer: Tag) -> None:
    assert explorer.select('[name="outcome"][value="mixed"]') == []


def test_without_a_script_the_form_is_hidden_and_nothing_is_lost(explorer: Tag) -> None:
    form = one(explorer, "form")
    assert "kb-needs-js" in form["class"]
    assert form.select("li.kb-card") == []
    assert all("kb-without-js" in heading["class"] for heading in explorer.select("h3"))


def test_hostile_text_in_a_case_stays_text(miniature: Path, page_of: PageOf) -> None:
    hostile = "<img src=x onerror=alert(1)>\"'{{ 7 * 7 }}"
    quoted = json.dumps(hostile)  # which is YAML too
    file = miniature / "case_studies" / "shared-clinic.yml"
    title, rest = file.read_text(encoding="utf-8").split("\n", 1)
    assert title.startswith("title:")
    rest = rest.replace("name: Universitas Contoh\n", f"name: {quoted}\n")
    file.write_text(f"title: {{id: {quoted}, en: {quoted}}}\n{rest}", encoding="utf-8")
    page = page_of("en/cases/")
    for name in ("case_explorer", "case_comparison"):
        dom = page.dom(name)
        assert dom.select("img") == []
        assert "{{ 7 * 7 }}" in str(dom)


def test_the_rows_of_the_comparison_name_what_a_case_page_says(page_of: PageOf) -> None:
    """The script takes each row from the page of a case by these names: they must agree."""
    comparison = page_of("en/cases/compare/").dom("case_comparison")
    case = page_of("en/cases/shared-clinic/", case="shared-clinic")
    parts = ("facts", "arrangement", "results", "challenges", "enablers", "lessons")
    rendered = [case.dom(f"case_{part}") for part in parts]
    found = [str(part["data-part"]) for dom in rendered for part in dom.select("[data-part]")]
    assert found == list(parts)
    # What is told in prose stands below a heading of the story.
    assert [row["data-row"] for row in comparison.select("[data-row]")] == ["problem", *parts[1:]]
    terms = [term.get_text() for term in rendered[0].select("dt")]
    labels = [row.get_text() for row in comparison.select("[data-fact] th")]
    assert [label for label in labels if label != "Caution"] == [term for term in terms if term != "Caution"]


def test_the_comparison_offers_every_case_and_says_without_a_script_what_it_needs(page_of: PageOf) -> None:
    dom = page_of("id/cases/compare/").dom("case_comparison")
    assert {option["value"] for option in dom.select("option")} == {"", "shared-clinic", "stalled-data-office"}
    assert "JavaScript" in one(dom, "p.kb-without-js").get_text()
    assert [link["href"] for link in dom.select("a[href]")] == ["../../cases/"]
