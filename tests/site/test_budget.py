"""What a visit costs: bytes as a host sends them, requests, and where they go."""

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from simpul.text import LANGUAGES, Language

FIRST_VISIT = 45 * 1024
LATER_PAGE = 15 * 1024
SEARCH = 150 * 1024
REQUESTS = 8
PAGES = (
    "id/guides/benefits/",
    "en/guides/strategies/",
    "id/cases/sumedang-simpati-stunting/",
    "en/cases/toronto-sidewalk-labs-quayside/",
)

# How many there are in each language.
EXAMPLES = 6
# What was asked for when the first result stood there; the others are asked for after it.
NOTE_WHAT_IS_LOADED = (
    "new MutationObserver((_, observer) => {"
    "  window.atFirst = performance.getEntriesByType('resource').map((entry) => entry.name);"
    "  observer.disconnect();"
    "}).observe(document.querySelector('#kb-search ol'), { childList: true })"
)


class Scales:
    """Counts what a page asks for, each address once, weighed as a static host compresses it."""

    def __init__(self, page: Page, site_dir: Path, site_url: str) -> None:
        self.addresses: list[str] = []
        self.site_dir = site_dir
        self.site_url = site_url
        page.on("request", lambda request: self.addresses.append(request.url))

    def distinct(self) -> list[str]:
        return list(dict.fromkeys(self.addresses))

    def weight(self) -> dict[str, int]:
        return {address: self.size(address) for address in self.distinct()}

    def size(self, address: str) -> int:
        path = urlsplit(address).path.lstrip("/")
        file = self.site_dir / (path + "index.html" if path == "" or path.endswith("/") else path)
        content = file.read_bytes()
        packed = file.suffix in {".html", ".css", ".js", ".json", ".svg"}
        return len(gzip.compress(content, 6)) if packed else len(content)


def weight_to_first_result(scales: Scales, page: Page, language: str, ask: Callable[[], None]) -> dict[str, int]:
    """What a search from a guide loads, by address, from opening the dialog to the first result of what is asked."""
    page.goto(f"{scales.site_url}{language}/guides/benefits/")
    page.wait_for_load_state("networkidle")
    known = set(scales.distinct())
    page.evaluate(NOTE_WHAT_IS_LOADED)
    page.keyboard.press("/")
    ask()
    page.locator("#kb-search ol a").first.wait_for()
    at_first = page.evaluate("window.atFirst")
    return {address: scales.size(address) for address in at_first if address not in known}


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_fits_45_kb_in_8_requests_of_one_origin(
    page: Page, site_dir: Path, site_url: str, path: str
) -> None:
    scales = Scales(page, site_dir, site_url)
    page.goto(site_url + path)
    page.wait_for_load_state("networkidle")
    weight = scales.weight()
    assert all(address.startswith(site_url) for address in weight)
    assert len(weight) <= REQUESTS, weight
    assert sum(weight.values()) <= FIRST_VISIT, weight


@pytest.mark.parametrize("path", PAGES)
def test_a_later_page_fits_15_kb(page: Page, site_dir: Path, site_url: str, path: str) -> None:
    scales = Scales(page, site_dir, site_url)
    page.goto(f"{site_url}{path[:2]}/guides/challenges/")
    page.wait_for_load_state("networkidle")
    known = set(scales.distinct())
    scales.addresses.clear()
    page.goto(site_url + path)
    page.wait_for_load_state("networkidle")
    weight = {address: size for address, size in scales.weight().items() if address not in known}
    assert sum(weight.values()) <= LATER_PAGE, weight


def test_a_checklist_page_fits_the_first_visit_too(
    context: BrowserContext, page: Page, site_dir: Path, site_url: str
) -> None:
    scales = Scales(page, site_dir, site_url)
    page.goto(f"{site_url}id/checklists/change-of-official/")
    page.wait_for_load_state("networkidle")
    weight = scales.weight()
    assert sum(weight.values()) <= FIRST_VISIT, weight


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("id", "MoU tidak jalan"),
        ("id", "data tidak dibagi"),
        ("id", "OPD"),
        ("en", "The MoU goes nowhere"),
        ("en", "turnover"),
    ],
)
def test_words_with_synonyms_give_their_first_result_for_150_kb_too(
    page: Page, site_dir: Path, site_url: str, language: str, query: str
) -> None:
    scales = Scales(page, site_dir, site_url)
    weight = weight_to_first_result(scales, page, language, lambda: page.keyboard.insert_text(query))
    assert any(".pf_fragment" in address for address in weight)
    assert sum(weight.values()) <= SEARCH, weight


@pytest.mark.parametrize(
    ("language", "number"), [(language, number) for language in LANGUAGES for number in range(EXAMPLES)]
)
def test_each_example_of_the_empty_dialog_gives_its_first_result_for_150_kb(
    page: Page, site_dir: Path, site_url: str, language: Language, number: int
) -> None:
    scales = Scales(page, site_dir, site_url)
    example = page.locator("[data-part=examples] button").nth(number)
    weight = weight_to_first_result(scales, page, language, example.click)
    assert any("examples." in address for address in weight)
    assert any(".pf_fragment" in address for address in weight)
    assert sum(weight.values()) <= SEARCH, weight


def test_the_search_costs_nothing_until_it_is_used_and_its_first_result_less_than_150_kb(
    page: Page, site_dir: Path, site_url: str
) -> None:
    scales = Scales(page, site_dir, site_url)
    page.goto(f"{site_url}id/guides/benefits/")
    page.wait_for_load_state("networkidle")
    assert not any("pagefind" in address or "search-" in address for address in scales.distinct())
    known = set(scales.distinct())
    page.keyboard.press("/")
    # A word without affixes or synonyms; a word with affixes takes a second part of the index.
    page.keyboard.insert_text("rapat")
    page.locator("#kb-search ol a").first.wait_for()
    weight = {address: size for address, size in scales.weight().items() if address not in known}
    assert any("wasm.id" in address for address in weight)
    assert sum(weight.values()) <= SEARCH, weight
