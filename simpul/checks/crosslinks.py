"""Cases and the pages about their sectors, challenges and items lead to each other.

Most of these links are made by macros from facts, so what is checked is that the page asks for them.
"""

import re
from collections.abc import Iterator

from simpul.knowledge import Knowledge
from simpul.messages import problem, suggestion
from simpul.pages import MacroCall
from simpul.problem import Problem

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
# Sections whose pages tell somebody what to do, and the pages of that kind which stand alone.
_ADVICE = ("start", "guides", "problems", "themes", "templates", "legal", "self-check")
_CASE_PAGE = re.compile(r"(^|/)cases/(?!index\.md)[a-z0-9-]+\.md")
_LIST_PAGE = re.compile(r"(^|/)checklists/[a-z0-9-]+\.md")
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


def check_advice_leads_to_a_case_and_a_list(knowledge: Knowledge) -> Iterator[Problem]:
    """A page that gives advice shows where it was real, and the list with which to act on it."""
    for page in knowledge.pages.values():
        if page.path.partition("/")[0] not in _ADVICE:
            continue
        macros = {call.name for call in page.macros}
        targets = [link.target for link in page.links]
        place = (page.body_line, 1)
        if not macros & {"case_card", "case_cards"} and not any(map(_CASE_PAGE.search, targets)):
            yield problem(page.file, place, "advice-without-case")
        if "checklist_link" not in macros and not any(map(_LIST_PAGE.search, targets)):
            yield problem(page.file, place, "advice-without-list")
