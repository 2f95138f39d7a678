"""Every check on the knowledge as a whole. A check is a function `check_<the truth it defends>`."""

from collections.abc import Callable, Iterable

from simpul.knowledge import Knowledge
from simpul.messages import WORDING
from simpul.problem import Problem

Check = Callable[[Knowledge], Iterable[Problem]]

CHECKS: tuple[Check, ...] = ()

# Every rule that can be reported, for `--rule` and `--skip`.
RULES = sorted(WORDING)


def check(knowledge: Knowledge) -> list[Problem]:
    """Every problem of the knowledge, of form, shape and relations, sorted by place."""
    found = set(knowledge.problems)
    for one in CHECKS:
        found.update(one(knowledge))
    return sorted(found)
