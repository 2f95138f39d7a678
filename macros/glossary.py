"""The words of the field."""

import unicodedata

from macros.context import PageContext
from macros.rendering import render
from simpul.model.checklist import GlossaryTerm


def glossary_list(page: PageContext) -> str:
    """Every term with its meaning, in the alphabetical order of the page's language."""
    terms = sorted(page.knowledge.glossary.values(), key=lambda term: _alphabetical(page.text(term.term)))
    return render(page, "glossary", terms=[(term, _synonyms(page, term)) for term in terms])


def _synonyms(page: PageContext, term: GlossaryTerm) -> str:
    return ", ".join(term.synonyms_id if page.language == "id" else term.synonyms_en)


def _alphabetical(word: str) -> str:
    """A key that ignores case and accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


MACROS = (glossary_list,)
