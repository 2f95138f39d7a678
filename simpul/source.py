"""YAML text to plain data in which every key and value has a place. The only module that imports yaml.

Every scalar stays text (only null is kept), so that YAML 1.1 cannot turn `no` into False, `12:30` into 750
or a mistyped date into a traceback; the model decides what a text means. The document is read as a flat stream
of events, so deep nesting costs no recursion, and aliases are refused before they can be expanded.
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from simpul.messages import problem
from simpul.problem import Problem

# Far above any file of ours; keeps a mistaken commit of a dump from being parsed for minutes.
MAX_BYTES = 1_000_000
MAX_DEPTH = 30
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

Loc = tuple[Hashable, ...]
Place = tuple[int, int]


@dataclass
class Source:
    """The data of one file, where each part of it stands, and what is wrong with its form.

    `data` is None when the file cannot be read at all. `body` is what follows the front matter of a Markdown file,
    and `body_line` the line, counted from 1, on which it starts.
    """

    path: str
    data: Any = None
    marks: dict[Loc, Place] = field(default_factory=lambda: {(): (1, 1)})
    problems: list[Problem] = field(default_factory=list)
    body: str = ""
    body_line: int = 1

    def where(self, loc: Loc) -> Place:
        """Line and column of `loc`, or of its nearest part that is in the file."""
        found: Loc = ()
        for part in loc:  # a missing key is not in the file: stay at its parent
            if (*found, part) in self.marks:
                found = (*found, part)
        return self.marks[found]

    def report(self, rule: str, place: Place, **values: object) -> None:
        """Add a problem at `place`."""
        self.problems.append(problem(self.path, place, rule, **values))


def read_yaml(path: Path, name: str) -> Source:
    """The content of a YAML file; `name` is the path shown to people."""
    source = Source(name)
    text = _read_text(path, source)
    if text is not None:
        _parse(text, source, first_line=1)
    return source


def read_markdown(path: Path, name: str) -> Source:
    """The front matter of a Markdown file as data, and its body as text."""
    source = Source(name)
    text = _read_text(path, source)
    if text is None:
        return source
    match = _FRONT_MATTER.match(text)
    if match is None:
        source.report("missing-front-matter", (1, 1))
        source.body = text
        return source
    _parse(match.group(1), source, first_line=2)
    source.body = text[match.end() :]
    source.body_line = text.count("\n", 0, match.end()) + 1
    return source


def _read_text(path: Path, source: Source) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        source.report("unreadable-file", (1, 1), reason=error.strerror or str(error))
        return None
    if len(raw) > MAX_BYTES:
        source.report("file-too-large", (1, 1), size=len(raw), limit=MAX_BYTES)
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        source.report("not-utf8", (line, column), byte=f"0x{raw[error.start]:02X}")
        return None


def _parse(text: str, source: Source, first_line: int) -> None:
    """Fill `source` from YAML text that starts on `first_line` of its file."""
    builder = _Builder(source, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not builder.take(event):
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        source.report("bad-yaml", place, reason=error.problem or str(error))
        return
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = (before.count("\n") + first_line, len(before) - (before.rfind("\n") + 1) + 1)
        source.report("bad-character", place, character=f"U+{_code_point(error.character):04X}")
        return
    source.data = builder.data


def _code_point(character: object) -> int:
    if isinstance(character, int):
        return character
    value = character if isinstance(character, bytes | str) else b"\0"
    return ord(value[:1])


_VALUE = object()


@dataclass
class _Open:
    """A mapping or sequence whose end has not been seen; `key` is the mapping key waiting for its value."""

    data: dict[Any, Any] | list[Any]
    loc: Loc
    key: Any = _VALUE
    duplicate: bool = False


class _Builder:
    """Builds data and places from YAML events, keeping its own stack instead of recursing."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.data: Any = None
        self.stack: list[_Open] = []
        self.documents = 0

    def take(self, event: Any) -> bool:
        """Use one event; False when the rest of the file must not be read."""
        if isinstance(event, yaml.NodeEvent):
            return self._node(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                return self._refuse("several-documents", event)
        return True

    def _refuse(self, rule: str, event: Any, **values: object) -> bool:
        self.source.report(rule, self._place(event), **values)
        self.source.data = None
        return False

    def _place(self, event: Any) -> Place:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def _node(self, event: Any) -> bool:
        if event.anchor is not None:  # an alias bears the name of the anchor it stands for
            return self._refuse("anchor-or-alias", event, name=event.anchor)
        if event.tag is not None:
            return self._refuse("yaml-tag", event, tag=event.tag)
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.data, dict) and top.key is _VALUE:
            return self._key(event, top)
        loc = self._loc(top)
        self.source.marks.setdefault(loc, self._place(event))
        if isinstance(event, yaml.ScalarEvent):
            plain_null = event.implicit[0] and event.value in NULLS
            self._attach(top, None if plain_null else event.value)
            return True
        if len(self.stack) >= MAX_DEPTH:
            return self._refuse("too-deep", event, limit=MAX_DEPTH)
        data: dict[Any, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._attach(top, data)
        self.stack.append(_Open(data, loc))
        return True

    def _key(self, event: Any, top: _Open) -> bool:
        if not isinstance(event, yaml.ScalarEvent):
            return self._refuse("bad-key", event)
        assert isinstance(top.data, dict)
        top.key = event.value
        top.duplicate = event.value in top.data
        loc = (*top.loc, event.value)
        if top.duplicate:
            first = self.source.marks[loc]
            self.source.report("duplicate-key", self._place(event), key=event.value, first=first[0])
        else:
            self.source.marks[loc] = self._place(event)
        return True

    def _loc(self, top: _Open | None) -> Loc:
        if top is None:
            return ()
        if isinstance(top.data, list):
            return (*top.loc, len(top.data))
        # The value of a repeated key gets a place of its own, so that the first one keeps its marks.
        return (*top.loc, _VALUE) if top.duplicate else (*top.loc, top.key)

    def _attach(self, top: _Open | None, value: Any) -> None:
        if top is None:
            self.data = value
        elif isinstance(top.data, list):
            top.data.append(value)
        else:
            if not top.duplicate:
                top.data[top.key] = value
            top.key = _VALUE
