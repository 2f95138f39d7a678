"""The address on paper that opens the list again: in words, and for a camera."""

import re

import pytest
from playwright.sync_api import Page, expect

from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, choose
from tests.browser.printed import BLURRED, SHARP, packed, printed, touch

LIST = "{}/checklists/first-meeting/"


@pytest.mark.parametrize("path", [LIST.format("id"), "en/checklists/change-of-official/"])
def test_a_camera_reads_the_address_from_paper(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    touch(page)
    paper = printed(page)
    assert paper.codes(SHARP) == paper.codes(BLURRED) == [[site_url + path]]
    assert site_url + path in packed(paper.text)


def widest_answers(page: Page) -> None:
    """Answer every question with as much as it takes; of a single choice with the longest name."""
    for question in page.locator('[data-component="question"]').all():
        boxes = question.locator("input").evaluate_all("(all) => all.map((one) => [one.name, one.value, one.type])")
        boxes = boxes if boxes[0][2] == "checkbox" else [max(boxes, key=lambda one: len(one[1]))]
        for name, value, _ in boxes:
            choose(page, name, value)
            # A moment later the address has it, and each choice says anew what it brings, which may move the others.
            expect(page).to_have_url(re.compile(rf"[?&]{name}={value}(&|$)"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_camera_reads_the_longest_address_and_the_core_stays_one_page(
    page: Page, site_url: str, language: Language
) -> None:
    page.goto(site_url + GENERATOR.format(language))
    widest_answers(page)
    # The address follows the last answer a moment later.
    expect(page).to_have_url(re.compile(r"\?.{500,}condition=vulnerable-groups$"))
    touch(page)
    paper = printed(page)
    assert paper.codes(BLURRED) == [[], [page.url]]
    assert page.url in packed(paper.pages[1])
    # The margin has no room for the answers, and says that some are missing.
    assert f"{site_url}{GENERATOR.format(language)}?..." in packed(paper.pages[0])


def test_an_address_too_long_for_a_camera_is_printed_alone(page: Page, site_url: str) -> None:
    address = f"{site_url}{LIST.format('id')}?{'x' * 1200}"
    page.goto(address)
    touch(page)
    paper = printed(page)
    assert paper.codes() == [[] for _ in paper.pages]
    assert address in packed(paper.text)


def test_the_code_follows_the_answers(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    for point in ("first-meeting", "review-meeting"):
        choose(page, "pause_point", point)
        page.wait_for_url(f"**pause_point={point}")
        touch(page)
        assert printed(page).codes() == [[f"{site_url}{GENERATOR.format('id')}?pause_point={point}"]]
