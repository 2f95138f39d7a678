"""One collaboration between institutions: facts, figures and sources. The story stands in docs/."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from simpul.model.base import (
    Date,
    Label,
    Name,
    NamedRecord,
    NonEmpty,
    NonEmptyKeyed,
    Number,
    PartialDate,
    Passage,
    Record,
    Sentence,
    Slug,
    Slugs,
    Year,
)
from simpul.model.sources import Source


class Period(Record):
    """From when to when; no end means that it still ran at the date of verification, or that the end is unknown."""

    start: Year | None = None
    end: Year | None = None
    note: Sentence | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.start is not None and self.end is not None and self.end < self.start:
            values = {"start": self.start, "end": self.end}
            raise PydanticCustomError("period-out-of-order", "out of order", values)
        return self


class Partner(Record):
    """An institution or group that took part, and what it did."""

    name: Name
    type: Slug
    role: Sentence


class Arrangement(Record):
    """How the work was organised: who decides, where money comes from, what data is shared, which document binds."""

    decision: Sentence | None = None
    money: Sentence | None = None
    data: Sentence | None = None
    document: Sentence | None = None
    sources: NonEmpty[Slug]


class Figure(Record):
    """A number with the year it holds for. `approximation` is a term such as about or nearly."""

    value: Number
    year: Year
    approximation: Slug | None = None


class Result(Record):
    """Something measured (`after` with `unit`, perhaps `before`), or a finding in words with its year."""

    measure: Label
    unit: Label | None = None
    before: Figure | None = None
    after: Figure | None = None
    finding: Sentence | None = None
    year: Year | None = None
    note: Sentence | None = None
    sources: NonEmpty[Slug]

    @model_validator(mode="after")
    def _complete(self) -> "Result":
        measured = self.after is not None and self.unit is not None
        found = self.finding is not None and self.year is not None
        if not (measured or found) or (self.before is not None and self.after is None):
            raise PydanticCustomError("incomplete-result", "incomplete")
        return self


class Challenge(Record):
    """What was hard or went wrong, as one of the challenges of facet F7."""

    challenge: Slug
    what_happened: Sentence
    sources: NonEmpty[Slug]


class Enabler(Record):
    """What helped, as one of the enablers."""

    enabler: Slug
    how: Sentence
    sources: NonEmpty[Slug]


class Event(Record):
    """One point of the timeline, dated as exactly as the source dates it."""

    date: PartialDate
    event: Sentence
    sources: NonEmpty[Slug]


class CaseStudy(NamedRecord):
    """case_studies/<slug>.yml. Slugs of facets are checked against data/vocabulary.yml."""

    title: Label
    summary: Sentence
    place: Label
    country: Slug
    # Where in Indonesia; none for work of the whole country and for cases abroad.
    provinces: Slugs = ()
    period: Period
    levels: NonEmpty[Slug]
    sectors: NonEmpty[Slug]
    forms: NonEmpty[Slug]
    instruments: NonEmpty[Slug]
    status: Slug
    outcome: Slug
    evidence: Slug
    evidence_note: Sentence
    cautions: Slugs = ()
    verified: Date
    partners: NonEmpty[Partner]
    problem: Passage
    arrangement: Arrangement
    timeline: NonEmpty[Event]
    results: NonEmpty[Result]
    scale: tuple[Result, ...] = ()
    # At least one: a case in which nothing was hard was not looked at closely enough.
    challenges: NonEmpty[Challenge]
    enablers: tuple[Enabler, ...] = ()
    lessons: NonEmpty[Sentence]
    conditions: tuple[Sentence, ...] = ()
    sources: NonEmptyKeyed[Source]
