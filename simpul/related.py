"""Which cases are near to a case: those that share its challenges and its forms of collaboration."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from heapq import nsmallest

from simpul.model.case_study import CaseStudy

# More would be a list to choose from, which is what the explorer is for.
MOST = 3
# What was hard is what a reader with the same trouble looks for; the form alone makes two cases hardly alike.
_WEIGHTS = {"challenge": 2, "form": 1}

# A value of a facet, such as ("challenge", "low-trust").
_Value = tuple[str, str]


@dataclass(frozen=True)
class RelatedCase:
    """A case near to another, and what the two share, in the order of the other case's file."""

    case: CaseStudy
    challenges: tuple[str, ...]
    forms: tuple[str, ...]


class RelatedCases:
    """The nearness of all cases to each other. A shared value counts the more, the fewer cases have it."""

    def __init__(self, cases: Mapping[str, CaseStudy]) -> None:
        self._cases = cases
        holders: dict[_Value, list[str]] = defaultdict(list)
        for slug, case in cases.items():
            for value in _values(case):
                holders[value].append(slug)
        self._holders = holders

    def to(self, case: CaseStudy) -> tuple[RelatedCase, ...]:
        """At most three cases that share a challenge with `case`, the nearest first; equally near ones by slug."""
        nearness: dict[str, Fraction] = defaultdict(Fraction)
        candidates: set[str] = set()
        for value in _values(case):
            facet = value[0]
            slugs = self._holders.get(value, [])
            for slug in slugs:
                nearness[slug] += Fraction(_WEIGHTS[facet], len(slugs))
            if facet == "challenge":
                candidates.update(slugs)
        candidates.discard(case.slug)
        nearest = nsmallest(MOST, candidates, key=lambda slug: (-nearness[slug], slug))
        return tuple(_related(case, self._cases[slug]) for slug in nearest)


def _values(case: CaseStudy) -> Iterable[_Value]:
    """The distinct values by which cases are compared, in the order of the file."""
    challenges = [("challenge", one.challenge) for one in case.challenges]
    return dict.fromkeys([*challenges, *(("form", form) for form in case.forms)])


def _related(case: CaseStudy, other: CaseStudy) -> RelatedCase:
    shared = set(_values(other))
    ours = [value for value in _values(case) if value in shared]
    return RelatedCase(
        other,
        tuple(slug for facet, slug in ours if facet == "challenge"),
        tuple(slug for facet, slug in ours if facet == "form"),
    )
