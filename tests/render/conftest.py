"""What tests of macros share: a copy of the miniature repository to change, and macros called as a page calls them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

import macros
from macros.context import PageContext, language_of
from macros.edition import Edition
from simpul.knowledge import Knowledge

ROOT = Path(__file__).resolve().parents[2]
MINIATURE = ROOT / "tests" / "miniature"
# As in mkdocs.yml; what a macro returns passes through these.
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "pymdownx.details", "pymdownx.superfences"]


class RenderedPage:
    """One page of a repository whose macros are called by name, and read as the DOM a reader gets."""

    def __init__(self, root: Path, url: str, meta: dict[str, Any]) -> None:
        self.context = PageContext(Edition(Knowledge.load(root), language_of(url)), url, meta)

    def call(self, name: str, *arguments: Any, **named: Any) -> str:
        """What the macro `name` returns."""
        found = {macro.__name__: macro for module in macros.MODULES for macro in module.MACROS}
        return found[name](self.context, *arguments, **named)

    def dom(self, name: str, *arguments: Any, **named: Any) -> Tag:
        """What the macro `name` returns, after Markdown."""
        return as_dom(self.call(name, *arguments, **named))


def as_dom(markdown: str) -> Tag:
    """The DOM of Markdown in which macros have been called."""
    return BeautifulSoup(Markdown(extensions=EXTENSIONS).convert(markdown), "html.parser")


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """A copy of the miniature repository with the real interface strings; a test may change its files."""
    root = tmp_path / "miniature"
    shutil.copytree(MINIATURE, root)
    shutil.copytree(ROOT / "data" / "strings", root / "data" / "strings")
    return root


@pytest.fixture
def page_of(miniature: Path) -> Callable[..., RenderedPage]:
    """`page_of("id/cases/x/", case="x")`: a page of the miniature at that address; keywords are its front matter."""
    return lambda url, **meta: RenderedPage(miniature, url, meta)
