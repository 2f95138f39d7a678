"""Cases, the pages about their sectors and challenges, and the lists that draw on them lead to each other.

Most of these links are made by macros from facts, so what is checked is that the page asks for them.
"""

import re
from collections.abc import Iterator

from simpul.knowledge import Knowledge
from simpul.messages import problem, suggestion
from simpul.pages import MacroCall, Page
from simpul.problem import Problem
from simpul.taught import lists_for_challenges, taught_items

# What every story shows: facts, results, what hurt, lessons, the items that draw on the case; the sources end it,
# and with them the similar cases and the line to cite.
PARTS_OF_A_CASE = (
    "case_facts",
    "case_partners",
    "case_arrangement",
    "case_timeline",
    "case_results",
    "case_challenges",
    "case_lessons",
    "case_items",
    "sources",
)
# Folder of pages -> the facet whose cases each of them shows.
_SHOWS = {"themes": "sector", "problems": "challenge"}
_EXPLORER = re.compile(r"cases/index\.md\?(sector|challenge)=([a-z-]+)$")
# Macros that lead to cases, and to lists, whatever they are asked for.
_LEAD_TO_CASES = frozenset({"case_card", "case_cards", "fresh_cases", "case_explorer"})
_LEAD_TO_LISTS = frozenset({"checklist_link", "checklist", "generator", "template_list"})
# Macros whose lists name the cases that their items draw on.
_SHOW_ITEMS = frozenset({"checklist", "generator"})
# Pages from which nobody acts, each with its reason; every other page shows a real case and leads to a list.
WITHOUT_CASE_AND_LIST = {
    "glossary": "under each term stand the pages, cases and lists that use it, which the build counts itself",
}
_ASKED = re.compile(r"\b(sector|challenge)\s*=\s*[\"']([^\"']*)[\"']")


def asked_for(call: MacroCall) -> dict[str, str]:
    """The sector and challenge that a call of `case_cards` asks for."""
    return dict(_ASKED.findall(call.arguments)) if call.name == "case_cards" else {}


def check_stories_show_every_part_of_their_case(knowledge: Knowledge) -> Iterator[Problem]:
    """A page of a case shows what links it to guides, lists and other cases, and ends with its sources."""
    for page in knowledge.pages.values():
        if page.meta is None or page.meta.case is None:
            continue
        names = [call.name for call in page.macros]
        case = knowledge.cases.get(page.meta.case)
        wanted = [*PARTS_OF_A_CASE, *(["case_enablers"] if case and case.enablers else [])]
        for missing in (name for name in wanted if name not in names):
            yield problem(page.file, (page.body_line, 1), "missing-part", expected=missing)
        if "sources" in names and names[-1] != "sources":
            last = page.macros[-1]
            yield problem(page.file, (last.line, last.column), "part-after-sources", found=last.name)


def check_pages_about_a_facet_show_its_cases(knowledge: Knowledge) -> Iterator[Problem]:
    """A page about a theme shows the cases of a sector, one about a problem those of its challenge."""
    for page in knowledge.pages.values():
        folder, _, name = page.path.rpartition("/")
        facet = _SHOWS.get(folder)
        if facet is None or name == "index":
            continue
        terms = knowledge.terms(facet)
        asked = [asked_for(call)[facet] for call in page.macros if facet in asked_for(call)]
        # Forty cards would bury the first move: a link to the explorer with that choice shows them as well.
        asked += [found[2] for link in page.links if (found := _EXPLORER.search(link.target)) and found[1] == facet]
        # A problem page is named after its challenge; a theme may have a name readers know better than its sector.
        right = [name] if facet == "challenge" else list(terms)
        if not any(value in right for value in asked):
            expected = name if facet == "challenge" else next(iter(asked), "…")
            hints = suggestion(expected, terms) if expected not in terms else {}
            call = f'case_cards({facet}="{expected}")'
            yield problem(page.file, (page.body_line, 1), "cases-not-shown", expected=call, **hints)


def check_pages_lead_to_a_case_and_a_list(knowledge: Knowledge) -> Iterator[Problem]:
    """Whatever page a reader lands on shows where it was real, and leads to the list with which to act on it."""
    for page in knowledge.pages.values():
        # Without its front matter a page may be that of a case, and what is wrong with it is reported by itself.
        if page.meta is None or page.path in WITHOUT_CASE_AND_LIST:
            continue
        place = (page.body_line, 1)
        if not _leads_to_a_case(knowledge, page):
            yield problem(page.file, place, "leads-to-no-case")
        if not _leads_to_a_list(knowledge, page):
            yield problem(page.file, place, "leads-to-no-list")


def _leads_to_a_case(knowledge: Knowledge, page: Page) -> bool:
    names = {call.name for call in page.macros}
    if names & _LEAD_TO_CASES or (page.meta and page.meta.case):
        return True
    if any(knowledge.knows_case(path.removeprefix("cases/")) for path in page.linked if path.startswith("cases/")):
        return True
    shown = {text for call in page.macros if call.name in _SHOW_ITEMS for text in call.texts}
    points = knowledge.pause_points.values()
    asked = [point for point in points if point.slug in shown or "generator" in names]
    return any(item.cases for point in asked for item in point.items.values() if item.retired is None)


def _leads_to_a_list(knowledge: Knowledge, page: Page) -> bool:
    lists = {f"checklists/{slug}" for slug in knowledge.pause_points}
    if any(call.name in _LEAD_TO_LISTS for call in page.macros) or not lists.isdisjoint(page.linked):
        return True
    if not (page.meta and page.meta.case):
        return False
    case = knowledge.cases.get(page.meta.case)
    # Without its facts nothing can be said of a case; the missing or broken file is reported by itself.
    return case is None or bool(taught_items(knowledge, case) or lists_for_challenges(knowledge, case, page.language))
