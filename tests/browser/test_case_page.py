"""A case read on a phone, printed for a meeting, cited and corrected."""

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.conftest import PHONE

CASE = "cases/sumedang-simpati-stunting/"


def longest(knowledge: Knowledge, language: Language) -> list[str]:
    """The three cases with the most text in facts and story: if these fit, the others do."""

    def length(slug: str) -> int:
        page = knowledge.pages[language, f"cases/{slug}"]
        return len(page.body) + len(str(knowledge.files[f"case_studies/{slug}.yml"].data)) // 2

    return sorted(knowledge.cases, key=length)[-3:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_prints_on_two_a4_pages_at_most(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    for slug in longest(knowledge, language):
        page.goto(f"{site_url}{language}/cases/{slug}/")
        printed = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
        assert len(printed) <= 2, slug
        # A page that came out empty would be a break in the wrong place.
        assert all(len(sheet.extract_text()) > 500 for sheet in printed), slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_similar_cases_and_the_line_to_cite_are_there_without_javascript(
    plain_page: Page, site_url: str, language: Language
) -> None:
    plain_page.goto(f"{site_url}{language}/{CASE}")
    line = plain_page.locator(".kb-quote__line")
    expect(line).to_contain_text(f"/{language}/{CASE}")
    assert line.evaluate("line => getComputedStyle(line).userSelect") == "all"
    plain_page.locator(".kb-related a").first.click()
    expect(plain_page.locator("h1")).to_be_visible()
    assert f"/{language}/cases/" in plain_page.url and CASE not in plain_page.url


def test_a_phone_shows_each_party_without_scrolling_sideways(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    page.goto(f"{site_url}id/{CASE}")
    table = page.get_by_role("table", name="Pihak yang terlibat")
    expect(table.get_by_role("rowheader").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
