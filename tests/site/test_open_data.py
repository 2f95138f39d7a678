"""The published data, read with readers that know nothing of us."""

import csv
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from simpul.knowledge import Knowledge
from simpul.open_data.feed import LIMIT
from simpul.text import LANGUAGES

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def file_at(site_dir: Path, address: str) -> Path:
    path = urlsplit(address).path.lstrip("/")
    return site_dir / (f"{path}index.html" if path.endswith("/") else path)


def described(page: Path) -> dict[str, Any]:
    """The one description for machines in a page."""
    blocks = BeautifulSoup(page.read_bytes(), "html.parser").select('script[type="application/ld+json"]')
    assert len(blocks) == 1, page
    found: dict[str, Any] = json.loads(blocks[0].string or "")
    return found


@pytest.fixture(scope="module")
def catalogue(site_dir: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_dir / "data/cases.json").read_text(encoding="utf-8"))
    return found


def test_the_catalogue_holds_every_case_and_every_address_in_it_leads_somewhere(
    catalogue: dict[str, Any], site_dir: Path, knowledge: Knowledge
) -> None:
    assert {case["slug"] for case in catalogue["cases"]} == set(knowledge.cases)
    assert catalogue["count"] == len(knowledge.cases)
    assert catalogue["licence"]["name"] == "CC BY 4.0"
    addresses = [*catalogue["documentation"].values(), *catalogue["files"].values()]
    for case in catalogue["cases"]:
        addresses += [case["data"], *case["pages"].values()]
    assert [address for address in addresses if not file_at(site_dir, address).is_file()] == []


def test_the_file_of_each_case_opens_and_agrees_with_the_catalogue(catalogue: dict[str, Any], site_dir: Path) -> None:
    files = {file.stem: file for file in (site_dir / "data/cases").glob("*.json")}
    assert files.keys() == {case["slug"] for case in catalogue["cases"]}
    for case in catalogue["cases"]:
        assert json.loads(files[case["slug"]].read_text(encoding="utf-8"))["case"] == case


def test_the_table_opens_and_agrees_with_the_catalogue(catalogue: dict[str, Any], site_dir: Path) -> None:
    with (site_dir / "data/cases.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["slug"] for row in rows] == [case["slug"] for case in catalogue["cases"]]
    for row, case in zip(rows, catalogue["cases"], strict=True):
        assert None not in row
        assert row["title_en"] == case["title"]["en"]
        assert row["challenges"].split("; ") == list(dict.fromkeys(one["challenge"] for one in case["challenges"]))
        assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_keeps_the_rules_of_atom(site_dir: Path, knowledge: Knowledge, language: str) -> None:
    feed = ElementTree.fromstring((site_dir / language / "cases/feed.xml").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == min(len(knowledge.cases), LIMIT)
    identities = []
    for element in (feed, *entries):
        for required in ("id", "title", "updated"):
            found = element.findall(f"{ATOM}{required}")
            assert len(found) == 1
            assert (found[0].text or "").strip()
        identities.append(element.findtext(f"{ATOM}id"))
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        assert file_at(site_dir, alternates[0].get("href", "")).is_file()
    assert all(identity and UUID(identity) for identity in identities)
    assert len(set(identities)) == len(identities)
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert all(entry.findtext(f"{ATOM}summary") for entry in entries)
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_reader_finds_the_feed_from_any_page_on_cases(site_dir: Path, language: str) -> None:
    for path in ("cases/", "cases/patterns/"):
        page = site_dir / language / path / "index.html"
        link = BeautifulSoup(page.read_bytes(), "html.parser").select_one('link[type="application/atom+xml"]')
        assert link is not None
        assert (page.parent / str(link["href"])).resolve() == (site_dir / language / "cases/feed.xml").resolve()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_case_describes_itself(site_dir: Path, knowledge: Knowledge, language: str) -> None:
    for slug, case in knowledge.cases.items():
        found = described(site_dir / language / "cases" / slug / "index.html")
        assert found["@context"] == "https://schema.org"
        assert found["@type"] == "Article"
        assert found["inLanguage"] == language
        assert found["headline"] == (case.title.id if language == "id" else case.title.en)
        assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert found["dateModified"] >= case.verified.isoformat()
        assert [cited["url"] for cited in found["citation"]] == [source.url for source in case.sources.values()]
        assert found["about"]
        assert file_at(site_dir, found["isBasedOn"]).is_file()


def test_the_page_on_open_data_describes_the_data_set(site_dir: Path, catalogue: dict[str, Any]) -> None:
    found = described(site_dir / "en/cases/open-data/index.html")
    assert found["@type"] == "Dataset"
    assert found["version"] == f"{catalogue['schema_version']}+{catalogue['data_version']}"
    assert all(file_at(site_dir, one["contentUrl"]).is_file() for one in found["distribution"])


def test_a_description_is_data_to_the_security_policy_and_no_script(site_dir: Path, knowledge: Knowledge) -> None:
    case = site_dir / "id/cases" / next(iter(knowledge.cases)) / "index.html"
    guide = site_dir / "id/guides/challenges/index.html"
    policies = [
        BeautifulSoup(page.read_bytes(), "html.parser").select_one('meta[http-equiv="Content-Security-Policy"]')
        for page in (case, guide)
    ]
    assert policies[0] == policies[1]
