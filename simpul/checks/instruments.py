"""The instrument chooser: its rules name answers, its documents can be shown, and every answer leads on."""

from collections.abc import Iterator
from itertools import product

from simpul.checks.references import each, unknown, unknown_terms
from simpul.instruments import asked_first, documents_for, known_templates
from simpul.knowledge import Knowledge
from simpul.messages import suggestion
from simpul.problem import Problem
from simpul.selection import FacetValues, applies
from simpul.source import Loc

INSTRUMENTS = "data/instruments.yml"


def check_rules_of_documents_name_answers(knowledge: Knowledge) -> Iterator[Problem]:
    """`applies_to` and `except_for` of documents and forms name questions of the chooser, and their choices."""
    for slug, document in knowledge.instruments.documents.items():
        yield from _unknown_answers(knowledge, ("documents", slug, "applies_to"), document.applies_to)
        yield from _unknown_answers(knowledge, ("documents", slug, "except_for"), document.except_for)
    for slug, form in knowledge.instruments.forms.items():
        yield from _unknown_answers(knowledge, ("forms", slug, "applies_to"), form.applies_to)


def _unknown_answers(knowledge: Knowledge, loc: Loc, facets: FacetValues) -> Iterator[Problem]:
    questions = knowledge.instruments.questions
    for name, values in facets.items():
        if name not in questions:
            hints = suggestion(name, questions)
            yield knowledge.problem(INSTRUMENTS, (*loc, name), "unknown-question", found=name, **hints)
            continue
        choices = questions[name].choices
        for place, value in each((*loc, name), values):
            if value not in choices:
                hints = suggestion(str(value), choices)
                yield knowledge.problem(INSTRUMENTS, place, "unknown-answer", found=value, question=name, **hints)


def check_document_references_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Regulations, lists, terms, templates and forms that the chooser names exist."""
    forms = [(("forms", slug), slug) for slug in knowledge.instruments.forms]
    yield from unknown_terms(knowledge, INSTRUMENTS, "form", forms)
    for slug, document in knowledge.instruments.documents.items():
        loc = ("documents", slug)
        kind = [((*loc, "instrument"), document.instrument)]
        yield from unknown_terms(knowledge, INSTRUMENTS, "instrument", kind)
        rules = each((*loc, "regulations"), document.regulations)
        yield from unknown(knowledge, INSTRUMENTS, "unknown-regulation", knowledge.regulations, rules)
        lists = [((*loc, "checklist"), document.checklist)]
        yield from unknown(knowledge, INSTRUMENTS, "unknown-pause-point", knowledge.pause_points, lists)
        terms = each((*loc, "terms"), document.terms)
        yield from unknown(knowledge, INSTRUMENTS, "unknown-glossary-term", knowledge.glossary, terms)
        if templates := known_templates(knowledge):
            named = each((*loc, "templates"), document.templates)
            yield from unknown(knowledge, INSTRUMENTS, "unknown-page", templates, named)


def check_documents_have_a_basis(knowledge: Knowledge) -> Iterator[Problem]:
    """A document names the regulations it rests on, or says what is not known of them."""
    for slug, document in knowledge.instruments.documents.items():
        if not document.regulations and document.not_known is None:
            yield knowledge.problem(INSTRUMENTS, ("documents", slug), "document-without-basis", found=slug)


def check_every_document_can_be_shown(knowledge: Knowledge) -> Iterator[Problem]:
    """For every document there is an answer that shows it."""
    for slug, document in knowledge.instruments.documents.items():
        answers = [dict(zip(document.applies_to, v, strict=True)) for v in product(*document.applies_to.values())]
        shown = (applies(document.applies_to, document.except_for, {f: (v,) for f, v in a.items()}) for a in answers)
        if not any(shown):
            yield knowledge.problem(INSTRUMENTS, ("documents", slug), "document-never-shown", found=slug)


def check_every_answer_leads_on(knowledge: Knowledge) -> Iterator[Problem]:
    """Whoever says only who works with whom is shown a document, or told which office to ask."""
    instruments = knowledge.instruments
    if not instruments.questions:  # the file holds a mistake, which is reported where it was made
        return
    first = asked_first(instruments)
    for slug, choice in instruments.questions[first].choices.items():
        if choice.ask is None and not documents_for(instruments, {first: (slug,)}):
            loc = ("questions", first, "choices", slug)
            yield knowledge.problem(INSTRUMENTS, loc, "answer-without-document", found=slug)
