"""The calendar file of due dates, which only the page makes, read by an independent parser."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from simpul.checklist import OwnItem, SavedList, shown_list
from simpul.checklist.exports.plain import cleaned
from simpul.checklist.shown_list import ShownList
from simpul.knowledge import Knowledge
from simpul.text import Language
from tests.naughty import NAUGHTY
from tests.parity.exporting import Site

NOW = {"moment": "2026-11-21T10:00:00Z"}
SAVED = {"identity": "0123456789abcdef01234567", "changed": "2026-11-20T09:30:15.250Z"}
ADDRESS = "http://127.0.0.1:8000/id/checklists/?pause_point=first-meeting"


def a_list(knowledge: Knowledge, written: str, due: str = "2026-12-01", language: Language = "id") -> ShownList:
    entry = {"state": "partly", "owner": written, "due": due, "note": written}
    saved = SavedList(
        name=written,
        answers={"pause_point": ("first-meeting",)},
        entries={"set-shared-result": entry, "own-1": entry},
        own_items=(OwnItem("own-1", "first-meeting", written),),
    )
    return shown_list(knowledge, saved, language, ADDRESS)


def events(content: bytes) -> list[Any]:
    return list(Calendar.from_ical(content.decode("utf-8")).walk("VEVENT"))


def test_each_due_date_is_a_whole_day(site: Site, knowledge: Knowledge) -> None:
    content = site.export("ics", a_list(knowledge, "Rina").to_json(), "id", NOW, SAVED)
    first, own = events(content)
    item = knowledge.pause_points["first-meeting"].items["set-shared-result"]
    assert first.decoded("dtstart") == date(2026, 12, 1)
    assert first.decoded("dtstamp") == datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert first.decoded("last-modified") == datetime(2026, 11, 20, 9, 30, 15, tzinfo=UTC)
    assert first["summary"] == item.text.id
    assert first["description"] == (
        f"Pertemuan pertama\nPenanggung jawab: Rina\nStatus: Sebagian\nRina\nBuka daftar ini lagi: {ADDRESS}"
    )
    assert own["summary"] == "Rina"
    assert Calendar.from_ical(content.decode())["x-wr-calname"] == "Rina"


@pytest.mark.parametrize("written", NAUGHTY, ids=range(len(NAUGHTY)))
def test_any_text_comes_back_and_adds_no_event(site: Site, knowledge: Knowledge, written: str) -> None:
    shown = a_list(knowledge, written)
    content = site.export("ics", shown.to_json(), "id", NOW, SAVED)
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no line ends inside a character
    _, own = events(content)
    item = cleaned(shown).sheets[0].parts[0].items[-1]
    assert own["summary"] == item.text
    assert item.note in own["description"]


def test_an_event_keeps_its_identity_as_the_list_changes_and_another_list_has_its_own(
    site: Site, knowledge: Knowledge
) -> None:
    def identities(shown: ShownList, saved: dict[str, str] = SAVED) -> list[str]:
        return [str(event["uid"]) for event in events(site.export("ics", shown.to_json(), "id", NOW, saved))]

    before = identities(a_list(knowledge, "Rina"))
    assert len(set(before)) == 2
    assert identities(a_list(knowledge, "Rina", due="2026-12-24")) == before
    assert identities(a_list(knowledge, "Budi")) == before
    assert set(identities(a_list(knowledge, "Rina"), {**SAVED, "identity": "f" * 24})).isdisjoint(before)


@pytest.mark.parametrize(
    ("changed", "sequence"),
    [
        ("2026-01-01T00:00:00Z", 0),
        ("2026-11-21T09:59:59Z", 28029599),
        ("2026-11-21T10:00:00Z", 28029600),
        # Whoever has a clock that is wrong, or no place to keep the list, has made the file now.
        ("2999-01-01T00:00:00Z", 28029600),
        ("", 28029600),
        ("soon", 28029600),
        ("1999-01-01T00:00:00Z", 0),
    ],
)
def test_a_later_state_of_an_event_has_a_higher_number(
    site: Site, knowledge: Knowledge, changed: str, sequence: int
) -> None:
    content = site.export("ics", a_list(knowledge, "Rina").to_json(), "id", NOW, {**SAVED, "changed": changed})
    assert {event["sequence"] for event in events(content)} == {sequence}


@pytest.mark.parametrize(
    "due", ["", "2026-02-30", "soon", "2026-13-01", "2026-12-01T10:00", "\u0662\u0660\u0662\u0666-12-01"]
)
def test_what_is_no_day_is_in_no_calendar(site: Site, knowledge: Knowledge, due: str) -> None:
    shown = a_list(knowledge, "Rina")
    (sheet,) = shown.sheets
    parts = tuple(replace(part, items=tuple(replace(item, due=due) for item in part.items)) for part in sheet.parts)
    changed = replace(shown, sheets=(replace(sheet, parts=parts),))
    assert site.export("ics", changed.to_json(), "id", NOW, SAVED) == b""
