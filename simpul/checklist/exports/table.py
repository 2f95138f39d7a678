"""The list as a table for a spreadsheet, written so that Excel with Indonesian settings opens it in columns."""

import re
from collections.abc import Callable

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import cleaned, state
from simpul.checklist.shown_list import ShownItem, ShownList, ShownPart, ShownSheet

# With a comma for decimals, as in Indonesia, spreadsheets expect a semicolon between values.
_DELIMITER = ";"
# Where a program may begin a cell, also one that takes another delimiter, and what it then takes for a formula.
# See "CSV Injection" of OWASP, which names the full-width signs too.
_FORMULA = re.compile("(^|[,;|\n])([ \"'\xa0\u200b-\u200f\u2060]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")

_COLUMNS: tuple[tuple[str, Callable[[ShownSheet, ShownPart, ShownItem, Kit], str]], ...] = (
    ("pause_point", lambda sheet, part, item, kit: sheet.title),
    ("part", lambda sheet, part, item, kit: part.heading),
    ("item", lambda sheet, part, item, kit: item.text),
    ("priority", lambda sheet, part, item, kit: kit.words["own_item"] if item.own else item.priority),
    ("state", lambda sheet, part, item, kit: state(item, kit)),
    ("owner", lambda sheet, part, item, kit: item.owner),
    ("due", lambda sheet, part, item, kit: item.due),
    ("note", lambda sheet, part, item, kit: item.note),
    ("reason", lambda sheet, part, item, kit: item.reason),
    ("scope", lambda sheet, part, item, kit: item.scope),
    ("why", lambda sheet, part, item, kit: item.why),
    ("exception", lambda sheet, part, item, kit: item.exception),
    ("lead_role", lambda sheet, part, item, kit: item.lead_role),
    ("ask", lambda sheet, part, item, kit: item.ask),
)


def table(shown: ShownList, kit: Kit) -> str:
    """One row for each item, every value in quotation marks, lines that end in CR LF.

    It begins with a byte order mark, without which Excel takes UTF-8 for another encoding. Dates stay 2026-11-21,
    which spreadsheets of every language understand.
    """
    shown = cleaned(shown)
    rows = [[kit.words[name] for name, _ in _COLUMNS]]
    for sheet in shown.sheets:
        for part in sheet.parts:
            rows += [[value(sheet, part, item, kit) for _, value in _COLUMNS] for item in part.items]
    lines = (_DELIMITER.join(map(_cell, row)) + "\r\n" for row in rows)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + "".join(lines)


def _cell(value: str) -> str:
    # An apostrophe makes a spreadsheet show the text as it is instead of computing it.
    safe = _FORMULA.sub(r"\1\2'", value)
    return '"' + safe.replace('"', '""') + '"'
