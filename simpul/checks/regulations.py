"""Regulations: each stands under a question officials ask, and something rests on it."""

from collections.abc import Iterator

from simpul.checks.references import unknown
from simpul.knowledge import Knowledge
from simpul.problem import Problem
from simpul.regulations import uses

REGULATIONS = "data/regulations.yml"


def check_topics_of_regulations_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """The question a regulation stands under exists, so that the page of regulations shows every one."""
    topics = [(("regulations", one.slug, "topic"), one.topic) for one in knowledge.regulations.values()]
    yield from unknown(knowledge, REGULATIONS, "unknown-topic", knowledge.topics, topics)


def check_regulations_are_used(knowledge: Knowledge) -> Iterator[Problem]:
    """Every regulation supports a document, an item, a term or a sentence of a page."""
    for slug, one in uses(knowledge, "id").items():
        if not one.is_used:
            yield knowledge.problem(REGULATIONS, ("regulations", slug), "unused-regulation", found=slug)
