"""The project's knowledge for a build: read once, read again when a file has changed.

MkDocs asks once per build, Zensical once per page; both must see an edited file at the next rebuild.
"""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simpul.checks import check
from simpul.knowledge import Knowledge
from simpul.problem import Problem, render

FOLDERS = ("case_studies", "checklists", "data", "docs", "templates")
SUFFIXES = (".yml", ".md")
# Looking at every file for every page would cost the square of the pages: spend at most a twentieth of the time on it.
REST = 20

State = frozenset[tuple[str, int, int]]


class KnowledgeError(Exception):
    """The files hold problems; each is named with its place in `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(render(problems))
        self.problems = problems


@dataclass
class _Loaded:
    knowledge: Knowledge
    problems: list[Problem]
    state: State
    look_again: float


_loaded: dict[Path, _Loaded] = {}
_lock = threading.Lock()


def current_knowledge(root: Path) -> Knowledge:
    """The knowledge in `root` as its files are now. Raises KnowledgeError when there is any problem in them."""
    with _lock:
        known = _loaded.get(root)
        if known is None or time.monotonic() >= known.look_again:
            known = _refreshed(root, known)
            _loaded[root] = known
    if known.problems:
        raise KnowledgeError(known.problems)
    return known.knowledge


def _refreshed(root: Path, known: _Loaded | None) -> _Loaded:
    started = time.monotonic()
    state = _state(root)
    now = time.monotonic()
    look_again = now + REST * (now - started)
    if known is not None and known.state == state:
        known.look_again = look_again
        return known
    knowledge = Knowledge.load(root)
    return _Loaded(knowledge, check(knowledge), state, look_again)


def _state(root: Path) -> State:
    return frozenset(entry for folder in FOLDERS for entry in _entries(root / folder))


def _entries(folder: Path) -> Iterator[tuple[str, int, int]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:  # several times faster than Path.rglob, which reads no file sizes
        for entry in found:
            if entry.is_dir():
                yield from _entries(Path(entry.path))
            elif entry.name.endswith(SUFFIXES):
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
