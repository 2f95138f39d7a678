"""Documents on A4 paper that readers edit in Word or LibreOffice: one look for all of them, the same bytes each time.

Knows paper, styles and parts of a page; what stands in a document is the business of those who call it.
"""

from docx.document import Document

from simpul.documents.paper import About, new_document, text_width
from simpul.documents.parts import (
    Column,
    add_blank,
    add_boxes,
    add_fields,
    add_note,
    add_signatures,
    add_table,
    keep_end_with_next,
    writable,
)
from simpul.documents.saving import to_bytes

__all__ = [
    "About",
    "Column",
    "Document",
    "add_blank",
    "add_boxes",
    "add_fields",
    "add_note",
    "add_signatures",
    "add_table",
    "keep_end_with_next",
    "new_document",
    "text_width",
    "to_bytes",
    "writable",
]
