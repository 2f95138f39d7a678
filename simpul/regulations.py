"""Where each regulation is put to use: documents, checklist items, terms, and pages that cite it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simpul.knowledge import Knowledge
from simpul.model.checklist import GlossaryTerm, Item, PausePoint
from simpul.model.instruments import Instrument
from simpul.text import Language

# Macros whose texts name a regulation that the page rests on.
_CITING = frozenset({"cite", "regulation"})


@dataclass(frozen=True)
class Uses:
    """What rests on one regulation. `pages` and `cases` are addresses of pages, in order of address."""

    documents: list[Instrument] = field(default_factory=list)
    items: list[tuple[PausePoint, Item]] = field(default_factory=list)
    terms: list[GlossaryTerm] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)

    @property
    def is_used(self) -> bool:
        """True when anything rests on the regulation."""
        return bool(self.documents or self.items or self.terms or self.pages or self.cases)


def uses(knowledge: Knowledge, language: Language) -> Mapping[str, Uses]:
    """The uses of every regulation; pages of one language, because twins cite the same."""
    found = {slug: Uses() for slug in knowledge.regulations}
    for document in knowledge.instruments.documents.values():
        for slug in _known(document.regulations, found):
            found[slug].documents.append(document)
    for point in knowledge.pause_points.values():
        for item in point.items.values():
            for slug in _known(item.regulations if item.retired is None else (), found):
                found[slug].items.append((point, item))
    for term in knowledge.glossary.values():
        for slug in _known(term.regulations, found):
            found[slug].terms.append(term)
    _add_pages(knowledge, language, found)
    return found


def _add_pages(knowledge: Knowledge, language: Language, found: Mapping[str, Uses]) -> None:
    for page in sorted(knowledge.pages.values(), key=lambda page: page.path):
        if page.language != language:
            continue
        cited = [text for call in page.macros if call.name in _CITING for text in call.texts]
        for slug in _known(tuple(dict.fromkeys(cited)), found):
            is_case = page.meta is not None and page.meta.case is not None
            (found[slug].cases if is_case else found[slug].pages).append(page.path)


def _known(slugs: tuple[str, ...], found: Mapping[str, Uses]) -> list[str]:
    return [slug for slug in slugs if slug in found]
