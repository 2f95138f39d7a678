"""The generator and the ready-made lists as people use them: by keyboard, on a phone, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from simpul.checklist import prepare_sheet
from simpul.knowledge import Knowledge
from simpul.selection import select
from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, POINTS, choose, item, kept, shown_items
from tests.conftest import PHONE, violations

BLOCKED_STORAGE = """
  const refuse = () => { throw new DOMException("no", "SecurityError"); };
  for (const name of ["getItem", "setItem", "removeItem"]) Storage.prototype[name] = refuse;
"""
FULL_STORAGE = """
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


# Questions


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_answer_the_general_lists_of_all_pause_points_are_shown(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page.goto(site_url + GENERATOR.format(language))
    general = sum(len(select(point.items.values(), {}).items) for point in knowledge.pause_points.values())
    expect(shown_items(page)).to_have_count(general)
    expect(page.locator('[data-component="count"]')).to_contain_text(str(general))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_answers_by_keyboard_on_a_phone(page: Page, site_url: str, language: Language) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + GENERATOR.format(language))
    # Ready once what the choices bring is said.
    expect(page.locator("[data-gain]").first).not_to_be_empty()
    page.locator('input[name="pause_point"]').first.focus()
    page.keyboard.press("Space")
    expect(page.locator('input[name="pause_point"]').first).to_be_checked()
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)
    page.locator('[data-action="step-next"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-component="step"]')).to_be_focused()
    # Before the choices stands what explains them.
    page.keyboard.press("Tab")
    expect(page.locator('[data-action="explain"]')).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"pause_point=[a-z-]+&form=[a-z-]+$"))


def test_answers_stand_in_the_address_and_open_the_same_list(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    for name, value in [
        ("pause_point", "change-of-official"),
        ("form", "data-sharing"),
        ("partner_type", "university"),
        ("partner_type", "business"),
        ("role", "all"),
        ("condition", "personal-data"),
    ]:
        choose(page, name, value)
    expect(page).to_have_url(
        re.compile(
            r"\?pause_point=change-of-official&form=data-sharing&partner_type=business&partner_type=university"
            r"&role=all&condition=personal-data$"
        )
    )
    before = shown_items(page).evaluate_all("(items) => items.map((item) => item.dataset.slug)")
    page.goto(page.url)
    assert shown_items(page).evaluate_all("(items) => items.map((item) => item.dataset.slug)") == before


def test_the_other_language_keeps_answers_and_marks(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    choose(page, "pause_point", "first-meeting")
    expect(page).to_have_url(re.compile("pause_point=first-meeting$"))
    shown_items(page).first.locator('[value="done"]').check()
    page.locator('[data-component="language"]').click()
    page.wait_for_url("**/en/checklists/?pause_point=first-meeting")
    expect(shown_items(page).first.locator('[value="done"]')).to_be_checked()


def test_a_question_can_be_left_open_or_answered_with_all(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id") + "?form=unknown&role=all")
    expect(page.locator('[data-component="unknown"]')).to_be_hidden()
    assert page.locator('[data-of]:visible [data-wanted="role"]:visible').count() == 0


def test_the_panel_says_why_an_item_is_left_out(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting")
    panel = page.locator('[data-component="left-out"]')
    panel.locator("summary").click()
    expect(panel.locator("li:visible").first).to_contain_text("Anda belum menjawab.")
    choose(page, "form", "data-sharing")
    expect(panel.locator("li:visible").first).to_contain_text("jawaban Anda lain.")
    count = panel.locator("li:visible").count()
    expect(panel.locator("[data-left-count]")).to_have_text(str(count))


def test_emptying_the_answers_brings_the_general_list_back(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("en") + "?form=data-sharing&pause_point=first-meeting")
    page.locator('[data-component="questions"] [type="reset"]').click()
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(len(POINTS))
    expect(page).to_have_url(site_url + GENERATOR.format("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_address_is_named_and_does_nothing(page: Page, site_url: str, language: Language) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    query = (
        "?form=%3Cimg%20src=x%20onerror=alert(1)%3E&partner_type=university&form=data-sharing&form=multi-stakeholder"
        "&__proto__=x&constructor=1&%22%5D=1" + "&a=1" * 500 + "&long=" + "x" * 3000
    )
    page.goto(site_url + GENERATOR.format(language) + query)
    notice = page.locator('[data-component="unknown"]')
    expect(notice).to_be_visible()
    expect(notice.locator("li").first).to_have_text("form=<img src=x onerror=alert(1)>")
    expect(notice).to_contain_text("form=multi-stakeholder")
    assert notice.locator("li").count() == 9
    expect(page.locator('input[name="partner_type"][value="university"]')).to_be_checked()
    expect(page.locator('input[name="form"][value="data-sharing"]')).to_be_checked()
    assert dialogs == []
    assert page.locator("article img").count() == 0


# Marks and notes


def test_marks_and_notes_are_counted_and_still_there_after_a_reload(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    first = page.locator("[data-next] li").first.inner_text()
    item(page).locator('[value="done"]').check()
    item(page).locator('[data-field="owner"]').fill('Sekretaris "Bappeda" <b>')
    item(page).locator('[data-field="due"]').fill("2026-12-01")
    item(page, 1).locator('[value="not-applicable"]').check()
    item(page, 1).locator('[data-field="reason"]').fill("Sudah diatur dalam SK")
    item(page, 1).locator('[data-field="note"]').fill("Lihat lampiran")
    item(page, 1).locator('[data-field="note"]').blur()
    page.reload()
    expect(item(page).locator('[value="done"]')).to_be_checked()
    expect(item(page).locator('[data-field="owner"]')).to_have_value('Sekretaris "Bappeda" <b>')
    expect(item(page).locator('[data-field="due"]')).to_have_value("2026-12-01")
    expect(item(page, 1).locator('[data-field="reason"]')).to_have_value("Sudah diatur dalam SK")
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    expect(page.locator('[data-count="not-applicable"]')).to_have_text("1")
    assert page.locator("[data-next] li").first.inner_text() != first


@pytest.mark.parametrize("field", ["owner", "note"])
def test_what_is_typed_is_kept_though_the_reader_never_leaves_the_field(page: Page, site_url: str, field: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    other = page.context.new_page()
    other.goto(page.url)
    page.bring_to_front()
    control = item(page).locator(f'[data-field="{field}"]')
    control.press_sequentially("Sekretaris")
    expect(item(other).locator(f'[data-field="{field}"]')).to_have_value("Sekretaris")
    control.press_sequentially(" Bappeda")
    page.reload()
    expect(control).to_have_value("Sekretaris Bappeda")


def test_a_note_being_typed_survives_a_mark_in_another_tab(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    other = page.context.new_page()
    other.goto(page.url)
    note = item(page).locator('[data-field="note"]')
    note.press_sequentially("Lihat lampiran")
    item(other, 1).locator('[value="done"]').check()
    expect(item(page, 1).locator('[value="done"]')).to_be_checked()
    expect(note).to_have_value("Lihat lampiran")
    page.reload()
    expect(note).to_have_value("Lihat lampiran")
    expect(item(page, 1).locator('[value="done"]')).to_be_checked()


def test_marks_made_in_two_tabs_at_the_same_moment_are_both_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    other = page.context.new_page()
    other.goto(page.url)
    moment = page.evaluate("Date.now()") + 300
    for number, tab in enumerate([page, other]):
        item(tab, number).locator('[value="done"]').evaluate(
            "(box, moment) => { setTimeout(() => box.click(), moment - Date.now()); }", moment
        )
    for tab in [page, other]:
        for number in [0, 1]:
            expect(item(tab, number).locator('[value="done"]')).to_be_checked()
    page.reload()
    for number in [0, 1]:
        expect(item(page, number).locator('[value="done"]')).to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('.list.')).length") == 1


@pytest.mark.parametrize("address", ["id/checklists/first-meeting/", "id/checklists/?pause_point=first-meeting"])
def test_what_is_marked_and_typed_before_the_scripts_have_loaded_is_kept(
    page: Page, site_url: str, address: str
) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[data-field="owner"]').fill("Bappeda")
    item(page).locator('[data-field="owner"]').blur()
    first = page.locator(f"#{item(page).get_attribute('id')}")
    held: list[Route] = []
    page.route("**/checklist/index*.js", lambda route: held.append(route))
    page.goto(site_url + address, wait_until="commit")
    first.locator('[value="done"]').check()
    first.locator('[data-field="note"]').press_sequentially("Lihat lampiran")
    page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    page.unroute("**/checklist/index*.js")
    page.reload()
    expect(first.locator('[value="done"]')).to_be_checked()
    expect(first.locator('[data-field="note"]')).to_have_value("Lihat lampiran")
    expect(first.locator('[data-field="owner"]')).to_have_value("Bappeda")


def test_the_reason_is_asked_for_only_when_an_item_does_not_apply(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/checklists/first-meeting/")
    reason = item(page).locator('[data-field="reason"]')
    expect(reason).to_be_hidden()
    item(page).locator('[value="not-applicable"]').check()
    expect(reason).to_be_visible()


def test_marks_made_on_a_ready_made_list_are_on_the_generator_too(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="partly"]').check()
    page.goto(site_url + GENERATOR.format("en") + "?pause_point=first-meeting")
    expect(shown_items(page).first.locator('[value="partly"]')).to_be_checked()


def test_clearing_asks_first_and_then_forgets(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator('[data-action="clear"]').click()
    expect(item(page).locator('[value="done"]')).to_be_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator('[data-action="clear"]').click()
    expect(item(page).locator('[value="done"]')).not_to_be_checked()
    assert kept(page)["entries"] == {}


@pytest.mark.parametrize("script", [BLOCKED_STORAGE, FULL_STORAGE], ids=["blocked", "full"])
def test_storage_that_refuses_is_named_and_costs_nothing_else(page: Page, site_url: str, script: str) -> None:
    page.add_init_script(script)
    page.goto(site_url + GENERATOR.format("id"))
    shown_items(page).first.locator('[value="done"]').check()
    expect(page.locator('[data-notice="blocked"]')).to_be_visible()
    expect(page.locator('[data-count="done"]')).to_have_text("1")
    choose(page, "pause_point", "first-meeting")
    expect(page.locator('[data-component="sheet"]:visible')).to_have_count(1)


# Without JavaScript


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_every_item_can_be_read_and_says_for_whom_it_is(
    plain_page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    plain_page.goto(site_url + GENERATOR.format(language))
    links = plain_page.locator(".kb-checklist > .kb-without-js a")
    expect(links).to_have_count(len(knowledge.pause_points))
    assert links.last.bounding_box()["y"] < 3 * PHONE["height"]  # type: ignore[index]
    for point in knowledge.pause_points.values():
        sheet = prepare_sheet(knowledge, point, language)
        for one in sheet.items:
            shown = plain_page.locator(f"#item-{one.slug}")
            expect(shown).to_be_visible()
            if one.scope:
                expect(shown).to_contain_text(one.scope)
        for block in sheet.blocks:
            expect(plain_page.locator(f"#{block.condition}-{sheet.slug}")).to_have_text(block.heading)
    expect(plain_page.locator('[data-component="questions"]')).to_be_hidden()
    expect(plain_page.locator('[data-component="left-out"]')).to_be_hidden()


# For everyone, on every device


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["id/checklists/", "en/checklists/", "id/checklists/change-of-official/"])
def test_axe_finds_no_violation(page: Page, site_url: str, path: str, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + path)
    page.evaluate("document.querySelectorAll('.kb-checklist details').forEach((one) => { one.open = true; })")
    shown_items(page).first.locator('[value="not-applicable"]').check()
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(
    "path", ["id/checklists/?pause_point=first-meeting&form=unknown", "en/checklists/first-meeting/"]
)
def test_axe_finds_no_violation_in_what_a_reader_opens_adds_and_is_told(
    page: Page, site_url: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site_url + path)
    place = page.locator('[data-component="own"]:visible').first
    place.locator("[data-own-text]").fill("Undang camat")
    place.locator('[data-action="own-add"]').click()
    page.locator("[data-own] [data-action=own-edit]").click()
    for name in ("lists", "exports"):
        page.locator(f'[data-component="{name}"] summary').click()
    page.locator('[data-action="list-copy"]').click()
    expect(page.locator('[data-component="all-lists"] option')).to_have_count(2)
    if "?" in path:
        page.locator('[data-component="left-out"] summary').click()
        page.locator('[data-component="left-out"] li:visible button').first.click()
    page.locator("[data-own] [data-action=own-remove]").click()
    page.evaluate(
        "document.querySelectorAll('.kb-notice, .kb-questions__notice').forEach((one) => { one.hidden = false; })"
    )
    assert violations(page) == []


@pytest.mark.parametrize("path", ["id/checklists/", "en/checklists/change-of-official/"])
def test_a_phone_shows_everything_without_scrolling_sideways_and_with_room_for_a_finger(
    page: Page, site_url: str, path: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + path)
    page.evaluate("document.querySelectorAll('.kb-checklist details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    # What is outside the window has no size yet.
    page.evaluate(
        "document.querySelectorAll('.kb-item').forEach((one) => { one.style.contentVisibility = 'visible'; })"
    )
    small = page.evaluate(
        """() => [...document.querySelectorAll(".kb-checklist :is(summary, button, .kb-button, label, label > input)")]
          .filter((one) => one.checkVisibility() && !one.matches("[type=radio], [type=checkbox]"))
          .filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_a_long_name_and_a_long_note_stay_inside_their_item(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="not-applicable"]').check()
    for field in ("owner", "reason", "note"):
        item(page).locator(f'[data-field="{field}"]').fill("SekretarisDaerahKabupaten" * 2 + "Maharani B")
    reach = item(page).evaluate(
        """(item) => [...item.querySelectorAll("*:not(.kb-visually-hidden)")].filter((one) => one.checkVisibility())
          .map((one) => one.getBoundingClientRect().right - item.getBoundingClientRect().right)"""
    )
    assert max(reach) <= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_500_items_answer_within_50_ms_on_a_phone_four_times_slower(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)

    def many_items(route: Any) -> None:
        response = route.fetch()
        html = response.text()
        lists = re.findall(r'<li class="kb-item".*?</details> ?</li>', html, flags=re.DOTALL)
        copies = "".join(lists * (500 // len(lists) + 1))
        start = html.index(lists[0])
        route.fulfill(response=response, body=html[:start] + copies + html[start:])

    page.route("**/id/checklists/", many_items)
    page.goto(site_url + GENERATOR.format("id"))
    assert page.locator('[data-component="item"]').count() >= 500
    # The best of several rounds for each step: what other processes take from this machine is not the page's time.
    best = page.evaluate(
        """async () => {
          const inputs = [...document.querySelectorAll('[name="form"]')];
          const best = inputs.map(() => Infinity);
          for (let round = 0; round < 8; round += 1) {
            for (const [index, input] of inputs.entries()) {
              await new Promise((settled) => requestAnimationFrame(() => setTimeout(() => setTimeout(settled))));
              const start = performance.now();
              input.checked = true;
              input.dispatchEvent(new Event("change", { bubbles: true }));
              document.body.getBoundingClientRect();
              best[index] = Math.min(best[index], performance.now() - start);
            }
          }
          return best;
        }"""
    )
    assert 4 * max(best) <= 50, best
