"""The documentation of the open data: the files, the fields of a case, the columns of the table."""

from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render
from macros.wording import readable_date
from simpul.open_data import COLUMNS, SCHEMA_VERSION, fields
from simpul.open_data.addresses import CATALOGUE, TABLE, case_path, feed_path
from simpul.open_data.records import FACETS, data_version, last_verified


@dataclass(frozen=True)
class File:
    """A file of the open data. It has a link where there is one file and not one for each case."""

    path: str
    description: str
    link: str | None


def open_data_files(page: PageContext) -> str:
    """The files with what they hold, and the version of the data."""
    words = page.t.data
    root = f"{page.link('index')}../"
    count = len(page.knowledge.cases)
    feed = feed_path(page.language)
    files = (
        File(CATALOGUE, words.file_json.format(n=count), f"{root}{CATALOGUE}"),
        File(TABLE, words.file_csv.format(n=count), f"{root}{TABLE}"),
        File(case_path("SLUG"), words.file_case, None),
        File(feed, words.file_feed, f"{root}{feed}"),
    )
    verified = last_verified(page.knowledge)
    return render(
        page,
        "open_data_files",
        files=files,
        schema=SCHEMA_VERSION,
        data=data_version(page.knowledge),
        verified=readable_date(verified, page.language) if verified else "",
    )


def open_data_fields(page: PageContext) -> str:
    """Every field of a case in JSON: its type and what it means."""
    return render(page, "open_data_fields", fields=fields(), facet_of=_FACET_OF.get)


def open_data_columns(page: PageContext) -> str:
    """Every column of the table and what it means."""
    return render(page, "open_data_columns", columns=COLUMNS)


# The fields whose values are terms: those named as the facet, and those named as several of it.
_FACET_OF = {f"case_study_{name}": name for name in FACETS} | {f"case_study_{name}s": name for name in FACETS}
_FACET_OF |= {
    "challenge_challenge": "challenge",
    "enabler_enabler": "enabler",
    "partner_type": "partner_type",
    "figure_approximation": "approximation",
}
for _plural in ("case_study_challenges", "case_study_enablers"):  # lists of objects, not of terms
    del _FACET_OF[_plural]

MACROS = (open_data_files, open_data_fields, open_data_columns)
