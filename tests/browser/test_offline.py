"""Without a network: what is kept after one visit, what is not, a new version, and the whole site on the device.

The site stands below a path of its host, as on a shared one, and the host is really stopped.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from simpul.finish import offline
from simpul.finish.built_site import BuiltSite
from simpul.text import LANGUAGES, Language
from tests import serving
from tests.browser.checklist_page import GENERATOR, POINTS, choose, item, shown_items
from tests.conftest import DESKTOP, PHONE, violations

LIST = "id/checklists/change-of-official/"
NOTICE = '[data-component="new-version"]'
PANEL = '[data-component="keep-offline"]'
NEW_PAGE = (f"{LIST}index.html", "<h1", "<h1 data-edition=2")
# Loading a page anew on a busy machine.
PATIENCE = 20_000
NOT_KEPT = {"id": "Halaman ini belum tersimpan", "en": "This page is not kept"}


class Cached(serving.Quiet):
    """Lets browsers use a file again without asking for a while, as GitHub Pages does."""

    caching = "max-age=600"

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.caching)
        super().end_headers()


class Asked(Cached):
    """Lets browsers ask again for every file."""

    caching = "no-cache"


class Host:
    """Serves a copy of the site below a path; can be stopped, as when the network is lost, and started again."""

    def __init__(self, site: Path, handler: type[Cached]) -> None:
        self.site = site
        self._handler = handler
        self._port = 0
        self.start()
        self.url = f"{serving.address(self._server)}{site.name}/"

    def start(self) -> None:
        self._server = serving.start(self.site.parent, self._handler, self._port)
        self._port = self._server.server_port

    def stop(self) -> None:
        serving.stop(self._server)

    def publish(self, *changes: tuple[str, str, str]) -> None:
        """One new edition, in which something stands in place of another text in each of the files."""
        for path, old, new in changes:
            file = self.site / path
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new), encoding="utf-8")
        offline.write(BuiltSite.read(self.site))


@pytest.fixture
def host(request: pytest.FixtureRequest, site_dir: Path, tmp_path: Path) -> Iterator[Host]:
    """A host whose files browsers may use unasked, unless a test names another."""
    host = Host(Path(shutil.copytree(site_dir, tmp_path / "dasar")), getattr(request, "param", Cached))
    yield host
    host.stop()


@pytest.fixture
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader on a phone with a fresh profile."""
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(15_000)
    yield context
    context.close()


def visit(reader: BrowserContext, address: str) -> Page:
    """Open a page of the checklists and stay until what it keeps is there."""
    page = reader.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    return page


def newer(page: Page) -> None:
    """Let the browser look for a new version, as it does by itself from time to time."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => undefined)")


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


# The whole site


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
