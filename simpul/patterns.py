"""What the library says as a whole: counts over all cases, and which cases stand behind each count.

A case counts once for each value it has, so that a row of counts may add up to more than the number of cases.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simpul.model.case_study import CaseStudy

_Key = TypeVar("_Key")

# In this country a case has provinces; a case without one concerns the whole country.
HOME = "indonesia"


@dataclass(frozen=True)
class Matrix:
    """How many cases have a value of the rows together with a value of the columns.

    `rows` holds only values that occur, the most frequent first; where two are equal the vocabulary decides.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]
    row_totals: Mapping[str, int]
    column_totals: Mapping[str, int]
    cases: int

    def count(self, row: str, column: str) -> int:
        """The number of cases that have both values."""
        return self.counts.get((row, column), 0)


@dataclass(frozen=True)
class Places:
    """Cases by the place they belong to. A case in two provinces stands under both."""

    provinces: Mapping[str, tuple[CaseStudy, ...]]
    national: tuple[CaseStudy, ...]
    abroad: Mapping[str, tuple[CaseStudy, ...]]
    # Cases that name at least one province, each counted once.
    in_provinces: int


@dataclass(frozen=True)
class YearOfCases:
    """The cases that began and those that ended in one year."""

    year: int
    started: tuple[CaseStudy, ...]
    ended: tuple[CaseStudy, ...]


@dataclass(frozen=True)
class Timeline:
    """The years in which something began or ended, in order, and the cases whose beginning is not known."""

    years: tuple[YearOfCases, ...]
    undated: tuple[CaseStudy, ...]

    @property
    def started(self) -> int:
        """The number of cases whose first year is known."""
        return sum(len(one.started) for one in self.years)

    @property
    def ended(self) -> int:
        """The number of cases whose last year is known."""
        return sum(len(one.ended) for one in self.years)


def hurt_by_sector(cases: Iterable[CaseStudy], challenges: Iterable[str], sectors: Iterable[str]) -> Matrix:
    """Challenges by sector, both with the most frequent first; only cases that name a challenge are counted."""
    return _matrix(
        [case for case in cases if case.challenges],
        (lambda case: (one.challenge for one in case.challenges), challenges),
        (lambda case: case.sectors, sectors),
        keep_columns=False,
    )


def helped_by_outcome(cases: Iterable[CaseStudy], enablers: Iterable[str], outcomes: Iterable[str]) -> Matrix:
    """Enablers by outcome, outcomes in the order given; only cases that name an enabler are counted."""
    return _matrix(
        [case for case in cases if case.enablers],
        (lambda case: (one.enabler for one in case.enablers), enablers),
        (lambda case: (case.outcome,), outcomes),
        keep_columns=True,
    )


_Axis = tuple[Callable[[CaseStudy], Iterable[str]], Iterable[str]]


def _matrix(cases: Sequence[CaseStudy], row: _Axis, column: _Axis, *, keep_columns: bool) -> Matrix:
    counts: dict[tuple[str, str], int] = {}
    row_totals: dict[str, int] = {}
    column_totals: dict[str, int] = {}
    for case in cases:
        rows, columns = set(row[0](case)), set(column[0](case))
        _add(row_totals, rows)
        _add(column_totals, columns)
        _add(counts, ((one, other) for one in rows for other in columns))
    return Matrix(
        rows=_frequent_first(row[1], row_totals),
        columns=tuple(column[1]) if keep_columns else _frequent_first(column[1], column_totals),
        counts=counts,
        row_totals=row_totals,
        column_totals=column_totals,
        cases=len(cases),
    )


def _add(totals: dict[_Key, int], keys: Iterable[_Key]) -> None:
    for key in keys:
        totals[key] = totals.get(key, 0) + 1


def _frequent_first(order: Iterable[str], totals: Mapping[str, int]) -> tuple[str, ...]:
    present = [one for one in order if totals.get(one)]
    return tuple(sorted(present, key=lambda one: -totals[one]))


def by_place(cases: Iterable[CaseStudy], provinces: Iterable[str]) -> Places:
    """Cases under each of `provinces` (perhaps none), under the whole country, and under countries abroad."""
    everywhere = list(cases)
    abroad: dict[str, list[CaseStudy]] = {}
    for case in everywhere:
        if case.country != HOME:
            abroad.setdefault(case.country, []).append(case)
    return Places(
        provinces={slug: tuple(case for case in everywhere if slug in case.provinces) for slug in provinces},
        national=tuple(case for case in everywhere if case.country == HOME and not case.provinces),
        abroad={country: tuple(found) for country, found in abroad.items()},
        in_provinces=sum(1 for case in everywhere if case.provinces),
    )


def by_year(cases: Iterable[CaseStudy]) -> Timeline:
    """When the cases began and ended, as far as that is known."""
    everywhere = list(cases)
    periods = [case.period for case in everywhere]
    known = {year for period in periods for year in (period.start, period.end) if year is not None}
    return Timeline(
        years=tuple(
            YearOfCases(
                year,
                started=tuple(case for case in everywhere if case.period.start == year),
                ended=tuple(case for case in everywhere if case.period.end == year),
            )
            for year in sorted(known)
        ),
        undated=tuple(case for case in everywhere if case.period.start is None),
    )
