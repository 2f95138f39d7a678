"""Cases as cards that lead to their pages: one, those of some facets, the newest."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render
from macros.wording import period
from simpul.explorer import FACETS, fits, newest_first
from simpul.model.case_study import CaseStudy


@dataclass(frozen=True)
class Card:
    """What a card shows of a case."""

    case: CaseStudy
    period: str
    link: str


def case_card(page: PageContext, slug: str) -> str:
    """The card of one case."""
    return _cards(page, [page.case_named(slug)])


def case_cards(page: PageContext, **facets: str) -> str:
    """The cards of the cases that have all of the values asked for, by title."""
    for facet, value in facets.items():
        if facet not in FACETS:
            page.unknown("faset", "facet", facet, FACETS)
        page.term(facet, value)
    choices = {facet: (value,) for facet, value in facets.items()}
    found = [case for case in page.knowledge.cases.values() if fits(case, choices)]
    return _cards(page, sorted(found, key=lambda case: page.text(case.title).casefold()))


def fresh_cases(page: PageContext, count: int) -> str:
    """The cards of the `count` cases verified last, and among them of those that began last."""
    return _cards(page, newest_first(page.knowledge.cases.values())[:count])


def _cards(page: PageContext, cases: Iterable[CaseStudy]) -> str:
    return render(page, "case_cards", cards=[card_of(page, case) for case in cases])


def card_of(page: PageContext, case: CaseStudy) -> Card:
    """What the card of a case shows on this page."""
    return Card(case, period(case, page.t), page.link(f"cases/{case.slug}"))


MACROS = (case_card, case_cards, fresh_cases)
