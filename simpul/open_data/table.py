"""The cases as a table: one row for each, for people who work in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.open_data.addresses import Addresses, case_path
from simpul.open_data.records import in_order

SEPARATOR = "; "
# What a spreadsheet would take for the beginning of a formula.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")

_Value = str | int | None | Iterable[str]


@dataclass(frozen=True)
class Column:
    """A column of the table: its name, and what it holds for a case."""

    name: str
    value: Callable[[CaseStudy, Addresses], _Value]


COLUMNS = (
    Column("slug", lambda case, _: case.slug),
    Column("title_id", lambda case, _: case.title.id),
    Column("title_en", lambda case, _: case.title.en),
    Column("summary_id", lambda case, _: case.summary.id),
    Column("summary_en", lambda case, _: case.summary.en),
    Column("place_id", lambda case, _: case.place.id),
    Column("place_en", lambda case, _: case.place.en),
    Column("country", lambda case, _: case.country),
    Column("provinces", lambda case, _: case.provinces),
    Column("start", lambda case, _: case.period.start),
    Column("end", lambda case, _: case.period.end),
    Column("levels", lambda case, _: case.levels),
    Column("sectors", lambda case, _: case.sectors),
    Column("forms", lambda case, _: case.forms),
    Column("instruments", lambda case, _: case.instruments),
    Column("partners", lambda case, _: len(case.partners)),
    Column("partner_types", lambda case, _: _distinct(partner.type for partner in case.partners)),
    Column("challenges", lambda case, _: _distinct(one.challenge for one in case.challenges)),
    Column("enablers", lambda case, _: _distinct(one.enabler for one in case.enablers)),
    Column("status", lambda case, _: case.status),
    Column("outcome", lambda case, _: case.outcome),
    Column("evidence", lambda case, _: case.evidence),
    Column("cautions", lambda case, _: case.cautions),
    Column("verified", lambda case, _: case.verified.isoformat()),
    Column("sources", lambda case, _: (source.url for source in case.sources.values())),
    Column("page_id", lambda case, addresses: addresses.case("id", case.slug)),
    Column("page_en", lambda case, addresses: addresses.case("en", case.slug)),
    Column("data", lambda case, addresses: addresses.file(case_path(case.slug))),
)


def table(knowledge: Knowledge, addresses: Addresses) -> str:
    """The table as CSV: commas, every value in quotes where it needs them, lines that end in CR LF.

    It begins with a byte order mark, without which a spreadsheet program may read accents as other letters.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.name for column in COLUMNS)
    for case in in_order(knowledge):
        writer.writerow(_cell(column.value(case, addresses)) for column in COLUMNS)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue()


def _cell(value: _Value) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = value if isinstance(value, str) else SEPARATOR.join(value)
    # An apostrophe in front makes a spreadsheet show the text as it is instead of computing it.
    return f"'{text}" if text.startswith(_ACTIVE) else text


def _distinct(values: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(values)
