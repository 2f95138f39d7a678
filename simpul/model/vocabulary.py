"""The controlled vocabulary: facets, their terms, and words that mean the same in a search."""

from typing import Annotated

from pydantic import Field

from simpul.model.base import FacetName, Label, NamedRecord, NonEmpty, NonEmptyKeyed, Record, Sentence, Slug
from simpul.text import Language


class Term(NamedRecord):
    """One value of a facet, with the sentence a reader sees beside it."""

    label: Label
    description: Sentence


class Facet(Record):
    """A way in which cases or items differ."""

    label: Label
    terms: NonEmptyKeyed[Term]


class AvoidedWords(Record):
    """Spellings or loose words that prose of one language does not use, each with what is written instead."""

    reason: Sentence
    language: Language
    words: Annotated[dict[str, str], Field(min_length=1)]
    # Pages that speak of the word itself, such as the one named in the words of officials.
    allowed_on: tuple[str, ...] = ()


class Vocabulary(Record):
    """data/vocabulary.yml"""

    facets: dict[FacetName, Facet]
    countries: dict[Slug, Label]
    provinces: dict[Slug, Label]
    # Groups of expressions that find each other, within and across the languages.
    search_synonyms: tuple[NonEmpty[str], ...] = ()
    avoided_words: tuple[AvoidedWords, ...] = ()
