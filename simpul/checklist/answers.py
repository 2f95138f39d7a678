"""The questions of the generator with their choices, and answers read from what somebody wrote.

A query string and a command line are written by anyone: what is not a choice is set aside and named, never used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simpul.checklist.wording import Wording
from simpul.knowledge import Knowledge
from simpul.model.checklist import Question
from simpul.selection import Answers
from simpul.text import Language

PAUSE_POINT = "pause_point"
# What the query says for a question's "all of them" and for "I do not know yet".
ALL = "all"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Choice:
    """One thing a reader can choose. `means` are the values of the facet that it stands for."""

    value: str
    label: str
    description: str | None
    means: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A question in one language, with its choices in order."""

    facet: str
    title: str
    help: str
    multiple: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Unknown:
    """An answer that is no choice of any question. `choices` are those of its question, if there is such a question."""

    facet: str
    value: str
    choices: tuple[str, ...] = ()


def asked_questions(knowledge: Knowledge, language: Language) -> tuple[Asked, ...]:
    """The questions in the order they are asked."""
    return tuple(
        Asked(
            facet,
            question.title.in_language(language),
            question.help.in_language(language),
            question.multiple,
            tuple(_choices(knowledge, facet, question, language)),
        )
        for facet, question in knowledge.questions.items()
    )


def _choices(knowledge: Knowledge, facet: str, question: Question, language: Language) -> Iterable[Choice]:
    if facet == PAUSE_POINT:
        for slug, point in knowledge.pause_points.items():
            yield Choice(slug, point.title.in_language(language), point.when.in_language(language), (slug,))
        return
    terms = knowledge.terms(facet)
    if question.all_of_them:
        yield Choice(ALL, question.all_of_them.in_language(language), None, tuple(terms))
    for slug, term in terms.items():
        yield Choice(slug, term.label.in_language(language), term.description.in_language(language), (slug,))
    if question.unknown:
        yield Choice(UNKNOWN, question.unknown.in_language(language), None, ())


def read_answers(
    knowledge: Knowledge, written: Mapping[str, Iterable[str]]
) -> tuple[dict[str, tuple[str, ...]], tuple[Unknown, ...]]:
    """The answers that `written` holds as facet -> values, and every part that is no choice.

    A question with one answer keeps the first; a further one is no choice.
    """
    answers: dict[str, tuple[str, ...]] = {}
    unknown: list[Unknown] = []
    questions = {asked.facet: asked for asked in asked_questions(knowledge, "id")}
    for facet, values in written.items():
        asked = questions.get(facet)
        means = {choice.value: choice.means for choice in asked.choices} if asked else {}
        chosen = [value for value in dict.fromkeys(values) if value in means]
        kept = chosen if asked and asked.multiple else chosen[:1]
        unknown += [Unknown(facet, value, tuple(means)) for value in values if value not in kept]
        meant = tuple(dict.fromkeys(one for value in kept for one in means[value]))
        if meant:
            answers[facet] = meant
    return answers, tuple(unknown)


def describe_answers(knowledge: Knowledge, answers: Answers, language: Language) -> tuple[str, ...]:
    """One line per answered question: the name of the facet and the labels chosen, or the label for all of them."""
    words = Wording(knowledge, language)
    lines: list[str] = []
    for asked in asked_questions(knowledge, language):
        values = tuple(answers.get(asked.facet, ()))
        if not values or asked.facet == PAUSE_POINT:
            continue
        every = next((c.label for c in asked.choices if c.value == ALL and set(c.means) == set(values)), None)
        labels = every or ", ".join(words.label(asked.facet, value) for value in values)
        name = knowledge.vocabulary.facets[asked.facet].label.in_language(language)
        lines.append(f"{name}: {labels}")
    return tuple(lines)
