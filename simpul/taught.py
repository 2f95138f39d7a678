"""Where a reader goes on from a case: to the checklist items that draw on it, or else to the lists for what hurt."""

from dataclasses import dataclass

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.model.checklist import Item, PausePoint
from simpul.text import Language


@dataclass(frozen=True)
class TaughtItems:
    """The items of one pause point that a case teaches."""

    point: PausePoint
    items: tuple[Item, ...]


def taught_items(knowledge: Knowledge, case: CaseStudy) -> tuple[TaughtItems, ...]:
    """The items in use that name the case, by pause point."""
    return tuple(
        TaughtItems(point, items)
        for point in knowledge.pause_points.values()
        if (items := tuple(i for i in point.items.values() if case.slug in i.cases and i.retired is None))
    )


def page_about_challenge(knowledge: Knowledge, challenge: str, language: Language) -> str | None:
    """The address of the page about a challenge, or of the guide that treats it; None where neither is written."""
    own = f"problems/{challenge}"
    if (language, own) in knowledge.pages:
        return own
    claims = knowledge.claims.values()
    return next((one.page for one in claims if challenge in one.challenges and one.kind == "challenge"), None)


def lists_for_challenges(knowledge: Knowledge, case: CaseStudy, language: Language) -> tuple[PausePoint, ...]:
    """The lists that the pages about the challenges of a case lead to, each once, in order of the challenges."""
    written = (page_about_challenge(knowledge, one.challenge, language) for one in case.challenges)
    pages = (knowledge.pages.get((language, path.partition("#")[0])) for path in written if path)
    calls = (call for page in pages if page for call in page.macros if call.name == "checklist_link")
    named = dict.fromkeys(slug for call in calls for slug in call.texts)
    return tuple(knowledge.pause_points[slug] for slug in named if slug in knowledge.pause_points)
