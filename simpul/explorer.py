"""THE rule of the case explorer, and what follows from it. JavaScript holds the same rule; a test compares the two.

A case is found when, for every facet with a choice, it has one of the chosen values. The count of a value is the
number of cases that would be found if it were the only choice in its facet and all other facets stayed as they are,
so that no value with a count leads to nothing.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy

Choices = Mapping[str, Collection[str]]

# What is Indonesian and what is not: a reader looks for what can be copied at home, not for one country of twenty.
COUNTRY = "country"
HOME, ABROAD = "indonesia", "abroad"

# The facets readers choose by, and the values of a case in each; the others stand behind "more filters".
FIRST_FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {
    "challenge": lambda case: (one.challenge for one in case.challenges),
    "form": lambda case: case.forms,
    "sector": lambda case: case.sectors,
    "level": lambda case: case.levels,
    "outcome": lambda case: (case.outcome,),
}
MORE_FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {
    "enabler": lambda case: (one.enabler for one in case.enablers),
    "partner_type": lambda case: (partner.type for partner in case.partners),
    "instrument": lambda case: case.instruments,
    "status": lambda case: (case.status,),
    "evidence": lambda case: (case.evidence,),
    COUNTRY: lambda case: (HOME if case.country == HOME else ABROAD,),
    "size": lambda case: (size_of(len(case.partners)),),
}
FACETS: Mapping[str, Callable[[CaseStudy], Iterable[str]]] = {**FIRST_FACETS, **MORE_FACETS}

_SIZES = ((2, "two"), (5, "three-to-five"), (10, "six-to-ten"))
_WORD = 32


def size_of(partners: int) -> str:
    """The term of the facet `size` for a number of parties."""
    return next((term for most, term in _SIZES if partners <= most), "more-than-ten")


def fits(case: CaseStudy, choices: Choices) -> bool:
    """True when the case has one of the chosen values in every facet with a choice."""
    return all(not set(FACETS[facet](case)).isdisjoint(chosen) for facet, chosen in choices.items() if chosen)


def count(cases: Iterable[CaseStudy], choices: Choices, facet: str, value: str) -> int:
    """How many cases would be found with `value` as the only choice in `facet`, all other facets as chosen."""
    return sum(fits(case, {**choices, facet: (value,)}) for case in cases)


def values(knowledge: Knowledge, facet: str) -> list[str]:
    """The values of a facet that any case has, in the order of the vocabulary."""
    known = (HOME, ABROAD) if facet == COUNTRY else knowledge.terms(facet)
    used = {value for case in knowledge.cases.values() for value in FACETS[facet](case)}
    return [value for value in known if value in used]


def newest_first(cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """The cases verified last first, then those that began last; those without a start stand behind the others."""
    by_slug = sorted(cases, key=lambda case: case.slug)
    return sorted(by_slug, key=lambda case: (case.verified, case.period.start or 0), reverse=True)


def strongest_first(knowledge: Knowledge, cases: Iterable[CaseStudy]) -> list[CaseStudy]:
    """The cases with the strongest kind of evidence first, among equals those with fewer cautions, then the newest."""
    kinds = list(knowledge.terms("evidence"))
    return sorted(newest_first(cases), key=lambda case: (kinds.index(case.evidence), len(case.cautions)))


def bits(cases: Sequence[CaseStudy], facet: str, value: str) -> str:
    """Which of `cases` have the value: bit n of word n/32 for the n-th case, each word as eight hexadecimal digits."""
    found = sum(1 << number for number, case in enumerate(cases) if value in FACETS[facet](case))
    words = range(0, len(cases), _WORD)
    return "".join(f"{found >> start & (1 << _WORD) - 1:08x}" for start in words)
