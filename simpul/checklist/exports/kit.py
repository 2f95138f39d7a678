"""What exporters need beside a list: words of one language, the look of a page, and the mould of a document.

Python gives it to its own exporters and writes the same to the site, where the browser loads it.
"""

from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from simpul.checklist.exports.mould import Mould, make_mould
from simpul.knowledge import Knowledge
from simpul.text import Language

SITE = "Simpul Kolaborasi"

_OF_EXPORTS = (
    "checklist",
    "file_prefix",
    "list_name",
    "pause_point",
    "part",
    "priority",
    "scope",
    "own_item",
    "partners",
    "meeting_date",
    "meeting_place",
    "signature",
    "page_of",
    "list_version",
    "open_again",
    "more_items",
)
_OF_CHECKLISTS = (
    "what_for",
    "when",
    "run_by",
    "how_long",
    "how_to_use",
    "your_answers",
    "no_answers",
    "left_out",
    "state",
    "item",
    "owner",
    "due",
    "note",
    "reason",
    "why",
    "exception",
    "lead_role",
    "ask",
)


@dataclass(frozen=True)
class Kit:
    """`states` are the labels of states by slug, `months` the names of the twelve months."""

    site: str
    words: dict[str, str]
    states: dict[str, str]
    months: tuple[str, ...]
    style: str
    mould: Mould

    def as_data(self) -> dict[str, Any]:
        """The form in which the browser reads it."""
        return asdict(self)


def make_kit(knowledge: Knowledge, language: Language) -> Kit:
    """The kit of a language."""
    words = {key: knowledge.strings["export"][key].in_language(language) for key in _OF_EXPORTS}
    words |= {key: knowledge.strings["checklist"][key].in_language(language) for key in _OF_CHECKLISTS}
    calendar = knowledge.strings["layout"]
    return Kit(
        site=SITE,
        words=words,
        states={slug: term.label.in_language(language) for slug, term in knowledge.terms("state").items()},
        months=tuple(calendar[f"month_{number:02}"].in_language(language) for number in range(1, 13)),
        style=_style(),
        mould=make_mould(language, words, SITE, _newest(knowledge)),
    )


def _newest(knowledge: Knowledge) -> date:
    """The date of the last review of any item: that of the content, and the same in every build."""
    items = [item for point in knowledge.pause_points.values() for item in point.items.values()]
    return max((item.reviewed for item in items), default=date(1980, 1, 1))


@lru_cache(maxsize=1)
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
