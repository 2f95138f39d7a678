"""Glossary: what a term names exists, and each name leads to one term only."""

from collections.abc import Iterator

from simpul.checks.references import each, unknown
from simpul.knowledge import Knowledge
from simpul.messages import suggestion
from simpul.problem import Problem
from simpul.terms import names
from simpul.text import LANGUAGES

GLOSSARY = "data/glossary.yml"


def check_glossary_references_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Works and regulations behind a definition exist."""
    for term in knowledge.glossary.values():
        loc = ("terms", term.slug)
        works = each((*loc, "sources"), term.sources)
        yield from unknown(knowledge, GLOSSARY, "unknown-source", knowledge.works, works)
        rules = each((*loc, "regulations"), term.regulations)
        yield from unknown(knowledge, GLOSSARY, "unknown-regulation", knowledge.regulations, rules)


def check_names_lead_to_one_term(knowledge: Knowledge) -> Iterator[Problem]:
    """No two terms share a name in one language, because pages link a name to its term."""
    for language in LANGUAGES:
        owners: dict[str, str] = {}
        for term in knowledge.glossary.values():
            for name in names(term, language):
                first = owners.setdefault(name.casefold(), term.slug)
                if first != term.slug:
                    yield knowledge.problem(GLOSSARY, ("terms", term.slug), "shared-name", found=name, first=first)


def check_ordinary_words_are_names_of_their_term(knowledge: Knowledge) -> Iterator[Problem]:
    """A word that is not to be linked is one of the names of its term; otherwise it has no effect."""
    for term in knowledge.glossary.values():
        known = {name.casefold() for language in LANGUAGES for name in names(term, language)}
        for number, word in enumerate(term.ordinary):
            if word.casefold() not in known:
                loc = ("terms", term.slug, "ordinary", number)
                hints = suggestion(word.casefold(), known)
                yield knowledge.problem(GLOSSARY, loc, "unknown-name", found=word, **hints)
