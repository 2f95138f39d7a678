"""Every template in both languages: its document opens in LibreOffice and says what the data says."""

import io
import re
from collections.abc import Iterator

import docx
import pytest
from pypdf import PdfReader

from simpul.knowledge import Knowledge
from simpul.templates import Form, prepare_form, template_document
from simpul.text import LANGUAGES
from tests.office import convert, needs_office

A4 = (595, 842)
# What somebody will still fill in; the clause list is the longest.
PAGES_MOST = 4
WANTED = {
    "meeting-minutes",
    "role-matrix",
    "terms-of-reference",
    "clause-list",
    "data-sharing-plan",
    "risk-register",
    "communication-plan",
    "hand-over-memo",
    "evaluation-feedback-sheet",
    "exit-plan",
}


def all_forms(knowledge: Knowledge) -> dict[str, Form]:
    """Each template in each language, by a name for its file."""
    return {
        f"{template.slug}.{language}".replace(".", "-"): prepare_form(knowledge, template, language)
        for template in knowledge.templates.values()
        for language in LANGUAGES
    }


def texts(form: Form) -> Iterator[str]:
    """Everything a form says."""
    yield from (form.title, form.summary)
    for section in form.sections:
        yield from filter(None, (section.heading, section.note, section.text))
        yield from (label for label, _ in section.fields)
        for table in section.tables:
            yield from (*table.headings, *table.example, *(cell for row in table.rows for cell in row if cell))
        yield from (*section.boxes, *section.signatures)


def squeezed(text: str) -> str:
    """Without spaces and line breaks, which depend on where a line ends."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def printed(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    """Every document as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("templates")
    files = []
    for name, form in all_forms(knowledge).items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(template_document(knowledge, form))
    return {name: PdfReader(file) for name, file in convert(files, "pdf", folder).items()}


def test_the_templates_officers_ask_for_are_there(knowledge: Knowledge) -> None:
    assert set(knowledge.templates) == WANTED


def test_every_moment_has_a_template(knowledge: Knowledge) -> None:
    assert {template.moment for template in knowledge.templates.values()} == set(knowledge.terms("moment"))


@needs_office
def test_documents_print_on_a4_in_their_orientation(knowledge: Knowledge, printed: dict[str, PdfReader]) -> None:
    for name, form in all_forms(knowledge).items():
        expected = tuple(reversed(A4)) if form.landscape else A4
        for page in printed[name].pages:
            size = (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
            assert size == expected, name


@needs_office
def test_documents_are_as_long_as_somebody_fills_in(printed: dict[str, PdfReader]) -> None:
    counts = {name: len(reader.pages) for name, reader in printed.items()}
    assert {name: count for name, count in counts.items() if not 2 <= count <= PAGES_MOST} == {}


@needs_office
def test_no_page_is_empty_and_each_says_which_it_is(knowledge: Knowledge, printed: dict[str, PdfReader]) -> None:
    strings = knowledge.strings["template"]
    for name, form in all_forms(knowledge).items():
        pages = printed[name].pages
        foot = strings["document_foot"].in_language(form.language)
        for number, page in enumerate(pages, start=1):
            said = strings["page_of"].in_language(form.language).format(page=number, pages=len(pages))
            text = page.extract_text()
            assert said in text, f"{name}, page {number}"
            rest = text.replace(said, "").replace(foot, "").replace(form.title, "")
            assert rest.strip(), f"{name}, page {number} is empty"


@needs_office
def test_signatures_stand_on_a_page_with_something_they_vouch_for(
    knowledge: Knowledge, printed: dict[str, PdfReader]
) -> None:
    for name in ("role-matrix-id", "role-matrix-en"):
        form = all_forms(knowledge)[name]
        before, signed = form.sections[-2:]
        assert signed.only_signatures
        last = squeezed(printed[name].pages[-1].extract_text())
        assert squeezed(signed.heading) in last
        assert squeezed(before.heading) in last, name


@needs_office
def test_every_word_of_the_data_is_read_back_from_paper(knowledge: Knowledge, printed: dict[str, PdfReader]) -> None:
    missing = []
    for name, form in all_forms(knowledge).items():
        # Header and foot stand between the lines of a text that runs over two pages.
        read = squeezed("".join(page.extract_text() for page in printed[name].pages))
        missing += [(name, text) for text in texts(form) if squeezed(text) not in read]
    assert missing == []


@needs_office
def test_a_word_that_is_not_in_the_data_is_not_read_back(printed: dict[str, PdfReader]) -> None:
    read = squeezed("".join(page.extract_text() for page in printed["exit-plan-en"].pages))
    assert squeezed("Owner of each result afterwards") in read
    assert squeezed("Owner of each result beforehand") not in read


def test_every_document_opens_and_names_its_language(knowledge: Knowledge) -> None:
    for name, form in all_forms(knowledge).items():
        document = docx.Document(io.BytesIO(template_document(knowledge, form)))
        tag = {"id": "id-ID", "en": "en-GB"}[form.language]
        assert document.core_properties.language == tag, name
        headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
        assert headings == [section.heading for section in form.sections], name


def test_every_document_is_light_enough_for_a_phone(knowledge: Knowledge) -> None:
    sizes = {name: len(template_document(knowledge, form)) for name, form in all_forms(knowledge).items()}
    assert {name: size for name, size in sizes.items() if size > 20_000} == {}
