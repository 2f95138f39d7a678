"""The finished site as a visitor's browser gets it: index, policy, sitemap, stylesheet, and nothing that is unused."""

import base64
import gzip
import hashlib
import json
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import material
import pytest
import tinycss2
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from simpul.finish import finish

LANGUAGES = ("id", "en")
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
STATE = re.compile(
    r"::?(before|after|marker|backdrop|placeholder|selection|hover|focus(-visible|-within)?|active|target|checked"
    r"|-\w[\w-]*)"
)
# One page of each kind: between them they hold every component.
KINDS = (
    "",
    "id/",
    "id/guides/benefits/",
    "id/guides/strategies/",
    "id/start/should-we-collaborate/",
    "id/themes/smart-city/",
    "id/cases/",
    "id/cases/sumedang-simpati-stunting/",
    "id/checklists/",
    "id/checklists/change-of-official/",
    "id/glossary/",
    "id/sources/",
    "404.html",
)


@pytest.fixture(scope="module")
def pages(site_dir: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site_dir).as_posix(): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(site_dir.rglob("*.html"))
    }


def test_each_language_has_an_index_of_all_its_pages_but_the_home_page(site_dir: Path) -> None:
    entry = json.loads((site_dir / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    counted = {language: found["page_count"] for language, found in entry["languages"].items()}
    assert counted == {language: len([*(site_dir / language).rglob("*.html")]) - 1 for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_holds_pages_of_its_language_only(site_dir: Path, language: str) -> None:
    fragments = [*(site_dir / "pagefind/fragment").glob(f"{language}_*.pf_fragment")]
    content = [gzip.decompress(fragment.read_bytes()).decode("utf-8") for fragment in fragments]
    records = [json.loads(text[text.index("{") :]) for text in content]
    assert records
    assert [record["url"] for record in records if not record["url"].startswith(f"/{language}/")] == []
    assert [record["url"] for record in records if not record["meta"].get("title")] == []
    assert [record["url"] for record in records if record["meta"]["title"].endswith(("¶", "#"))] == []


def test_the_search_ships_no_interface_of_its_maker(site_dir: Path) -> None:
    names = {path.name for path in (site_dir / "pagefind").iterdir() if path.suffix in {".js", ".css"}}
    assert names == {"pagefind.js"}


def test_every_page_admits_exactly_the_inline_scripts_it_has(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        policies = soup.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert len(policies) == 1, path
        directives = dict(part.strip().split(" ", 1) for part in str(policies[0]["content"]).split(";"))
        inline = [
            script.string or ""
            for script in soup.find_all("script")
            if not script.get("src") and script.get("type") not in {"application/json", "application/ld+json"}
        ]
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in inline}
        assert set(directives["script-src"].split()) == {"'self'", "'wasm-unsafe-eval'", *hashes}, path
        assert "unsafe-inline" not in str(policies[0]["content"]), path
        assert directives["default-src"] == "'none'", path


def test_no_page_needs_what_the_policy_refuses(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        assert soup.find_all("style") == [], path
        assert soup.find_all(attrs={"style": True}) == [], path
        handlers = [tag.name for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
        assert handlers == [], path
        for tag in soup.find_all(["script", "link", "img", "source"]):
            address = str(tag.get("src") or tag.get("href") or "")
            if "alternate" in tag.get("rel", []) or "canonical" in tag.get("rel", []):
                continue
            assert not re.match(r"(https?:)?//", address), (path, address)


def test_the_encoding_stands_where_a_browser_looks_for_it(site_dir: Path) -> None:
    for path in site_dir.rglob("*.html"):
        assert b'<meta charset="utf-8">' in path.read_bytes()[:1024], path


def test_headers_say_the_same_policy_for_hosts_that_read_them(site_dir: Path, pages: dict[str, BeautifulSoup]) -> None:
    headers = (site_dir / "_headers").read_text(encoding="utf-8")
    assert "frame-ancestors 'none'" in headers
    assert "unsafe-inline" not in headers
    for soup in pages.values():
        policy = str(soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"])  # type: ignore[index]
        assert set(re.findall(r"'sha256-[^']+'", policy)) <= set(re.findall(r"'sha256-[^']+'", headers))


def test_the_sitemap_lists_every_page_with_its_twin(site_dir: Path) -> None:
    listed: dict[str, dict[str, str]] = {}
    for url in ElementTree.parse(site_dir / "sitemap.xml").getroot().findall("s:url", SPACES):
        links = url.findall("x:link", SPACES)
        listed[url.findtext("s:loc", "", SPACES)] = {str(link.get("hreflang")): str(link.get("href")) for link in links}
    expected = {path.parent.relative_to(site_dir).as_posix() for path in site_dir.rglob("index.html")} - {"offline"}
    base = min(listed, key=len)
    assert {address.removeprefix(base).rstrip("/") or "." for address in listed} == expected
    for address, twins in listed.items():
        assert set(twins) == {"id", "en", "x-default"}, address
        assert {twins["id"], twins["en"], twins["x-default"]} <= set(listed), address
        language = address.removeprefix(base)[:2]
        if language in LANGUAGES:
            assert twins[language] == address


def test_only_what_is_used_is_shipped(site_dir: Path) -> None:
    names = [path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()]
    unwanted = re.compile(r"bundle\.|/workers/|lunr|\.map$|^search/|sitemap\.xml\.gz|\.min\.")
    assert [name for name in names if unwanted.search(name)] == []


# Lists to fill in, the chooser of documents, and the explorer and comparison of cases.
FORMS = ("/checklists/", "/legal/", "/cases/index.html", "/cases/compare/")


def test_a_screen_waits_for_two_stylesheets_of_at_most_16_kb_and_for_three_on_a_page_with_a_form(
    site_dir: Path, pages: dict[str, BeautifulSoup]
) -> None:
    for path, soup in pages.items():
        links = soup.select("link[rel=stylesheet]")
        # A browser shows a page without waiting for what only paper needs.
        waited_for = [link["href"] for link in links if link.get("media") != "print"]
        assert 1 <= len(waited_for) <= (3 if path[2:].startswith(FORMS) else 2), (path, waited_for)
        for link in links:
            name = str(link["href"]).rpartition("assets/")[2]
            size = len(gzip.compress((site_dir / "assets" / name).read_bytes()))
            assert size <= 16 * 1024, (path, name, size)


def test_finishing_again_changes_nothing(site_dir: Path, root: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    shutil.copytree(site_dir, again)
    finish(again, root)
    before, after = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site_dir, again)
    )
    assert set(before) == set(after)
    assert [str(name) for name in before if before[name] != after[name]] == []


def selectors(css: str) -> set[str]:
    """The selectors of a stylesheet, those inside conditions included, without white space that does not matter."""
    found: set[str] = set()

    def collect(rules: list[Any]) -> None:
        for rule in rules:
            if rule.type == "qualified-rule" and sets_properties(rule):
                text = re.sub(r"\s*([>+~,])\s*", r"\1", tinycss2.serialize(rule.prelude))
                found.update(re.sub(r"\s+", " ", part).strip() for part in split(text))
            elif rule.type == "at-rule" and rule.content and rule.lower_at_keyword in {"media", "supports"}:
                collect(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))

    collect(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    return found


def sets_properties(rule: Any) -> bool:
    """False for a rule that only gives values to custom properties, which may all be unused."""
    parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return any(part.type != "declaration" or not part.name.startswith("--") for part in parts)


def split(selector_list: str) -> list[str]:
    parts, depth = [""], 0
    for sign in selector_list:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def test_no_dropped_rule_would_have_styled_an_element(page: Page, site_url: str, site_dir: Path, root: Path) -> None:
    theme = Path(material.__file__).parent / "templates/assets/stylesheets"
    originals = [*theme.glob("*.css"), *(root / "overrides/assets/stylesheets").glob("*.css")]
    before = set().union(*(selectors(path.read_text(encoding="utf-8-sig")) for path in originals))
    shipped = (site_dir / "assets/stylesheets").glob("*.css")
    after = set().union(*(selectors(path.read_text(encoding="utf-8")) for path in shipped))
    dropped = sorted(before - after)
    assert len(dropped) > 500
    # A state that the page is not in now may come: what counts is whether there is an element to be in it.
    bare = sorted({STATE.sub("", selector) for selector in dropped})
    for path in KINDS:
        page.goto(site_url + path)
        hits = page.evaluate(
            """(list) => list.filter((selector) => {
                 try { return document.querySelector(selector || "*"); } catch { return false; }
               })""",
            bare,
        )
        assert hits == [], path


def test_the_library_for_codes_is_there_when_tests_run(site_dir: Path) -> None:
    folder = site_dir / "assets/javascripts/lean-qr"
    assert {file.name for file in folder.iterdir()} == {"index.js", "svg.js", "LICENSE"}
