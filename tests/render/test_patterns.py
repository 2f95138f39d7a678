"""The page on patterns: pictures that say what their tables say, and lead to the cases behind a number."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag

from macros.patterns import TILES
from simpul.knowledge import Knowledge
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]
FIGURES = ("patterns_hurt", "patterns_helped", "patterns_map", "patterns_timeline")


@pytest.fixture
def page(page_of: PageOf) -> RenderedPage:
    return page_of("en/cases/patterns/")


def the(dom: Tag, selector: str) -> Tag:
    found = dom.select_one(selector)
    assert found is not None, selector
    return found


def test_the_page_says_on_how_many_cases_it_rests_and_how_old_it_is(page: RenderedPage) -> None:
    text = page.dom("patterns_base").get_text()
    assert "2 cases" in text
    assert "20 November 2026" in text


@pytest.mark.parametrize("figure", FIGURES)
def test_every_picture_has_a_name_a_description_a_table_and_a_note_on_its_basis(
    page: RenderedPage, figure: str
) -> None:
    dom = page.dom(figure)
    for picture in dom.select("svg.kb-chart"):
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert the(dom, f"#{picture[attribute]}").get_text().strip()
    assert the(dom, "table caption").get_text().strip()
    assert "Basis:" in the(dom, "figcaption").get_text()


@pytest.mark.parametrize("figure", FIGURES)
def test_no_picture_needs_what_the_security_policy_refuses(page: RenderedPage, figure: str) -> None:
    assert page.dom(figure).select("[style], style, script, [onclick]") == []


@pytest.mark.parametrize("figure", FIGURES)
def test_a_picture_with_links_is_not_an_image_that_hides_them(page: RenderedPage, figure: str) -> None:
    pictures = page.dom(figure).select("svg.kb-chart")
    assert pictures
    for picture in pictures:
        assert picture["role"] in ("group", "img")
        assert not (picture["role"] == "img" and picture.select("a"))


def test_a_box_names_its_challenge_sector_and_number_and_leads_to_those_cases(page: RenderedPage) -> None:
    boxes = page.dom("patterns_hurt").select("svg.kb-chart a")
    links = {str(box["aria-label"]): parse_qs(urlsplit(str(box["href"])).query) for box in boxes}
    knowledge = page.context.knowledge
    trust = knowledge.terms("challenge")["low-trust"].label.en
    health = knowledge.terms("sector")["health"].label.en
    assert links[f"{trust}, {health}: cases 1"] == {"challenge": ["low-trust"], "sector": ["health"]}
    assert str(boxes[0]["href"]).startswith("../../cases/?")


def test_the_table_of_challenges_and_sectors_has_every_number(page: RenderedPage) -> None:
    table = the(page.dom("patterns_hurt"), "table")
    heads = [head.get_text() for head in table.select("thead th")]
    rows = {
        the(row, "th").get_text(): dict(zip(heads[1:], (cell.get_text() for cell in row.select("td")), strict=True))
        for row in table.select("tbody tr")
    }
    label = page.context.label
    assert rows[label("challenge", "low-trust")][label("sector", "health")] == "1"
    assert rows[label("challenge", "turnover-of-officials")][label("sector", "health")] == "0"
    assert rows[label("challenge", "turnover-of-officials")][label("sector", "villages")] == "1"


def test_a_bar_is_divided_by_outcome_with_a_filling_that_needs_no_colour(page: RenderedPage) -> None:
    dom = page.dom("patterns_helped")
    part = the(dom, "svg.kb-chart a")
    assert parse_qs(urlsplit(str(part["href"])).query) == {
        "enabler": ["relationships-and-trust"],
        "outcome": ["succeeded"],
    }
    assert the(part, "text").get_text() == "1"
    swatches = [(one.get_text().strip(), the(one, "rect").get("fill")) for one in dom.select(".kb-legend__item")]
    assert len({fill for _, fill in swatches}) == len(swatches)


def test_a_tile_leads_to_the_cases_of_its_province_and_an_empty_tile_to_nothing(
    page_of: PageOf, miniature: Path
) -> None:
    vocabulary, clinic = miniature / "data/vocabulary.yml", miniature / "case_studies/shared-clinic.yml"
    bali = "  bali: {id: Bali, en: Bali}\n"
    names = vocabulary.read_text(encoding="utf-8").replace(bali, f"{bali}  papua: {{id: Papua, en: Papua}}\n")
    vocabulary.write_text(names, encoding="utf-8")
    text = clinic.read_text(encoding="utf-8")
    clinic.write_text(text.replace("country: indonesia\n", "country: indonesia\nprovinces: [bali]\n"), encoding="utf-8")
    dom = page_of("en/cases/patterns/").dom("patterns_map")
    link = the(dom, "svg.kb-chart a")
    assert link["aria-label"] == "Bali, cases: 1"
    assert len(dom.select("svg.kb-chart a")) == 1
    assert the(dom, f"{link['href']} a")["href"] == "../../cases/shared-clinic/"
    assert "No case yet from: Papua." in dom.get_text()
    assert "The whole of Indonesia" in dom.get_text()


def test_every_province_has_a_tile_of_its_own(knowledge: Knowledge) -> None:
    assert TILES.keys() == knowledge.vocabulary.provinces.keys()
    places = [(across, down) for across, down, _ in TILES.values()]
    assert len(set(places)) == len(places) == 38
    assert max(across for across, _ in places) == 13
    assert len({short for _, _, short in TILES.values()}) == 38


def test_the_timeline_has_a_mark_for_each_beginning_and_end(page: RenderedPage) -> None:
    dom = page.dom("patterns_timeline")
    # The clinic began and ended, the office only began.
    assert len(dom.select("svg.kb-chart > rect")) == 3
    years = [head.get_text() for head in dom.select("tbody th")]
    assert years == ["2019", "2021", "2022"]


def test_without_a_case_the_page_says_so_and_draws_nothing(page: RenderedPage) -> None:
    page.context.knowledge.cases.clear()  # type: ignore[attr-defined]  # the miniature's own copy
    assert "There is no case" in page.dom("patterns_base").get_text()
    for figure in FIGURES[:2] + FIGURES[3:]:
        assert page.dom(figure).select("svg.kb-chart") == []
