"""Words that help a query: expressions that mean the same, spellings no page has, words without meaning, examples."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language, other

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SearchWords:
    """For one language: groups of expressions that find each other, what is written instead of a spelling that prose
    avoids, and the words that a query may do without. Of each group the first `used` expressions can be found.
    """

    synonyms: tuple[tuple[str, ...], ...]
    stop_words: tuple[str, ...]
    spellings: dict[str, str]
    used: tuple[int, ...]

    def as_data(self) -> dict[str, Any]:
        """The form in which the search dialog reads it."""
        return {
            "synonyms": self.synonyms,
            "used": self.used,
            "spellings": self.spellings,
            "stop_words": self.stop_words,
        }

    def as_used_in(self, texts: Iterable[str]) -> "SearchWords":
        """The same, where each group begins with the expressions whose words stand together in one of the texts.

        To look up another costs a reader a part of the index and finds nothing.
        """
        pages = [frozenset(_WORD.findall(text.lower())) for text in texts]
        groups, used = [], []
        for group in self.synonyms:
            found = [expression for expression in group if _stands_in(pages, expression)]
            groups.append((*found, *(expression for expression in group if expression not in found)))
            used.append(len(found))
        return replace(self, synonyms=tuple(groups), used=tuple(used))


def search_words(knowledge: Knowledge) -> dict[Language, SearchWords]:
    """The words for each language, from the vocabulary, the glossary and the strings of the search."""
    stop_words = knowledge.strings.get("search", {}).get("stop_words")
    found = {}
    for language in LANGUAGES:
        groups = tuple(_groups(knowledge, language))
        found[language] = SearchWords(
            synonyms=groups,
            stop_words=tuple(stop_words.in_language(language).split()) if stop_words else (),
            spellings=_spellings(knowledge, language),
            used=tuple(map(len, groups)),
        )
    return found


def search_examples(knowledge: Knowledge) -> dict[Language, dict[str, Any]]:
    """What the dialog offers while nothing is typed, as it reads it; nothing where the strings have none."""
    strings = knowledge.strings.get("search", {})
    intro, examples = strings.get("examples_intro"), strings.get("examples")
    if not intro or not examples:
        return {}
    return {
        language: {
            "intro": intro.in_language(language),
            "queries": [query.strip() for query in examples.in_language(language).split(";")],
        }
        for language in LANGUAGES
    }


def _spellings(knowledge: Knowledge, language: Language) -> dict[str, str]:
    """What prose avoids everywhere, so that a search for it would find at most the page that says so."""
    return {
        word.lower(): instead
        for group in knowledge.vocabulary.avoided_words
        if group.language == language and not group.allowed_on
        for word, instead in group.words.items()
    }


def _stands_in(pages: Collection[frozenset[str]], expression: str) -> bool:
    words = set(_WORD.findall(expression))
    return any(words <= page for page in pages)


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
