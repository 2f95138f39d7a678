"""The instrument chooser: questions, the documents that answers lead to, and the form of the generator they mean."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from simpul.model.base import (
    NO_FACETS,
    Date,
    FacetName,
    Facets,
    Keyed,
    Label,
    NamedRecord,
    NonEmptyKeyed,
    Record,
    Sentence,
    Slug,
    Slugs,
    not_empty_mapping,
)

# In the order in which work on a document goes; the documents of the file stand in this order too.
Step = Literal["before", "first", "then", "alongside"]
STEPS: tuple[Step, ...] = ("before", "first", "then", "alongside")


class InstrumentChoice(NamedRecord):
    """One answer. `ask` names the office to turn to where no rule was verified for it."""

    label: Label
    description: Sentence | None = None
    ask: Sentence | None = None


class InstrumentQuestion(Record):
    """One question of the chooser. `name` stands for it where its title would be too long."""

    name: Label
    title: Label
    help: Sentence
    multiple: bool = False
    choices: NonEmptyKeyed[InstrumentChoice]


class FormRule(NamedRecord):
    """The form of collaboration (its slug) that answers mean in the checklist generator."""

    applies_to: Facets


class Instrument(NamedRecord):
    """One document and everything an officer asks about it. When it is shown is said by the checklist rule.

    `contents` is what a source says it holds; `advised` is our advice. Where no regulation was read, or not enough of
    one, `not_known` says so.
    """

    title: Label
    step: Step
    # The term of the facet `instrument`; none for a permission, a report or a step.
    instrument: Slug | None = None
    purpose: Sentence
    signed_by: Sentence
    contents: tuple[Label, ...] = ()
    contents_note: Sentence | None = None
    advised: tuple[Label, ...] = ()
    budget: Literal["yes", "better-not", "elsewhere", "not-known"]
    budget_note: Sentence
    exception: Sentence | None = None
    not_known: Sentence | None = None
    ask: Sentence
    regulations: Slugs = ()
    applies_to: Facets
    except_for: Facets = NO_FACETS
    checklist: Slug | None = None
    templates: Slugs = ()
    terms: Slugs = ()


class Instruments(Record):
    """data/instruments.yml"""

    checked: Date
    # The first one asks who works with whom.
    questions: Annotated[dict[FacetName, InstrumentQuestion], AfterValidator(not_empty_mapping)]
    # The first form that applies is the one meant.
    forms: Keyed[FormRule]
    documents: NonEmptyKeyed[Instrument]
