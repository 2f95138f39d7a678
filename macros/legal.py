"""The instrument chooser: who works with whom, and which documents that takes.

Every document is in the HTML in the order of the work; a script hides what does not fit the answers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.context import PageContext
from macros.links import Reference
from macros.rendering import render
from simpul.checklist import asked_questions
from simpul.instruments import conditions, in_order, known_templates, paths
from simpul.model.instruments import STEPS, Instrument, InstrumentChoice, InstrumentQuestion

Conditions = list[tuple[InstrumentQuestion, Sequence[InstrumentChoice]]]


@dataclass(frozen=True)
class Shown:
    """A document with its links and the words for its rule and its budget."""

    document: Instrument
    budget: str
    regulations: list[Reference]
    checklist: Reference | None
    templates: list[Reference]
    terms: list[Reference]
    wanted: Conditions
    refused: Conditions


def instrument_chooser(page: PageContext) -> str:
    """The questions, a table of the usual paths, and every document in the order of the work."""
    instruments = page.knowledge.instruments
    documents = [_shown(page, document) for document in in_order(instruments)]
    t = page.t.legal
    words = (t.step_before, t.step_first, t.step_then, t.step_alongside)
    steps = [
        (step, label, [one for one in documents if one.document.step == step])
        for step, label in zip(STEPS, words, strict=True)
    ]
    return render(
        page,
        "instrument_chooser",
        questions=instruments.questions,
        paths=paths(instruments),
        steps=[step for step in steps if step[2]],
        forms=[[form.slug, form.applies_to] for form in instruments.forms.values()],
        known={asked.facet: [one.value for one in asked.choices] for asked in asked_questions(page.knowledge, "id")},
        checked=instruments.checked,
    )


def _shown(page: PageContext, document: Instrument) -> Shown:
    t = page.t.legal
    budgets = {
        "yes": t.budget_yes,
        "better-not": t.budget_better_not,
        "elsewhere": t.budget_elsewhere,
        "not-known": t.budget_not_known,
    }
    return Shown(
        document,
        budgets[document.budget],
        [_regulation(page, slug) for slug in document.regulations],
        _list(page, document.checklist) if document.checklist else None,
        list(_templates(page, document.templates)),
        [_term(page, slug) for slug in document.terms],
        _conditions(page, document.applies_to),
        _conditions(page, document.except_for),
    )


def _regulation(page: PageContext, slug: str) -> Reference:
    one = page.knowledge.regulations[slug]
    note = page.t.legal.partly if one.verification == "partly-verified" else ""
    return Reference(page.link(f"legal/regulations#regulation-{slug}"), page.text(one.number), note)


def _list(page: PageContext, slug: str) -> Reference:
    return Reference(page.link(f"checklists/{slug}"), page.text(page.knowledge.pause_points[slug].title))


def _templates(page: PageContext, slugs: Iterable[str]) -> Iterable[Reference]:
    """Links to the templates that have a page."""
    known = known_templates(page.knowledge)
    for slug in slugs:
        found = page.knowledge.pages.get((page.language, f"templates/{slug}"))
        if slug in known and found is not None and found.meta is not None:
            yield Reference(page.link(f"templates/{slug}"), found.meta.title)


def _term(page: PageContext, slug: str) -> Reference:
    return Reference(page.link(f"glossary#term-{slug}"), page.text(page.knowledge.glossary[slug].term))


def _conditions(page: PageContext, facets: dict[str, tuple[str, ...]]) -> Conditions:
    instruments = page.knowledge.instruments
    return [(instruments.questions[name], choices) for name, choices in conditions(facets, instruments)]


MACROS = (instrument_chooser,)
