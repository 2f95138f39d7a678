"""The frame in a real browser: language, colours, drawer, contents, paper, no script, accessibility."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PHONE, violations

GUIDE = "id/guides/benefits/"


def test_the_language_switch_keeps_page_query_and_hash(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GUIDE}?a=1&b=dua#bagian")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/**")
    assert page.url == f"{site_url}en/guides/benefits/?a=1&b=dua#bagian"


def test_the_root_sends_to_indonesian_and_later_to_the_language_chosen(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.wait_for_url("**/id/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    page.goto(site_url)
    page.wait_for_url("**/en/")


def test_the_root_offers_both_languages_without_script(plain_page: Page, site_url: str) -> None:
    plain_page.goto(site_url)
    expect(plain_page.get_by_role("link", name="Buka dalam bahasa Indonesia")).to_be_visible()
    plain_page.get_by_role("link", name="Open in English").click()
    assert plain_page.url == f"{site_url}en/"


@pytest.mark.parametrize(
    ("path", "heading"), [("en/nowhere/", "Page not found"), ("id/tidak-ada/", "Halaman tidak ditemukan")]
)
def test_a_missing_page_answers_in_the_language_of_the_address(
    page: Page, site_url: str, path: str, heading: str
) -> None:
    page.goto(site_url + path)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.evaluate("document.documentElement.lang") == path[:2]
    assert page.title().startswith(heading)
    page.trouble.clear()  # type: ignore[attr-defined]  # the browser logs the status 404 that this test provokes


def test_colours_follow_the_device_until_the_reader_chooses(page: Page, site_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site_url + GUIDE)
    root = page.locator("html")
    button = page.locator('[data-component="scheme"]')
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    button.click()
    expect(root).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(root).to_have_attribute("data-md-color-scheme", "default")
    button.click()
    expect(root).to_have_attribute("data-md-color-scheme", "slate")
    button.click()
    page.emulate_media(color_scheme="light")
    expect(root).to_have_attribute("data-md-color-scheme", "default")


def test_the_drawer_opens_and_closes_by_keyboard(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + GUIDE)
    menu = page.locator('button[data-component="drawer-button"]')
    drawer = page.locator("#kb-drawer")
    expect(drawer).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(drawer.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(menu).to_be_focused()


def test_the_drawer_opens_without_script(plain_page: Page, site_url: str) -> None:
    plain_page.goto(site_url + GUIDE)
    plain_page.locator("label.kb-header__menu").click()
    expect(plain_page.locator("#kb-drawer").get_by_role("link", name="Kasus")).to_be_visible()


def test_what_needs_script_is_not_shown_without_it(plain_page: Page, site_url: str) -> None:
    plain_page.goto(f"{site_url}id/")
    for button in plain_page.locator(".kb-needs-js").all():
        expect(button).to_be_hidden()
    expect(plain_page.get_by_role("heading", level=1)).to_be_visible()


def test_the_contents_follow_the_reader(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDE)
    link = page.locator('[data-component="toc"] .kb-toc__list > li > a').nth(2)
    link.click()
    expect(link).to_have_attribute("aria-current", "true")


def test_the_skip_link_leads_to_the_content(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    expect(skip).to_be_focused()
    target = skip.get_attribute("href")
    assert page.locator(f"main {target}").count() == 1


def test_paper_has_the_words_and_not_the_frame(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDE)
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".kb-header", ".kb-sidebar--nav", ".kb-sidebar--toc", ".kb-path", ".kb-footer"):
        expect(page.locator(part)).to_be_hidden()
    address = page.locator(".kb-foot__address")
    expect(address).to_be_visible()
    expect(address).to_contain_text("/id/guides/benefits/")
    assert page.evaluate("getComputedStyle(document.querySelector('article p')).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize("path", ["id/", "en/", GUIDE, "en/about/", "id/checklists/"])
def test_no_page_scrolls_sideways_on_a_phone(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", ["id/", GUIDE])
def test_controls_of_the_frame_can_be_touched_on_a_phone(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + path)
    page.locator('button[data-component="drawer-button"]').click()
    controls = page.locator(
        ".kb-header a, .kb-header button, #kb-drawer a, #kb-drawer summary, .kb-footer__links a, .kb-button"
    )
    boxes = [box for control in controls.all() if control.is_visible() and (box := control.bounding_box())]
    assert boxes
    assert [box for box in boxes if box["height"] < 44] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["id/", "en/", GUIDE, "en/guides/benefits/", "404.html"])
def test_axe_finds_no_violation_in_the_frame(page: Page, site_url: str, path: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site_url + path)
    assert violations(page) == []


def test_axe_finds_no_violation_at_the_root(page: Page, site_url: str) -> None:
    page.route("**/entry*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(site_url)
    assert violations(page) == []


def test_axe_finds_no_violation_in_the_open_drawer(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + GUIDE)
    page.locator('button[data-component="drawer-button"]').click()
    expect(page.locator("#kb-drawer")).to_be_visible()
    assert violations(page) == []
