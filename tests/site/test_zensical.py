"""The theme's successor builds the same tree: same pages, titles, languages, and the same blocks from macros.

Material for MkDocs ends in May 2027. As long as this passes, changing the builder is a decision and not a project.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from simpul.finish import finish

NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "__pycache__", "*.egg-info", ".*_cache", "tests")


@pytest.fixture(scope="module")
def zensical_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree built by Zensical in a copy, because it writes only below the project, and finished."""
    copy = tmp_path_factory.mktemp("zensical") / "project"
    shutil.copytree(root, copy, ignore=NOT_COPIED)
    environment = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    build = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--strict"],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stdout + build.stderr
    finish(copy / "site", copy)
    return copy / "site"


def pages(folder: Path) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(folder).as_posix(): BeautifulSoup(path.read_bytes(), "html.parser")
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def both(site_dir: Path, zensical_site: Path) -> tuple[dict[str, BeautifulSoup], dict[str, BeautifulSoup]]:
    return pages(site_dir), pages(zensical_site)


def test_the_pages_are_the_same(both: tuple[dict[str, BeautifulSoup], dict[str, BeautifulSoup]]) -> None:
    mkdocs, zensical = both
    assert list(zensical) == list(mkdocs)


def test_titles_headings_and_languages_are_the_same(
    both: tuple[dict[str, BeautifulSoup], dict[str, BeautifulSoup]],
) -> None:
    mkdocs, zensical = both

    def identity(soup: BeautifulSoup) -> tuple[str, list[str], str]:
        title = soup.title.get_text(" ", strip=True) if soup.title else ""
        headings = [heading.get_text(" ", strip=True) for heading in soup.select("article h1, article h2")]
        return title, headings, str(soup.html["lang"]) if soup.html else ""

    assert {path: identity(soup) for path, soup in zensical.items()} == {
        path: identity(soup) for path, soup in mkdocs.items()
    }


@pytest.mark.parametrize(
    "path",
    ["cases/sumedang-simpati-stunting", "cases/index", "guides/benefits", "checklists/change-of-official", "glossary"],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_macros_render_is_the_same(
    both: tuple[dict[str, BeautifulSoup], dict[str, BeautifulSoup]], language: str, path: str
) -> None:
    mkdocs, zensical = both
    name = f"{language}/{path.removesuffix('index').rstrip('/')}/index.html"

    def blocks(soup: BeautifulSoup) -> list[str]:
        found = soup.select('article [class^="kb-"], article [data-component]')
        return [" ".join(block.get_text(" ").split()) for block in found]

    assert blocks(mkdocs[name])
    assert blocks(zensical[name]) == blocks(mkdocs[name])


def test_the_navigation_is_the_same(both: tuple[dict[str, BeautifulSoup], dict[str, BeautifulSoup]]) -> None:
    mkdocs, zensical = both

    def links(soup: BeautifulSoup, path: str) -> list[tuple[str, str]]:
        return [
            (link.get_text(" ", strip=True), urljoin(f"/{path}", str(link["href"])))
            for link in soup.select("nav a[href]")
        ]

    for path in ("id/guides/benefits/index.html", "en/cases/sumedang-simpati-stunting/index.html"):
        assert links(zensical[path], path) == links(mkdocs[path], path)


def test_the_finished_site_of_either_builder_is_searchable_and_protected(zensical_site: Path) -> None:
    assert (zensical_site / "pagefind/pagefind-entry.json").is_file()
    assert "Content-Security-Policy" in (zensical_site / "id/index.html").read_text(encoding="utf-8")
    assert not [path for path in zensical_site.rglob("*.js") if "bundle" in path.name]
