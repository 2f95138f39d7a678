"""Every link of the built site leads somewhere: to a page, to a heading on it, in the reader's language."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES

BASE = "http://site.test/"


class Site:
    """The built pages by address, and the ids on each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            self._address(file): BeautifulSoup(file.read_bytes(), "html.parser") for file in folder.rglob("*.html")
        }
        self.ids = {address: {str(tag["id"]) for tag in page.find_all(id=True)} for address, page in self.pages.items()}

    def _address(self, file: Path) -> str:
        return BASE + file.relative_to(self.folder).as_posix().removesuffix("index.html")

    def links(self) -> list[tuple[str, Tag, str]]:
        """Address of the page, the link, and where it leads, for every link that stays on the site."""
        found = []
        for address, page in self.pages.items():
            for link in page.select("a[href]"):
                target = urljoin(address, str(link["href"]))
                if target.startswith(BASE):
                    found.append((address, link, target))
        return found


@pytest.fixture(scope="module")
def site(site_dir: Path) -> Site:
    return Site(site_dir)


def test_every_link_leads_to_a_page_or_file(site: Site) -> None:
    broken = set()
    for address, _, target in site.links():
        path = urldefrag(target)[0].partition("?")[0]
        file = site.folder / unquote(urlsplit(path).path).lstrip("/")
        if path not in site.pages and not file.is_file():
            broken.add((address, target))
    assert broken == set()


def test_every_fragment_is_an_id_of_its_page(site: Site) -> None:
    broken = set()
    for address, _, target in site.links():
        page, fragment = urldefrag(target)
        known = site.ids.get(page.partition("?")[0])
        if fragment and known is not None and unquote(fragment) not in known:
            broken.add((address, target))
    assert broken == set()


def test_only_the_language_switch_leaves_the_language(site: Site) -> None:
    strays = set()
    for address, link, target in site.links():
        here, there = (urlsplit(one).path.split("/")[1] for one in (address, target))
        if {here, there} == {"id", "en"} and not link.get("hreflang"):
            strays.add((address, target))
    assert strays == set()


def test_links_to_other_sites_are_web_addresses_that_give_nothing_away(site: Site) -> None:
    for address, page in site.pages.items():
        for link in page.select("a[href]"):
            target = urljoin(address, str(link["href"]))
            if not target.startswith(BASE):
                assert target.startswith(("https://", "http://", "mailto:")), (address, target)
                assert link.get("target") is None, (address, target)


def test_every_case_can_be_reached_from_the_list_of_cases(site: Site, knowledge: Knowledge) -> None:
    for language in LANGUAGES:
        listed = {target for address, _, target in site.links() if address == f"{BASE}{language}/cases/"}
        assert {f"{BASE}{language}/cases/{slug}/" for slug in knowledge.cases} <= listed
