"""A built folder in memory: its pages as text, and what their tags say.

Tags are found with regular expressions, not with an HTML parser: the pages are written by one template engine,
only tags and their attributes are asked for, and pages repeat each other, so that the few distinct tags of a
thousand pages are looked at once. It also leaves every byte that is not ours as it was.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

from simpul.text import LANGUAGES

_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_NAME = re.compile(r"<([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""\s([a-zA-Z_:@][^\s=>"'/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_SCRIPT = re.compile(r"(<script\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class FinishError(Exception):
    """Finishing cannot go on; the text says why in both languages."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(f"{indonesian} / {english}")


@dataclass(frozen=True)
class Tag:
    """An opening tag: its element in lower case, and its attributes with entities resolved."""

    element: str
    attributes: dict[str, str]


@dataclass(frozen=True)
class Script:
    """A script element of a page: its attributes, and its text exactly as it stands there."""

    attributes: dict[str, str]
    text: str


@dataclass
class BuiltSite:
    """The pages of a built folder by their path in it; `pages` may be changed, `write` stores what changed."""

    folder: Path
    pages: dict[str, str]
    _on_disk: dict[str, str] = field(repr=False)

    @classmethod
    def read(cls, folder: Path) -> "BuiltSite":
        """Read every page below `folder`; raises FinishError when it is not a built site of ours."""
        for language in LANGUAGES:
            if not (folder / language / "index.html").is_file():
                raise FinishError(
                    f"{folder} bukan situs hasil pembangunan ({language}/index.html tidak ada); "
                    "bangun situs dulu, lalu ulangi",
                    f"{folder} is not a built site ({language}/index.html is missing); "
                    "build the site first, then try again",
                )
        paths = sorted(path for path in folder.rglob("*.html") if path.is_file())
        try:
            pages = {path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in paths}
        except (OSError, UnicodeDecodeError) as error:
            raise FinishError(
                f"halaman di {folder} tidak dapat dibaca: {error}", f"a page in {folder} cannot be read: {error}"
            ) from error
        return cls(folder, pages, dict(pages))

    def write(self) -> None:
        """Store the pages that were changed since they were read or written."""
        for path, html in self.pages.items():
            if html != self._on_disk.get(path):
                (self.folder / path).write_bytes(html.encode("utf-8"))
                self._on_disk[path] = html

    def store(self, path: str, content: bytes) -> None:
        """Write a file of the site that is no page, with its folder."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    @property
    def address(self) -> str:
        """The address of the site, from what its home page says of its own; empty when it does not say."""
        for language in LANGUAGES:
            for _, tag in tags_of(self.pages[f"{language}/index.html"], "link"):
                if tag.attributes.get("rel") == "canonical":
                    return tag.attributes.get("href", "").removesuffix(f"{language}/")
        return ""

    def tags(self) -> set[str]:
        """Every distinct opening tag of the pages, as text."""
        found: set[str] = set()
        for html in self.pages.values():
            found.update(_TAG.findall(_COMMENT.sub("", _SCRIPT.sub(r"\1", html))))
        return found

    def file_named_by(self, address: str) -> str | None:
        """The path of the file that a link from any page means, where the link ends in that path; else None.

        Builders write links to shared files as a way to the root of the site and a path from there, so the site
        may lie below a path of its host that the folder knows nothing of.
        """
        path = address.partition("#")[0].partition("?")[0]
        if "://" in path or path.startswith("//"):
            return None
        parts = [part for part in path.split("/") if part not in ("", ".", "..")]
        for start in range(len(parts)):
            candidate = "/".join(parts[start:])
            # Not Path.is_file: what is no path at all, such as a long text, is simply no file.
            if os.path.isfile(self.folder / candidate):  # noqa: PTH113
                return candidate
        return None


@lru_cache(maxsize=65536)
def parse_tag(text: str) -> Tag:
    """The element and attributes of an opening tag; names in lower case, a bare attribute has an empty value."""
    name = _NAME.match(text)
    element = name.group(1).lower() if name else ""
    attributes: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text, name.end() if name else 0):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        attributes.setdefault(match.group(1).lower(), unescape(value))
    return Tag(element, attributes)


def scripts(html: str) -> Iterator[Script]:
    """The script elements of a page, in order."""
    for match in _SCRIPT.finditer(_COMMENT.sub("", html)):
        yield Script(parse_tag(match.group(1)).attributes, match.group(2))


def tags_of(html: str, element: str) -> Iterator[tuple[str, Tag]]:
    """The opening tags of one element in a page, each as its text and parsed."""
    for match in re.finditer(rf"""<{element}\b(?:[^>"']|"[^"]*"|'[^']*')*>""", _COMMENT.sub("", html)):
        yield match.group(), parse_tag(match.group())
