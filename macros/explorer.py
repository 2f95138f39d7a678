"""The case explorer, and the page on which two or three cases stand side by side.

Every case, every value and every count is in the HTML; a script shows, hides, orders and counts again.
"""

from dataclasses import dataclass

from macros.cards import Card, card_of
from macros.context import PageContext
from macros.rendering import render
from simpul import explorer as rule
from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.model.vocabulary import Term


@dataclass(frozen=True)
class Value:
    """One value readers can choose; `cases` tells the script which cases have it."""

    slug: str
    label: str
    cases: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A facet readers choose by, with the values that any case has."""

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Entry:
    """A card of the explorer with its places in the two orders, and the words beyond it that a search finds."""

    card: Card
    newest: int
    strongest: int
    words: str


@dataclass(frozen=True)
class Group:
    """The cases of one outcome, as they stand without a script."""

    outcome: Term
    entries: tuple[Entry, ...]


def case_explorer(page: PageContext) -> str:
    """All cases under the outcome they had, and the form that narrows them down."""
    knowledge = page.knowledge
    newest = rule.newest_first(knowledge.cases.values())
    return render(
        page,
        "explorer",
        facets=[_facet(page, newest, name) for name in rule.FIRST_FACETS],
        more_facets=[_facet(page, newest, name) for name in rule.MORE_FACETS],
        groups=_groups(page, knowledge, newest),
        total=len(newest),
    )


def case_comparison(page: PageContext) -> str:
    """The frame of a table for two or three cases, which a script fills from the pages of the cases."""
    cases = sorted(page.knowledge.cases.values(), key=lambda case: page.text(case.title).casefold())
    t = page.t
    facts = [
        *(page.facet(name) for name in ("outcome", "status", "evidence", "caution")),
        *(t.case.place, t.case.period),
        *(page.facet(name) for name in ("level", "sector", "form", "instrument")),
        *(t.case.partners, t.case.verified),
    ]
    x = t.explorer
    parts = (
        ("problem", x.part_problem),
        ("arrangement", x.part_arrangement),
        ("results", x.part_results),
        ("challenges", x.part_challenges),
        ("enablers", x.part_enablers),
        ("lessons", x.part_lessons),
    )
    return render(page, "explorer_compare", cases=cases, facts=facts, parts=parts)


def _facet(page: PageContext, cases: list[CaseStudy], name: str) -> Facet:
    values = tuple(
        Value(
            slug,
            _label(page, name, slug),
            rule.bits(cases, name, slug),
            rule.count(cases, {}, name, slug),
        )
        for slug in rule.values(page.knowledge, name)
    )
    return Facet(name, page.t.explorer.country if name == rule.COUNTRY else page.facet(name), values)


def _label(page: PageContext, facet: str, value: str) -> str:
    if facet != rule.COUNTRY:
        return page.label(facet, value)
    label: str = page.t.explorer.country_home if value == rule.HOME else page.t.explorer.country_abroad
    return label


def _groups(page: PageContext, knowledge: Knowledge, newest: list[CaseStudy]) -> list[Group]:
    strongest = {case.slug: place for place, case in enumerate(rule.strongest_first(knowledge, newest))}
    by_title = sorted(enumerate(newest), key=lambda one: page.text(one[1].title).casefold())
    groups = []
    for outcome in knowledge.terms("outcome").values():
        entries = tuple(
            Entry(card_of(page, case), place, strongest[case.slug], _words(page, case))
            for place, case in by_title
            if case.outcome == outcome.slug
        )
        if entries:
            groups.append(Group(outcome, entries))
    return groups


def _words(page: PageContext, case: CaseStudy) -> str:
    """What a reader may look for and the card does not say. Labels of challenges are in the form already."""
    return " ".join(page.text(partner.name) for partner in case.partners)


MACROS = (case_explorer, case_comparison)
