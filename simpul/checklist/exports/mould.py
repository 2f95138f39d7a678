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

from simpul.documents import About, Column, add_fields, add_table, new_document, text_width, to_bytes
from simpul.documents.styles import EXAMPLE, LABEL
from simpul.text import Language

DOCUMENT = "word/document.xml"

_BODY = "<w:body>"
_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
# Spaces at the ends of a text would be lost otherwise, and a reader's text may have them between two lines.
_TEXT = re.compile(r"<w:t(?: xml:space=\"preserve\")?>")
_COLUMNS = (("state", 20), ("item", 60), ("owner", 29), ("due", 24), ("note", 32))
_SIGNATURE = Mm(15)


@dataclass(frozen=True)
class Mould:
    """`parts` are the files of a document by name, in order; `pieces` what its text is put together from.

    In both a name in braces is a place for a text, or in `row` also for a piece.
    """

    parts: dict[str, str]
    pieces: dict[str, str]


def make_mould(language: Language, words: Mapping[str, str], publisher: str, content_date: date) -> Mould:
    """The mould of a language; made once, because a build fills it many times."""
    chosen = tuple((key, words[key]) for key in ("page_of", "checklist", *(name for name, _ in _COLUMNS)))
    return _make_mould(language, chosen, publisher, content_date)


@lru_cache(maxsize=8)
def _make_mould(language: Language, chosen: tuple[tuple[str, str], ...], publisher: str, content_date: date) -> Mould:
    words = dict(chosen)
    document = new_document(
        About("{title}", language, words["checklist"], publisher, "{source}", words["page_of"], content_date)
    )
    pieces = {
        "title": _xml(document.add_paragraph("{text}", "Title")._p),
        "heading": _xml(document.add_paragraph("{text}", "Heading 1")._p),
        "next_heading": _xml(_on_new_page(document)),
        "part_heading": _xml(document.add_paragraph("{text}", "Heading 2")._p),
        "paragraph": _xml(document.add_paragraph("{text}")._p),
        "bullet": _xml(document.add_paragraph("{text}", "List Bullet")._p),
        "small": _xml(document.add_paragraph("{text}", EXAMPLE)._p),
        **_fields(document),
        **_signatures(document),
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


def _signatures(document: Document) -> dict[str, str]:
    """A table with a line for each person who signs."""
    table = add_fields(document, [("{name}", 1)], text_width(document))
    row = table.rows[0]
    row.height = _SIGNATURE
    label = row.cells[0].paragraphs[0]
    label.style = document.styles[LABEL]
    row.cells[0].add_paragraph("{signature}", document.styles[EXAMPLE])
    value = row.cells[1].paragraphs[0]
    for child in [element for element in value._p if element.tag != qn("w:pPr")]:
        value._p.remove(child)
    # A signature alone on the next page proves nothing.
    label.paragraph_format.keep_with_next = True
    return {"signature": _xml(row._tr)}


def _items(document: Document, words: Mapping[str, str]) -> dict[str, str]:
    """A table of items: its head, and a row with a place for the line that stands behind the item."""
    columns = [Column(words[name], share) for name, share in _COLUMNS]
    cells = ["{state}", "{text}", "{owner}", "{due}", "{note}"]
    table = add_table(document, columns, text_width(document), rows=[cells])
    gap = document.paragraphs[-1]._p
    row = table.rows[1]
    behind = row.cells[1].add_paragraph("{text}", document.styles[EXAMPLE])._p
    about = _xml(behind)
    row.cells[1]._tc.remove(behind)
    row.cells[1].paragraphs[0]._p.tail = "{about}"
    xml = _xml(row._tr)
    start, end = _around(table._tbl, [row._tr])
    return {"items_start": start, "row": xml, "about": about, "items_end": end + _xml(gap)}


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
