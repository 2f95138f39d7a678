"""The whole site on the device, on request: its pages and search without a network, its age, its end."""

import json

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.checklist_page import GENERATOR
from tests.browser.hosting import Asked, Cached, Host, visit
from tests.conftest import violations

NOTICE = '[data-component="new-version"]'
PANEL = '[data-component="keep-offline"]'
NOT_KEPT = {"id": "Halaman ini belum tersimpan", "en": "This page is not kept"}


def keep_whole(page: Page, button: str = "Simpan seluruh situs di perangkat ini") -> None:
    page.get_by_role("button", name=button).click()
    expect(page.locator(f"{PANEL} [data-part=status]")).to_contain_text("Selesai", timeout=60_000)


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("mutasi")
    page.locator("#kb-search ol a").first.wait_for()


@pytest.mark.parametrize("host", [Cached, Asked], indirect=True)
def test_the_whole_site_is_kept_on_request_with_its_search_and_removed_again(
    reader: BrowserContext, host: Host
) -> None:
    page = visit(reader, host.url + GENERATOR.format("id"))
    size = json.loads((host.site / "offline/whole.json").read_text(encoding="utf-8"))["bytes"]
    expect(page.locator(PANEL)).to_contain_text(f"{size / 1e6:.0f} MB")
    keep_whole(page)
    assert violations(page) == []
    host.stop()
    try:
        page.goto(f"{host.url}en/guides/benefits/?a=1")
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.kb-header')).position") != "static"
        for path in ("id/cases/", GENERATOR.format("id")):
            page.goto(host.url + path)
            search(page)
        page.locator("#kb-search ol a").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert NOT_KEPT["id"] not in page.content()
    finally:
        host.start()
    page.goto(f"{host.url}id/about/")
    page.get_by_role("button", name="Hapus situs dari perangkat ini").click()
    expect(page.locator(f"{PANEL} [data-part=status]")).to_contain_text("sudah dihapus")
    assert page.evaluate("caches.keys().then((all) => all.filter((name) => name.includes('whole')))") == []
    host.stop()
    try:
        page.goto(f"{host.url}en/guides/benefits/")
        expect(page.get_by_role("heading", name=NOT_KEPT["en"])).to_be_visible()
    finally:
        host.start()


def test_a_page_of_the_copy_has_everything_when_the_network_goes_while_it_is_open(
    reader: BrowserContext, host: Host
) -> None:
    keep_whole(visit(reader, host.url + GENERATOR.format("id")))
    page = reader.new_page()
    page.goto(f"{host.url}id/guides/agree/")
    host.stop()
    try:
        search(page)
    finally:
        host.start()


@pytest.mark.parametrize("host", [Cached, Asked], indirect=True)
def test_a_copy_that_is_older_than_the_host_serves_only_without_a_network_and_whole(
    reader: BrowserContext, host: Host
) -> None:
    keep_whole(visit(reader, host.url + GENERATOR.format("id")))
    page = reader.new_page()
    page.goto(f"{host.url}id/guides/agree/")
    script = "assets/javascripts/layout.js"
    text = (host.site / script).read_text(encoding="utf-8")
    host.publish(
        ("id/guides/agree/index.html", "<h1", "<h1 data-edition=2"),
        (script, text, f"document.documentElement.dataset.edition=2;{text}"),
    )
    new = page.locator("html[data-edition='2'] h1[data-edition='2']")
    page.goto(f"{host.url}id/guides/agree/")
    expect(new).to_be_visible()
    host.stop()
    try:
        page.goto(f"{host.url}id/guides/agree/")
        expect(page.locator("html[data-edition], h1[data-edition]")).to_have_count(0)
        search(page)
    finally:
        host.start()
    page.goto(f"{host.url}id/guides/agree/")
    expect(new).to_be_visible()


def test_an_older_copy_of_the_site_is_said_and_renewed(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, host.url + GENERATOR.format("id"))
    keep_whole(page)
    host.publish(("id/guides/benefits/index.html", "<h1", "<h1 data-edition=2"))
    page.goto(f"{host.url}id/about/")
    expect(page.locator(PANEL)).to_contain_text("bukan versi terbaru")
    keep_whole(page, "Perbarui salinan di perangkat ini")
    expect(page.get_by_role("button", name="Perbarui salinan")).to_be_hidden()
    host.stop()
    try:
        page.goto(f"{host.url}id/guides/benefits/")
        expect(page.locator("h1")).to_have_attribute("data-edition", "2")
    finally:
        host.start()


def test_without_room_or_network_or_when_cancelled_nothing_half_is_kept(reader: BrowserContext, host: Host) -> None:
    page = visit(reader, host.url + GENERATOR.format("en"))
    status = page.locator(f"{PANEL} [data-part=status]")
    button = page.get_by_role("button", name="Keep the whole site on this device")
    whole = "caches.keys().then((all) => all.filter((name) => name.includes('whole')))"

    button.click()
    page.get_by_role("button", name="Cancel").click()
    expect(status).to_contain_text("Cancelled")
    assert page.evaluate(whole) == []
    expect(button).to_be_focused()

    case = host.site / "en/cases/toronto-sidewalk-labs-quayside/index.html"
    kept = case.read_bytes()
    case.write_bytes(kept + b" ")
    button.click()
    expect(status).to_contain_text("did not work", timeout=60_000)
    assert page.evaluate(whole) == []
    case.write_bytes(kept)

    quota = {"origin": host.url.removesuffix("/dasar/"), "quotaSize": 9_000_000}
    reader.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    requests: list[str] = []
    reader.on("request", lambda request: requests.append(request.url))
    button.click()
    expect(status).to_contain_text("not enough space")
    assert not [address for address in requests if "/cases/" in address]
    # Where the browser does not know beforehand, it is said once the room is used up.
    page.evaluate("() => { StorageManager.prototype.estimate = async () => ({}); }")
    status.evaluate("(line) => { line.textContent = ''; }")
    button.click()
    expect(status).to_contain_text("not enough space", timeout=60_000)
    assert page.evaluate(whole) == []
    assert violations(page) == []


def test_without_scripts_or_without_the_means_the_choice_is_not_shown(browser: Browser, host: Host) -> None:
    without_scripts = browser.new_context(java_script_enabled=False)
    without_means = browser.new_context()
    without_means.add_init_script("delete Navigator.prototype.serviceWorker")
    for context in (without_scripts, without_means):
        page = context.new_page()
        for path in ("id/about/", GENERATOR.format("en")):
            page.goto(host.url + path)
            expect(page.locator(PANEL)).to_be_hidden()
            expect(page.locator(NOTICE)).to_be_hidden()
        context.close()
