"""What the tests of checklists in the browser share: addresses, and the acts of a reader."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.conftest import ROOT

# The generator of a language.
GENERATOR = "{}/checklists/"
NOTICE = '[data-notice="{}"]'
POINTS = sorted(path.stem for path in (ROOT / "checklists").glob("*.yml"))

_READ = """async () => {
  const beside = document.querySelector('script[src*="checklist/index"]').src;
  const module = (name) => import(new URL(name, beside).href);
  const [{ readSheets }, { readShownList }] = await Promise.all([module("sheets.js"), module("shown-list.js")]);
  const root = document.querySelector('[data-component="generator"], [data-component="checklist"]');
  return readShownList(root, readSheets(root));
}"""


def shown_items(page: Page) -> Locator:
    """The items a reader sees."""
    return page.locator('[data-component="item"]:visible')


def item(page: Page, number: int = 0) -> Locator:
    """An item by its place on the page, seen or not."""
    return page.locator('[data-component="item"]').nth(number)


def choose(page: Page, name: str, value: str) -> None:
    """Open the questions and make a choice, by keyboard: the page may still be moving from the last one."""
    page.evaluate("document.querySelectorAll('[data-component=question]').forEach((one) => { one.open = true; })")
    choice = page.locator(f'input[name="{name}"][value="{value}"]')
    if not choice.is_checked():
        choice.press("Space")
    expect(choice).to_be_checked()


def kept(page: Page) -> dict[str, Any]:
    """The open list as the device holds it."""
    text = page.evaluate(
        """() => { const prefix = "simpul.checklist.v2.";
          return localStorage.getItem(prefix + "list." + localStorage.getItem(prefix + "current")); }"""
    )
    found: dict[str, Any] = json.loads(text)
    return found


def read_list(page: Page) -> dict[str, Any]:
    """The list on screen as the modules of the site read it for exports and for paper."""
    found: dict[str, Any] = page.evaluate(_READ)
    return found


def open_panel(page: Page, name: str) -> None:
    """Open a part of the panel; what it needs may still be loading."""
    panel = page.locator(f'[data-component="{name}"]').locator("xpath=ancestor-or-self::details")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()


def open_file(page: Page, text: str, name: str = "rapat.json") -> None:
    """Open a file with this text as a further list."""
    open_panel(page, "keep")
    page.locator('[data-component="link"]').focus()
    expect(page.locator('[data-component="link"]')).not_to_have_value("")
    page.locator("[data-open-file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    )
