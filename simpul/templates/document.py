"""The document of a template: what its page shows, on paper, with blanks to type or write in."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from simpul.documents import (
    About,
    Column,
    Document,
    add_boxes,
    add_fields,
    add_note,
    add_signatures,
    add_table,
    keep_end_with_next,
    new_document,
    text_width,
    to_bytes,
    writable,
)
from simpul.knowledge import Knowledge
from simpul.open_data.addresses import PUBLISHER
from simpul.templates.form import Form, FormSection

Words = tuple[tuple[str, str], ...]
# What a page without a date of review would get; every page has one.
_BEGUN = date(2026, 11, 21)


def template_document(knowledge: Knowledge, form: Form) -> bytes:
    """The file of `form`, the same bytes each time."""
    strings = knowledge.strings["template"].items()
    words = tuple((key, text.in_language(form.language)) for key, text in strings)
    return _written(form, words, _reviewed(knowledge, form))


# The page asks for the size, finishing for the file, and a served site for both at every change: made once each.
@lru_cache(maxsize=128)
def _written(form: Form, words: Words, reviewed: date) -> bytes:
    return to_bytes(_Writer(dict(words), form, reviewed).write())


def _reviewed(knowledge: Knowledge, form: Form) -> date:
    """When the page of the template was last reviewed: a document says how old it is, and no build its own day."""
    page = knowledge.pages.get((form.language, f"templates/{form.slug}"))
    return page.meta.reviewed if page and page.meta else _BEGUN


class _Writer:
    """One document while it is written."""

    def __init__(self, words: Mapping[str, str], form: Form, reviewed: date) -> None:
        self._words = words
        self._form = form
        about = About(
            title=form.title,
            language=form.language,
            subject=form.summary,
            publisher=PUBLISHER,
            source=words["document_foot"],
            page_of=words["page_of"],
            date=reviewed,
            landscape=form.landscape,
        )
        self._document: Document = new_document(about)
        self._width = text_width(self._document)

    def write(self) -> Document:
        """The whole document."""
        self._document.add_paragraph(writable(self._form.title), style="Title")
        self._document.add_paragraph(writable(self._form.summary), style="Subtitle")
        add_note(self._document, self._words["note_label"], self._words["how_to_fill"])
        for section in self._form.sections:
            self._write_section(section)
        return self._document

    def _write_section(self, section: FormSection) -> None:
        document, width = self._document, self._width
        if section.only_signatures:
            keep_end_with_next(document)  # signatures alone on a page would vouch for nothing
        document.add_heading(writable(section.heading), 1)
        if section.note:
            note = add_note(document, self._words["note_label"], section.note)
            note.paragraph_format.keep_with_next = True
        if section.text:
            document.add_paragraph(writable(section.text))
        if section.fields:
            add_fields(document, section.fields, width)
        for table in section.tables:
            add_table(
                document,
                [Column(heading, share) for heading, share in zip(table.headings, table.shares, strict=True)],
                width,
                rows=table.rows,
                example=table.example or None,
                example_label=self._words["example_label"],
                empty_rows=table.empty_rows,
            )
        add_boxes(document, section.boxes)
        if section.signatures:
            keep_end_with_next(document)
            lines = [self._words[key] for key in ("signer_name", "signer_office", "signer_date")]
            add_signatures(document, section.signatures, lines, width)
