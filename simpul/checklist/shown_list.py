"""The list that a reader sees, every string prepared: the only thing that exports know.

On the site checklist/shown-list.js reads the same object from the page; a test compares the two.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypedDict

from simpul.checklist.answers import PAUSE_POINT, asked_questions, describe_answers, read_answers
from simpul.checklist.saved_list import SavedList
from simpul.checklist.sheet import Sheet, SheetItem, prepare_sheet
from simpul.checklist.wording import Wording
from simpul.knowledge import Knowledge
from simpul.model.checklist import PausePoint
from simpul.selection import Answers, select
from simpul.text import Language

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Meeting:
    """Who meets, when and where, as the reader wrote it."""

    partners: str = ""
    date: str = ""
    place: str = ""


@dataclass(frozen=True)
class ShownItem:
    """One item with what was marked and written beside it. What it does not have is an empty text."""

    slug: str
    text: str
    priority: str = ""
    scope: str = ""
    own: bool = False
    state: str = ""
    owner: str = ""
    due: str = ""
    note: str = ""
    reason: str = ""
    why: str = ""
    exception: str = ""
    lead_role: str = ""
    ask: str = ""


class _Written(TypedDict):
    state: str
    owner: str
    due: str
    note: str
    reason: str


@dataclass(frozen=True)
class ShownPart:
    """Items under one heading."""

    heading: str
    items: tuple[ShownItem, ...]


@dataclass(frozen=True)
class ShownLeftOut:
    """An item that is not shown, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class ShownSheet:
    """The list of one pause point; the first part is the core."""

    pause_point: str
    title: str
    purpose: str
    when: str
    run_by: str
    duration: str
    mode: str
    mode_help: str
    version: str
    signatories: tuple[str, ...]
    parts: tuple[ShownPart, ...]
    left_out: tuple[ShownLeftOut, ...]


@dataclass(frozen=True)
class ShownList:
    """Every list that is shown at once, in one language."""

    language: Language
    name: str
    meeting: Meeting
    answers: tuple[str, ...]
    address: str
    sheets: tuple[ShownSheet, ...]

    def to_json(self) -> dict[str, Any]:
        """The list as the plain object that the page makes of it."""
        return asdict(self)


def shown_list(knowledge: Knowledge, saved: SavedList, language: Language, address: str = "") -> ShownList:
    """What the generator shows for `saved`: the lists of the chosen pause points, or of all when none was chosen.

    What `saved` names and the knowledge does not hold is not shown.
    """
    answers = _in_order(knowledge, saved.answers)
    chosen = answers.get(PAUSE_POINT) or tuple(knowledge.pause_points)
    words = Wording(knowledge, language)
    return ShownList(
        language=language,
        name="" if saved.name == _unnamed(words) else saved.name,
        meeting=Meeting(**saved.meeting),
        answers=describe_answers(knowledge, answers, language),
        address=address,
        sheets=tuple(
            _tailored(words, point, saved, answers) for slug, point in knowledge.pause_points.items() if slug in chosen
        ),
    )


def _unnamed(words: Wording) -> str:
    """What the page calls a list until the reader gives it a name: no title for a file."""
    name = words.knowledge.strings["checklist"].get("list_unnamed")
    return name.in_language(words.language) if name else ""


def _in_order(knowledge: Knowledge, written: Mapping[str, Iterable[str]]) -> Answers:
    """The answers that are known, in the order in which the questions offer them."""
    answers, _ = read_answers(knowledge, written)
    offered = {
        asked.facet: [v for choice in asked.choices for v in choice.means] for asked in asked_questions(knowledge, "id")
    }
    return {facet: tuple(sorted(values, key=offered[facet].index)) for facet, values in answers.items()}


def ready_made_list(knowledge: Knowledge, point: PausePoint, language: Language, address: str = "") -> ShownList:
    """The whole list of a pause point, as its own page shows it: nothing is left out and nothing is marked."""
    words = Wording(knowledge, language)
    sheet = prepare_sheet(knowledge, point, language)
    parts = [
        (words.say("core"), sheet.general),
        (words.say("particular"), sheet.particular),
        *((block.heading, block.items) for block in sheet.blocks),
    ]
    shown = tuple(
        ShownPart(heading, tuple(_item(words, item, SavedList()) for item in items))
        for heading, items in parts
        if items
    )
    return ShownList(language, "", Meeting(), (), address, (_sheet(words, sheet, shown, ()),))


def _tailored(words: Wording, point: PausePoint, saved: SavedList, answers: Answers) -> ShownSheet:
    sheet = prepare_sheet(words.knowledge, point, words.language)
    selection = select(point.items.values(), answers)
    wanted = {item.slug for item in selection.items} | set(saved.taken_in)
    prepared = {item.slug: item for item in sheet.items}
    left_out = tuple(
        ShownLeftOut(item.text, item.reason_left_out(one, answers))
        for one in selection.left_out
        if (item := prepared[one.item.slug]).slug not in wanted
    )
    return _sheet(words, sheet, tuple(_parts(words, sheet, saved, wanted)), left_out)


def _parts(words: Wording, sheet: Sheet, saved: SavedList, wanted: set[str]) -> Iterator[ShownPart]:
    own = [
        ShownItem(item.slug, item.text, own=True, **_written(words, saved, item.slug))
        for item in saved.own_items
        if item.pause_point == sheet.slug
    ]
    parts = [(words.say("core"), (*_items(words, sheet.core, saved, wanted), *own))]
    parts += [(block.heading, tuple(_items(words, block.items, saved, wanted))) for block in sheet.blocks]
    return (ShownPart(heading, items) for heading, items in parts if items)


def _items(words: Wording, items: Iterable[SheetItem], saved: SavedList, wanted: set[str]) -> Iterator[ShownItem]:
    return (_item(words, item, saved) for item in items if item.slug in wanted)


def _item(words: Wording, prepared: SheetItem, saved: SavedList) -> ShownItem:
    item = prepared.item
    return ShownItem(
        slug=prepared.slug,
        text=prepared.text,
        priority=prepared.priority,
        scope=prepared.scope or "",
        why=item.why.in_language(words.language),
        exception=item.exception.in_language(words.language) if item.exception else "",
        lead_role=words.label("role", item.lead_role),
        ask=item.ask.in_language(words.language),
        **_written(words, saved, item.slug, *item.aliases),
    )


def _written(words: Wording, saved: SavedList, *slugs: str) -> _Written:
    """What was written for an item, as the fields of a page hold it: one line but for notes, no date that is none."""
    entry = {field: text.replace("\r\n", "\n").replace("\r", "\n") for field, text in saved.entry(*slugs).items()}
    state, due = entry.get("state", ""), entry.get("due", "")
    return {
        "state": state if state in words.knowledge.terms("state") else "",
        "owner": entry.get("owner", "").replace("\n", ""),
        "due": due if is_date(due) else "",
        "note": entry.get("note", ""),
        "reason": entry.get("reason", "").replace("\n", ""),
    }


def is_date(text: str) -> bool:
    """True for a day of the calendar written as 2026-11-21."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _sheet(
    words: Wording, sheet: Sheet, parts: tuple[ShownPart, ...], left_out: tuple[ShownLeftOut, ...]
) -> ShownSheet:
    return ShownSheet(
        pause_point=sheet.slug,
        title=sheet.title,
        purpose=sheet.purpose,
        when=sheet.when,
        run_by=sheet.run_by,
        duration=sheet.duration,
        mode=sheet.mode,
        mode_help=sheet.mode_help,
        version=sheet.version,
        signatories=sheet.signatories,
        parts=parts,
        left_out=left_out,
    )
