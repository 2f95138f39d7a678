"""The self-check on paper, where it is used, and on a screen, where it is read."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_on_two_pages_with_every_statement_and_both_sides(
    page: Page, site_url: str, knowledge: Knowledge, language: Language, paper: str
) -> None:
    page.goto(f"{site_url}{language}/self-check/")
    pdf = page.pdf(format="A4") if paper == "A4" else page.pdf(width="215mm", height="330mm")
    sheets = PdfReader(BytesIO(pdf)).pages
    assert len(sheets) <= 2
    text = " ".join(normalize("NFKC", " ".join(sheet.extract_text() for sheet in sheets)).split())
    statements = [one for group in knowledge.self_check.values() for one in group.statements.values()]
    for number, statement in enumerate(statements, start=1):
        assert f"{number}. {statement.text.in_language(language)}" in text
        assert statement.why.in_language(language) not in text
    yes, differs = {"id": ("sebagian", "berbeda?"), "en": ("partly", "differs?")}[language]
    assert text.count(differs) == len(statements)
    assert text.count(yes) >= 2 * len(statements)


def test_text_on_paper_can_be_read_at_arms_length(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/self-check/")
    page.emulate_media(media="print")
    sizes = page.locator(".kb-self-check__text").evaluate_all(
        "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) >= 11
    for name in ("header", "footer", "nav", ".kb-self-check__why", "h2"):
        assert page.locator(f"{name}:visible").count() == 0, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_every_statement_leads_to_its_page(
    plain_page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    plain_page.goto(f"{site_url}{language}/self-check/")
    links = plain_page.locator(".kb-self-check__next a:visible")
    expect(links).to_have_count(sum(len(group.statements) for group in knowledge.self_check.values()))
    title = links.first.inner_text()
    links.first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text(title)


def test_a_linked_term_leads_to_its_meaning_and_prints_as_plain_text(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/agree/")
    term = page.locator("article a.kb-term").first
    expect(term).to_have_css("text-decoration-style", "dotted")
    page.emulate_media(media="print")
    expect(term).to_have_css("text-decoration-line", "none")
    page.emulate_media(media="screen")
    term.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"^{re.escape(site_url)}id/glossary/#term-[a-z-]+$"))
    expect(page.locator(":target dt")).to_be_visible()
