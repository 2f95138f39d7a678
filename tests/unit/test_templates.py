"""Templates in one language, and the documents made of them."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from simpul.knowledge import Knowledge
from simpul.templates import Form, FormSection, FormTable, document_name, document_path, prepare_form, template_document
from simpul.text import LANGUAGES, Language
from tests.naughty import NAUGHTY


def section(**parts: object) -> FormSection:
    empty: dict[str, object] = {
        "slug": "part",
        "heading": "Bagian",
        "note": "",
        "text": "",
        "fields": (),
        "tables": (),
        "boxes": (),
        "signatures": (),
    }
    return FormSection(**{**empty, **parts})  # type: ignore[arg-type]


def form(*sections: FormSection) -> Form:
    return Form("contoh", "id", "Judul", "Ringkasan", False, sections)


def opened(knowledge: Knowledge, one: Form) -> Document:
    return docx.Document(io.BytesIO(template_document(knowledge, one)))


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Style and text of each paragraph outside tables."""
    return [(one.style.name, one.text) for one in document.paragraphs if one.style and one.text]


def test_a_form_has_the_words_of_its_language_and_the_sections_in_order(knowledge: Knowledge) -> None:
    template = knowledge.templates["hand-over-memo"]
    indonesian, english = (prepare_form(knowledge, template, language) for language in LANGUAGES)
    assert (indonesian.title, english.title) == ("Memo serah terima kerja sama", "Handover memo")
    assert [one.slug for one in indonesian.sections] == list(template.sections)
    assert [one.slug for one in english.sections] == list(template.sections)
    assert [len(one.fields) for one in indonesian.sections] == [len(one.fields) for one in english.sections]


def test_clauses_become_rows_with_the_numbers_of_their_regulations(knowledge: Knowledge) -> None:
    prepared = prepare_form(knowledge, knowledge.templates["clause-list"], "en")
    table = next(one for one in prepared.sections if one.slug == "memorandum").tables[0]
    assert table.headings[-1] == "What the parties decided"
    assert {row[-1] for row in table.rows} == {""}
    assert table.rows[0][2].endswith("(Permendagri 75/2022)")


def test_a_first_column_that_is_given_leaves_the_other_cells_empty(knowledge: Knowledge) -> None:
    prepared = prepare_form(knowledge, knowledge.templates["role-matrix"], "id")
    table = next(one for one in prepared.sections if one.slug == "matrix").tables[0]
    assert table.rows[0] == ("Mengundang rapat dan mengirim notulen", "", "", "", "", "", "")
    assert len(table.example) == len(table.headings) == len(table.shares)


@pytest.mark.parametrize(("language", "expected"), [("id", "memo-serah-terima.docx"), ("en", "hand-over-memo.docx")])
def test_a_document_stands_beside_its_page_under_a_name_in_its_language(
    knowledge: Knowledge, language: Language, expected: str
) -> None:
    template = knowledge.templates["hand-over-memo"]
    assert document_name(template, language) == expected
    assert document_path(template, language) == f"{language}/templates/hand-over-memo/{expected}"


def test_a_document_shows_its_parts_in_the_order_of_the_page(knowledge: Knowledge) -> None:
    one = section(note="Isi semua", text="Tetap", boxes=("Sudah",))
    found = paragraphs(opened(knowledge, form(one)))
    assert found[:2] == [("Title", "Judul"), ("Subtitle", "Ringkasan")]
    assert [style for style, _ in found[2:]] == ["Simpul Note", "Heading 1", "Simpul Note", "Normal", "Simpul Box"]
    assert found[4][1] == "Petunjuk: Isi semua"


def test_an_example_is_marked_and_followed_by_empty_rows(knowledge: Knowledge) -> None:
    table = FormTable(("Apa", "Siapa"), (2, 1), example=("Kirim data", "Dinas"), empty_rows=2)
    rows = opened(knowledge, form(section(tables=(table,)))).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Apa", "Siapa"],
        ["Contoh: Kirim data", "Dinas"],
        ["", ""],
        ["", ""],
    ]


def test_fields_stay_on_the_page_of_the_signatures_below_them(knowledge: Knowledge) -> None:
    signed = opened(knowledge, form(section(fields=(("Tanggal", 1),), signatures=("Pihak 1",))))
    alone = opened(knowledge, form(section(fields=(("Tanggal", 1),))))
    kept = [bool(list(document.tables[0]._tbl.iter(qn("w:keepNext")))) for document in (signed, alone)]
    assert kept == [True, False]


def test_a_section_of_signatures_alone_stays_with_the_section_before_it(knowledge: Knowledge) -> None:
    fields, table = section(fields=(("Tanggal", 1),)), section(tables=(FormTable(("Apa",), (1,), empty_rows=40),))
    signed = section(signatures=("Pihak 1",))
    for before in (fields, table):
        document = opened(knowledge, form(before, signed))
        last = document.tables[0].rows[-1]
        assert all(list(cell._tc.iter(qn("w:keepNext"))) for cell in last.cells)
        assert last._tr.getparent().getnext().find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    unsigned = opened(knowledge, form(table, fields))
    assert not list(unsigned.tables[0].rows[-1]._tr.iter(qn("w:keepNext")))


def test_the_document_is_dated_by_the_review_of_its_page(knowledge: Knowledge) -> None:
    prepared = prepare_form(knowledge, knowledge.templates["exit-plan"], "id")
    page = knowledge.pages["id", "templates/exit-plan"]
    assert page.meta is not None
    assert opened(knowledge, prepared).core_properties.created.date() == page.meta.reviewed


@pytest.mark.parametrize("text", NAUGHTY, ids=lambda text: repr(text[:12]))
def test_naughty_text_stays_text(knowledge: Knowledge, text: str) -> None:
    table = FormTable((text, "b"), (1, 1), rows=((text, ""),), example=(text, text), empty_rows=1)
    one = section(
        heading=text, note=text, text=text, fields=((text, 1),), tables=(table,), boxes=(text,), signatures=(text,)
    )
    content = template_document(knowledge, replace(form(one), title=text, summary=text))
    document = docx.Document(io.BytesIO(content))
    assert len(document.tables) == 3
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert names == zipfile.ZipFile(io.BytesIO(template_document(knowledge, form(one)))).namelist()
    assert list(document.element.iter(qn("w:evil"))) == []
