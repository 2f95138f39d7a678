"""Parts of a document: notes for the person who fills it in, fields with blanks, tables, boxes, places to sign."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from simpul.documents.styles import (
    BOX,
    CELL,
    CELL_HEAD,
    EXAMPLE,
    EXAMPLE_FILL,
    FIELDS,
    GAP,
    LABEL,
    NOTE,
    TABLE,
    style_id,
)

# What XML 1.0 does not admit, and lone halves of a character.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
# A blank that is shown until something is typed: wide enough to hit, and nothing in the way of a pen.
_BLANK = "\u2003" * 8
_EMPTY_BOX = "\u2610"
_BOX_FONT = "MS Gothic"
_LINE_HEIGHT = Mm(8)
_SIGNATURE = Mm(22)
# So many rows or fields move to the next page rather than leave one behind.
_WHOLE = 12
_WHOLE_FIELDS = 6


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, and its share of the width."""

    heading: str
    share: float = 1


def writable(text: str) -> str:
    """`text` without the characters that no XML file may hold."""
    return _UNWRITABLE.sub("", text)


def add_note(document: Document, label: str, text: str) -> Paragraph:
    """A note for the person who fills in the document: set apart, in a style of its own, so easily removed."""
    paragraph = document.add_paragraph(style=NOTE)
    paragraph.add_run(f"{writable(label)} ").bold = True
    paragraph.add_run(writable(text))
    return paragraph


def add_fields(document: Document, fields: Iterable[tuple[str, int]], width: Length) -> Table:
    """Labels, each with a blank beside it; a field is its label and how many written lines it has room for."""
    listed = list(fields)
    labels = Length(width * 2 // 5)
    widths = [labels, Length(width - labels)]
    table = _new_table(document, widths, FIELDS)
    for label, lines in listed:
        row = _add_row(table, [label, ""], widths, LABEL)
        row.height = Length(_LINE_HEIGHT * lines)
        value = row.cells[1].paragraphs[0]
        value._p.style = style_id(CELL)
        add_blank(value, label)
    if len(listed) <= _WHOLE_FIELDS:
        _keep_together(table)
    _close(document)
    return table


def add_blank(paragraph: Paragraph, name: str) -> None:
    """A place to type, which programs announce by `name`; on paper an empty line."""
    control = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias/><w:tag/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent/></w:sdt>"
    )
    properties = control[0]
    properties[0].set(qn("w:val"), writable(name)[:64])
    properties[1].set(qn("w:val"), writable(name)[:64])
    control[1].append(paragraph.add_run(_BLANK)._r)
    paragraph._p.append(control)


def add_table(
    document: Document,
    columns: Sequence[Column],
    width: Length,
    *,
    rows: Iterable[Sequence[str]] = (),
    example: Sequence[str] | None = None,
    example_label: str = "",
    empty_rows: int = 0,
) -> Table:
    """A table whose heading is repeated on every page; `example` is a row that is plainly not one of the rest."""
    shares = sum(column.share for column in columns)
    widths = [Length(int(width * column.share / shares)) for column in columns]
    table = _new_table(document, widths, TABLE)
    head = _add_row(table, [column.heading for column in columns], widths, CELL_HEAD)
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if example is not None:
        marked = [f"{example_label} {example[0]}".strip(), *example[1:]]
        for cell in _add_row(table, marked, widths, EXAMPLE).cells:
            _shade(cell, EXAMPLE_FILL)
    for row in rows:
        _add_row(table, row, widths, CELL).height = _LINE_HEIGHT
    for _ in range(empty_rows):
        _add_row(table, [""] * len(columns), widths, CELL).height = _LINE_HEIGHT
    if len(table.rows) <= _WHOLE:
        _keep_together(table)
    _close(document)
    return table


def add_boxes(document: Document, texts: Iterable[str]) -> list[Paragraph]:
    """Lines that begin with a box to tick: by a click in Word, with a pen on paper."""
    return [_add_box(document.add_paragraph(style=BOX), text) for text in texts]


def _add_box(paragraph: Paragraph, text: str) -> Paragraph:
    state = 'w14:val="{}" w14:font="' + _BOX_FONT + '"'
    control = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_W14}"><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
        f"<w14:checkedState {state.format('2612')}/><w14:uncheckedState {state.format('2610')}/></w14:checkbox>"
        "</w:sdtPr><w:sdtContent/></w:sdt>"
    )
    run = paragraph.add_run(_EMPTY_BOX)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), _BOX_FONT)
    control[1].append(run._r)
    paragraph._p.append(control)
    paragraph.add_run(f"\t{writable(text)}")
    return paragraph


def add_signatures(
    document: Document, signers: Sequence[str], lines: Sequence[str], width: Length, room: Length = _SIGNATURE
) -> Table:
    """Places to sign side by side: who signs, room for a signature, and `lines` such as name and office below it."""
    widths = [Length(width // len(signers))] * len(signers)
    table = _new_table(document, widths, TABLE)
    _add_row(table, signers, widths, CELL_HEAD)
    _add_row(table, [""] * len(signers), widths, CELL).height = room
    for line in lines:
        _add_row(table, [line] * len(signers), widths, CELL)
    _keep_together(table)  # a signature alone on the next page proves nothing
    _close(document)
    return table


def _new_table(document: Document, widths: Sequence[Length], style: str) -> Table:
    """A table without rows, of fixed widths: programs that work out their own break columns differently."""
    table: Table = document.add_table(rows=0, cols=len(widths), style=style)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _add_row(table: Table, texts: Sequence[str], widths: Sequence[Length], style: str) -> _Row:
    """A row of texts that stays on one page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        # Set by its id: looking a style up by its name takes most of the time of a long table.
        paragraph._p.style = style_id(style)
        if text:
            paragraph.add_run(writable(text))
    return row


def keep_end_with_next(document: Document) -> None:
    """Keep the last part written so far on the page of what comes next, such as signatures: all of a table whose
    rows stay together, of a longer one the last row, of text the last paragraph."""
    last = document.paragraphs[-1]
    last.paragraph_format.keep_with_next = True
    above = last._p.getprevious()
    if above is not None and above.tag == qn("w:tbl"):
        _keep_with_next(document.tables[-1].rows[-1])


def _keep_together(table: Table) -> None:
    """All rows on one page."""
    for row in table.rows[:-1]:
        _keep_with_next(row)


def _keep_with_next(row: _Row) -> None:
    """Keep a row with the next, which means the paragraphs in it."""
    for paragraph in row._tr.iter(qn("w:p")):
        paragraph.get_or_add_pPr().keepNext_val = True


def _shade(cell: _Cell, fill: str) -> None:
    shade: BaseOxmlElement = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _close(document: Document) -> Paragraph:
    """A small gap below a table; two tables without a paragraph between them become one."""
    return document.add_paragraph(style=GAP)
