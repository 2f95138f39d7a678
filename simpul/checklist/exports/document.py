"""The list as a document for Word and LibreOffice: a table to write in, on A4."""

import re
from collections.abc import Iterator
from dataclasses import replace

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.mould import DOCUMENT, SIGNATORIES
from simpul.checklist.exports.package import package
from simpul.checklist.exports.plain import (
    NOTHING_MARKED,
    about,
    cleaned,
    heading,
    meeting_facts,
    readable_date,
    state,
    title,
)
from simpul.checklist.shown_list import ShownItem, ShownList, ShownPart, ShownSheet

_PLACE = re.compile(r"\{([a-z]+)\}")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_HEAD = 100


def document(shown: ShownList, kit: Kit) -> bytes:
    """The DOCX file: meeting, answers, for each pause point its tables and places to sign, the address at the foot."""
    shown = _for_these_answers(cleaned(shown))
    values = {
        "title": _escaped(_shortened(title(shown, kit))),
        "source": _escaped(shown.address or kit.site),
        "content": "".join(_content(shown, kit)),
    }
    parts = kit.mould.parts
    # Only these hold places for text: braces elsewhere are braces.
    filled = {name: _filled(text, values) if _has_places(name) else text for name, text in parts.items()}
    return package(filled)


def _for_these_answers(shown: ShownList) -> ShownList:
    """The list without the words for whom an item is meant, once answers have said it, as on paper."""
    if not shown.answers:
        return shown
    sheets = (replace(sheet, parts=tuple(map(_without_scopes, sheet.parts))) for sheet in shown.sheets)
    return replace(shown, sheets=tuple(sheets))


def _without_scopes(part: ShownPart) -> ShownPart:
    return replace(part, items=tuple(replace(item, scope="") for item in part.items))


def _shortened(text: str) -> str:
    """What the head of every page has room for."""
    return text if len(text) <= _HEAD else text[: _HEAD - 1] + "…"


def _has_places(name: str) -> bool:
    return name == DOCUMENT or name == "docProps/core.xml" or name.startswith(("word/header", "word/footer"))


def _content(shown: ShownList, kit: Kit) -> Iterator[str]:
    pieces = kit.mould.pieces
    yield _piece(kit, "title", text=title(shown, kit))
    yield pieces["fields_start"]
    for name, value in meeting_facts(shown, kit):
        yield _piece(kit, "field", name=name, value=value) if value else _piece(kit, "blank", name=name)
    yield pieces["fields_end"]
    if shown.answers:
        yield _piece(kit, "paragraph", text=f"{kit.words['your_answers']}:")
        yield from (_piece(kit, "bullet", text=answer) for answer in shown.answers)
    for number, sheet in enumerate(shown.sheets):
        if name := heading(shown, sheet):
            yield _piece(kit, "next_heading" if number else "heading", text=name)
        yield from _sheet(sheet, kit)


def _sheet(sheet: ShownSheet, kit: Kit) -> Iterator[str]:
    yield _piece(kit, "paragraph", text=f"{kit.words['run_by']}: {sheet.run_by} · {sheet.mode} · {sheet.duration}")
    parts = [part for part in sheet.parts if part.items]
    for part in parts:
        yield from _part(part, kit, ends=part is parts[-1])
    for start in range(0, len(sheet.signatories), len(SIGNATORIES)):
        across = sheet.signatories[start : start + len(SIGNATORIES)]
        yield _piece(kit, f"signatures_{len(across)}", **dict(zip(SIGNATORIES, across, strict=False)))
    yield _piece(kit, "small", text=f"{kit.site} · {sheet.version}")


def _part(part: ShownPart, kit: Kit, *, ends: bool) -> Iterator[str]:
    """A part and its table; the row that `ends` the list stays with the signatures below it."""
    yield _piece(kit, "part_heading", text=part.heading)
    yield kit.mould.pieces["items_start"]
    *others, last = part.items
    yield from (_row(item, kit) for item in others)
    yield _row(last, kit, "last_" if ends else "")
    yield kit.mould.pieces["items_end"]


def _row(item: ShownItem, kit: Kit, which: str = "") -> str:
    behind = about(item, kit)
    reason = f"{kit.words['reason']}: {item.reason}" if item.reason else ""
    values = {
        "state": state(item, kit) or NOTHING_MARKED,
        "text": item.text,
        "owner": item.owner,
        "due": readable_date(item.due, kit),
        "note": "\n".join(text for text in (reason, item.note) if text),
    }
    escaped = {name: _escaped(value) for name, value in values.items()}
    about_it = _piece(kit, f"{which}about", text=behind) if behind else ""
    return _filled(kit.mould.pieces[f"{which}row"], escaped | {"about": about_it})


def _piece(kit: Kit, piece: str, **values: str) -> str:
    return _filled(kit.mould.pieces[piece], {name: _escaped(value) for name, value in values.items()})


def _filled(xml: str, values: dict[str, str]) -> str:
    """`xml` with its places filled in one pass, so that braces in a text are never taken for a place."""
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), xml)


def _escaped(text: str) -> str:
    return re.sub('[&<>"]', lambda found: _ENTITIES[found[0]], text).replace("\n", _NEW_LINE)
