"""The list as a table for a spreadsheet, written so that Excel with Indonesian settings opens it in columns."""

import re
from collections.abc import Callable

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import cleaned, state
from simpul.checklist.shown_list import ShownItem, ShownList, ShownPart, ShownSheet

# With a comma for decimals, as in Indonesia, spreadsheets expect a semicolon between values.
_DELIMITER = ";"
# What a spreadsheet takes for a formula, the full-width signs included, behind what it passes over.
_FORMULA = '([ "\xa0\u200b-\u200f\u2060]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])'
_AT_START = re.compile("^" + _FORMULA)
# A program that takes another delimiter, or no quotation marks, begins a cell here too: see "CSV Injection" of OWASP.
_WITHIN = re.compile("(^|[,;|])" + _FORMULA)
# There a sign is mostly a dash or a minus. Only these do harm: to call a function, another program or another file.
_CALL = re.compile("[A-Za-z_\u00c0-\U0010ffff]\\(|![A-Za-z0-9_$']|'#")

# What an item counts as that nobody has marked, as on the page. A table is counted; what is printed has a box to tick.
_UNMARKED = "not-yet"

_COLUMNS: tuple[tuple[str, Callable[[ShownList, ShownSheet, ShownPart, ShownItem, Kit], str]], ...] = (
    ("pause_point", lambda shown, sheet, part, item, kit: sheet.title),
    ("part", lambda shown, sheet, part, item, kit: part.heading),
    ("item", lambda shown, sheet, part, item, kit: item.text),
    ("priority", lambda shown, sheet, part, item, kit: kit.words["own_item"] if item.own else item.priority),
    ("state", lambda shown, sheet, part, item, kit: state(item, kit) or kit.states[_UNMARKED]),
    ("owner", lambda shown, sheet, part, item, kit: item.owner),
    ("due", lambda shown, sheet, part, item, kit: item.due),
    ("note", lambda shown, sheet, part, item, kit: item.note),
    ("reason", lambda shown, sheet, part, item, kit: item.reason),
    ("scope", lambda shown, sheet, part, item, kit: item.scope),
    ("why", lambda shown, sheet, part, item, kit: item.why),
    ("exception", lambda shown, sheet, part, item, kit: item.exception),
    ("lead_role", lambda shown, sheet, part, item, kit: item.lead_role),
    ("ask", lambda shown, sheet, part, item, kit: item.ask),
    # In columns of their own, at the end: lines above or below the table would be in the way of whoever sorts it.
    ("list_version", lambda shown, sheet, part, item, kit: sheet.version),
    ("open_again", lambda shown, sheet, part, item, kit: shown.address),
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
            rows += [[value(shown, sheet, part, item, kit) for _, value in _COLUMNS] for item in part.items]
    lines = (_DELIMITER.join(map(_cell, row)) + "\r\n" for row in rows)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + "".join(lines)


def _cell(value: str) -> str:
    # An apostrophe makes a spreadsheet show the text as it is instead of computing it.
    lines = [_WITHIN.sub(r"\1\2'", line) if _CALL.search(line) else line for line in value.split("\n")]
    safe = _AT_START.sub(r"\1'", "\n".join(lines))
    return '"' + safe.replace('"', '""') + '"'
