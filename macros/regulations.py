"""Rules of the state in plain words."""

from macros.context import PageContext
from macros.rendering import render


def regulation(page: PageContext, slug: str) -> str:
    """What one regulation means for a collaboration, how far it was verified, and when."""
    found = page.found(page.knowledge.regulations, slug, "peraturan", "regulation")
    return render(page, "regulations", regulations=[found], advice=page.first_time("no-legal-advice"))


def regulation_list(page: PageContext) -> str:
    """Every regulation, newest first."""
    by_number = sorted(page.knowledge.regulations.values(), key=lambda one: page.text(one.number))
    newest_first = sorted(by_number, key=lambda one: one.year or 0, reverse=True)
    return render(page, "regulations", regulations=newest_first, advice=page.first_time("no-legal-advice"))


MACROS = (regulation, regulation_list)
