"""A Markdown page as the checks see it: front matter, headings, macro calls and links, each with its line.

Reads text only. What a macro renders is the business of `macros/`.
"""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from simpul.model.site import PageMeta
from simpul.shape import build
from simpul.source import Source, read_markdown
from simpul.text import LANGUAGES, Language

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s*\{\s*#([A-Za-z0-9-]+)[^}]*\})?\s*$")
_MACRO = re.compile(r"\{\{\s*(\w+)\(([^{}]*)\)\s*\}\}")
_LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s]+)[^)]*\)")
_STRING = re.compile(r"[\"']([^\"']*)[\"']")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True)
class Heading:
    """A heading of a page; `anchor` is the explicit id both languages share, or None."""

    level: int
    text: str
    anchor: str | None
    line: int


@dataclass(frozen=True)
class MacroCall:
    """A macro call with its text arguments in order."""

    name: str
    arguments: str
    line: int
    column: int

    @property
    def texts(self) -> tuple[str, ...]:
        """The quoted arguments, named or not."""
        return tuple(_STRING.findall(self.arguments))

    def __str__(self) -> str:
        arguments = " ".join(self.arguments.split())
        return f"{self.name}({arguments})"


@dataclass(frozen=True)
class Link:
    """A Markdown link."""

    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """A page of docs/<language>/; `path` is its address without language and ending, such as `guides/benefits`."""

    language: Language
    path: str
    meta: PageMeta | None
    headings: tuple[Heading, ...]
    macros: tuple[MacroCall, ...]
    links: tuple[Link, ...]
    body: str
    body_line: int

    @property
    def file(self) -> str:
        """The path of the file, from the root of the project."""
        return f"docs/{self.language}/{self.path}.md"

    @property
    def linked(self) -> frozenset[str]:
        """The addresses of the pages it links to, written as `path` is."""
        targets = (link.target.partition("#")[0].partition("?")[0] for link in self.links)
        written = (target.removesuffix(".md") for target in targets if target.endswith(".md"))
        return frozenset(posixpath.normpath(posixpath.join(self.path, "..", target)) for target in written)

    @property
    def twin_file(self) -> str:
        """The path of the same page in the other language."""
        return f"docs/{'en' if self.language == 'id' else 'id'}/{self.path}.md"


def read_pages(root: Path) -> tuple[list[Page], list[Source]]:
    """Every page under docs/id and docs/en in order of path, and the files they were read from."""
    pages: list[Page] = []
    sources: list[Source] = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("*.md")):
            source = read_markdown(file, file.relative_to(root).as_posix())
            sources.append(source)
            path = file.relative_to(folder).with_suffix("").as_posix()
            pages.append(_page(source, language, path))
    return pages, sources


def _page(source: Source, language: Language, path: str) -> Page:
    meta = build(PageMeta, source, source.data) if isinstance(source.data, dict) else None
    headings: list[Heading] = []
    macros: list[MacroCall] = []
    links: list[Link] = []
    fenced = False
    for number, text in enumerate(source.body.split("\n"), start=source.body_line):
        if _FENCE.match(text):
            fenced = not fenced
        if fenced:
            continue
        if match := _HEADING.match(text):
            headings.append(Heading(len(match[1]), match[2].strip(), match[3], number))
        macros += [MacroCall(m[1], m[2], number, m.start() + 1) for m in _MACRO.finditer(text)]
        links += [Link(m[1], number, m.start() + 1) for m in _LINK.finditer(text)]
    return Page(
        language,
        path,
        meta,
        tuple(headings),
        tuple(macros),
        tuple(links),
        source.body,
        source.body_line,
    )
