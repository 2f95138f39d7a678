"""The panel that hands a list over: every file is the command's, messages hold the list, and failures are said."""

import argparse
import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from simpul.checklist import SavedList, asked_questions, ready_made_list, shown_list
from simpul.checklist.command import add_arguments, run
from simpul.checklist.exports import EXPORTERS, make_kit
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, item, read_list, shown_items
from tests.browser.printed import Printed, packed
from tests.conftest import PHONE
from tests.naughty import NAUGHTY

QUERY = "?pause_point=first-meeting&form=data-sharing&role=all&condition=personal-data"
ANSWERS = {
    "pause_point": ("first-meeting",),
    "form": ("data-sharing",),
    "role": ("all",),
    "condition": ("personal-data",),
}
OPTIONS = ["--pause-point", "first-meeting", "--form", "data-sharing", "--role", "all", "--condition", "personal-data"]
FILES = ("docx", "csv", "md", "html")


def open_panel(page: Page) -> None:
    page.locator('[data-component="exports"] summary').click()
    expect(page.locator('[data-export="whatsapp"]')).to_be_visible()


def status(page: Page) -> Any:
    return page.locator("[data-export-status]")


def download(page: Page, form: str) -> tuple[str, bytes]:
    """The name and content of the file that a button hands over."""
    with page.expect_download() as waiting:
        page.locator(f'[data-export="{form}"]').click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


# The same list


def several_answers(knowledge: Knowledge) -> Iterator[dict[str, tuple[str, ...]]]:
    yield {}
    chosen = random.Random(20261121)
    for _ in range(25):
        answers: dict[str, tuple[str, ...]] = {}
        for asked in asked_questions(knowledge, "id"):
            values = [choice.value for choice in asked.choices]
            count = chosen.randint(0, len(values) if asked.multiple else 1)
            if count:
                answers[asked.facet] = tuple(chosen.sample(values, count))
        yield answers


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_command_show_the_same_list(
    browser: Browser, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page = browser.new_page()
    for answers in several_answers(knowledge):
        query = "&".join(f"{facet}={value}" for facet, values in answers.items() for value in values)
        page.goto(f"{site_url}{GENERATOR.format(language)}?{query}")
        shown = read_list(page)
        expected = shown_list(knowledge, SavedList(answers=answers), language, shown["address"]).to_json()
        assert shown == as_json(expected), answers
    page.close()


def as_json(value: Any) -> Any:
    """The value with lists for tuples, as JSON has it."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    return [as_json(part) for part in value] if isinstance(value, list | tuple) else value


# Files


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_hands_over_the_file_of_the_command(
    page: Page, site_url: str, knowledge: Knowledge, tmp_path: Path, language: Language
) -> None:
    page.goto(site_url + GENERATOR.format(language) + QUERY)
    open_panel(page)
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    for form in FILES:
        name, content = download(page, form)
        file = tmp_path / name
        arguments = [*OPTIONS, "--lang", language, "--address", page.url, "--format", form, "--output", str(file)]
        assert run(parser.parse_args(arguments), knowledge) == 0
        assert content == file.read_bytes(), form
        expect(status(page)).to_contain_text(name)
        prefix = "daftar-periksa_pertemuan-pertama" if language == "id" else "checklist_first-joint-meeting"
        assert re.fullmatch(rf"{prefix}_\d{{4}}-\d\d-\d\d\.{form}", name)


@pytest.mark.parametrize("written", [NAUGHTY[2], NAUGHTY[5], NAUGHTY[16], "panjang " * 12_500], ids=range(4))
def test_what_a_reader_wrote_is_in_every_file_as_the_command_writes_it(
    page: Page, site_url: str, knowledge: Knowledge, written: str
) -> None:
    page.goto(site_url + GENERATOR.format("id") + QUERY)
    first = shown_items(page).first
    first.locator('[value="not-applicable"]').check()
    for field in ("owner", "reason", "note"):
        first.locator(f'[data-field="{field}"]').evaluate(
            """(field, written) => {
              field.value = written;
              field.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            written,
        )
    first.locator('[data-field="due"]').fill("2026-12-01")
    slug = first.get_attribute("data-slug")
    assert slug
    line = written.replace("\n", "").replace("\r", "")
    entry = {"state": "not-applicable", "owner": line, "due": "2026-12-01", "reason": line, "note": written}
    shown = shown_list(knowledge, SavedList(answers=ANSWERS, entries={slug: entry}), "id", page.url)
    open_panel(page)
    for form in FILES:
        expected = EXPORTERS[form](shown, make_kit(knowledge, "id"))
        assert download(page, form)[1] == (expected if isinstance(expected, bytes) else expected.encode()), form


@pytest.mark.parametrize(("language", "long", "short"), [("id", "Desember", "Des"), ("en", "December", "Dec")])
def test_a_date_is_written_on_paper_and_in_names_as_in_the_files(
    page: Page, site_url: str, language: str, long: str, short: str
) -> None:
    page.clock.install(time="2026-12-01T05:00:00Z")
    page.goto(f"{site_url}{GENERATOR.format(language)}{QUERY}#states=set-shared-result:done")
    expect(page.locator("[data-list-name]")).to_contain_text(f"1 {short} 2026")
    due = shown_items(page).first.locator('[data-field="due"]')
    due.fill("2026-12-01")
    expect(due.locator("xpath=..")).to_have_attribute("data-written", f"1 {short} 2026")
    page.locator('[data-meeting="date"]').evaluate("(field) => { field.value = '2026-12-01'; }")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator('[data-written-meeting="date"]').first).to_have_text(f"1 {long} 2026")
    open_panel(page)
    assert f"1 {long} 2026" in download(page, "md")[1].decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_due_dates_go_into_a_calendar_and_without_one_there_is_no_file(
    page: Page, site_url: str, language: Language
) -> None:
    page.goto(site_url + GENERATOR.format(language) + QUERY)
    open_panel(page)
    page.locator('[data-export="ics"]').click()
    expect(status(page)).to_contain_text("belum memuat tenggat" if language == "id" else "no due dates yet")
    shown_items(page).nth(1).locator('[data-field="due"]').fill("2026-12-01")
    name, content = download(page, "ics")
    (event,) = Calendar.from_ical(content.decode("utf-8")).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 1)
    assert event["summary"] == shown_items(page).nth(1).locator("[data-text]").inner_text()
    assert name.endswith(".ics")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ready_made_list_offers_its_document_also_without_javascript(
    plain_page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    for point in knowledge.pause_points.values():
        plain_page.goto(f"{site_url}{language}/checklists/{point.slug}/")
        link = plain_page.locator("a[download]")
        with plain_page.expect_download() as waiting:
            link.click()
        content = Path(waiting.value.path()).read_bytes()
        canonical = plain_page.locator('link[rel="canonical"]').get_attribute("href") or ""
        shown = ready_made_list(knowledge, point, language, canonical)
        assert content == EXPORTERS["docx"](shown, make_kit(knowledge, language))
        assert f"({max(1, round(len(content) / 1024))} KB)" in link.inner_text()
        expect(plain_page.locator('[data-component="exports"]')).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printed_file_never_ends_with_a_page_without_a_line_of_the_list(
    page: Page, knowledge: Knowledge, language: Language
) -> None:
    kit = make_kit(knowledge, language)
    for point in knowledge.pause_points.values():
        entry = {"state": "partly", "owner": "Kepala Bappeda", "due": "2026-12-01", "note": "Disepakati dalam rapat."}
        for entries in ({}, dict.fromkeys(point.items, entry)):
            saved = SavedList(answers={"pause_point": (point.slug,)}, entries=entries)
            page.set_content(str(EXPORTERS["html"](shown_list(knowledge, saved, language, "https://x.id/"), kit)))
            last_line = page.locator("li .text, ul > li").last.inner_text()
            for width, height in (("210mm", "297mm"), ("215mm", "330mm")):
                paper = Printed(page.pdf(width=width, height=height))
                assert packed(last_line) in packed(paper.pages[-1]), (point.slug, width)
                assert "https://x.id/" in paper.pages[0]


# Messages


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_copied_as_the_command_prints_it(
    context: BrowserContext, page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + GENERATOR.format(language) + QUERY)
    open_panel(page)
    page.locator('[data-export="copy"]').click()
    expect(status(page)).to_have_text(
        "Teks daftar sudah disalin." if language == "id" else "The text of the list was copied."
    )
    shown = shown_list(knowledge, SavedList(answers=ANSWERS), language, page.url)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == EXPORTERS["text"](shown, make_kit(knowledge, language))


def test_where_copying_is_not_allowed_the_text_is_shown_and_selected(page: Page, site_url: str) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));"
    )
    page.goto(site_url + GENERATOR.format("id") + QUERY)
    open_panel(page)
    page.locator('[data-export="copy"]').click()
    expect(status(page)).to_contain_text("tidak mengizinkan penyalinan")
    field = page.locator("[data-export-copy] textarea")
    expect(field).to_be_visible()
    assert (
        field.evaluate("(field) => field.value.slice(field.selectionStart, field.selectionEnd)") == field.input_value()
    )
    assert "Pertemuan pertama" in field.input_value()


def test_the_text_is_shared_where_the_browser_can_share(page: Page, site_url: str) -> None:
    page.add_init_script("navigator.share = async (data) => { window.shared = data; };")
    page.goto(site_url + GENERATOR.format("en") + QUERY)
    open_panel(page)
    page.locator('[data-export="share"]').click()
    expect(status(page)).to_contain_text("handed to the app")
    shared = page.evaluate("window.shared")
    assert shared["title"] == "First joint meeting"
    assert page.url in shared["text"]


@pytest.mark.parametrize(("error", "said"), [("AbortError", ""), ("NotAllowedError", "could not share")])
def test_sharing_that_is_taken_back_is_no_failure(page: Page, site_url: str, error: str, said: str) -> None:
    page.add_init_script(f"navigator.share = () => Promise.reject(new DOMException('', '{error}'));")
    page.goto(site_url + GENERATOR.format("en") + QUERY)
    open_panel(page)
    page.locator('[data-export="share"]').click()
    expect(status(page)).to_have_text(re.compile(said) if said else "")


def test_where_the_browser_cannot_share_no_button_offers_it(page: Page, site_url: str) -> None:
    page.add_init_script("delete Navigator.prototype.share;")
    page.goto(site_url + GENERATOR.format("en") + QUERY)
    open_panel(page)
    expect(page.locator('[data-export="share"]')).to_be_hidden()


def test_the_chat_link_holds_the_list_as_it_is_when_it_is_followed(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id") + QUERY)
    open_panel(page)
    shown_items(page).first.locator('[value="done"]').check()
    link = page.locator('[data-export="whatsapp"]')
    link.focus()
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.scheme, address.netloc, address.path) == ("https", "wa.me", "/")
    (text,) = parse_qs(address.query, strict_parsing=True)["text"]
    assert text.count("[x] ") == 1
    assert page.url in text
    assert (link.get_attribute("rel"), link.get_attribute("target")) == ("noopener noreferrer", "_blank")


def test_a_long_list_is_cut_at_a_whole_item_for_a_chat(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("en"))
    open_panel(page)
    address = page.locator('[data-export="whatsapp"]').get_attribute("href") or ""
    assert 4000 < len(address) <= 6000
    (text,) = parse_qs(urlsplit(address).query)["text"]
    (left,) = re.findall(r"\n\n… and (\d+) more items\n\nOpen this list again: http", text)
    whole = read_list(page)
    texts = [one["text"] for sheet in whole["sheets"] for part in sheet["parts"] for one in part["items"]]
    assert text.count("[ ] ") == len(texts) - int(left)
    assert all(f"[ ] {one} (" in text for one in texts[: len(texts) - int(left)])


# For everyone


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_loaded_is_said_and_can_be_tried_again(page: Page, site_url: str, language: Language) -> None:
    page.goto(site_url + GENERATOR.format(language) + QUERY)
    page.route("**/assets/checklist/export-*.json", lambda route: route.abort())
    page.locator('[data-component="exports"] summary').click()
    said = "Berkas tidak dapat dibuat" if language == "id" else "The file could not be made"
    expect(status(page)).to_contain_text(said)
    page.locator('[data-export="csv"]').click()
    expect(status(page)).to_contain_text(said)
    page.unroute("**/assets/checklist/export-*.json")
    assert download(page, "csv")[0].endswith(".csv")
    page.trouble.clear()  # type: ignore[attr-defined]  # the requests that were refused on purpose


def test_a_panel_that_cannot_be_loaded_says_so(page: Page, site_url: str) -> None:
    page.route("**/export/panel.js", lambda route: route.abort())
    page.goto(site_url + "id/checklists/first-meeting/")
    page.locator('[data-component="exports"] summary').click()
    expect(status(page)).to_contain_text("Berkas tidak dapat dibuat")
    page.trouble.clear()  # type: ignore[attr-defined]  # the request that was refused on purpose


def test_nothing_is_loaded_before_the_panel_is_opened(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + "id/checklists/first-meeting/")
    page.wait_for_load_state("networkidle")
    ours = [one.rpartition("/")[2] for one in asked if "/export/" in one or "assets/checklist/export" in one]
    assert ours == ["index.js"]
    open_panel(page)
    assert any("assets/checklist/export-id.json" in one for one in asked)


def test_a_file_is_made_by_keyboard(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    page.locator('[data-component="exports"] summary').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-export="whatsapp"]')).to_be_visible()
    page.keyboard.press("Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".docx")
    assert page.locator(":focus").get_attribute("data-export") == "docx"
