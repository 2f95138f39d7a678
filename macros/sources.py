"""References in the text, the list at the foot of a page, and the list of everything we read."""

from macros.case_foot import case_foot
from macros.citations import Entry
from macros.context import PageContext
from macros.rendering import citation, render, sections


def cite(page: PageContext, *keys: str) -> str:
    """References to works, regulations or sources of a case, inline, each leading to its entry in `sources()`."""
    if not keys:
        page.fail("cite() membutuhkan sedikitnya satu kunci", "cite() needs at least one key")
    return str(citation(page.cite(keys)))


def sources(page: PageContext) -> str:
    """What the page has cited above, in order of first citation.

    On a page of a case all sources of the case, and below them what every such page ends with.
    """
    listed = render(page, "sources", entries=page.citations.entries())
    return f"{listed}\n\n{case_foot(page)}" if page.meta.get("case") else listed


def source_list(page: PageContext) -> str:
    """Every work of research and guidance with what it is cited for, and the sources of each case."""
    edition = page.edition
    works = [Entry(work.slug, "work", edition.work_labels[work.slug], work) for work in page.knowledge.works.values()]
    works.sort(key=lambda entry: entry.label.casefold())
    cases = sorted(page.knowledge.cases.values(), key=lambda case: page.text(case.title).casefold())
    t = page.t.source
    return sections(
        ("works", t.works, render(page, "work_list", works=works)),
        ("case-sources", t.case_sources, render(page, "case_sources", cases=cases)),
    )


MACROS = (cite, sources, source_list)
