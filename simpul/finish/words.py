"""Words that help a query: expressions that mean the same, and words that carry no meaning in a search."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language, other


@dataclass(frozen=True)
class SearchWords:
    """For one language: groups of expressions that find each other, and the words that a query may do without."""

    synonyms: tuple[tuple[str, ...], ...]
    stop_words: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """The form in which the search dialog reads it."""
        return {"synonyms": self.synonyms, "stop_words": self.stop_words}


def search_words(knowledge: Knowledge) -> dict[Language, SearchWords]:
    """The words for each language, from the vocabulary, the glossary and the strings of the search."""
    stop_words = knowledge.strings.get("search", {}).get("stop_words")
    return {
        language: SearchWords(
            synonyms=tuple(_groups(knowledge, language)),
            stop_words=tuple(stop_words.in_language(language).split()) if stop_words else (),
        )
        for language in LANGUAGES
    }


def _groups(knowledge: Knowledge, language: Language) -> Iterator[tuple[str, ...]]:
    """Each group in lower case, its expressions of `language` first, because a search tries only the first few."""
    for group in knowledge.vocabulary.search_synonyms:
        yield _distinct(group)
    for term in knowledge.glossary.values():
        synonyms = {"id": term.synonyms_id, "en": term.synonyms_en}
        spoken = (language, other(language))
        names = (name for each in spoken for name in (term.term.in_language(each), *synonyms[each]))
        group = _distinct(tuple(word for name in names for word in _expressions(name)))
        if len(group) > 1:
            yield group


def _expressions(name: str) -> list[str]:
    """A name as "Nota kesepahaman (MoU)" holds two expressions: the name and, in brackets, its short form."""
    return [part.strip() for part in re.split(r"[()]", name) if part.strip()]


def _distinct(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in words))
