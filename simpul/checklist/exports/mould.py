"""The mould of a document: what python-docx makes once, cut into pieces that are then filled with text.

The browser has no python-docx. It gets the same pieces, so that both fill in text and nothing else, and come to the
same document.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from simpul.documents import (
    About,
    Column,
    add_fields,
    add_signatures,
    add_table,
    keep_end_with_next,
    new_document,
    text_width,
    to_bytes,
)
from simpul.documents.styles import EXAMPLE
from simpul.text import Language

DOCUMENT = "word/document.xml"

_BODY = "<w:body>"
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
# Spaces at the ends of a text would be lost otherwise, and a reader's text may have them between two lines.
_TEXT = re.compile(r"<w:t(?: xml:space=\"preserve\")?>")
# Wide enough for most items to take two lines: eight of them and their signatures then fit one page.
_COLUMNS = (("state", 17), ("item", 70), ("owner", 26), ("due", 22), ("note", 30))
_SIGNATURE = Mm(13)
_EDGE = Mm(16)
# The places of a row of signatories; more of them take more rows.
SIGNATORIES = ("first", "second", "third")


@dataclass(frozen=True)
class Mould:
    """`parts` are the files of a document by name, in order; `pieces` what its text is put together from.

    In both a name in braces is a place for a text, or in `row` also for a piece.
    """

    parts: dict[str, str]
    pieces: dict[str, str]


def make_mould(language: Language, words: Mapping[str, str], publisher: str, content_date: date) -> Mould:
    """The mould of a language; made once, because a build fills it many times."""
    chosen = tuple((key, words[key]) for key in ("page_of", "checklist", "signature", *(name for name, _ in _COLUMNS)))
    return _make_mould(language, chosen, publisher, content_date)


@lru_cache(maxsize=8)
def _make_mould(language: Language, chosen: tuple[tuple[str, str], ...], publisher: str, content_date: date) -> Mould:
    words = dict(chosen)
    document = new_document(
        About("{title}", language, words["checklist"], publisher, "{source}", words["page_of"], content_date)
    )
    section = document.sections[0]
    section.top_margin = section.bottom_margin = _EDGE
    pieces = {
        "title": _xml(document.add_paragraph("{text}", "Title")._p),
        "heading": _xml(document.add_paragraph("{text}", "Heading 1")._p),
        "next_heading": _xml(_on_new_page(document)),
        "part_heading": _xml(document.add_paragraph("{text}", "Heading 2")._p),
        "paragraph": _xml(document.add_paragraph("{text}")._p),
        "bullet": _xml(document.add_paragraph("{text}", "List Bullet")._p),
        "small": _xml(document.add_paragraph("{text}", EXAMPLE)._p),
        **_fields(document),
        **_signatures(document, words),
        **_items(document, words),
    }
    body = document.element.body
    for element in [child for child in body if child.tag != qn("w:sectPr")]:
        body.remove(element)
    parts = _parts(to_bytes(document))
    start, _, end = parts[DOCUMENT].partition(_BODY)
    parts[DOCUMENT] = start + _BODY + "{content}" + end
    return Mould(parts, pieces)


def _on_new_page(document: Document) -> BaseOxmlElement:
    paragraph = document.add_paragraph("{text}", "Heading 1")
    paragraph.paragraph_format.page_break_before = True
    return paragraph._p


def _fields(document: Document) -> dict[str, str]:
    """A table of names with what was written, or with a blank to type into."""
    table = add_fields(document, [("{name}", 1), ("{name}", 1)], text_width(document))
    gap = document.paragraphs[-1]._p
    filled, blank = table.rows[0], table.rows[1]
    value = filled.cells[1].paragraphs[0]
    for child in [element for element in value._p if element.tag != qn("w:pPr")]:
        value._p.remove(child)
    value.add_run("{value}")
    rows = {"field": _xml(filled._tr), "blank": _xml(blank._tr)}
    start, end = _around(table._tbl, [filled._tr, blank._tr])
    return {"fields_start": start, **rows, "fields_end": end + _xml(gap)}


def _signatures(document: Document, words: Mapping[str, str]) -> dict[str, str]:
    """Tables of one signatory and of several side by side; what says whose list it was stays below the last one."""
    pieces = {}
    for count in range(1, len(SIGNATORIES) + 1):
        signers = [f"{{{place}}}" for place in SIGNATORIES[:count]]
        table = add_signatures(document, signers, [words["signature"]], text_width(document), _SIGNATURE)
        keep_end_with_next(document)
        pieces[f"signatures_{count}"] = _xml(table._tbl) + _xml(document.paragraphs[-1]._p)
    return pieces


def _items(document: Document, words: Mapping[str, str]) -> dict[str, str]:
    """A table of items: its head, and a row with a place for the line that stands behind the item.

    The last row of a list stays with what follows: signatures alone on the next page prove nothing.
    """
    columns = [Column(words[name], share) for name, share in _COLUMNS]
    cells = ["{state}", "{text}", "{owner}", "{due}", "{note}"]
    table = add_table(document, columns, text_width(document), rows=[cells, cells])
    _, row, last = table.rows
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = None
    behind = [one.cells[1].add_paragraph("{text}", document.styles[EXAMPLE]) for one in (row, last)]
    keep_end_with_next(document)
    gap = document.paragraphs[-1]._p
    pieces = {}
    for name, one, about in (("", row, behind[0]), ("last_", last, behind[1])):
        pieces[f"{name}about"] = _xml(about._p)
        one.cells[1]._tc.remove(about._p)
        one.cells[1].paragraphs[0]._p.tail = "{about}"
        pieces[f"{name}row"] = _xml(one._tr)
    start, end = _around(table._tbl, [row._tr, last._tr])
    return {"items_start": start, **pieces, "items_end": end + _xml(gap)}


def _around(table: BaseOxmlElement, rows: Iterable[BaseOxmlElement]) -> tuple[str, str]:
    """The table without these rows, in two parts: what comes before them and what comes after."""
    for row in rows:
        table.remove(row)
    place = OxmlElement("w:tr")
    table.append(place)
    start, _, end = _xml(table).partition("<w:tr/>")
    return start, end


def _xml(element: BaseOxmlElement) -> str:
    """The element as text for a document that has declared the namespaces."""
    text = serialize_part_xml(element).decode("utf-8").partition("?>")[2].lstrip("\n")
    return _TEXT.sub('<w:t xml:space="preserve">', _NAMESPACES.sub("", text))


def _parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
