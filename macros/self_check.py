"""The self-check: on the screen a list to read, on paper a sheet with a side for each partner."""

from typing import NamedTuple

from macros.context import PageContext
from macros.rendering import render
from simpul.model.self_check import Statement, StatementGroup


class Row(NamedTuple):
    """One statement with its number on the sheet, and address and title of the page it leads to."""

    number: int
    statement: Statement
    address: str
    title: str


def self_check(page: PageContext) -> str:
    """Every statement by group, numbered through, with why it is asked and where a weak answer leads."""
    groups: list[tuple[StatementGroup, list[Row]]] = []
    number = 0
    for group in page.knowledge.self_check.values():
        rows = []
        for statement in group.statements.values():
            number += 1
            rows.append(Row(number, statement, page.link(statement.leads_to), _title(page, statement.leads_to)))
        groups.append((group, rows))
    t = page.t.statements
    return render(page, "self_check", groups=groups, answers=(t.yes, t.partly, t.not_yet))


def _title(page: PageContext, address: str) -> str:
    written = page.knowledge.pages[page.language, address.partition("#")[0]]
    return written.meta.title if written.meta else address


MACROS = (self_check,)
