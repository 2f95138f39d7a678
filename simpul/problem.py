"""A located problem in a file, and the three ways to print a list of them.

Rules and loaders make problems; they know nothing of printing. Lines and columns count from 1.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Format = Literal["text", "github", "json"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong at one place, said in both languages."""

    path: str
    line: int
    column: int
    rule: str
    message_id: str
    message_en: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place}: {self.message_id} / {self.message_en} [{self.rule}]"


def render(problems: Iterable[Problem], form: Format = "text") -> str:
    """All problems, sorted by place, in the asked form; text ends with a count, JSON is one array."""
    ordered = sorted(set(problems))
    if form == "json":
        return json.dumps([asdict(problem) for problem in ordered], ensure_ascii=False, indent=2)
    lines = [_annotation(problem) if form == "github" else str(problem) for problem in ordered]
    if ordered:
        files = len({problem.path for problem in ordered})
        count = len(ordered)
        english = f"{count} problem{'s' * (count != 1)} in {files} file{'s' * (files != 1)}"
        lines.append(f"{count} masalah dalam {files} berkas / {english}")
    return "\n".join(lines)


def _annotation(problem: Problem) -> str:
    """A GitHub workflow command; its data and properties are escaped as the runner documents.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    path = _escape(problem.path).replace(":", "%3A").replace(",", "%2C")
    message = _escape(f"{problem.message_id} / {problem.message_en} [{problem.rule}]")
    return f"::error file={path},line={problem.line},col={problem.column}::{message}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
