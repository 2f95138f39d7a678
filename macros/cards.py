"""Cases as cards that lead to their pages: one, those of some facets, all of them, the newest."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render, sections
from macros.wording import period
from simpul.model.case_study import CaseStudy

# The facets by which a page may ask for cases, and the values of a case in each.
FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {
    "form": lambda case: case.forms,
    "instrument": lambda case: case.instruments,
    "partner_type": lambda case: (partner.type for partner in case.partners),
    "challenge": lambda case: (one.challenge for one in case.challenges),
    "enabler": lambda case: (one.enabler for one in case.enablers),
    "level": lambda case: case.levels,
    "sector": lambda case: case.sectors,
    "status": lambda case: (case.status,),
    "outcome": lambda case: (case.outcome,),
    "evidence": lambda case: (case.evidence,),
}


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
    found = [
        case
        for case in page.knowledge.cases.values()
        if all(value in FACETS[facet](case) for facet, value in facets.items())
    ]
    return _cards(page, sorted(found, key=lambda case: page.text(case.title).casefold()))


def fresh_cases(page: PageContext, count: int) -> str:
    """The cards of the `count` cases verified last."""
    # Two sorts, because the date counts backwards and the slug, which settles equal dates, does not.
    by_slug = sorted(page.knowledge.cases.values(), key=lambda case: case.slug)
    return _cards(page, sorted(by_slug, key=lambda case: case.verified, reverse=True)[:count])


def case_list(page: PageContext) -> str:
    """Every case under the outcome it had, in the order of the vocabulary."""
    cases = sorted(page.knowledge.cases.values(), key=lambda case: page.text(case.title).casefold())
    groups = [
        (outcome, [_card(page, case) for case in cases if case.outcome == outcome.slug])
        for outcome in page.knowledge.terms("outcome").values()
    ]
    return sections(
        *(
            (f"outcome-{one.slug}", page.text(one.label), render(page, "case_group", outcome=one, cards=cards))
            for one, cards in groups
            if cards
        )
    )


def _cards(page: PageContext, cases: Iterable[CaseStudy]) -> str:
    return render(page, "case_cards", cards=[_card(page, case) for case in cases])


def _card(page: PageContext, case: CaseStudy) -> Card:
    return Card(case, period(case, page.t), page.link(f"cases/{case.slug}"))


MACROS = (case_card, case_cards, fresh_cases, case_list)
