"""What every format needs: text that shows what it holds, dates in words, and the title of a list."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from simpul.checklist.exports.kit import Kit
from simpul.checklist.shown_list import ShownItem, ShownList, ShownSheet

_Shown = TypeVar("_Shown")

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters, and what reorders the text that other people read after it.
_STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \n]+")
_DATE = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
# A box to tick on paper, in place of a state.
NOTHING_MARKED = "\N{BALLOT BOX}"
# The only text of a reader that may have several lines.
_WITH_LINES = "note"


def clean(text: str) -> str:
    """`text` as anyone reads it, in lines that end in a line feed: no control character, no half of a character."""
    lines = _LINE_END.sub("\n", text).replace("\t", " ")
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", _STEERING.sub("", lines)).strip(" \n")


def cleaned(shown: _Shown, name: str = "") -> _Shown:
    """The list, or a part of it, with every text clean; in one line but for notes."""
    value: Any = shown
    if isinstance(value, str):
        text = clean(value)
        return cast(_Shown, text if name == _WITH_LINES else _SPACES.sub(" ", text))
    if isinstance(value, tuple):
        return cast(_Shown, tuple(cleaned(part) for part in value))
    if is_dataclass(value) and not isinstance(value, type):
        return cast(_Shown, replace(value, **{f.name: cleaned(getattr(value, f.name), f.name) for f in fields(value)}))
    return shown


def readable_date(text: str, kit: Kit) -> str:
    """A date with its month in words; any other text as it is."""
    match = _DATE.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        return text
    return f"{int(match[3])} {kit.months[int(match[2]) - 1]} {match[1]}"


def title(shown: ShownList, kit: Kit) -> str:
    """What the whole is called: the reader's name for it, else its only list, else a checklist."""
    return shown.name or (shown.sheets[0].title if len(shown.sheets) == 1 else kit.words["checklist"])


def heading(shown: ShownList, sheet: ShownSheet) -> str:
    """The heading over a list; empty where the title says it already."""
    return sheet.title if shown.name or len(shown.sheets) > 1 else ""


def meeting_facts(shown: ShownList, kit: Kit) -> Iterator[tuple[str, str]]:
    """The fields of the meeting with what was written there, empty ones included."""
    yield kit.words["partners"], shown.meeting.partners
    yield kit.words["meeting_date"], readable_date(shown.meeting.date, kit)
    yield kit.words["meeting_place"], shown.meeting.place


def state(item: ShownItem, kit: Kit) -> str:
    """The label of the item's state; empty when none was marked."""
    return kit.states.get(item.state, "")


def about(item: ShownItem, kit: Kit) -> str:
    """What stands behind an item: its priority and for whom it is meant, or that the reader added it."""
    parts = [kit.words["own_item"] if item.own else "", item.priority, item.scope]
    return "; ".join(part for part in parts if part)


def written(item: ShownItem, kit: Kit) -> Iterator[tuple[str, str]]:
    """What was marked and written beside an item, with its names; nothing that is empty."""
    facts = (
        (kit.words["state"], state(item, kit)),
        (kit.words["owner"], item.owner),
        (kit.words["due"], readable_date(item.due, kit)),
        (kit.words["reason"], item.reason),
        (kit.words["note"], item.note),
    )
    return ((name, value) for name, value in facts if value)
