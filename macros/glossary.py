"""The words of the field."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from macros.context import PageContext
from macros.rendering import render
from simpul.model.checklist import GlossaryTerm
from simpul.terms import Terms


class Entry(NamedTuple):
    """One term as the page shows it, with address and name of each page that uses it most.

    What it is not comes in parts, each with the other term that it names or with nothing.
    """

    term: GlossaryTerm
    synonyms: str
    not_to_confuse: list[tuple[str, str]]
    pages: list[tuple[str, str]]


def glossary_list(page: PageContext) -> str:
    """Every term with its meaning and where it is used, in the alphabetical order of the page's language.

    Above them stands each letter that has a term, as a link to its first one.
    """
    terms = sorted(page.knowledge.glossary.values(), key=lambda term: _alphabetical(page.text(term.term)))
    letters = {_alphabetical(page.text(term.term))[0].upper(): term.slug for term in reversed(terms)}
    known = Terms(terms, page.language, ordinary=True)
    entries = [_entry(page, term, known) for term in terms]
    return render(page, "glossary", entries=entries, letters=sorted(letters.items()))


def avoided_words(page: PageContext) -> str:
    """The words that prose in the page's language does not use, by reason, each with what is written instead."""
    groups = [group for group in page.knowledge.vocabulary.avoided_words if group.language == page.language]
    return render(page, "avoided_words", groups=groups)


def _entry(page: PageContext, term: GlossaryTerm, known: Terms) -> Entry:
    synonyms = term.synonyms_id if page.language == "id" else term.synonyms_en
    paths = page.edition.pages_of_terms[term.slug]
    others = list(_parts(page, term, known))
    return Entry(term, ", ".join(synonyms), others, [(path, _name(page, path)) for path in paths])


def _parts(page: PageContext, term: GlossaryTerm, known: Terms) -> Iterator[tuple[str, str]]:
    """What the term is not, divided at the first name of each other term."""
    text = page.text(term.not_to_confuse) if term.not_to_confuse else ""
    done, seen = 0, {term.slug}
    for start, end, slug in known.uses(text):
        # Where it begins the text an everyday word is the term itself.
        ordinary = start > 0 and text[start:end].casefold() in map(str.casefold, page.knowledge.glossary[slug].ordinary)
        if slug not in seen and not ordinary:
            yield from ((text[done:start], ""), (text[start:end], slug))
            done = end
            seen.add(slug)
    yield text[done:], ""


def _name(page: PageContext, path: str) -> str:
    """The title of a page; of a case what stands before the colon, where that is more than a place."""
    written = page.knowledge.pages[page.language, path]
    title = written.meta.title if written.meta else path
    short = title.partition(":")[0]
    return short if " " in short else title


def _alphabetical(word: str) -> str:
    """A key that ignores case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


MACROS = (glossary_list, avoided_words)
