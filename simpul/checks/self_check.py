"""Self-check: short enough for a meeting, and every statement rests on research and leads to help."""

from collections.abc import Iterator

from simpul.checks.references import each, unknown, unknown_address
from simpul.knowledge import Knowledge
from simpul.problem import Problem
from simpul.source import Loc

SELF_CHECK = "data/self_check.yml"
# What two partners can answer and compare in one meeting, on at most two sheets of paper.
MOST_STATEMENTS = 20


def check_statements_name_what_exists(knowledge: Knowledge) -> Iterator[Problem]:
    """The works behind a statement exist, and so does the page it leads to."""
    for group in knowledge.self_check.values():
        for statement in group.statements.values():
            loc: Loc = ("groups", group.slug, "statements", statement.slug)
            works = each((*loc, "sources"), statement.sources)
            yield from unknown(knowledge, SELF_CHECK, "unknown-source", knowledge.works, works)
            yield from unknown_address(knowledge, SELF_CHECK, (*loc, "leads_to"), statement.leads_to)


def check_the_self_check_is_short(knowledge: Knowledge) -> Iterator[Problem]:
    """There are at most MOST_STATEMENTS statements; the first one too many is reported."""
    places = [
        ("groups", group.slug, "statements", slug)
        for group in knowledge.self_check.values()
        for slug in group.statements
    ]
    if len(places) > MOST_STATEMENTS:
        values = {"count": len(places), "most": MOST_STATEMENTS}
        yield knowledge.problem(SELF_CHECK, places[MOST_STATEMENTS], "self-check-too-long", **values)
