"""The controlled vocabulary: facets, their terms, and words that mean the same in a search."""

from simpul.model.base import FacetName, Label, NamedRecord, NonEmpty, NonEmptyKeyed, Record, Sentence, Slug


class Term(NamedRecord):
    """One value of a facet, with the sentence a reader sees beside it."""

    label: Label
    description: Sentence


class Facet(Record):
    """A way in which cases or items differ."""

    label: Label
    terms: NonEmptyKeyed[Term]


class AvoidedTerm(Record):
    """A spelling or loose word that does not appear in prose, and what is written instead."""

    avoid: str
    write: str


class Vocabulary(Record):
    """data/vocabulary.yml"""

    facets: dict[FacetName, Facet]
    countries: dict[Slug, Label]
    provinces: dict[Slug, Label]
    # Groups of expressions that find each other, within and across the languages.
    search_synonyms: tuple[NonEmpty[str], ...] = ()
    avoided_terms: tuple[AvoidedTerm, ...] = ()
