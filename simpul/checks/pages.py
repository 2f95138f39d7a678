"""Pages: twins in both languages with equal structure, macros that name what exists, links inside the language."""

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from simpul.checks.references import slugs_in
from simpul.knowledge import Knowledge
from simpul.messages import problem, suggestion
from simpul.pages import Heading, MacroCall, Page
from simpul.problem import Problem
from simpul.text import other

# Macros whose output holds citations.
_CITING = {"cite", "verdict", "glossary_list", "self_check", "template_content"}
_LISTING = {"sources", "source_list"}
# What a reader on a phone gets through before a meeting.
MOST_WORDS = 1600
_MARKUP = re.compile(r"\{\{.*?\}\}|\{\s*#[^}]*\}|\]\([^)]*\)")
_WORD = re.compile(r"\w+(?:[-'\u2019]\w+)*")
_OTHER_LANGUAGE = re.compile(r"(^|/)\.\./(id|en)/|^/?(id|en)/")


def _twins(knowledge: Knowledge) -> Iterator[tuple[Page, Page]]:
    """Each Indonesian page with its English twin."""
    for page in knowledge.pages.values():
        twin = knowledge.pages.get(("en", page.path))
        if page.language == "id" and twin is not None:
            yield page, twin


def check_pages_have_twins(knowledge: Knowledge) -> Iterator[Problem]:
    """A page exists in both languages."""
    for page in knowledge.pages.values():
        if (other(page.language), page.path) not in knowledge.pages:
            yield knowledge.problem(page.file, (), "missing-twin", twin=page.twin_file)


def check_headings_are_anchored(knowledge: Knowledge) -> Iterator[Problem]:
    """Every heading below the title has an id of its own choosing, so that links outlive its wording."""
    for page in knowledge.pages.values():
        for heading in page.headings:
            if heading.level > 1 and heading.anchor is None:
                place = (heading.line, 1)
                yield problem(page.file, place, "heading-without-id", heading=heading.text)


def check_headings_of_twins_agree(knowledge: Knowledge) -> Iterator[Problem]:
    """Twins have the same headings in level, order and id; the first difference is reported."""
    for page, twin in _twins(knowledge):
        for number, (ours, theirs) in enumerate(zip_longest(page.headings, twin.headings), start=1):
            if _mark(ours) != _mark(theirs):
                place = (theirs.line, 1) if theirs else (twin.body_line, 1)
                values = {"found": _mark(theirs), "expected": _mark(ours), "twin": page.file}
                yield problem(twin.file, place, "headings-differ", number=number, **values)
                break


def _mark(heading: Heading | None) -> str:
    if heading is None:
        return "-"
    return f"{'#' * heading.level} #{heading.anchor}" if heading.anchor else "#" * heading.level


def check_macros_of_twins_agree(knowledge: Knowledge) -> Iterator[Problem]:
    """Twins call the same macros in the same order; citations may stand in another order, as sentences do."""
    for page, twin in _twins(knowledge):
        ours, theirs = _calls(page), _calls(twin)
        for expected, found in zip_longest(ours, theirs):
            if str(expected) != str(found):
                place = (found.line, found.column) if found else (twin.body_line, 1)
                values = {"found": found or "-", "expected": expected or "-", "twin": page.file}
                yield problem(twin.file, place, "macros-differ", **values)
                break
        cites, twin_cites = _cited(page), _cited(twin)
        if cites != twin_cites:
            values = {"found": _names(twin_cites - cites), "expected": _names(cites - twin_cites)}
            yield problem(twin.file, (twin.body_line, 1), "macros-differ", twin=page.file, **values)


def _calls(page: Page) -> list[MacroCall]:
    return [call for call in page.macros if call.name != "cite"]


def _cited(page: Page) -> set[str]:
    return {key for call in page.macros if call.name == "cite" for key in call.texts}


def _names(keys: set[str]) -> str:
    return ", ".join(f'cite("{key}")' for key in sorted(keys)) or "-"


def check_macros_name_what_exists(knowledge: Knowledge) -> Iterator[Problem]:
    """Citations, cards, verdicts, lists and regulations on a page name records that exist."""
    templates = slugs_in(knowledge, "templates")
    known: dict[str, tuple[str, Collection[str]]] = {
        "case_card": ("unknown-case", slugs_in(knowledge, "case_studies")),
        "verdict": ("unknown-claim", knowledge.claims),
        "checklist": ("unknown-pause-point", knowledge.pause_points),
        "checklist_link": ("unknown-pause-point", knowledge.pause_points),
        "template_download": ("unknown-template", templates),
        "template_content": ("unknown-template", templates),
        "regulation": ("unknown-regulation", knowledge.regulations),
    }
    everywhere = citable(knowledge, None)
    for page in knowledge.pages.values():
        for call in page.macros:
            if call.name == "cite":
                yield from _unknown_citations(knowledge, page, call, everywhere)
            elif call.name in known:
                rule, records = known[call.name]
                for text in call.texts:
                    if text not in records:
                        place = (call.line, call.column)
                        yield problem(page.file, place, rule, found=text, **suggestion(text, records))


def _unknown_citations(
    knowledge: Knowledge, page: Page, call: MacroCall, everywhere: Collection[str]
) -> Iterator[Problem]:
    """Keys that are no work, regulation or source of a case. What stands in a broken case cannot be looked up."""
    own = page.meta.case if page.meta else None
    if own and own not in knowledge.cases:
        return
    ours: Collection[str] = knowledge.cases[own].sources if own else ()
    for text in call.texts:
        case = text.partition("/")[0]
        broken = knowledge.knows_case(case) and case not in knowledge.cases
        if text not in everywhere and text not in ours and not broken:
            hints = suggestion(text, [*everywhere, *ours])
            yield problem(page.file, (call.line, call.column), "unknown-source", found=text, **hints)


def citable(knowledge: Knowledge, own: str | None) -> set[str]:
    """The keys `cite` knows: works, regulations, every case's sources, and the page's own as they are."""
    keys = {*knowledge.works, *knowledge.regulations}
    keys |= {f"{case.slug}/{slug}" for case in knowledge.cases.values() for slug in case.sources}
    return keys | set(knowledge.cases[own].sources if own else ())


def check_pages_list_what_they_cite(knowledge: Knowledge) -> Iterator[Problem]:
    """A page that cites ends in its list of sources; without it each citation would be a link to nowhere."""
    for page in knowledge.pages.values():
        citing = next((call for call in page.macros if call.name in _CITING), None)
        if citing is not None and not any(call.name in _LISTING for call in page.macros):
            yield problem(page.file, (citing.line, citing.column), "citations-without-list", found=citing.name)


def check_front_matter_names_what_exists(knowledge: Knowledge) -> Iterator[Problem]:
    """`case` and `pause_point` in the front matter name records that exist."""
    for page in knowledge.pages.values():
        if page.meta is None:
            continue
        case, point = page.meta.case, page.meta.pause_point
        if case is not None and not knowledge.knows_case(case):
            hints = suggestion(case, knowledge.cases)
            yield knowledge.problem(page.file, ("case",), "unknown-case", found=case, **hints)
        if point is not None and f"checklists/{point}.yml" not in knowledge.files:
            hints = suggestion(point, knowledge.pause_points)
            yield knowledge.problem(page.file, ("pause_point",), "unknown-pause-point", found=point, **hints)


def check_links_stay_in_their_language(knowledge: Knowledge) -> Iterator[Problem]:
    """A link in the text leads to a page in the reader's language; the switch in the header changes it."""
    for page in knowledge.pages.values():
        for link in page.links:
            if "://" not in link.target and _OTHER_LANGUAGE.search(link.target):
                place = (link.line, link.column)
                yield problem(page.file, place, "other-language-link", found=link.target)


def check_pages_are_short(knowledge: Knowledge) -> Iterator[Problem]:
    """The text of a page, without what its macros add, has at most MOST_WORDS words; a test counts the built pages."""
    for page in knowledge.pages.values():
        words = len(_WORD.findall(_MARKUP.sub("", page.body)))
        if words > MOST_WORDS:
            yield problem(page.file, (page.body_line, 1), "page-too-long", found=words, limit=MOST_WORDS)
