"""A shown list as files: text, Markdown, table, document and page.

Each exporter is a function from a list and a kit to the file; overrides/assets/javascripts/checklist/export/ holds
the same functions for the browser, and tests compare the two byte by byte. Nothing here reads a file.
"""

from collections.abc import Callable, Mapping

from simpul.checklist.exports.document import document
from simpul.checklist.exports.kit import Kit, make_kit
from simpul.checklist.exports.markdown import markdown
from simpul.checklist.exports.outline import outline
from simpul.checklist.exports.page import page
from simpul.checklist.exports.ready_made import ready_made_document
from simpul.checklist.exports.table import table
from simpul.checklist.exports.text import text
from simpul.checklist.shown_list import ShownList

# The name of a format -> what makes its file.
EXPORTERS: Mapping[str, Callable[[ShownList, Kit], str | bytes]] = {
    "long": outline,
    "text": text,
    "md": markdown,
    "csv": table,
    "docx": document,
    "html": page,
}

__all__ = ["EXPORTERS", "Kit", "make_kit", "ready_made_document"]
