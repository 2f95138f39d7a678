"""The list on screen as one object: what exports and paper are made from."""

import pytest
from playwright.sync_api import Page

from simpul.checklist import prepare_sheet, read_answers
from simpul.checklist.answers import describe_answers
from simpul.knowledge import Knowledge
from simpul.selection import select
from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, item, read_list

ANSWERS = {
    "pause_point": ["before-signing-agreement"],
    "form": ["data-sharing"],
    "partner_type": ["business", "university"],
    "role": ["all"],
    "condition": ["public-money", "personal-data"],
}


def query(written: dict[str, list[str]]) -> str:
    return "?" + "&".join(f"{facet}={value}" for facet, values in written.items() for value in values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_what_the_rule_selects_and_the_reasons_for_the_rest(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page.goto(site_url + GENERATOR.format(language) + query(ANSWERS))
    shown = read_list(page)
    answers, _ = read_answers(knowledge, ANSWERS)
    point = knowledge.pause_points["before-signing-agreement"]
    prepared = prepare_sheet(knowledge, point, language)
    selection = select(point.items.values(), answers)
    (sheet,) = shown["sheets"]
    assert shown["language"] == language
    assert shown["answers"] == list(describe_answers(knowledge, answers, language))
    assert sheet["title"] == prepared.title
    assert sheet["purpose"] == prepared.purpose
    assert sheet["signatories"] == list(prepared.signatories)
    assert sheet["version"] == prepared.version
    slugs = [one["slug"] for part in sheet["parts"] for one in part["items"]]
    assert slugs == [one.slug for one in selection.items]
    headings = [block.heading for block in prepared.blocks if block.condition in selection.blocks]
    assert [part["heading"] for part in sheet["parts"][1:]] == headings
    words = {one.slug: one for one in prepared.items}
    for one in (one for part in sheet["parts"] for one in part["items"]):
        assert (one["text"], one["priority"]) == (words[one["slug"]].text, words[one["slug"]].priority)
        assert one["why"] == words[one["slug"]].item.why.in_language(language)
        assert one["ask"] == words[one["slug"]].item.ask.in_language(language)
        assert one["lead_role"]
    assert [(one["text"], one["reason"]) for one in sheet["left_out"]] == [
        (words[one.item.slug].text, words[one.item.slug].reason_left_out(one, answers)) for one in selection.left_out
    ]


def test_it_holds_what_is_marked_and_written(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="not-applicable"]').check()
    written = {"owner": "Bappeda", "due": "2026-12-01", "note": "Lihat lampiran", "reason": "Sudah diatur"}
    for field, value in written.items():
        item(page).locator(f'[data-field="{field}"]').fill(value)
    shown = read_list(page)
    first = shown["sheets"][0]["parts"][0]["items"][0]
    assert {field: first[field] for field in written} == written
    assert (first["state"], first["own"]) == ("not-applicable", False)
    assert shown["sheets"][0]["parts"][0]["items"][1]["state"] == ""


def test_a_part_for_some_is_in_it_once_it_is_marked_or_to_be_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/before-signing-agreement/")
    assert [part["heading"] for part in read_list(page)["sheets"][0]["parts"]] == ["Core of the list"]
    page.locator("[data-print-part]").last.press("Space")
    assert len(read_list(page)["sheets"][0]["parts"]) == 2
