"""By what a calendar knows the due dates of a list again, whatever the list is called and wherever it is opened."""

import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.checklist_page import NOTICE, item, open_file, open_panel


def calendar_names(page: Page) -> list[str]:
    """What the events of the open list are known by in a calendar."""
    if page.locator('[data-component="exports"]').get_attribute("open") is None:
        page.locator('[data-component="exports"] summary').click()
    # It comes with the rest of the panel: before that, the buttons do nothing.
    expect(page.locator('[data-export="whatsapp"]')).to_be_visible()
    with page.expect_download() as waiting:
        page.locator('[data-export="ics"]').click()
    content = Path(waiting.value.path()).read_bytes().decode()
    return [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_events_stay_the_same_through_a_new_name_and_a_file_and_a_copy_has_its_own(
    browser: Browser, page: Page, site_url: str
) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[data-field="due"]').fill("2026-12-01")
    (first,) = calendar_names(page)
    open_panel(page, "lists")
    page.locator('[data-meeting="title"]').fill("Forum data")
    page.reload()
    assert calendar_names(page) == [first]
    open_panel(page, "keep")
    with page.expect_download() as waiting:
        page.locator('[data-action="save-file"]').click()
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    open_panel(page, "lists")
    page.locator('[data-action="list-copy"]').click()
    expect(page.locator('[data-meeting="title"]')).to_have_value("Forum data (2)")
    (copied,) = calendar_names(page)
    assert copied != first
    # A partner opens the file; somebody else has a list of the same name.
    context = browser.new_context()
    partner = context.new_page()
    partner.goto(site_url + "en/checklists/first-meeting/")
    item(partner).locator('[data-field="due"]').fill("2026-12-01")
    (others,) = calendar_names(partner)
    assert others not in (first, copied)
    open_file(partner, saved)
    expect(partner.locator(NOTICE.format("opened"))).to_be_visible()
    assert calendar_names(partner) == [first]
    context.close()


@pytest.mark.parametrize("identity", [None, "", "../\r\nX:1", 7, "a" * 41])
def test_a_list_without_an_identity_gets_one_and_keeps_it(page: Page, site_url: str, identity: object) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    slug = str(item(page).get_attribute("data-slug"))
    old = {
        "format": "simpul-kolaborasi/checklist",
        "version": 2,
        "name": "Lama",
        "entries": {slug: {"due": "2026-12-01"}},
        **({} if identity is None else {"identity": identity}),
    }
    page.evaluate("(text) => localStorage.setItem('simpul.checklist.v2.list.a', text)", json.dumps(old))
    page.reload()
    (name,) = calendar_names(page)
    assert re.fullmatch(rf"first-meeting\.{slug}\.[0-9a-f]{{24}}@simpul-kolaborasi", name)
    page.reload()
    assert calendar_names(page) == [name]
    open_file(page, json.dumps(old))
    expect(page.locator(NOTICE.format("opened"))).to_be_visible()
    (opened,) = calendar_names(page)
    assert re.fullmatch(rf"first-meeting\.{slug}\.[0-9a-f]{{24}}@simpul-kolaborasi", opened)
    assert opened != name
