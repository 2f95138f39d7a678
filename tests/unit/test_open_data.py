"""What is published as data: complete, safe to open in a spreadsheet, and the same whenever it is made."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from simpul.finish import downloads
from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.open_data import COLUMNS, Addresses, Records, case_page, feed, fields, table
from simpul.open_data.feed import LIMIT
from simpul.open_data.records import data_version

HERE = Addresses("https://contoh.test/dasar/")


def only(knowledge: Knowledge, **facts: Any) -> tuple[Knowledge, CaseStudy]:
    """The knowledge with one case, which has other facts than the real one."""
    case = next(iter(knowledge.cases.values())).model_copy(update={"slug": "one", **facts})
    return replace(knowledge, cases={"one": case}), case


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_fact_of_a_case_is_in_its_record(knowledge: Knowledge) -> None:
    published = json.loads(Records(knowledge, HERE).all())["cases"]
    assert [record["slug"] for record in published] == sorted(knowledge.cases)
    for record in published:
        case = knowledge.cases[record["slug"]]
        assert set(type(case).model_fields) <= set(record)
        assert [source["url"] for source in record["sources"]] == [source.url for source in case.sources.values()]
        values = [result["after"]["value"] for result in record["results"] if result["after"]]
        assert [Decimal(str(value)) for value in values] == [one.after.value for one in case.results if one.after]


def test_the_file_of_a_case_says_the_same_as_the_file_of_all(knowledge: Knowledge) -> None:
    records = Records(knowledge, HERE)
    every = json.loads(records.all())
    for record in every["cases"]:
        alone = json.loads(records.one(knowledge.cases[record["slug"]]))
        assert alone["case"] == record
        assert alone["data_version"] == every["data_version"]


def test_every_term_a_record_uses_is_explained_in_both_languages(knowledge: Knowledge) -> None:
    data = json.loads(Records(knowledge, HERE).all())
    explained = data["vocabulary"]["facets"]
    for record in data["cases"]:
        used = {
            "form": record["forms"],
            "sector": record["sectors"],
            "challenge": [one["challenge"] for one in record["challenges"]],
            "outcome": [record["outcome"]],
            "partner_type": [partner["type"] for partner in record["partners"]],
        }
        for facet, slugs in used.items():
            for slug in slugs:
                assert set(explained[facet]["terms"][slug]["label"]) == {"id", "en"}


def test_the_version_follows_the_content_and_not_the_address(knowledge: Knowledge) -> None:
    small, case = only(knowledge)
    changed, _ = only(knowledge, outcome="failed" if case.outcome != "failed" else "mixed")
    assert data_version(small) != data_version(changed)
    there = Addresses("https://lain.test/")
    here, elsewhere = (json.loads(Records(small, where).all()) for where in (HERE, there))
    assert here["data_version"] == elsewhere["data_version"]
    assert elsewhere["cases"][0]["pages"]["en"] == "https://lain.test/en/cases/one/"


def test_the_same_content_gives_the_same_bytes_in_any_order_of_files(knowledge: Knowledge) -> None:
    turned = replace(knowledge, cases=dict(reversed(knowledge.cases.items())))
    assert Records(turned, HERE).all() == Records(knowledge, HERE).all()
    assert table(turned, HERE) == table(knowledge, HERE)
    assert feed(turned, "id", HERE) == feed(knowledge, "id", HERE)


def test_the_table_has_a_row_for_each_case_and_joins_lists(knowledge: Knowledge) -> None:
    text = table(knowledge, HERE)
    assert text.startswith("\ufeff")
    found = {row["slug"]: row for row in rows(text)}
    assert found.keys() == knowledge.cases.keys()
    for slug, case in knowledge.cases.items():
        assert found[slug]["sectors"].split("; ") == list(case.sectors)
        assert found[slug]["title_id"] == case.title.id
        assert found[slug]["start"] == ("" if case.period.start is None else str(case.period.start))


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_would_be_a_formula_is_shown_as_text(knowledge: Knowledge, beginning: str) -> None:
    title = next(iter(knowledge.cases.values())).title.model_copy(
        update={"id": f'{beginning}1+1, "x"\n;', "en": "plain"}
    )
    small, _ = only(knowledge, title=title)
    row = rows(table(small, HERE))[0]
    assert row["title_id"] == f'\'{beginning}1+1, "x"\n;'
    assert row["title_en"] == "plain"


def test_the_identity_of_an_entry_outlives_the_address_of_the_site(knowledge: Knowledge) -> None:
    def identities(addresses: Addresses) -> list[str]:
        return [line.strip() for line in feed(knowledge, "en", addresses).splitlines() if "<id>" in line]

    assert identities(HERE) == identities(Addresses("https://lain.test/")) == identities(Addresses(""))
    assert len(set(identities(HERE))) == min(len(knowledge.cases), LIMIT) + 1


def test_text_of_a_case_cannot_leave_the_feed(knowledge: Knowledge) -> None:
    hostile = "</summary><script>&amp;]]>"
    summary = next(iter(knowledge.cases.values())).summary.model_copy(update={"id": hostile, "en": hostile})
    small, _ = only(knowledge, summary=summary)
    text = feed(small, "id", HERE)
    assert "<script" not in text
    assert "&lt;/summary&gt;" in text


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(2018, 2021, "2018/2021"), (2018, None, "2018/.."), (None, 2021, "../2021"), (None, None, None)],
)
def test_an_unknown_year_is_left_open(
    knowledge: Knowledge, start: int | None, end: int | None, expected: str | None
) -> None:
    period = next(iter(knowledge.cases.values())).period.model_copy(update={"start": start, "end": end})
    small, case = only(knowledge, period=period)
    assert case_page(small, case, "id", HERE).get("temporalCoverage") == expected


def test_every_field_and_column_is_documented_and_nothing_else(knowledge: Knowledge) -> None:
    strings = knowledge.strings["data"]
    documented = {key for key in strings if key.startswith(("field_", "column_"))} - {
        "field_record_pages",
        "field_record_data",
    }
    expected = {f"field_{field.key}" for field in fields()} | {f"column_{column.name}" for column in COLUMNS}
    assert documented == expected


def test_the_documented_fields_are_those_of_the_published_records(knowledge: Knowledge) -> None:
    published: set[str] = set()

    def walk(value: Any, path: str) -> None:
        if isinstance(value, list):
            for one in value:
                walk(one, f"{path}[]")
        elif isinstance(value, dict) and set(value) != {"id", "en"}:
            for key, one in value.items():
                published.add(f"{path}.{key}".lstrip("."))
                walk(one, f"{path}.{key}")

    for record in json.loads(Records(knowledge, HERE).all())["cases"]:
        walk(record, "")
    # What occurs again has been documented where it occurs first.
    again = ("scale[].", "results[].after.")
    found = {path for path in published if not path.startswith(again)} - {"pages", "data"}
    assert found == {field.path.removesuffix("[]") for field in fields()}


def built(folder: Path, head: str) -> BuiltSite:
    """A site of three pages, one of them of the case `one`."""
    for name in ("id/index.html", "en/index.html", "id/cases/one/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<html><head>{head}</head><body></body></html>", encoding="utf-8")
    return BuiltSite.read(folder)


def test_no_text_of_a_case_can_end_its_description(knowledge: Knowledge, tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script><!-- <script> & \\1"
    title = next(iter(knowledge.cases.values())).title.model_copy(update={"id": hostile, "en": hostile})
    small, _ = only(knowledge, title=title)
    site = built(tmp_path, '<link rel="canonical" href="https://contoh.test/dasar/id/">')
    downloads.write(site, small)
    found = BeautifulSoup(site.pages["id/cases/one/index.html"], "html.parser").select("script")
    assert len(found) == 1
    assert json.loads(found[0].string or "")["headline"] == hostile
    assert json.loads(found[0].string or "")["url"] == "https://contoh.test/dasar/id/cases/one/"


def test_writing_the_data_again_changes_nothing(knowledge: Knowledge, tmp_path: Path) -> None:
    small, _ = only(knowledge)
    site = built(tmp_path, "")
    downloads.write(site, small)
    pages = dict(site.pages)
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    downloads.write(site, small)
    assert site.pages == pages
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_a_site_without_an_address_names_paths_from_its_root(knowledge: Knowledge, tmp_path: Path) -> None:
    small, _ = only(knowledge)
    downloads.write(built(tmp_path, ""), small)
    data = json.loads((tmp_path / "data/cases/one.json").read_text(encoding="utf-8"))
    assert data["case"]["pages"]["id"] == "id/cases/one/"
    feed_root = ElementTree.fromstring((tmp_path / "id/cases/feed.xml").read_bytes())
    assert feed_root.get("{http://www.w3.org/XML/1998/namespace}base") == "../../"
