"""What stands at the end of every page of a case: cases like it, and how to cite it.

No page calls this. `sources()` adds it, because that is the call every page of a case ends with: a new part of the
case page then needs no edit of the pages, and the theme, which knows no facts, needs none either.
"""

from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render, sections
from macros.wording import period
from simpul.related import RelatedCase


@dataclass(frozen=True)
class Neighbour:
    """A related case as its page shows it."""

    related: RelatedCase
    period: str


def case_foot(page: PageContext) -> str:
    """Related cases where there are any, and the line by which this case is cited, each under a heading."""
    t = page.t
    related = [Neighbour(one, period(one.case, t)) for one in page.edition.related_cases.to(page.case)]
    parts = [("cite-this-case", t.case.cite_this_case, render(page, "case_citation", title=_title(page)))]
    if related:
        parts.insert(0, ("related-cases", t.case.related, render(page, "case_related", related=related)))
    return sections(*parts)


def _title(page: PageContext) -> str:
    """The title readers see on the page, or the short title of the facts where the page is not in the tree yet."""
    written = page.knowledge.pages.get((page.language, page.path))
    return written.meta.title if written and written.meta else page.text(page.case.title)
