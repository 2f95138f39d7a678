"""The list in full for a terminal: what it is for, every item, and what was left out and why."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import cleaned, meeting_facts, written
from simpul.checklist.shown_list import ShownItem, ShownList, ShownSheet

WIDTH = 100


def outline(shown: ShownList, kit: Kit) -> str:
    """Each list with its introduction, its items and what was left out and why; ends with a newline."""
    shown = cleaned(shown)
    head = [shown.name, *(f"{name}: {value}" for name, value in meeting_facts(shown, kit) if value)]
    parts = [[line for line in head if line]]
    for sheet in shown.sheets:
        parts += _sheet(shown, sheet, kit)
    if shown.address:
        parts.append([f"{kit.words['open_again']}: {shown.address}"])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _sheet(shown: ShownList, sheet: ShownSheet, kit: Kit) -> Iterator[list[str]]:
    yield [sheet.title, "=" * len(sheet.title)]
    yield list(_introduction(sheet, kit))
    if shown.answers:
        yield [f"{kit.words['your_answers']}:", *(f"- {line}" for line in shown.answers)]
    else:
        yield [kit.words["no_answers"]]
    for part in sheet.parts:
        if part.items:
            yield [_heading(part.heading), *_items(part.items, kit)]
    if sheet.left_out:
        lines = (line for one in sheet.left_out for line in _wrapped(f"{one.text} {one.reason}", "- ", "  "))
        yield [_heading(kit.words["left_out"]), *lines]
    yield [sheet.version]


def _introduction(sheet: ShownSheet, kit: Kit) -> Iterator[str]:
    facts = {
        "what_for": sheet.purpose,
        "when": sheet.when,
        "run_by": sheet.run_by,
        "how_long": sheet.duration,
        "how_to_use": f"{sheet.mode}. {sheet.mode_help}",
    }
    for key, text in facts.items():
        yield from _wrapped(f"{kit.words[key]}: {text}", "", "  ")


def _items(items: Iterable[ShownItem], kit: Kit) -> Iterator[str]:
    for item in items:
        behind = kit.words["own_item"] if item.own else item.priority
        box = "[x] " if item.state == "done" else "[ ] "
        yield from _wrapped(f"{item.text} ({behind})" if behind else item.text, box, "    ")
        for name, value in written(item, kit):
            yield from _wrapped(f"{name}: {value}", "    ", "      ")


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _wrapped(text: str, first: str, following: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False)
