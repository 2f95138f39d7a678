"""Avoided words: prose in pages and data keeps to the spelling and the terms of the vocabulary.

What others have said or written is not ours to mend: quotations, the titles of sources, names, and the words by which
readers search. A link that bears the title of a page names that page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simpul.checks.references import unknown_address
from simpul.knowledge import Knowledge
from simpul.messages import problem
from simpul.model.vocabulary import AvoidedWords
from simpul.pages import Page
from simpul.problem import Problem
from simpul.source import Loc
from simpul.text import LANGUAGES, Language, bilingual_texts

VOCABULARY = "data/vocabulary.yml"

_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|https?://\S+|<[^>]*>|“[^”]*”|\"[^\"]*\"")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"\w+")
_ENDINGS = {"id": ("", "nya", "lah", "kah", "pun"), "en": ("",)}
# Facts that name what others have named.
_NAMES_OF_OTHERS = (("sources", "title"), ("sources", "publisher"), ("regulations", "title"), ("partners", "name"))
# What readers type is shown to them as they type it.
_SEARCH = "data/strings/search.yml"


@dataclass(frozen=True)
class _Finder:
    """Finds the avoided words of one language; most texts hold none, and are done with after a look at their words."""

    by_word: dict[str, tuple[AvoidedWords, str]]
    # The first word of each form -> the words that must stand beside it, so that "di" alone makes no text suspect.
    with_first: dict[str, list[set[str]]]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, groups: list[AvoidedWords], language: Language) -> "_Finder":
        by_word = {word.casefold(): (group, write) for group in groups for word, write in group.words.items()}
        endings = _ENDINGS[language]
        with_first: dict[str, list[set[str]]] = {}
        for form in (word + ending for word in by_word for ending in endings):
            first, *rest = _WORD.findall(form)
            with_first.setdefault(first, []).append(set(rest))
        words = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
        pattern = rf"(?<![\w-])({words})(?:{'|'.join(endings)})(?![\w])"
        return cls(by_word, with_first, re.compile(pattern, re.IGNORECASE))

    def may_stand_in(self, text: str) -> bool:
        """False when `text` cannot hold an avoided word, which a look at its words tells."""
        words = set(_WORD.findall(text.casefold()))
        return any(rest <= words for first in words & self.with_first.keys() for rest in self.with_first[first])

    def found(self, text: str) -> Iterator[tuple[re.Match[str], AvoidedWords, str]]:
        """Each avoided word in the prose of `text`, with its group and what to write instead."""
        if not self.may_stand_in(text):
            return
        prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), text)
        for match in self.pattern.finditer(prose):
            # A short form in brackets behind its name, as in "nota kesepahaman (MoU)", introduces it.
            if prose[match.start() - 1 : match.end() + 1] != f"({match[0]})":
                yield match, *self.by_word[match[1].casefold()]


def check_avoided_words_do_not_appear(knowledge: Knowledge) -> Iterator[Problem]:
    """No page and no text of the data uses a word that the vocabulary avoids in its language."""
    finders: dict[str, _Finder] = {}
    for language in LANGUAGES:
        groups = [group for group in knowledge.vocabulary.avoided_words if group.language == language]
        if groups:
            finders[language] = _Finder.of(groups, language)
    titles = frozenset(page.meta.title for page in knowledge.pages.values() if page.meta)
    for page in knowledge.pages.values():
        if page.language in finders:
            yield from _on_page(knowledge, page, finders[page.language], titles)
    for path, source in knowledge.files.items():
        if path.endswith(".yml") and path != _SEARCH:
            for loc, language, text in bilingual_texts(source.data):
                if language in finders and not _is_named_by_others(path, loc):
                    for match, group, write in finders[language].found(text):
                        yield knowledge.problem(path, loc, "avoided-term", **_values(match[0], write, group))


def _on_page(knowledge: Knowledge, page: Page, finder: _Finder, titles: frozenset[str]) -> Iterator[Problem]:
    def without_title(link: re.Match[str]) -> str:
        return " " * len(link[0]) if link[1] in titles else link[0]

    lines = page.body.split("\n") if finder.may_stand_in(page.body) else []
    for number, line in enumerate(lines, start=page.body_line):
        for match, group, write in finder.found(_LINK.sub(without_title, line)):
            if page.path not in group.allowed_on:
                place = (number, match.start() + 1)
                yield problem(page.file, place, "avoided-term", **_values(match[0], write, group))
    for key in ("title", "description"):
        for match, group, write in finder.found(getattr(page.meta, key, "")):
            if page.path not in group.allowed_on:
                yield knowledge.problem(page.file, (key,), "avoided-term", **_values(match[0], write, group))


def _is_named_by_others(path: str, loc: Loc) -> bool:
    if path == VOCABULARY and loc[0] == "avoided_words":
        return True
    return any(folder in loc and key in loc for folder, key in _NAMES_OF_OTHERS)


def _values(found: str, write: str, group: AvoidedWords) -> dict[str, str]:
    return {"found": found, "expected": write, "reason_id": group.reason.id, "reason_en": group.reason.en}


def check_avoided_words_are_allowed_on_pages_that_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """A page on which an avoided word may stand exists."""
    for number, group in enumerate(knowledge.vocabulary.avoided_words):
        for position, page in enumerate(group.allowed_on):
            loc = ("avoided_words", number, "allowed_on", position)
            yield from unknown_address(knowledge, VOCABULARY, loc, page)
