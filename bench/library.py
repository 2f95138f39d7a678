"""A copy of the project with more cases and items than the real one has, made from the real ones."""

import re
import shutil
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import yaml

from simpul.text import LANGUAGES

_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "site", "tests", "__pycache__", "*.egg-info", ".*_cache"
)


def copy_project(root: Path, target: Path) -> None:
    """`target` holds what a build of the project in `root` needs."""
    shutil.copytree(root, target, ignore=_NOT_COPIED)


def grow_cases(project: Path, cases: int) -> int:
    """The project holds `cases` cases, or as many as it had if that is more; returns how many.

    Each new case is a real one under another name, so that length, facets and sources are those of real cases.
    """
    real = sorted(path.stem for path in (project / "case_studies").glob("*.yml"))
    missing = max(0, cases - len(real))
    for number, slug in enumerate(islice(cycle(real), missing), start=1):
        new = f"synthetic-{number:05}"
        _copy(project / f"case_studies/{slug}.yml", new)
        for language in LANGUAGES:
            story = _copy(project / f"docs/{language}/cases/{slug}.md", new)
            text = story.read_text(encoding="utf-8")
            text = re.sub(r"(?m)^case: .*$", f"case: {new}", text, count=1)
            story.write_text(text, encoding="utf-8")
    return len(real) + missing


def grow_items(project: Path, items: int) -> int:
    """The project's lists hold `items` items or more; returns how many. New lists are real ones under other names."""
    folder = project / "checklists"
    lists: dict[str, Any] = {path.stem: _read(path) for path in sorted(folder.glob("*.yml"))}
    total = sum(len(one["items"]) for one in lists.values())
    # Cyclic, and with a number in each slug, because items are unique over all lists.
    for number, (slug, one) in zip(count(1), cycle(list(lists.items())), strict=False):
        if total >= items:
            return total
        renamed = {f"{name}-{number}": {**item, "aliases": []} for name, item in one["items"].items()}
        new = {**one, "order": str(int(one["order"]) + 100 * number), "items": renamed}
        text = yaml.safe_dump(new, allow_unicode=True, sort_keys=False)
        (folder / f"{slug}-{number}.yml").write_text(text, encoding="utf-8")
        total += len(renamed)
    return total


def _copy(path: Path, name: str) -> Path:
    target = path.with_stem(name)
    shutil.copyfile(path, target)
    return target


def _read(path: Path) -> Any:
    # Every scalar as text, as the project itself reads YAML: a date or `no` must come out as it went in.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
