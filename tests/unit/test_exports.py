"""Exports opened by independent readers: what went in comes out, and nothing in it acts."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup
from markdown import markdown as render_markdown
from pypdf import PdfReader

from simpul.checklist import OwnItem, SavedList, ready_made_list, shown_list
from simpul.checklist.exports import EXPORTERS, make_kit, ready_made_document
from simpul.checklist.exports.plain import clean, cleaned
from simpul.checklist.exports.text import text
from simpul.checklist.shown_list import ShownList
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.naughty import NAUGHTY
from tests.office import SEMICOLONS, convert, needs_office

ADDRESS = "http://127.0.0.1:8000/id/checklists/?pause_point=first-meeting&form=data-sharing"
ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Filled = Callable[[str], ShownList]


@pytest.fixture
def filled(knowledge: Knowledge) -> Filled:
    """A list of real items with a text wherever a reader may write one."""

    def fill(written: str, language: Language = "id") -> ShownList:
        entry = {"state": "partly", "owner": written, "due": "2026-12-01", "note": written, "reason": written}
        saved = SavedList(
            name=written,
            answers={"pause_point": ("first-meeting",), "condition": ("personal-data",)},
            meeting={"partners": written, "date": "2026-11-21", "place": written},
            entries=dict.fromkeys((*knowledge.pause_points["first-meeting"].items, "own-1"), entry),
            own_items=(OwnItem("own-1", "first-meeting", written),),
        )
        return shown_list(knowledge, saved, language, ADDRESS)

    return fill


def exported(form: str, shown: ShownList, knowledge: Knowledge) -> bytes:
    content = EXPORTERS[form](shown, make_kit(knowledge, shown.language))
    return content if isinstance(content, bytes) else content.encode("utf-8")


def texts_of(shown: ShownList) -> list[str]:
    return [item.text for sheet in shown.sheets for part in sheet.parts for item in part.items]


# Text


def test_what_steers_a_reader_is_taken_out_and_all_else_stays() -> None:
    assert clean("\u202egnp.exe\u2066\x1b[31m\x00\ufeff") == "gnp.exe[31m"
    assert clean(" a\r\nb\rc\u2028d\te ") == "a\nb\nc\nd e"
    assert clean("\ud800 \U0001f469\u200d\U0001f467 عربى\u200e") == "\ufffd \U0001f469\u200d\U0001f467 عربى\u200e"


def test_a_message_holds_items_marks_owners_due_dates_and_the_address(filled: Filled, knowledge: Knowledge) -> None:
    message = exported("text", filled("Rina"), knowledge).decode()
    assert message.startswith("Rina\nRina · 21 November 2026 · Rina\n\nPertemuan pertama\n[~] ")
    assert "    Sebagian · Penanggung jawab: Rina · Tenggat: 1 Desember 2026\n" in message
    assert message.endswith(f"\n\nBuka daftar ini lagi: {ADDRESS}\n")
    assert all(f"[~] {item}" in message for item in texts_of(filled("Rina")))


def test_a_message_cut_at_an_item_says_how_many_more_there_are(filled: Filled, knowledge: Knowledge) -> None:
    shown = filled("")
    count = len(texts_of(shown))
    for most in range(count + 1):
        message = text(shown, make_kit(knowledge, "id"), most)
        assert message.count("[~]") == most
        assert (f"… dan {count - most} butir lagi" in message) == (most < count)
        assert message.endswith(f"{ADDRESS}\n")


# Markdown


@pytest.mark.parametrize("written", NAUGHTY[:-2], ids=range(len(NAUGHTY) - 2))
def test_markdown_shows_a_text_as_it_was_written(filled: Filled, knowledge: Knowledge, written: str) -> None:
    shown = filled(written)
    html = render_markdown(exported("md", shown, knowledge).decode(), extensions=["tables", "sane_lists"])
    soup = BeautifulSoup(html, "html.parser")
    allowed = {"h1", "h2", "h3", "p", "ul", "li", "br", "a"}
    assert {tag.name for tag in soup.find_all(True)} <= allowed
    assert [link["href"] for link in soup.find_all("a")] == [ADDRESS]
    # Python-Markdown knows fewer escapes than others: a backslash it leaves is no harm.
    plain = " ".join(soup.get_text().replace("\\", "").split())
    assert " ".join(clean(written).replace("\\", "").split()) in plain
    assert len(soup.find_all("li")) >= len(texts_of(shown))


# Table


@pytest.mark.parametrize("written", NAUGHTY[:-2], ids=range(len(NAUGHTY) - 2))
def test_a_table_has_a_row_per_item_and_no_cell_computes(filled: Filled, knowledge: Knowledge, written: str) -> None:
    shown = filled(written)
    content = exported("csv", shown, knowledge)
    assert content.startswith(b"\xef\xbb\xbf")
    for line in content.decode("utf-8-sig").split('"\r\n'):
        assert "\r" not in line
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    heads, *items = rows
    assert {len(row) for row in rows} == {16}
    assert [row[heads.index("Butir")].lstrip("'") for row in items[:-2]] == texts_of(shown)[:-2]
    assert {row[heads.index("Tenggat")] for row in items} == {"2026-12-01"}
    assert not any(cell.strip(" \u200b").startswith(ACTIVE) for row in rows for cell in row)
    note = items[0][heads.index("Catatan")]
    assert note.replace("'", "") == clean(written).replace("'", "")


def test_every_row_of_a_table_says_which_data_it_is_from_and_where_the_list_is(
    filled: Filled, knowledge: Knowledge
) -> None:
    shown = filled("Rina")
    content = exported("csv", shown, knowledge).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";", strict=True))
    assert {row["Versi data"] for row in rows} == {shown.sheets[0].version}
    assert {row["Buka daftar ini lagi"] for row in rows} == {ADDRESS}


@pytest.mark.parametrize(("language", "said"), [("id", "Belum"), ("en", "Not yet")])
def test_an_item_nobody_has_marked_is_counted_in_a_table_as_on_the_page(
    knowledge: Knowledge, language: Language, said: str
) -> None:
    one, two, *_ = knowledge.pause_points["first-meeting"].items
    saved = SavedList(
        answers={"pause_point": ("first-meeting",), "role": ("all",)},
        entries={one: {"state": "done"}, two: {"state": "not-yet"}},
    )
    content = exported("csv", shown_list(knowledge, saved, language), knowledge).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";", strict=True))
    states = [row["Status"] for row in rows]
    assert (states.count(said), len(set(states))) == (len(rows) - 1, 2)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("written", NAUGHTY[:-2], ids=range(len(NAUGHTY) - 2))
def test_no_cell_computes_though_a_program_takes_another_delimiter(
    filled: Filled, knowledge: Knowledge, written: str, delimiter: str
) -> None:
    content = exported("csv", filled(written), knowledge).decode("utf-8-sig")
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, quoting=quoting):
            # What follows a value on its line, behind its quotation mark, is no part of a formula.
            active = [cell.partition('";')[0] for cell in row if cell.strip(' "\u200b').startswith(ACTIVE)]
            assert not [cell for cell in active if re.search(r"\w\(|!\w|'#", cell)]


@pytest.mark.parametrize(
    "written",
    [
        "sudah ada, -1",
        "Rina; - Budi | + satu orang",
        "Bahan:\n- naskah (rancangan)\n- daftar hadir, +2!\n= lengkap @ aula",
        "lihat a(b) dan c!d",
        "'sudah'",
    ],
)
def test_a_sign_inside_a_text_is_no_formula_and_stays_as_it_was_written(
    filled: Filled, knowledge: Knowledge, written: str
) -> None:
    content = exported("csv", filled(written), knowledge).decode("utf-8-sig")
    heads, *items = csv.reader(io.StringIO(content, newline=""), delimiter=";", strict=True)
    assert {row[heads.index("Catatan")] for row in items} == {written}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}"])
@pytest.mark.parametrize("before", ["", '"', "\N{ZERO WIDTH SPACE}"])
def test_a_sign_at_the_start_of_a_cell_gets_an_apostrophe(
    filled: Filled, knowledge: Knowledge, sign: str, before: str
) -> None:
    content = exported("csv", filled(f"{before}{sign}1+1"), knowledge).decode("utf-8-sig")
    heads, *items = csv.reader(io.StringIO(content, newline=""), delimiter=";", strict=True)
    assert {row[heads.index("Catatan")] for row in items} == {f"{before}'{sign}1+1"}


# Page


@pytest.mark.parametrize("written", NAUGHTY[:-2], ids=range(len(NAUGHTY) - 2))
def test_a_page_needs_nothing_else_and_holds_no_script(filled: Filled, knowledge: Knowledge, written: str) -> None:
    shown = cleaned(filled(written))
    soup = BeautifulSoup(exported("html", filled(written), knowledge), "html.parser")
    assert soup.find_all(["script", "link", "img", "iframe", "object", "embed", "form", "base"]) == []
    assert not any(name.startswith("on") for tag in soup.find_all(True) for name in tag.attrs)
    assert [link["href"] for link in soup.find_all("a")] == [ADDRESS]
    style = soup.style
    assert style is not None
    assert not any(word in style.text for word in ("url(", "@import"))
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert "default-src 'none'" in str(policy["content"])
    assert [one.text for one in soup.select(".text")] == texts_of(shown)
    assert {one.text for one in soup.select(".state")} == {"Sebagian"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_what_was_left_out_and_why(knowledge: Knowledge, language: Language) -> None:
    shown = shown_list(knowledge, SavedList(answers={"pause_point": ("first-meeting",)}), language)
    soup = BeautifulSoup(exported("html", shown, knowledge), "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == language
    lines = [one.text for one in soup.select("section li")]
    for one in shown.sheets[0].left_out:
        assert f"{one.text} {one.reason}" in lines
    assert [heading.name for heading in soup.find_all(["h1", "h2", "h3"])] == ["h1", "h2", "h3", "h3"]
    assert soup.find("a") is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "x", "HTTPS:evil"])
def test_an_address_of_another_kind_is_no_link(filled: Filled, knowledge: Knowledge, address: str) -> None:
    soup = BeautifulSoup(exported("html", replace(filled(""), address=address), knowledge), "html.parser")
    assert soup.find("a") is None
    assert address in soup.get_text()


# Document


def cells(content: bytes) -> list[list[str]]:
    """The rows of the tables of items, less their heads."""
    tables = [table for table in docx.Document(io.BytesIO(content)).tables if len(table.columns) == 5]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows[1:]]


@pytest.mark.parametrize("written", NAUGHTY, ids=range(len(NAUGHTY)))
def test_a_document_holds_every_text_in_its_table(filled: Filled, knowledge: Knowledge, written: str) -> None:
    shown = cleaned(filled(written))
    rows = cells(exported("docx", filled(written), knowledge))
    assert [row[1].split("\n")[0] for row in rows] == texts_of(shown)
    assert {row[0] for row in rows} == {"Sebagian"}
    assert {row[3] for row in rows} == {"1 Desember 2026"}
    first = shown.sheets[0].parts[0].items[0]
    reason = f"Alasan tidak berlaku: {first.reason}" if first.reason else ""
    assert (rows[0][2], rows[0][4]) == (first.owner, "\n".join(filter(None, (reason, first.note))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ready_made_document_holds_the_whole_list_on_a4(knowledge: Knowledge, language: Language) -> None:
    for point in knowledge.pause_points.values():
        name, content = ready_made_document(knowledge, point, language, ADDRESS)
        document = docx.Document(io.BytesIO(content))
        section = document.sections[0]
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
        assert name.startswith("daftar-periksa_" if language == "id" else "checklist_")
        shown = ready_made_list(knowledge, point, language)
        assert [row[1].split("\n")[0] for row in cells(content)] == texts_of(shown)
        assert {row[0] for row in cells(content)} == {"\N{BALLOT BOX}"}
        live = [item for item in point.items.values() if item.retired is None]
        assert len(texts_of(shown)) == len(live)
        assert document.core_properties.title == shown.sheets[0].title
        assert ADDRESS in section.footer.paragraphs[0].text


@pytest.mark.parametrize("signatories", [(), ("A",), ("A", "B"), ("A", "B", "C"), ("A", "B", "C", "D")])
def test_everyone_who_signs_has_a_place_beside_the_others(
    filled: Filled, knowledge: Knowledge, signatories: tuple[str, ...]
) -> None:
    shown = filled("")
    shown = replace(shown, sheets=tuple(replace(sheet, signatories=signatories) for sheet in shown.sheets))
    tables = docx.Document(io.BytesIO(exported("docx", shown, knowledge))).tables
    places = [table for table in tables if table.rows[-1].cells[0].text == "Nama dan tanda tangan"]
    assert [cell.text for table in places for cell in table.rows[0].cells] == list(signatories)
    assert all(len(table.columns) <= 3 for table in places)


def test_a_document_says_for_whom_an_item_is_meant_only_while_no_answer_says_it(knowledge: Knowledge) -> None:
    answers = {"pause_point": ("trouble-or-dispute",), "form": ("data-sharing",)}
    tailored = shown_list(knowledge, SavedList(answers=answers), "en")
    ready_made = ready_made_list(knowledge, knowledge.pause_points["trouble-or-dispute"], "en")
    for shown, expected in ((tailored, False), (ready_made, True)):
        assert any(item.scope for sheet in shown.sheets for part in sheet.parts for item in part.items)
        said = [row[1] for row in cells(exported("docx", shown, knowledge))]
        assert any("Only for form of collaboration" in text for text in said) == expected


# LibreOffice


def many_lists(knowledge: Knowledge) -> Iterator[ShownList]:
    """Every pause point for forms with long lists, blank and with notes as a meeting writes them."""
    sentence = "Sepakat ditunda sampai perjanjian kerja sama ditandatangani dan ditelaah biro hukum. "
    for language in LANGUAGES:
        for point in knowledge.pause_points.values():
            notes = {
                slug: {"state": "partly", "owner": "Kepala Bappeda", "due": "2026-12-01", "note": sentence * (at % 3)}
                for at, slug in enumerate(point.items)
            }
            for form in ("data-sharing", "regional-cooperation"):
                answers = {"pause_point": (point.slug,), "form": (form,), "role": ("all",)}
                for entries in ({}, notes):
                    saved = SavedList(answers=answers, entries=entries)
                    yield shown_list(knowledge, saved, language, f"{ADDRESS}&role=all")
            yield ready_made_list(knowledge, point, language, ADDRESS)


@needs_office
def test_signatures_stay_with_items_and_eight_items_with_them_fit_one_page(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    lists = {f"list-{number}": shown for number, shown in enumerate(many_lists(knowledge))}
    for name, shown in lists.items():
        (tmp_path / f"{name}.docx").write_bytes(exported("docx", shown, knowledge))
    pages = convert([tmp_path / f"{name}.docx" for name in lists], "pdf", tmp_path)
    counts = set()
    for name, shown in lists.items():
        (sheet,) = shown.sheets
        sheets = ["".join(page.extract_text().split()) for page in PdfReader(pages[name]).pages]
        last = ["".join(text.split()) for text in (texts_of(shown)[-1], *sheet.signatories, sheet.version)]
        assert [text for text in last if text not in sheets[-1]] == [], (name, sheet.title)
        items = [item for part in sheet.parts for item in part.items]
        if len(items) <= 8 and not any(item.note for item in items):
            assert len(sheets) == 1, (name, sheet.title)
            counts.add(len(items))
    assert 8 in counts


@needs_office
def test_libreoffice_shows_the_document_and_the_table(filled: Filled, knowledge: Knowledge, tmp_path: Path) -> None:
    notes = ["Rina", "=1+1; -2, @SUM(A1)\nbaris kedua", "<b>&amp; “é” 你好 {title}", "panjang " * 30]
    lists = {f"list-{number}": filled(note) for number, note in enumerate(notes)}
    lists["plain-en"] = filled("", "en")
    documents, tables = [], []
    for name, shown in lists.items():
        for form, files in (("docx", documents), ("csv", tables)):
            file = tmp_path / f"{name}.{form}"
            file.write_bytes(exported(form, shown, knowledge))
            files.append(file)
    pages = convert(documents, "pdf", tmp_path)
    for name, shown in lists.items():
        pdf = PdfReader(pages[name])
        said = "".join("".join(page.extract_text() for page in pdf.pages).split())
        assert pdf.pages[0].mediabox.width == pytest.approx(595, abs=1)
        items = [item for sheet in shown.sheets for part in sheet.parts for item in part.items if not item.own]
        assert [item.text for item in items if "".join(item.text.split()) not in said] == []
        count = len(pdf.pages)
        assert ("=1+1;-2,@SUM(A1)" in said) == (name == "list-1")
        expected = f"Halaman {count} dari {count}" if shown.language == "id" else f"Page {count} of {count}"
        assert expected in pdf.pages[-1].extract_text()
    # Read as a program with Indonesian settings does, computed, and written with tabs.
    made = convert(tables, "csv:Text - txt - csv (StarCalc):9,34,76", tmp_path / "tables", SEMICOLONS)
    for name, shown in lists.items():
        rows = list(csv.reader(io.StringIO(made[name].read_text(encoding="utf-8"), newline=""), delimiter="\t"))
        assert {len(row) for row in rows} == {16}
        assert [row[2].lstrip("'") for row in rows[1:-2]] == texts_of(shown)[:-2]
        assert not any(cell.startswith(("#NAME", "Err:")) for row in rows for cell in row)
        note = cleaned(shown).sheets[0].parts[0].items[0].note
        assert rows[1][7].replace("'", "") == note
