"""Which documents answers lead to, in the order of the work, and which form of collaboration they mean.

The rule is THE checklist rule of `simpul.selection`; here it is only asked of documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simpul.knowledge import Knowledge
from simpul.model.instruments import STEPS, FormRule, Instrument, InstrumentChoice, Instruments
from simpul.selection import Answers, FacetValues, applies

TEMPLATES = "templates/"


def asked_first(instruments: Instruments) -> str:
    """The first question: whoever has answered it alone is told at least what comes first."""
    return next(iter(instruments.questions))


def in_order(instruments: Instruments) -> tuple[Instrument, ...]:
    """Every document in the order in which work on them goes."""
    return tuple(sorted(instruments.documents.values(), key=lambda document: STEPS.index(document.step)))


def documents_for(instruments: Instruments, answers: Answers) -> tuple[Instrument, ...]:
    """The documents that fit the answers, in the order of the work; empty when we know of none."""
    return tuple(d for d in in_order(instruments) if applies(d.applies_to, d.except_for, answers))


def form_for(instruments: Instruments, answers: Answers) -> str | None:
    """The form of collaboration the answers mean in the checklist generator, if any."""
    meant: Iterator[FormRule] = (form for form in instruments.forms.values() if applies(form.applies_to, {}, answers))
    return next((form.slug for form in meant), None)


@dataclass(frozen=True)
class Path:
    """What one answer to the first question leads to, when nothing else is special."""

    choice: InstrumentChoice
    first: tuple[Instrument, ...]
    then: tuple[Instrument, ...]


def paths(instruments: Instruments) -> tuple[Path, ...]:
    """One path per answer to the first question, for a table that needs no form."""
    found = []
    first_question = asked_first(instruments)
    for choice in instruments.questions[first_question].choices.values():
        documents = documents_for(instruments, {first_question: (choice.slug,)})
        first = tuple(document for document in documents if document.step == "first")
        then = tuple(document for document in documents if document.step == "then")
        found.append(Path(choice, first, then))
    return tuple(found)


def conditions(facets: FacetValues, instruments: Instruments) -> tuple[tuple[str, tuple[InstrumentChoice, ...]], ...]:
    """The questions a rule names with the choices it names, in the order they are asked."""
    return tuple(
        (name, tuple(question.choices[value] for value in facets[name]))
        for name, question in instruments.questions.items()
        if name in facets
    )


def known_templates(knowledge: Knowledge) -> tuple[str, ...]:
    """The slugs of the templates that have a page; empty while the site has no templates."""
    pages = [path for language, path in knowledge.pages if language == "id" and path.startswith(TEMPLATES)]
    return tuple(path.removeprefix(TEMPLATES) for path in pages if path != f"{TEMPLATES}index")
