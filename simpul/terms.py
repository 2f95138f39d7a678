"""Where the words of the glossary occur in a text: each name of a term, whole, the longest where two begin alike."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from simpul.model.checklist import GlossaryTerm
from simpul.text import Language

_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"[()]")


class Use(NamedTuple):
    """A name of the term `slug` in a text, from `start` to before `end`."""

    start: int
    end: int
    slug: str


@dataclass(frozen=True)
class _Name:
    slug: str
    written: str
    pattern: re.Pattern[str]


class Terms:
    """The names by which one language calls the terms of the glossary, ready to be found in text."""

    def __init__(self, glossary: Iterable[GlossaryTerm], language: Language, *, ordinary: bool = False) -> None:
        """Names that their term calls ordinary are looked for only when asked: most uses mean just the word."""
        # By first word: a text is read once, word by word, however many terms there are.
        self._names: dict[str, list[_Name]] = defaultdict(list)
        for term in glossary:
            left_out = set() if ordinary else {word.casefold() for word in term.ordinary}
            for name in names(term, language):
                first = _WORD.search(name)
                if first and name.casefold() not in left_out:
                    self._names[first[0].casefold()].append(_Name(term.slug, name, _pattern(name, language)))
        for group in self._names.values():
            group.sort(key=lambda one: -len(one.written))

    def uses(self, text: str) -> Iterator[Use]:
        """Every use of a term in `text`, in order and without overlap."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end:
                continue
            for name in self._beginning_with(word[0].casefold()):
                if found := name.pattern.match(text, word.start()):
                    end = found.end()
                    yield Use(found.start(), end, name.slug)
                    break

    def _beginning_with(self, word: str) -> list[_Name]:
        """The names that begin with the word, or with what it is the English plural of; the longest first."""
        return self._names.get(word) or self._names.get(word.removesuffix("s")) or []


def names(term: GlossaryTerm, language: Language) -> tuple[str, ...]:
    """What `language` calls the term: its name, the short form behind it in brackets, and its synonyms."""
    parts = [part.strip() for part in _BRACKETS.split(term.term.in_language(language))]
    synonyms = term.synonyms_id if language == "id" else term.synonyms_en
    return tuple(dict.fromkeys(part for part in (*parts, *synonyms) if part))


def _pattern(name: str, language: Language) -> re.Pattern[str]:
    """The name as a whole; a short form such as KAK only in capitals, for in small letters it is another word."""
    written = r"\s+".join(re.escape(part) for part in name.split())
    plural = "s?" if language == "en" and name[-1:].isalpha() and not name.endswith("s") else ""
    short_form = sum(character.isupper() for character in name) > 1 and " " not in name
    return re.compile(rf"(?<![\w-]){written}{plural}(?![\w-])", 0 if short_form else re.IGNORECASE)
