"""Every kind of page, in both languages: accessible, quiet, and of use without JavaScript."""

from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.conftest import DESKTOP, PHONE, ROOT, violations


def paths_of(language: str) -> list[str]:
    """The pages of a language; of the cases, which share one layout, the shortest and the three longest."""
    folder = ROOT / "docs" / language
    cases = sorted((folder / "cases").glob("*-*.md"), key=lambda file: (file.stat().st_size, file.name))
    left_out = set(cases[1:-3])
    files = [file for file in sorted(folder.rglob("*.md")) if file not in left_out]
    return [file.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index") for file in files]


PATHS = [path for language in ("id", "en") for path in paths_of(language)]


# Keeping the site on the device is a control, and its heading comes with it.
HEADINGS = 'article :is(h1, h2, h3):not([data-component="keep-offline"] *)'


def address(site_url: str, path: str) -> str:
    return site_url + (path if path.endswith("/") or not path else f"{path}/")


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_violation_on_a_phone_by_day_and_on_a_desktop_by_night(
    page: Page, site_url: str, path: str
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light")
    page.goto(address(site_url, path))
    assert violations(page) == []
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert violations(page) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_scrolls_sideways_on_a_narrow_phone(page: Page, site_url: str, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for path in PATHS:
        if path.startswith(language):
            page.goto(address(site_url, path))
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 320:
                wide[path] = width
    assert wide == {}


def test_every_page_says_the_same_without_javascript(plain_page: Page, page: Page, site_url: str) -> None:
    """What a script adds are controls; the headings and the cases, items and sources are there before."""
    page.set_viewport_size(PHONE)
    missing = {}
    for path in PATHS:
        for one in (plain_page, page):
            one.goto(address(site_url, path))
        plain, full = (set(one.locator(f"{HEADINGS}:visible").all_inner_texts()) for one in (plain_page, page))
        if path.rstrip("/").endswith("checklists"):
            continue  # the generator shows the chosen list; without JavaScript all lists are open
        if full - plain:
            missing[path] = full - plain
    assert missing == {}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_prints_on_paper_of_its_own(page: Page, site_url: str, language: str, tmp_path: Path) -> None:
    for path in (
        f"{language}/guides/benefits",
        f"{language}/cases/toronto-sidewalk-labs-quayside",
        f"{language}/glossary",
    ):
        page.goto(address(site_url, path))
        title = page.locator("article h1").inner_text().replace("#", "").strip()
        file = tmp_path / "page.pdf"
        page.pdf(path=str(file), format="A4")
        sheets = " ".join(sheet.extract_text() for sheet in PdfReader(file).pages)
        text = " ".join(normalize("NFKC", sheets).split())  # a PDF holds ligatures
        assert title.split()[0] in text, path
        assert page.url.removeprefix(site_url) in text.replace(" ", ""), path
