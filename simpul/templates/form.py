"""A template in one language, with every word in place: the one thing that page and document are both made of."""

from dataclasses import dataclass

from simpul.knowledge import Knowledge
from simpul.model.base import Text
from simpul.model.template import Clause, Section, Template
from simpul.model.template import Table as TableData
from simpul.text import Language


@dataclass(frozen=True)
class FormTable:
    """A table: headings with their shares, rows as they are filled from the start, and how many empty ones follow."""

    headings: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    example: tuple[str, ...] = ()
    empty_rows: int = 0


@dataclass(frozen=True)
class FormSection:
    """A section with its parts; what it does not have is empty. `fields` are labels with their lines."""

    slug: str
    heading: str
    note: str
    text: str
    fields: tuple[tuple[str, int], ...]
    tables: tuple[FormTable, ...]
    boxes: tuple[str, ...]
    signatures: tuple[str, ...]

    @property
    def only_signatures(self) -> bool:
        """True where nothing stands above the places to sign that they could stay with."""
        return bool(self.signatures) and not (self.fields or self.tables or self.boxes)


@dataclass(frozen=True)
class Form:
    """A template as a reader of one language sees it."""

    slug: str
    language: Language
    title: str
    summary: str
    landscape: bool
    sections: tuple[FormSection, ...]


def prepare_form(knowledge: Knowledge, template: Template, language: Language) -> Form:
    """`template` in `language`."""
    words = _Words(knowledge, language)
    return Form(
        slug=template.slug,
        language=language,
        title=words.text(template.title),
        summary=words.text(template.summary),
        landscape=template.orientation == "landscape",
        sections=tuple(words.section(section) for section in template.sections.values()),
    )


class _Words:
    """Turns the parts of a template into words of one language."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self._knowledge = knowledge
        self._language = language

    def text(self, text: Text | None) -> str:
        return text.in_language(self._language) if text else ""

    def section(self, section: Section) -> FormSection:
        tables = [self._table(section.table)] if section.table else []
        if section.clauses:
            tables.append(self._clauses(list(section.clauses.values())))
        return FormSection(
            slug=section.slug,
            heading=self.text(section.heading),
            note=self.text(section.note),
            text=self.text(section.text),
            fields=tuple((self.text(field.label), field.lines) for field in section.fields),
            tables=tuple(tables),
            boxes=tuple(map(self.text, section.boxes)),
            signatures=tuple(map(self.text, section.signatures)),
        )

    def _table(self, table: TableData) -> FormTable:
        rest = ("",) * (len(table.columns) - 1)
        return FormTable(
            headings=tuple(self.text(column.heading) for column in table.columns),
            shares=tuple(column.width for column in table.columns),
            rows=tuple((self.text(row), *rest) for row in table.rows),
            example=tuple(map(self.text, table.example)),
            empty_rows=table.empty_rows or 0,
        )

    def _clauses(self, clauses: list[Clause]) -> FormTable:
        """Clauses as rows, with the last column left for what the parties decide."""
        t = self._knowledge.strings["template"]
        headings = (t["clause"], t["to_decide"], t["clause_reason"], t["our_decision"])
        return FormTable(
            headings=tuple(map(self.text, headings)),
            shares=(4, 7, 6, 6),
            rows=tuple(
                (self.text(clause.title), self.text(clause.decide), self._reason(clause), "") for clause in clauses
            ),
        )

    def _reason(self, clause: Clause) -> str:
        """Why the clause stands there, and the regulations that name it by their numbers."""
        known = self._knowledge.regulations
        numbers = [self.text(known[slug].number) for slug in clause.regulations if slug in known]
        return f"{self.text(clause.why)} ({'; '.join(numbers)})" if numbers else self.text(clause.why)
