"""The self-check that partners fill in separately and then compare. It has no score, so nothing here is a number."""

from simpul.model.base import Label, NamedRecord, NonEmpty, NonEmptyKeyed, Record, Sentence, Slug


class Statement(NamedRecord):
    """A statement that a partner answers with yes, partly or not yet, and the page that helps when it is weak."""

    text: Label
    why: Sentence
    sources: NonEmpty[Slug]
    # A page, with or without #heading.
    leads_to: str


class StatementGroup(NamedRecord):
    """Statements about one thing that research found to matter."""

    title: Label
    statements: NonEmptyKeyed[Statement]


class SelfCheck(Record):
    """data/self_check.yml"""

    groups: NonEmptyKeyed[StatementGroup]
