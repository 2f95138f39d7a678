"""The list as plain text: what the command prints, line for line the strings of the page."""

from collections.abc import Iterable
from textwrap import wrap

from simpul.checklist.answers import describe_answers
from simpul.checklist.sheet import Sheet, SheetItem, prepare_sheet
from simpul.checklist.wording import Wording
from simpul.knowledge import Knowledge
from simpul.selection import Answers, Selection, select
from simpul.text import Language

WIDTH = 100


def checklist_text(knowledge: Knowledge, pause_point: str, answers: Answers, language: Language) -> str:
    """The list of `pause_point` for `answers`: introduction, items, and what was left out and why. Ends with a newline.

    `pause_point` must be known; `answers` are those of `read_answers`.
    """
    words = Wording(knowledge, language)
    point = knowledge.pause_points[pause_point]
    sheet = prepare_sheet(knowledge, point, language)
    selection = select(point.items.values(), answers)
    parts = [
        [sheet.title, "=" * len(sheet.title)],
        _introduction(words, sheet),
        [f"{words.say('your_answers')}:", *(f"- {line}" for line in describe_answers(knowledge, answers, language))],
        *_lists(words, sheet, selection),
        _left_out(words, sheet, selection, answers),
        [sheet.version],
    ]
    if len(parts[2]) == 1:
        parts[2] = [words.say("no_answers")]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _introduction(words: Wording, sheet: Sheet) -> list[str]:
    facts = {
        "what_for": sheet.purpose,
        "when": sheet.when,
        "run_by": sheet.run_by,
        "how_long": sheet.duration,
        "how_to_use": f"{sheet.mode}. {sheet.mode_help}",
    }
    return [line for key, text in facts.items() for line in _wrapped(f"{words.say(key)}: {text}", "", "  ")]


def _lists(words: Wording, sheet: Sheet, selection: Selection) -> Iterable[list[str]]:
    chosen = {item.slug for item in selection.items}
    for heading, items in [(words.say("core"), sheet.core), *((block.heading, block.items) for block in sheet.blocks)]:
        if lines := list(_lines(item for item in items if item.slug in chosen)):
            yield [_heading(heading), *lines]


def _lines(items: Iterable[SheetItem]) -> Iterable[str]:
    for item in items:
        yield from _wrapped(f"{item.text} ({item.priority})", "[ ] ", "    ")


def _left_out(words: Wording, sheet: Sheet, selection: Selection, answers: Answers) -> list[str]:
    if not selection.left_out:
        return []
    prepared = {item.slug: item for item in sheet.items}
    lines = [_heading(words.say("left_out"))]
    for one in selection.left_out:
        item = prepared[one.item.slug]
        lines += _wrapped(f"{item.text} {item.reason_left_out(one, answers)}", "- ", "  ")
    return lines


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"


def _wrapped(text: str, first: str, following: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False)
