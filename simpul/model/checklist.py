"""Pause points, their items, and the questions of the generator."""

from typing import Literal

from simpul.model.base import (
    NO_FACETS,
    Date,
    FacetName,
    Facets,
    Keyed,
    Label,
    NamedRecord,
    NonEmptyKeyed,
    Passage,
    Record,
    Sentence,
    Slug,
    Slugs,
)


class Item(NamedRecord):
    """One action with a clear test of done. When it appears is said by `applies_to` and `except_for` alone.

    The meaning of both is written once, in `simpul.selection`.
    """

    text: Label
    why: Sentence
    exception: Sentence | None = None
    lead_time: Label | None = None
    applies_to: Facets = NO_FACETS
    except_for: Facets = NO_FACETS
    lead_role: Slug
    support_roles: Slugs = ()
    priority: Slug
    ask: Sentence
    guide: str
    cases: Slugs = ()
    regulations: Slugs = ()
    sources: Slugs = ()
    evidence: Slug
    added: Date
    reviewed: Date
    aliases: Slugs = ()
    # A retired item is kept so that saved lists can name it; it is selected for nobody.
    retired: Date | None = None


class PausePoint(NamedRecord):
    """checklists/<slug>.yml: a moment in work at which a team stops and goes through a list together."""

    order: int
    title: Label
    short_title: Label
    purpose: Sentence
    when: Sentence
    run_by: Label
    mode: Literal["confirm", "read-do"]
    duration: Label
    phase: Slug
    guide: str
    sources: Slugs = ()
    # Who signs the printed list, side by side; without it, who led the meeting and who kept its record.
    sign_off: tuple[Label, ...] = ()
    items: NonEmptyKeyed[Item]


class Question(Record):
    """One question of the generator. Its choices are the terms of its facet, or the pause points."""

    title: Label
    help: Sentence
    multiple: bool = False
    # The choice that stands for every value, such as "all roles" for a meeting.
    all_of_them: Label | None = None
    unknown: Label | None = None


class Questions(Record):
    """data/questions.yml: facet -> question, in the order they are asked."""

    intro: Passage
    questions: dict[FacetName, Question]


class GlossaryTerm(NamedRecord):
    """A word of the field: what it means here, what else it is called, and what it is not."""

    term: Label
    definition: Sentence
    synonyms_id: tuple[str, ...] = ()
    synonyms_en: tuple[str, ...] = ()
    not_to_confuse: Sentence | None = None
    # Names among the above that are everyday words: pages do not link them, because most uses mean no term.
    ordinary: tuple[str, ...] = ()
    sources: Slugs = ()
    regulations: Slugs = ()


class Glossary(Record):
    """data/glossary.yml"""

    terms: Keyed[GlossaryTerm]
