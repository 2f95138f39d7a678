"""What the tests of checklists in the browser share: addresses, and the acts of a reader."""

import json
from typing import Any

from playwright.sync_api import Locator, Page

from tests.conftest import ROOT

# The generator of a language.
GENERATOR = "{}/checklists/"
POINTS = sorted(path.stem for path in (ROOT / "checklists").glob("*.yml"))


def shown_items(page: Page) -> Locator:
    """The items a reader sees."""
    return page.locator('[data-component="item"]:visible')


def item(page: Page, number: int = 0) -> Locator:
    """An item by its place on the page, seen or not."""
    return page.locator('[data-component="item"]').nth(number)


def choose(page: Page, name: str, value: str) -> None:
    """Open the questions and click a choice."""
    page.evaluate("document.querySelectorAll('[data-component=question]').forEach((one) => { one.open = true; })")
    page.locator(f'input[name="{name}"][value="{value}"]').check()


def kept(page: Page) -> dict[str, Any]:
    """The open list as the device holds it."""
    text = page.evaluate(
        """() => { const prefix = "simpul.checklist.v2.";
          return localStorage.getItem(prefix + "list." + localStorage.getItem(prefix + "current")); }"""
    )
    found: dict[str, Any] = json.loads(text)
    return found
