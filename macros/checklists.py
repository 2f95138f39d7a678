"""The checklists of the site: a pause point's ready-made list, a card that leads to it, and the generator.

What is shown, and in which words, is prepared by `simpul.checklist`; here it only becomes HTML.
"""

from dataclasses import dataclass
from functools import partial

from macros.context import PageContext
from macros.rendering import render, sections
from simpul.checklist import Sheet, asked_questions, prepare_sheet
from simpul.checklist.exports import ready_made_document
from simpul.model.checklist import PausePoint

# Where somebody who does not know the form finds out; a project without that page has no link to it.
CHOOSER = "legal/index"


@dataclass(frozen=True)
class Reference:
    """A link and the words that lead there."""

    address: str
    label: str


def checklist(page: PageContext, pause_point: str) -> str:
    """The whole list of a pause point, ready to be printed: introduction, core, and the extra blocks."""
    sheet = prepare_sheet(page.knowledge, _point(page, pause_point), page.language)
    listed = render(
        page,
        "checklist",
        sheet=sheet,
        states=page.knowledge.terms("state"),
        guide_of=partial(_guide, page),
        case_of=partial(_case, page),
    )
    introduction = render(page, "checklist_introduction", sheet=sheet, document=_document(page, sheet.point))
    return f"{introduction}\n\n{sections((f'core-{sheet.slug}', page.t.checklist.core, listed))}"


def checklist_link(page: PageContext, pause_point: str) -> str:
    """A card that says when a list is for, and leads to it."""
    sheet = prepare_sheet(page.knowledge, _point(page, pause_point), page.language)
    return render(page, "checklist_link", sheet=sheet)


def generator(page: PageContext) -> str:
    """The questions, and every list of every pause point; a script hides what does not fit the answers."""
    # Fifty entries would weigh on a phone: each reference leads to the page that holds all of its kind.
    page.citations.list_elsewhere({"work": page.link("sources"), "regulation": page.link("legal/regulations")})
    return render(
        page,
        "generator",
        questions=asked_questions(page.knowledge, page.language),
        chooser=page.link(CHOOSER) if (page.language, CHOOSER) in page.knowledge.pages else None,
        sheets=_sheets(page),
        states=page.knowledge.terms("state"),
        guide_of=partial(_guide, page),
        case_of=partial(_case, page),
    )


def _point(page: PageContext, slug: str) -> PausePoint:
    point: PausePoint = page.found(page.knowledge.pause_points, slug, "titik jeda", "pause point")
    return point


def _sheets(page: PageContext) -> list[Sheet]:
    return [prepare_sheet(page.knowledge, point, page.language) for point in page.knowledge.pause_points.values()]


def _document(page: PageContext, point: PausePoint) -> Reference:
    """The document that finishing puts beside the page of a ready-made list."""
    name, content = ready_made_document(page.knowledge, point, page.language, page.full_address)
    size = max(1, round(len(content) / 1024))
    return Reference(page.link(f"checklists/{point.slug}") + name, page.t.export.ready_made.format(size=size))


def _guide(page: PageContext, guide: str) -> Reference:
    """The page an item or list names, by its title; a heading follows it, as “Steps” alone would not say of what."""
    path, _, anchor = guide.partition("#")
    known = page.knowledge.pages.get((page.language, path))
    if known is None or known.meta is None:
        page.unknown("halaman", "page", path, {found for _, found in page.knowledge.pages})
    heading = next((heading.text for heading in known.headings if anchor and heading.anchor == anchor), None)
    return Reference(page.link(guide), f"{known.meta.title} / {heading}" if heading else known.meta.title)


def _case(page: PageContext, slug: str) -> Reference:
    return Reference(page.link(f"cases/{slug}"), page.text(page.case_named(slug).title))


MACROS = (checklist, checklist_link, generator)
