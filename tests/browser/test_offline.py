"""Without a network: what is kept after one visit, what is not, and a new version.

The site stands below a path of its host, as on a shared one, and the host is really stopped.
"""

import json

import pytest
from playwright.sync_api import BrowserContext, expect

from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, POINTS, choose, item, shown_items
from tests.browser.hosting import Host, newer, visit
from tests.conftest import DESKTOP, violations

LIST = "id/checklists/change-of-official/"
NOTICE = '[data-component="new-version"]'
NEW_PAGE = (f"{LIST}index.html", "<h1", "<h1 data-edition=2")
# Loading a page anew on a busy machine.
PATIENCE = 20_000
NOT_KEPT = {"id": "Halaman ini belum tersimpan", "en": "This page is not kept"}


# What is kept after one visit


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_one_visit_every_list_in_both_languages_opens_without_a_network(
    reader: BrowserContext, host: Host, language: Language
) -> None:
    page = visit(reader, host.url + GENERATOR.format(language))
    host.stop()
    try:
        for other in LANGUAGES:
            for path in ["", "how-to-use/", *(f"{point}/" for point in POINTS)]:
                page.goto(f"{host.url}{other}/checklists/{path}")
                expect(page.locator("html")).to_have_attribute("lang", other)
                assert page.title().endswith("Simpul Kolaborasi"), page.title()
                assert page.evaluate("getComputedStyle(document.querySelector('.kb-header')).position") != "static"
    finally:
        host.start()


def test_marks_and_answers_are_there_without_a_network_and_still_kept(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, host.url + LIST)
    item(page).locator('[value="done"]').check()
    host.stop()
    try:
        page.reload()
        expect(item(page).locator('[value="done"]')).to_be_checked()
        item(page, 1).locator('[value="partly"]').check()
        page.goto(f"{host.url}{GENERATOR.format('id')}?pause_point=change-of-official#your-list")
        expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)
        expect(shown_items(page).nth(1).locator('[value="partly"]')).to_be_checked()
        page.goto(f"{host.url}{GENERATOR.format('id').rstrip('/')}?pause_point=change-of-official#your-list")
        page.set_viewport_size(DESKTOP)  # where all questions stand at once
        choose(page, "form", "data-sharing")
        expect(page).to_have_url(
            f"{host.url}{GENERATOR.format('id')}?pause_point=change-of-official&form=data-sharing#your-list"
        )
    finally:
        host.start()


def test_a_guide_keeps_nothing_on_the_device(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    page.goto(f"{host.url}id/guides/benefits/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


def test_who_saves_data_keeps_nothing_unasked(reader: BrowserContext, host: Host) -> None:
    reader.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = reader.new_page()
    page.goto(host.url + LIST)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


@pytest.mark.parametrize("path", ["id/guides/benefits/", "en/cases/", "id/no/such/page/", "data/cases.json"])
def test_a_page_that_is_not_kept_says_so_in_both_languages_and_leads_to_what_is_kept(
    reader: BrowserContext, host: Host, path: str
) -> None:
    page = visit(reader, host.url + LIST)
    host.stop()
    try:
        page.goto(f"{host.url}{path}?a=1#b")
        for language, title in NOT_KEPT.items():
            section = page.locator(f"section[lang={language}]")
            expect(section.get_by_role("heading", name=title)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.kb-button--primary')).display") != "inline"
        assert violations(page) == []
        page.locator("section[lang=en] .kb-button--primary").click()
        expect(page).to_have_url(host.url + GENERATOR.format("en"))
        page.go_back()
    finally:
        host.start()
    if "no" not in path:
        page.get_by_role("link", name="Coba lagi").click()
        page.wait_for_load_state()
        assert NOT_KEPT["id"] not in page.content()


def test_where_a_host_changes_files_nothing_is_kept_and_the_page_works(reader: BrowserContext, host: Host) -> None:
    (host.site / LIST / "index.html").open("a", encoding="utf-8").write("<!-- added by the host -->")
    page = reader.new_page()
    page.goto(host.url + LIST)
    page.wait_for_function(
        "navigator.serviceWorker.getRegistration().then((one) => !one || !(one.installing || one.active))"
    )
    item(page).locator('[value="done"]').check()
    page.reload()
    expect(item(page).locator('[value="done"]')).to_be_checked()


# A new version


def test_a_new_version_waits_for_the_reader_and_is_never_mixed_with_the_old(reader: BrowserContext, host: Host) -> None:
    first = visit(reader, host.url + LIST)
    first.reload()
    item(first).locator('[value="done"]').check()
    second = reader.new_page()
    second.goto(f"{host.url}{GENERATOR.format('en')}?pause_point=change-of-official")
    expect(first.locator(NOTICE)).to_be_hidden()

    script = "assets/javascripts/checklist/device.js"
    host.publish(NEW_PAGE, (script, "export", "document.documentElement.dataset.edition=2;export"))
    newer(first)
    for page in (first, second):
        expect(page.locator(NOTICE)).to_be_visible()
        assert violations(page) == []
    # Until the reader asks, both page and script stay those of the first edition, also when loaded again.
    first.reload()
    expect(first.locator("h1[data-edition], html[data-edition]")).to_have_count(0)
    expect(first.locator(NOTICE)).to_be_visible()

    first.get_by_role("button", name="Muat versi baru").click()
    expect(first.locator("html")).to_have_attribute("data-edition", "2", timeout=PATIENCE)
    expect(first.locator("h1")).to_have_attribute("data-edition", "2")
    expect(first.locator(NOTICE)).to_be_hidden()
    expect(item(first).locator('[value="done"]')).to_be_checked()
    # The other tab is left alone, and what it loads now is still of its own edition.
    loaded = f"import('../../{script}?again').then(() => document.documentElement.dataset.edition)"
    assert second.evaluate(loaded) is None
    expect(second.locator(NOTICE)).to_be_visible()
    second.get_by_role("button", name="Load the new version").click()
    expect(second.locator("html")).to_have_attribute("data-edition", "2", timeout=PATIENCE)
    expect(second).to_have_url(f"{host.url}{GENERATOR.format('en')}?pause_point=change-of-official")
    expect(shown_items(second).first.locator('[value="done"]')).to_be_checked()


def test_a_page_from_the_network_gets_its_scripts_from_there_beside_older_lists(
    reader: BrowserContext, host: Host
) -> None:
    page = visit(reader, host.url + LIST)
    page.reload()
    script = "assets/javascripts/layout.js"
    text = (host.site / script).read_text(encoding="utf-8")
    host.publish((script, text, f"document.documentElement.dataset.edition=2;{text}"))
    newer(page)
    expect(page.locator(NOTICE)).to_be_visible()
    page.goto(f"{host.url}id/guides/benefits/")
    expect(page.locator("html")).to_have_attribute("data-edition", "2")
    page.goto(host.url + LIST)
    expect(page.locator(NOTICE)).to_be_visible()
    expect(page.locator("html[data-edition]")).to_have_count(0)


def test_an_old_version_is_deleted_when_no_tab_shows_it_any_more(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, host.url + LIST)
    page.reload()
    host.publish(NEW_PAGE)
    newer(page)
    # The first touch of the page, which begins to load other things through the older version.
    page.get_by_role("button", name="Muat versi baru").click()
    expect(page.locator("h1")).to_have_attribute("data-edition", "2", timeout=PATIENCE)
    page.wait_for_function("caches.keys().then((all) => all.filter((name) => name.includes('lists')).length === 1)")


def test_half_of_a_new_version_never_takes_over(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, host.url + LIST)
    page.reload()
    # The host has the new list of files, and not yet one of the files: in one write, for the browser looks any time.
    worker = host.site / "service-worker.js"
    told = worker.read_text(encoding="utf-8")
    listed = json.loads(told.partition("\n")[0].removeprefix("const SITE=").removesuffix(";"))
    told = told.replace(listed["version"], "new").replace(listed["files"][LIST], "0" * 16)
    worker.write_text(told, encoding="utf-8")
    newer(page)
    page.wait_for_function("navigator.serviceWorker.getRegistration().then((one) => !one.installing)")
    expect(page.locator(NOTICE)).to_be_hidden()
    host.stop()
    try:
        page.reload()
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("h1[data-edition]")).to_have_count(0)
    finally:
        host.start()
