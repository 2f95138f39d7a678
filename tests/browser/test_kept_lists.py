"""What a reader keeps: lists by name, own items, items taken in, files, links, and what storage does to them."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, NOTICE, choose, item, kept, open_file, open_panel, shown_items
from tests.conftest import DESKTOP, PHONE

NAUGHTY = "<script>alert(1)</script> \N{RIGHT-TO-LEFT OVERRIDE}\"'> {{7*7}} =1+1 __proto__ \N{PILE OF POO}"


def add_own(page: Page, text: str) -> None:
    place = page.locator('[data-component="own"]:visible').first
    place.locator("[data-own-text]").fill(text)
    place.locator('[data-action="own-add"]').click()
    expect(page.locator("[data-own] [data-text]").last).to_have_text(text)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["390", "1440"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_journey(
    browser: Browser, page: Page, site_url: str, tmp_path: Path, language: Language, viewport: dict[str, int]
) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format(language))
    # Answer, one question at a time on a phone.
    page.locator('input[name="pause_point"][value="first-meeting"]').check()
    if viewport == PHONE:
        page.locator('[data-action="step-next"]').click()
        expect(page.locator('[data-component="step"]')).to_be_focused()
    choose(page, "form", "data-sharing")
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)
    # Tick, add an item, take one in.
    shown_items(page).first.locator('[value="done"]').check()
    add_own(page, NAUGHTY)
    own = page.locator("[data-own]")
    own.locator('[value="partly"]').check()
    page.locator('[data-component="left-out"] summary').click()
    taken = page.locator('[data-component="left-out"] li:visible').first
    slug = str(taken.get_attribute("data-of"))
    taken.locator("button").click()
    expect(page.locator(f"#item-{slug} [data-taken-in]")).to_be_visible()
    expect(page).to_have_url(
        f"{site_url}{language}/checklists/?pause_point=first-meeting&form=data-sharing&taken_in={slug}"
    )
    # Reload, and the other language.
    page.reload()
    expect(own.locator("[data-text]")).to_have_text(NAUGHTY)
    expect(own.locator('[value="partly"]')).to_be_checked()
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    page.locator('[data-component="language"]').click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "id" else "id")
    expect(own.locator('[value="partly"]')).to_be_checked()
    expect(page.locator(f"#item-{slug}")).to_be_visible()
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    # Save to a file.
    open_panel(page, "keep")
    with page.expect_download() as download:
        page.locator('[data-action="save-file"]').click()
    download.value.save_as(tmp_path / "list.json")
    saved = (tmp_path / "list.json").read_text(encoding="utf-8")
    assert json.loads(saved)["own_items"][0]["text"] == NAUGHTY
    # A link with states in a fresh profile: no own item, no note.
    page.locator('[data-component="link-states"]').check()
    link = page.locator('[data-component="link"]').input_value()
    context = browser.new_context()
    other = context.new_page()
    other.goto(link)
    expect(other.locator(NOTICE.format("opened"))).to_be_visible()
    expect(other.locator('[data-count="done"]')).to_have_text("1")
    expect(other.locator(f"#item-{slug}")).to_be_visible()
    expect(other.locator("[data-own]")).to_have_count(0)
    assert "#" not in other.url
    # The file in that profile: a further list.
    open_file(other, saved)
    expect(other.locator("[data-own] [data-text]")).to_have_text(NAUGHTY)
    open_panel(other, "lists")
    expect(other.locator('[data-component="all-lists"] option')).to_have_count(2)
    assert other.locator("article script, article img").count() == 0
    context.close()


def test_own_items_are_edited_deleted_and_brought_back(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    add_own(page, "Invite the district head")
    own = page.locator("[data-own]")
    own.locator('[data-field="owner"]').fill("Secretary")
    own.locator('[data-action="own-edit"]').click()
    own.locator("[data-own-edit]").fill("Invite the village head")
    page.keyboard.press("Enter")
    expect(own.locator("[data-text]")).to_have_text("Invite the village head")
    expect(own.locator('[data-action="own-edit"]')).to_be_focused()
    own.locator('[data-action="own-remove"]').click()
    expect(own).to_have_count(0)
    expect(page.locator('[data-action="own-undo"]:visible')).to_be_focused()
    page.keyboard.press("Enter")
    expect(own.locator('[data-field="owner"]')).to_have_value("Secretary")
    assert [one["text"] for one in kept(page)["own_items"]] == ["Invite the village head"]


def test_an_item_taken_in_is_put_back_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting")
    summary = page.locator('[data-component="left-out"] summary')
    summary.focus()
    page.keyboard.press("Enter")
    button = page.locator('[data-component="left-out"] li:visible button').first
    slug = str(page.locator('[data-component="left-out"] li:visible').first.get_attribute("data-of"))
    button.focus()
    page.keyboard.press("Enter")
    mark = page.locator(f"#item-{slug} [data-taken-in]")
    expect(mark).to_contain_text("Anda masukkan sendiri")
    expect(page.locator('[data-component="announcer"]')).to_contain_text("Dimasukkan ke dalam daftar")
    mark.locator("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#item-{slug}")).to_be_hidden()
    assert kept(page)["taken_in"] == []


def test_a_list_is_named_though_the_rest_of_its_panel_never_loads_and_that_is_said(page: Page, site_url: str) -> None:
    page.route("**/checklist/lists*.js", lambda route: route.abort())
    page.goto(site_url + "id/checklists/first-meeting/")
    open_panel(page, "lists")
    page.locator('[data-meeting="title"]').fill("Forum data")
    page.locator('[data-meeting="place"]').fill("Aula Bappeda")
    expect(page.locator(NOTICE.format("not-loaded"))).to_contain_text("tetap tersimpan")
    page.reload()
    page.trouble.clear()  # type: ignore[attr-defined]  # the browser logs the module that was refused on purpose
    open_panel(page, "lists")
    expect(page.locator('[data-meeting="title"]')).to_have_value("Forum data")
    expect(page.locator('[data-meeting="place"]')).to_have_value("Aula Bappeda")
    expect(page.locator(NOTICE.format("not-loaded"))).to_be_visible()
    page.trouble.clear()  # type: ignore[attr-defined]


def test_lists_are_named_copied_switched_and_deleted(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting")
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)
    shown_items(page).first.locator('[value="done"]').check()
    open_panel(page, "lists")
    name = page.locator('[data-meeting="title"]')
    name.fill("Forum data")
    page.locator('[data-meeting="partners"]').fill("Bappeda; BPS")
    page.locator('[data-meeting="date"]').fill("2026-12-01")
    page.locator('[data-action="list-copy"]').click()
    expect(name).to_have_value("Forum data (2)")
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    page.locator('[data-action="list-new"]').click()
    expect(name).to_have_value("Daftar saya")
    expect(page.locator('[data-count="done"]')).to_have_text("0")
    expect(page).to_have_url(site_url + GENERATOR.format("id"))
    page.locator('[data-component="all-lists"]').select_option(label="Forum data")
    page.locator('[data-action="list-open"]').click()
    expect(page.locator('[data-meeting="partners"]')).to_have_value("Bappeda; BPS")
    expect(page.locator('[data-meeting="date"]')).to_have_value("2026-12-01")
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)
    page.goto(site_url + "id/checklists/first-meeting/")
    expect(page.locator("[data-list-name]")).to_have_text("Forum data")
    open_panel(page, "lists")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator('[data-action="list-remove"]').click()
    expect(page.locator("[data-list-name]")).not_to_have_text("Forum data", use_inner_text=True)
    expect(page.locator('[data-component="all-lists"] option')).to_have_count(2)


def test_another_address_does_not_replace_the_answers_of_a_list(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("en"))
    choose(page, "form", "data-sharing")
    expect(page).to_have_url(site_url + GENERATOR.format("en") + "?form=data-sharing")
    page.goto(site_url + GENERATOR.format("en") + "?form=multi-stakeholder")
    notice = page.locator(NOTICE.format("other-answers"))
    expect(notice).to_be_visible()
    assert kept(page)["answers"] == {"form": ["data-sharing"]}
    notice.locator('[data-action="list-answers"]').click()
    expect(page.locator('[value="data-sharing"]')).to_be_checked()
    page.goto(site_url + GENERATOR.format("en"))
    expect(page).to_have_url(site_url + GENERATOR.format("en") + "?form=data-sharing")


OLD = {"items": {"set-shared-result": {"state": "done", "note": "x" * 100_000}, "of-another-time": {"state": "partly"}}}


def test_a_file_of_the_first_version_opens_and_unknown_items_are_named_and_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    open_file(page, json.dumps(OLD), "catatan lama.json")
    expect(page.locator(NOTICE.format("opened"))).to_contain_text("catatan lama")
    expect(page.locator(NOTICE.format("unknown-items"))).to_contain_text("of-another-time")
    assert kept(page)["entries"]["of-another-time"] == {"state": "partly"}
    assert len(kept(page)["entries"]["set-shared-result"]["note"]) == 100_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format": "simpul-kolaborasi/checklist", "version": 3, "entries": {}}', "versi situs yang lebih baru"),
        ("{broken", "bukan berkas daftar periksa"),
        ("[]", "bukan berkas daftar periksa"),
        ('{"format": "another", "version": 2, "entries": {}}', "bukan berkas daftar periksa"),
        ('{"items": {' + ",".join(f'"a{n}": {{}}' for n in range(5001)) + "}}", "terlalu besar"),
    ],
    ids=["newer", "broken", "array", "foreign", "large"],
)
def test_a_file_that_cannot_be_opened_is_named_and_changes_nothing(
    page: Page, site_url: str, text: str, said: str
) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    before = page.evaluate("JSON.stringify(localStorage)")
    open_file(page, text)
    expect(page.locator("[data-keep-status]")).to_contain_text(said)
    expect(page.locator("[data-keep-status]")).to_be_visible()
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_a_hostile_file_is_text_and_nothing_else(page: Page, site_url: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting")
    entry = {"state": '"><img src=x onerror=alert(1)>', "owner": NAUGHTY, "note": NAUGHTY, "due": "yesterday"}
    hostile = {
        "format": "simpul-kolaborasi/checklist",
        "version": 2,
        "name": NAUGHTY,
        "answers": {"__proto__": ["x"], "form": ["<b>"], "pause_point": ["first-meeting"]},
        "meeting": {"partners": NAUGHTY, "date": [], "place": None},
        "entries": {"__proto__": {"owner": "polluted"}, "constructor": entry, "set-shared-result": entry},
        "taken_in": ["<img>", 7],
        "own_items": [
            {"slug": "set-shared-result", "pause_point": "first-meeting", "text": NAUGHTY},
            {"slug": '"><b>', "pause_point": "first-meeting", "text": "Kedua"},
        ],
    }
    open_file(page, json.dumps(hostile))
    expect(page.locator("[data-own]")).to_have_count(2)
    expect(page.locator("[data-own] [data-text]").first).to_have_text(" ".join(NAUGHTY.split()))
    expect(page.locator(NOTICE.format("unknown-items"))).to_contain_text("<img>")
    assert page.evaluate("({}).owner") is None
    assert page.locator("article img, article script").count() == 0
    assert dialogs == []


def test_a_hostile_fragment_is_named_and_opened_once(page: Page, site_url: str) -> None:
    page.goto(
        site_url + GENERATOR.format("id") + "?pause_point=first-meeting#states=%3Cimg%3E:done,gone-item:done,x:evil"
    )
    notice = page.locator(NOTICE.format("unknown-items"))
    expect(notice).to_contain_text("<img>:done")
    expect(notice).to_contain_text("x:evil")
    expect(notice).to_contain_text("gone-item")
    assert kept(page)["entries"] == {"gone-item": {"state": "done"}}
    page.goto("about:blank")
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting#states=gone-item:done")
    expect(page.locator(NOTICE.format("opened"))).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('v2.list')).length") == 1


def test_parts_of_a_link_that_are_no_state_are_named_as_text_and_not_without_end(page: Page, site_url: str) -> None:
    parts = [
        "<script>alert(1)</script>:done",
        "constructor:done",
        "x:evil",
        *(f"part-{n}:?" for n in range(40)),
        "y" * 500,
    ]
    states = quote(",".join(parts))
    page.goto(f"{site_url}{GENERATOR.format('en')}?pause_point=first-meeting&sector=mars#states={states}")
    expect(page.locator('[data-component="unknown"] li')).to_have_text(["sector=mars"])
    named = page.locator(NOTICE.format("unknown-items")).locator("li")
    expect(named).to_have_count(9)
    assert named.all_inner_texts()[:3] == ["constructor", "<script>alert(1)</script>:done", "x:evil"]
    assert named.last.inner_text() == "and 36 more"
    assert page.locator("article script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_the_first_version_kept_becomes_a_list(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    slug = item(page).get_attribute("data-slug")
    page.evaluate(
        """([slug]) => {
          const keep = (point, text) => localStorage.setItem(`simpul.checklist.v1.${point}`, text);
          keep("first-meeting", JSON.stringify({ items: { [slug]: { state: "done" } } }));
          keep("review-meeting", JSON.stringify({ items: { later: { note: "n" } } }));
          keep("change-of-official", "{broken");
        }""",
        [slug],
    )
    page.reload()
    expect(item(page).locator('[value="done"]')).to_be_checked()
    expect(page.locator(NOTICE.format("unreadable"))).to_be_visible()
    assert kept(page)["entries"] == {slug: {"state": "done"}, "later": {"note": "n"}}
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('.v1.'))")
    assert keys == ["simpul.checklist.v1.change-of-official.unreadable"]


def test_a_list_deleted_in_another_tab_stays_on_the_screen_and_is_kept_again(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    other = page.context.new_page()
    other.goto(page.url)
    open_panel(other, "lists")
    other.once("dialog", lambda dialog: dialog.accept())
    other.locator('[data-action="list-remove"]').click()
    expect(page.locator(NOTICE.format("removed"))).to_be_visible()
    item(page, 1).locator('[value="done"]').check()
    expect(page.locator(NOTICE.format("removed"))).to_be_hidden()
    page.reload()
    expect(page.locator('[data-count="done"]')).to_have_text("2")


def test_what_full_storage_refused_is_kept_once_there_is_room(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    page.evaluate(
        """() => { window.original = Storage.prototype.setItem;
          Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    item(page).locator('[value="done"]').check()
    expect(page.locator(NOTICE.format("blocked"))).to_be_visible()
    page.evaluate("() => { Storage.prototype.setItem = window.original; }")
    item(page, 1).locator('[value="partly"]').check()
    expect(page.locator(NOTICE.format("blocked"))).to_be_hidden()
    page.reload()
    expect(item(page).locator('[value="done"]')).to_be_checked()
    expect(item(page, 1).locator('[value="partly"]')).to_be_checked()


@pytest.mark.parametrize("text", ["{broken", "null", "7", '{"format": "simpul-kolaborasi/checklist", "version": 2}'])
def test_a_list_that_cannot_be_read_is_put_aside_and_named(page: Page, site_url: str, text: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    page.evaluate(
        """(text) => { localStorage.setItem("simpul.checklist.v2.list.a", text);
          localStorage.setItem("simpul.checklist.v2.current", "a"); }""",
        text,
    )
    page.reload()
    expect(page.locator(NOTICE.format("unreadable"))).to_be_visible()
    assert page.evaluate("localStorage.getItem('simpul.checklist.v2.unreadable.a')") == text
    item(page).locator('[value="done"]').check()
    page.reload()
    expect(page.locator(NOTICE.format("unreadable"))).to_be_hidden()
    expect(item(page).locator('[value="done"]')).to_be_checked()


def test_a_list_of_a_newer_version_is_named_and_left_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    text = '{"format": "simpul-kolaborasi/checklist", "version": 9}'
    page.evaluate("(text) => localStorage.setItem('simpul.checklist.v2.list.a', text)", text)
    page.reload()
    expect(page.locator(NOTICE.format("newer"))).to_be_visible()
    item(page).locator('[value="done"]').check()
    assert page.evaluate("localStorage.getItem('simpul.checklist.v2.list.a')") == text


def test_entries_of_items_the_page_does_not_know_are_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    page.evaluate(
        """() => { const key = "simpul.checklist.v2.list." + localStorage.getItem("simpul.checklist.v2.current");
          const list = JSON.parse(localStorage.getItem(key));
          list.entries["of-a-later-page"] = { state: "done" };
          localStorage.setItem(key, JSON.stringify(list)); }"""
    )
    page.reload()
    item(page, 1).locator('[value="done"]').check()
    assert kept(page)["entries"]["of-a-later-page"] == {"state": "done"}
