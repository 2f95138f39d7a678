"""The page of a template: its document arrives by a tap, and the page itself is a form on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from simpul.knowledge import Knowledge
from simpul.templates import document_name, document_path
from simpul.text import Language
from tests.conftest import PHONE
from tests.data.test_templates import squeezed


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_document_is_downloaded_by_keyboard_on_a_phone(
    page: Page, site_url: str, site_dir: Path, knowledge: Knowledge, language: Language
) -> None:
    template = knowledge.templates["hand-over-memo"]
    page.set_viewport_size(PHONE)
    page.goto(f"{site_url}{language}/templates/hand-over-memo/")
    page.locator("article a[download]").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == document_name(template, language)
    assert Path(download.value.path()).read_bytes() == (site_dir / document_path(template, language)).read_bytes()


def test_on_paper_there_are_rows_to_write_on_and_no_button(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}en/templates/role-matrix/")
    assert page.locator(".kb-form__paper").first.is_hidden()
    assert page.get_by_text("4 empty rows").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".kb-form__paper:visible").count() == 4
    assert page.get_by_text("4 empty rows").is_hidden()
    assert page.locator("article a[download]").is_hidden()
    file = tmp_path / "page.pdf"
    page.pdf(path=str(file), format="A4")
    read = squeezed(" ".join(sheet.extract_text() for sheet in PdfReader(file).pages))
    assert squeezed("When the team cannot agree") in read
    assert squeezed("Change scope or timetable") in read
