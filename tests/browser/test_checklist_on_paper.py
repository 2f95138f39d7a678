"""The sheet one takes to a meeting: one A4 page, blank or filled in, and nothing of the site around it."""

from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from simpul.knowledge import Knowledge
from simpul.selection import select
from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, POINTS, choose, item, shown_items

A4 = {"width": 793, "height": 1122}


def pdf_pages(pdf: bytes) -> int:
    """How many pages Chromium has written."""
    return len(PdfReader(BytesIO(pdf)).pages)


def pdf_text(pdf: bytes) -> str:
    """What the pages say, with ligatures taken apart."""
    return normalize("NFKC", " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages))


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ready_made_list_prints_on_one_a4_page(page: Page, site_url: str, language: Language, point: str) -> None:
    page.goto(f"{site_url}{language}/checklists/{point}/")
    assert pdf_pages(page.pdf(format="A4")) == 1


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_core_fits_one_a4_page_for_the_forms_with_the_longest_lists(
    page: Page, site_url: str, knowledge: Knowledge, language: Language, point: str
) -> None:
    page.goto(f"{site_url}{GENERATOR.format(language)}?pause_point={point}&role=all")
    core = {
        form: len(
            select(
                knowledge.pause_points[point].items.values(), {"form": [form], "role": [*knowledge.terms("role")]}
            ).core
        )
        for form in knowledge.terms("form")
    }
    for form in sorted(core, key=lambda form: core[form])[-3:]:
        choose(page, "form", form)
        assert pdf_pages(page.pdf(format="A4")) == 1, form


def test_the_block_of_a_condition_follows_on_the_next_page(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GENERATOR.format('id')}?pause_point=before-signing-agreement&condition=public-money")
    assert pdf_pages(page.pdf(format="A4")) == 2


def test_a_part_for_some_cases_is_printed_when_it_is_chosen(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/checklists/before-signing-agreement/")
    page.locator("[data-print-part]").last.press("Space")
    assert pdf_pages(page.pdf(format="A4")) == 2


def test_every_pause_point_begins_a_page(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    assert pdf_pages(page.pdf(format="A4")) == len(POINTS)


def on_paper(page: Page) -> None:
    page.set_viewport_size(A4)
    page.emulate_media(media="print")


def test_paper_holds_the_sheet_and_nothing_of_the_site(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/change-of-official/")
    on_paper(page)
    parts = ("Judul rapat", "Tanggal", "Tempat", "Peserta", "Yang menyerahkan", "Yang menerima", "Mengetahui")
    for part in parts:
        expect(page.locator(".kb-sheet").get_by_text(part, exact=True)).to_be_visible()
    expect(page.locator('[data-component="address"]')).to_have_text(site_url + "id/checklists/change-of-official/")
    for name in ("header", "footer", "nav", "summary", "button", "h1"):
        assert page.locator(f"{name}:visible").count() == 0, name


def test_what_was_filled_in_is_printed(page: Page, site_url: str) -> None:
    page.goto(site_url + "id/checklists/first-meeting/")
    item(page).locator('[value="done"]').check()
    item(page).locator('[data-field="owner"]').fill("Kepala Bappeda")
    item(page).locator('[data-field="due"]').fill("2026-12-01")
    item(page).locator('[data-field="note"]').fill("Notulen menyusul")
    written = item(page).locator("[data-written]").evaluate_all("(all) => all.map((one) => one.dataset.written)")
    assert written == ["Kepala Bappeda", "1 Des 2026", "", "Notulen menyusul"]
    pdf = page.pdf(format="A4")
    assert pdf_pages(pdf) == 1
    text = pdf_text(pdf)
    for words in (
        "Kepala Bappeda",
        "1 Des 2026",
        "Notulen menyusul",
        "Nama dan tanda tangan",
        "\N{MULTIPLICATION SIGN}",
    ):
        assert words in text


LONG = "Sepakat ditunda sampai perjanjian kerja sama ditandatangani; biro hukum menelaah pasal tentang data pribadi. "


def fill_in(page: Page, number: int, notes: int) -> None:
    """Write an owner, a date and a note of `notes` sentences into an item, as a meeting does."""
    item(page, number).locator('[value="partly"]').check()
    item(page, number).locator('[data-field="owner"]').fill("Kepala Bidang Pemerintahan dan Pembangunan Manusia")
    item(page, number).locator('[data-field="due"]').fill("2026-12-01")
    item(page, number).locator('[data-field="note"]').fill((LONG * notes).strip())


@pytest.mark.parametrize("point", POINTS)
def test_a_sheet_with_every_row_filled_in_stays_one_page(page: Page, site_url: str, point: str) -> None:
    page.goto(f"{site_url}id/checklists/{point}/")
    for number in range(page.locator(".kb-sheet > * > .kb-sheet__items > .kb-item").count()):
        fill_in(page, number, notes=1)
    assert pdf_pages(page.pdf(format="A4")) == 1


@pytest.mark.parametrize("point", POINTS)
def test_one_long_note_takes_its_room_from_the_empty_rows(page: Page, site_url: str, point: str) -> None:
    page.goto(f"{site_url}id/checklists/{point}/")
    fill_in(page, 1, notes=2)
    assert pdf_pages(page.pdf(format="A4")) == 1


def test_signatures_never_stand_on_a_page_without_items(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/checklists/change-of-official/")
    for number in range(8):
        fill_in(page, number, notes=number % 3 + 1)
        sheets = [normalize("NFKC", sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
        assert "Yang menerima" in sheets[-1]
        assert "Tidak berlaku" in sheets[-1]
    assert len(sheets) == 2


def test_signatures_stay_with_an_item_that_began_two_pages_before_the_end(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GENERATOR.format('id')}?pause_point=review-meeting")
    for choice in ("compare", "bilingual"):
        page.locator(f'[data-paper="{choice}"]').evaluate("(one) => one.click()")
    rows = shown_items(page)
    for notes in range(1, 5):
        for number in range(rows.count()):
            rows.nth(number).locator('[data-field="note"]').fill((LONG * notes).strip())
        expect(page.locator('[data-component="paper"]')).not_to_have_attribute("aria-busy", "true")
        sheets = [normalize("NFKC", sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
        assert "Nama dan tanda tangan" in sheets[-1]
        assert "Tidak berlaku" in sheets[-1]
    assert len(sheets) > 2


def test_without_javascript_the_sheet_prints_with_what_was_ticked(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "en/checklists/change-of-official/")
    item(page).locator('[value="done"]').check()
    assert pdf_pages(page.pdf(format="A4")) == 1
    context.close()
