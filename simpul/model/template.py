"""Templates: documents that readers fill in. Each is data, rendered as a page and as a document to download."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from simpul.model.base import (
    Keyed,
    Label,
    NamedRecord,
    NonEmpty,
    NonEmptyKeyed,
    Passage,
    Record,
    Sentence,
    Slug,
    Slugs,
)

# More would fill pages with lines that nobody writes on.
_MOST = 20


def _count(value: Any) -> Any:
    if not (re.fullmatch(r"\d{1,2}", str(value)) and 1 <= int(value) <= _MOST):
        raise PydanticCustomError("bad-count", "not a count", {"limit": _MOST})
    return int(value)


# A number of lines or rows; all scalars of a file are text.
Count = Annotated[int, BeforeValidator(_count)]


class Blank(Record):
    """A blank with its label, and for how many written lines there is room."""

    label: Label
    lines: Count = 1


class Column(Record):
    """A column of a table; `width` is its share compared with the others."""

    heading: Label
    width: Count = 1


class Table(Record):
    """A table to fill in. `rows` are the texts that stand in its first column from the start."""

    columns: NonEmpty[Column]
    rows: tuple[Label, ...] = ()
    # One filled row that shows what is meant, with a text for every column; marked as an example.
    example: tuple[Sentence, ...] = ()
    empty_rows: Count | None = None

    @model_validator(mode="after")
    def _example_fits(self) -> "Table":
        if self.example and len(self.example) != len(self.columns):
            context = {"found": len(self.example), "expected": len(self.columns)}
            raise PydanticCustomError("cells-differ", "cells differ", context)
        return self


class Clause(NamedRecord):
    """A heading of an agreement: what the parties decide under it and why it stands there. Never ready legal text."""

    title: Label
    decide: Sentence
    why: Sentence
    regulations: Slugs = ()


class Section(NamedRecord):
    """A part of a template. What it holds is shown in the order of the keys below."""

    heading: Label
    # For the person who fills it in, to be removed afterwards; `text` stays in the document.
    note: Passage | None = None
    text: Passage | None = None
    fields: tuple[Blank, ...] = ()
    table: Table | None = None
    clauses: Keyed[Clause] = Field(default_factory=dict)
    boxes: tuple[Sentence, ...] = ()
    signatures: tuple[Label, ...] = ()

    @model_validator(mode="after")
    def _has_content(self) -> "Section":
        if not (self.text or self.fields or self.table or self.clauses or self.boxes or self.signatures):
            raise PydanticCustomError("empty-section", "empty section")
        return self


class FileName(Record):
    """How the document is called where it is downloaded, without its ending."""

    id: Slug
    en: Slug


class Template(NamedRecord):
    """templates/<slug>.yml: what a document is for, and its sections in order."""

    order: int
    title: Label
    summary: Sentence
    file_name: FileName
    moment: Slug
    orientation: Literal["portrait", "landscape"] = "portrait"
    when: Sentence
    filled_in_by: Sentence
    time: Label
    # Why it is built as it is, in our words, and what that rests on.
    reason: Passage
    sources: NonEmpty[Slug]
    regulations: Slugs = ()
    cases: NonEmpty[Slug]
    checklists: NonEmpty[Slug]
    sections: NonEmptyKeyed[Section]
