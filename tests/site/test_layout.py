"""The frame of the built pages: language, navigation, links between the languages, what is shipped and what is not."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlparse

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

LANGUAGES = ("id", "en")
ADDRESS = "http://127.0.0.1:8000/"
GUIDE = "guides/benefits/"


def read(site_dir: Path, path: str) -> BeautifulSoup:
    """The parsed page at an address of the site."""
    file = site_dir / path if path.endswith(".html") else site_dir / path / "index.html"
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def content_pages(site_dir: Path) -> list[str]:
    """The addresses of all pages that belong to a language."""
    return sorted(
        f"{file.parent.relative_to(site_dir).as_posix()}/"
        for language in LANGUAGES
        for file in (site_dir / language).rglob("index.html")
    )


def internal_targets(page: str, links: list[Tag]) -> set[str]:
    """The addresses inside the site to which links of a page lead."""
    resolved = (urlparse(urljoin(ADDRESS + page, str(link["href"]))) for link in links)
    return {
        address.path.lstrip("/") for address in resolved if ADDRESS.startswith(f"{address.scheme}://{address.netloc}")
    }


def test_every_page_says_its_language(site_dir: Path) -> None:
    wrong = {
        path: language
        for path in content_pages(site_dir)
        if (language := read(site_dir, path).html["lang"]) != path[:2]
    }
    assert wrong == {}


def test_both_languages_have_the_same_pages(site_dir: Path) -> None:
    pages = content_pages(site_dir)
    assert {path[3:] for path in pages if path.startswith("id/")} == {
        path[3:] for path in pages if path.startswith("en/")
    }


def test_links_of_the_frame_stay_in_the_language(site_dir: Path) -> None:
    strayed = {}
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        frame = page.select(
            ".kb-header__brand, .kb-tabs a, .kb-nav a, .kb-path a, .kb-foot a, .kb-sequence a, .kb-footer a"
        )
        targets = {target for target in internal_targets(path, frame) if not target.startswith(f"{path[:2]}/")}
        if targets:
            strayed[path] = targets
    assert strayed == {}


def test_the_language_switch_leads_to_the_same_page(site_dir: Path) -> None:
    for path in content_pages(site_dir):
        switch = read(site_dir, path).select_one('[data-component="language"]')
        other = "en" if path.startswith("id/") else "id"
        assert internal_targets(path, [switch]) == {other + path[2:]}, path
        assert switch["hreflang"] == switch["lang"] == other


def test_every_page_names_its_twin_and_itself_to_search_engines(site_dir: Path) -> None:
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        rest = path[2:]
        alternates = {link["hreflang"]: link["href"] for link in page.select('link[rel="alternate"][hreflang]')}
        default = ADDRESS if rest == "/" else f"{ADDRESS}id{rest}"
        assert alternates == {"id": f"{ADDRESS}id{rest}", "en": f"{ADDRESS}en{rest}", "x-default": default}
        assert page.select_one('link[rel="canonical"]')["href"] == ADDRESS + path


def test_every_page_has_its_own_title_and_a_description(site_dir: Path) -> None:
    titles: dict[tuple[str, str], str] = {}
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        key = (path[:2], page.title.get_text())
        assert key not in titles, f"{path} has the title of {titles[key]}"
        titles[key] = path
        assert page.select_one('meta[name="description"]')["content"]
        assert page.select_one('meta[property="og:title"]')["content"]
        assert page.select_one('meta[property="og:description"]')["content"]


def test_every_page_has_one_first_heading_inside_main(site_dir: Path) -> None:
    for path in ["", "id/", f"id/{GUIDE}", f"en/{GUIDE}", *content_pages(site_dir)]:
        page = read(site_dir, path)
        assert len(page.select("main h1")) == len(page.select("h1")) == 1, path


def test_landmarks_of_one_kind_have_different_names(site_dir: Path) -> None:
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        names = [
            nav.get("aria-label") or page.find(id=nav["aria-labelledby"]).get_text(strip=True)
            for nav in page.select("nav")
        ]
        assert all(names), path
        assert len(names) == len(set(names)), f"{path}: {names}"


def test_identifiers_occur_once_in_a_page(site_dir: Path) -> None:
    for path in ["", "404.html", *content_pages(site_dir)]:
        identifiers = [element["id"] for element in read(site_dir, path).select("[id]")]
        assert len(identifiers) == len(set(identifiers)), path


@pytest.mark.parametrize(("language", "section"), [("id", "Panduan"), ("en", "Guides")])
def test_a_guide_shows_its_section_in_tabs_sidebar_and_breadcrumbs(site_dir: Path, language: str, section: str) -> None:
    page = read(site_dir, f"{language}/{GUIDE}")
    assert [link.get_text() for link in page.select(".kb-tabs [aria-current]")] == [section]
    assert page.select_one(".kb-nav__section[data-current] summary").get_text() == section
    assert page.select_one(".kb-nav__section[data-current] [aria-current=page]")
    assert section in page.select_one(".kb-path").get_text()
    assert page.select_one(".kb-path [aria-current=page]")


@pytest.mark.parametrize(("language", "section"), [("id", "Kasus"), ("en", "Cases")])
def test_a_case_belongs_to_the_cases_though_it_is_not_in_the_navigation(
    site_dir: Path, language: str, section: str
) -> None:
    case = next(
        path for path in content_pages(site_dir) if path.startswith(f"{language}/cases/") and path.count("/") == 3
    )
    page = read(site_dir, case)
    assert [link.get_text() for link in page.select(".kb-tabs [aria-current]")] == [section]
    assert f"{language}/cases/" in internal_targets(case, page.select(".kb-path a"))
    assert case not in internal_targets(case, page.select(".kb-tabs a, .kb-nav a"))


def test_the_root_names_both_languages_and_needs_no_script(site_dir: Path) -> None:
    page = read(site_dir, "")
    links = page.select("a[data-language]")
    assert {link["data-language"] for link in links} == internal_languages(links) == set(LANGUAGES)
    assert page.select_one('meta[http-equiv="refresh"]') is None
    for language in LANGUAGES:
        assert page.select_one(f'[lang="{language}"] a').get_text(strip=True)


def internal_languages(links: list[Tag]) -> set[str]:
    """The languages to whose home pages links of the root lead."""
    return {target.strip("/") for target in internal_targets("", links)}


def test_the_missing_page_speaks_both_languages_and_leads_home(site_dir: Path) -> None:
    page = read(site_dir, "404.html")
    for language in LANGUAGES:
        section = page.select_one(f'section[lang="{language}"]')
        assert section.h1.get_text(strip=True)
        assert section.select_one("a[data-language]")["href"] == f"/{language}/"
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"


def test_no_page_loads_the_theme_scripts_or_another_origin(site_dir: Path) -> None:
    for path in ["", "404.html", *content_pages(site_dir)]:
        page = read(site_dir, path)
        assert page.find(id="__config") is None
        scripts = [script["src"] for script in page.select("script[src]")]
        # One script must say before the first paint whether answers are awaited, and a module would come after it.
        at_once = [script["src"] for script in page.select("script[src]") if script.get("type") != "module"]
        assert all(address.endswith("checklist/answered.js") for address in at_once), path
        loaded = scripts + [link["href"] for link in page.select('link[rel="stylesheet"], link[rel~="icon"]')]
        assert not [address for address in loaded if "bundle" in address or "//" in address], path


def test_a_page_has_one_inline_script_and_it_is_everywhere_the_same(site_dir: Path) -> None:
    pages = ["", "404.html", *content_pages(site_dir)]
    inline = [
        [script.get_text() for script in read(site_dir, path).select("script:not([src]):not([type])")] for path in pages
    ]
    assert {len(scripts) for scripts in inline} == {1}
    assert len({scripts[0] for scripts in inline}) == 1


def test_no_page_needs_an_inline_style_or_handler(site_dir: Path) -> None:
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        handlers = [name for element in page.find_all(True) for name in element.attrs if name.startswith("on")]
        assert (page.select("[style], style"), handlers) == ([], []), path


def test_the_date_of_review_can_be_read_by_people_and_machines(site_dir: Path, root: Path) -> None:
    strings = yaml.safe_load((root / "data/strings/layout.yml").read_text(encoding="utf-8"))
    for path in content_pages(site_dir):
        times = read(site_dir, path).select(".kb-foot time")
        assert times, path
        for time in times:
            year, month, day = time["datetime"].split("-")
            assert time.get_text() == f"{int(day)} {strings[f'month_{month}'][path[:2]]} {year}", path


def test_without_a_repository_every_page_says_how_to_send_a_correction(site_dir: Path) -> None:
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        assert internal_targets(path, page.select(".kb-foot__correct a")) == {f"{path[:2]}/about/"}
        assert page.select_one('a[rel="edit"]') is None


def test_the_addresses_of_site_and_repository_come_from_the_environment(root: Path, tmp_path: Path) -> None:
    addresses = {"SITE_URL": "https://simpul.example/sub/", "REPO_URL": "https://forge.example/simpul"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    build = subprocess.run(command, cwd=root, capture_output=True, text=True, env=os.environ | addresses, check=False)
    assert build.returncode == 0, build.stderr
    page = read(tmp_path, "id/guides/benefits/")
    assert page.select_one('link[rel="canonical"]')["href"] == "https://simpul.example/sub/id/guides/benefits/"
    edit = page.select_one('a[rel="edit"]')["href"]
    assert edit == "https://forge.example/simpul/edit/main/docs/id/guides/benefits.md"
    assert read(tmp_path, "id/cases/").select_one('a[rel="edit"]')["href"].endswith("/docs/id/cases/index.md")
    case = read(tmp_path, "en/cases/sumedang-simpati-stunting/")
    edits = [
        str(link["href"]).removeprefix("https://forge.example/simpul/edit/main/")
        for link in case.select('a[rel="edit"]')
    ]
    assert edits == ["docs/en/cases/sumedang-simpati-stunting.md", "case_studies/sumedang-simpati-stunting.yml"]
    address = "https://simpul.example/sub/en/cases/sumedang-simpati-stunting/"
    assert case.select_one(".kb-quote__line").get_text().endswith(address)
    assert read(tmp_path, "404.html").select_one("a[data-language]")["href"] == "/sub/id/"


def test_checklist_styles_and_script_load_on_checklist_pages_alone(site_dir: Path) -> None:
    loading: dict[str, set[str]] = {"script": set(), "stylesheet": set()}
    for path in content_pages(site_dir):
        page = read(site_dir, path)
        if page.select_one('script[src*="javascripts/checklist/"]'):
            loading["script"].add(path)
        if page.select_one('link[rel="stylesheet"][href*="stylesheets/checklist"]'):
            loading["stylesheet"].add(path)
    assert loading["script"] == loading["stylesheet"] != set()
    assert [path for path in loading["script"] if "/checklists/" not in path] == []


def test_the_page_of_the_generator_loads_its_scripts(site_dir: Path) -> None:
    for language in LANGUAGES:
        page = read(site_dir, f"{language}/checklists/")
        assert page.select_one('script[src*="checklist/index"]')
        assert page.select_one('script[src*="checklist/generator"]')


def test_permalinks_are_named_in_the_language_of_the_page(site_dir: Path) -> None:
    titles = {"id": "Tautan ke bagian ini", "en": "Link to this section"}
    named = {
        (path[:2], link["title"])
        for path in content_pages(site_dir)
        for link in read(site_dir, path).select("a.headerlink")
    }
    assert named == {*titles.items()}
