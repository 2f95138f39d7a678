"""Rules of the state in plain words."""

from dataclasses import dataclass

from macros.context import PageContext
from macros.links import Reference
from macros.rendering import render, sections
from simpul.model.sources import Regulation
from simpul.regulations import Uses, uses


@dataclass(frozen=True)
class Rests:
    """What rests on a regulation, as links under the name of their kind."""

    kinds: list[tuple[str, list[Reference]]]


def regulation(page: PageContext, slug: str) -> str:
    """What one regulation means for a collaboration, how far it was verified, and when."""
    found = page.found(page.knowledge.regulations, slug, "peraturan", "regulation")
    return _boxes(page, [found], {})


def regulations_by_question(page: PageContext) -> str:
    """Every regulation under the question officials ask, with the documents, items and cases that rest on it."""
    by_slug = uses(page.knowledge, page.language)
    found = []
    for topic in page.knowledge.topics.values():
        ours = [one for one in page.knowledge.regulations.values() if one.topic == topic.slug]
        if ours:
            rests = {one.slug: _rests(page, by_slug[one.slug]) for one in ours}
            found.append((topic.slug, page.text(topic.question), _boxes(page, ours, rests)))
    return sections(*found)


def _boxes(page: PageContext, regulations: list[Regulation], rests: dict[str, Rests]) -> str:
    advice = page.first_time("no-legal-advice")
    return render(page, "regulations", regulations=regulations, rests=rests, advice=advice)


def _rests(page: PageContext, one: Uses) -> Rests:
    t = page.t.legal
    documents = [
        Reference(page.link(f"legal/index#document-{document.slug}"), page.text(document.title))
        for document in one.documents
    ]
    items = [
        Reference(page.link(f"checklists/{point.slug}#item-{item.slug}"), page.text(item.text).rstrip("."))
        for point, item in one.items
    ]
    pages, cases = ([_titled(page, path) for path in paths] for paths in (one.pages, one.cases))
    kinds = [(t.uses_documents, documents), (t.uses_items, items), (t.uses_cases, cases), (t.uses_pages, pages)]
    return Rests([kind for kind in kinds if kind[1]])


def _titled(page: PageContext, path: str) -> Reference:
    found = page.knowledge.pages[(page.language, path)]
    return Reference(page.link(path), found.meta.title if found.meta else path)


MACROS = (regulation, regulations_by_question)
