"""The parts of a page about one case. All take the case from the page's front matter."""

from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render
from macros.wording import period
from simpul.model.base import Sentence
from simpul.model.case_study import Challenge, Enabler
from simpul.model.checklist import Item, PausePoint
from simpul.taught import lists_for_challenges, page_about_challenge, taught_items


@dataclass(frozen=True)
class Reason:
    """A challenge or enabler as it showed in a case; `link` leads to the page about it, or to the cases with it."""

    label: str
    text: Sentence
    sources: tuple[str, ...]
    link: str


@dataclass(frozen=True)
class ListOfCase:
    """A list that a case leads to, with the items it teaches; `page` is what shows the list, if there is one."""

    point: PausePoint
    page: str | None
    items: tuple[Item, ...] = ()


def case_facts(page: PageContext) -> str:
    """Facts at a glance."""
    case = page.case
    return render(page, "case_facts", case=case, period=period(case, page.t))


def case_partners(page: PageContext) -> str:
    """Who took part, and what each did."""
    return render(page, "case_partners", case=page.case)


def case_arrangement(page: PageContext) -> str:
    """Who decided, where the money came from, what data was shared, which document bound."""
    arrangement = page.case.arrangement
    t = page.t.case
    parts = (
        (t.arrangement_decision, arrangement.decision),
        (t.arrangement_money, arrangement.money),
        (t.arrangement_data, arrangement.data),
        (t.arrangement_document, arrangement.document),
    )
    return render(page, "case_arrangement", parts=parts, sources=arrangement.sources)


def case_timeline(page: PageContext) -> str:
    """What happened when."""
    events = sorted(page.case.timeline, key=lambda event: event.date)
    return render(page, "case_timeline", events=events)


def case_results(page: PageContext) -> str:
    """What was measured before and after, findings in words, and the scale of the work."""
    return render(page, "case_results", case=page.case)


def case_challenges(page: PageContext) -> str:
    """What was hard or went wrong."""
    reasons = [_challenge(page, one) for one in page.case.challenges]
    return render(page, "case_reasons", part="challenges", reasons=reasons, nothing="")


def case_enablers(page: PageContext) -> str:
    """What helped."""
    reasons = [_enabler(page, one) for one in page.case.enablers]
    return render(page, "case_reasons", part="enablers", reasons=reasons, nothing=page.t.case.no_enablers)


def case_lessons(page: PageContext) -> str:
    """What we learn from the case, and what must be there to copy it."""
    return render(page, "case_lessons", case=page.case)


def case_items(page: PageContext) -> str:
    """The checklist items that point to this case, by pause point; without any, the lists for what was hard in it."""
    shown = page.edition.pages_of_lists
    taught = [
        ListOfCase(one.point, shown.get(one.point.slug), one.items) for one in taught_items(page.knowledge, page.case)
    ]
    points = [] if taught else lists_for_challenges(page.knowledge, page.case, page.language)
    instead = [ListOfCase(point, shown.get(point.slug)) for point in points]
    return render(page, "case_items", taught=taught, instead=instead)


def _challenge(page: PageContext, one: Challenge) -> Reason:
    written = page_about_challenge(page.knowledge, one.challenge, page.language)
    link = page.link(written) if written else _cases_with(page, "challenge", one.challenge)
    return Reason(page.label("challenge", one.challenge), one.what_happened, one.sources, link)


def _enabler(page: PageContext, one: Enabler) -> Reason:
    claims = page.knowledge.claims.values()
    guides = (claim.page for claim in claims if one.enabler in claim.enablers and claim.kind == "strategy")
    written = next(guides, None)
    link = page.link(written) if written else _cases_with(page, "enabler", one.enabler)
    return Reason(page.label("enabler", one.enabler), one.how, one.sources, link)


def _cases_with(page: PageContext, facet: str, slug: str) -> str:
    """The list of cases, narrowed to those that have the term."""
    return f"{page.link('cases/index')}?{facet}={slug}"


MACROS = (
    case_facts,
    case_partners,
    case_arrangement,
    case_timeline,
    case_results,
    case_challenges,
    case_enablers,
    case_lessons,
    case_items,
)
