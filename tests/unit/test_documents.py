"""The paper every document is written on."""

import io
import time
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from simpul.documents import (
    About,
    Column,
    Document,
    add_boxes,
    add_fields,
    add_note,
    add_signatures,
    add_table,
    new_document,
    text_width,
    to_bytes,
    writable,
)

ABOUT = About(
    title="Memo serah terima",
    language="id",
    subject="Serah terima pejabat",
    publisher="Simpul Kolaborasi",
    source="Simpul Kolaborasi, CC BY 4.0",
    page_of="Halaman {page} dari {pages}",
    date=date(2026, 11, 21),
)
NAUGHTY = "<b>&amp; ]]> \x00\x1b\ud800 \u202e ‮ 你好 =cmd|' /C calc'!A0 ${7*7} \U0001f600"


def filled(about: About = ABOUT, text: str = "Kirim data") -> Document:
    document = new_document(about)
    width = text_width(document)
    add_note(document, "Petunjuk:", text)
    add_fields(document, [(text, 2)], width)
    add_table(document, [Column(text, 2), Column("Tenggat")], width, example=[text, "1"], rows=[[text, "2"]])
    add_boxes(document, [text])
    add_signatures(document, [text, "Kedua"], ["Nama:"], width)
    return document


def part(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def test_the_same_document_made_later_has_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = to_bytes(filled())
    later = time.localtime(time.time() + 400_000)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert to_bytes(filled()) == now


def test_another_text_gives_other_bytes() -> None:
    assert to_bytes(filled(text="Kirim berkas")) != to_bytes(filled())


@pytest.mark.parametrize(("landscape", "expected"), [(False, (210, 297)), (True, (297, 210))])
def test_paper_is_a4(landscape: bool, expected: tuple[int, int]) -> None:
    section = new_document(About(**{**ABOUT.__dict__, "landscape": landscape})).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == expected


@pytest.mark.parametrize(("language", "tag"), [("id", "id-ID"), ("en", "en-GB")])
def test_a_document_names_its_language_for_spelling(language: str, tag: str) -> None:
    document = new_document(About(**{**ABOUT.__dict__, "language": language}))
    spoken = document.styles.element.find(".//" + qn("w:lang"))
    assert (spoken.get(qn("w:val")), document.core_properties.language) == (tag, tag)


def test_properties_name_the_publisher_and_no_machine_or_program() -> None:
    content = to_bytes(filled())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        everything = "".join(archive.read(name).decode() for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "Simpul Kolaborasi" in part(content, "docProps/core.xml")
    assert "python-docx" not in everything
    assert "Macintosh Word" not in everything
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert (properties.author, properties.created.date()) == ("Simpul Kolaborasi", ABOUT.date)


def test_only_our_styles_remain_and_all_use_one_typeface() -> None:
    styles = part(to_bytes(filled()), "word/styles.xml")
    names = {style.name for style in filled().styles}
    assert "Table Grid" not in names
    assert {"Title", "Heading 1", "Simpul Table", "Simpul Note"} <= names
    assert "Theme=" not in styles
    assert styles.count("<w:rFonts") == 1


def test_the_foot_counts_pages_with_fields() -> None:
    footer = filled().sections[0].footer
    fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    said = "".join(text.text or "" for text in footer._element.iter(qn("w:t")))
    assert said.startswith("Halaman 1 dari 1 · "), "a long address must not push the numbers onto two lines"


def test_the_heading_of_a_table_is_repeated_and_no_row_is_broken() -> None:
    table = filled().tables[1]
    marks = [[child.tag for child in row._tr.trPr] for row in table.rows]
    assert all(qn("w:cantSplit") in found for found in marks)
    assert [qn("w:tblHeader") in found for found in marks] == [True, False, False]


def test_a_blank_is_named_after_its_label() -> None:
    control = next(filled(text="Nama instansi").element.iter(qn("w:alias")))
    assert control.get(qn("w:val")) == "Nama instansi"


def test_naughty_text_stays_text_and_the_document_opens() -> None:
    about = About(**{**ABOUT.__dict__, "title": NAUGHTY, "source": NAUGHTY})
    content = to_bytes(filled(about, NAUGHTY))
    reopened = docx.Document(io.BytesIO(content))
    assert writable(NAUGHTY) in reopened.paragraphs[0].text
    assert "<b>&amp;" in reopened.tables[1].cell(1, 0).text
    assert "\x00" not in part(content, "word/document.xml")


def test_what_xml_cannot_hold_is_taken_out_and_all_else_stays() -> None:
    assert writable("a\x00b\ud800c\uffff") == "abc"
    assert writable("tab\t baris\n é 你 \U0001f600") == "tab\t baris\n é 你 \U0001f600"
