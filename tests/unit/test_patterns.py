"""What is counted over all cases, and in which order it is told."""

from collections.abc import Callable
from typing import Any

import pytest

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.patterns import by_place, by_year, helped_by_outcome, hurt_by_sector

Make = Callable[..., CaseStudy]


@pytest.fixture(scope="module")
def make(knowledge: Knowledge) -> Make:
    """A real case with other facts: `make("a", sectors=("health",), challenges=("low-trust",))`."""
    model = next(iter(knowledge.cases.values()))

    def changed(slug: str, **facts: Any) -> CaseStudy:
        challenges = [
            model.challenges[0].model_copy(update={"challenge": one}) for one in facts.pop("challenges", ("low-trust",))
        ]
        helped = facts.pop("enablers", ())
        enabler = next(one for case in knowledge.cases.values() for one in case.enablers)
        enablers = [enabler.model_copy(update={"enabler": one}) for one in helped]
        start, end = facts.pop("years", (None, None))
        period = model.period.model_copy(update={"start": start, "end": end})
        update = {"slug": slug, "challenges": tuple(challenges), "enablers": tuple(enablers), "period": period}
        return model.model_copy(update={**update, **facts})

    return changed


def test_a_case_counts_once_in_each_pair_of_its_challenges_and_sectors(make: Make) -> None:
    cases = [
        make("a", sectors=("health", "housing"), challenges=("low-trust", "low-trust", "unclear-roles")),
        make("b", sectors=("health",), challenges=("low-trust",)),
    ]
    found = hurt_by_sector(cases, ["unclear-roles", "low-trust", "sectoral-ego"], ["housing", "health", "villages"])
    assert found.rows == ("low-trust", "unclear-roles")
    assert found.columns == ("health", "housing")
    assert found.count("low-trust", "health") == 2
    assert found.count("low-trust", "housing") == 1
    assert found.count("unclear-roles", "villages") == 0
    assert found.row_totals == {"low-trust": 2, "unclear-roles": 1}
    assert found.cases == 2


def test_equal_counts_stand_in_the_order_of_the_vocabulary(make: Make) -> None:
    cases = [make("a", sectors=("housing", "health"))]
    assert hurt_by_sector(cases, ["low-trust"], ["housing", "health"]).columns == ("housing", "health")
    assert hurt_by_sector(cases, ["low-trust"], ["health", "housing"]).columns == ("health", "housing")


def test_outcomes_stand_in_their_own_order_even_where_there_is_no_case(make: Make) -> None:
    cases = [make("a", outcome="failed", enablers=("leadership",)), make("b", outcome="succeeded", enablers=())]
    found = helped_by_outcome(cases, ["incentives", "leadership"], ["succeeded", "mixed", "failed"])
    assert found.columns == ("succeeded", "mixed", "failed")
    assert found.rows == ("leadership",)
    assert [found.count("leadership", outcome) for outcome in found.columns] == [0, 0, 1]
    # A case without an enabler is not part of the basis.
    assert found.cases == 1
    assert found.column_totals == {"failed": 1}


def test_a_case_stands_in_each_of_its_provinces_or_in_the_whole_country_or_abroad(make: Make) -> None:
    cases = [
        make("a", country="indonesia", provinces=("bali", "aceh")),
        make("b", country="indonesia", provinces=()),
        make("c", country="canada", provinces=()),
    ]
    found = by_place(cases, ["aceh", "bali", "papua"])
    assert {slug: [case.slug for case in there] for slug, there in found.provinces.items()} == {
        "aceh": ["a"],
        "bali": ["a"],
        "papua": [],
    }
    assert [case.slug for case in found.national] == ["b"]
    assert [case.slug for case in found.abroad["canada"]] == ["c"]
    assert found.in_provinces == 1


def test_a_year_is_told_when_something_began_or_ended_in_it(make: Make) -> None:
    cases = [make("a", years=(2018, 2020)), make("b", years=(2018, None)), make("c", years=(None, 2019))]
    found = by_year(cases)
    assert [(one.year, len(one.started), len(one.ended)) for one in found.years] == [
        (2018, 2, 0),
        (2019, 0, 1),
        (2020, 0, 1),
    ]
    assert [case.slug for case in found.undated] == ["c"]
    assert (found.started, found.ended) == (2, 2)


def test_without_a_case_there_is_nothing_to_count() -> None:
    assert hurt_by_sector([], ["low-trust"], ["health"]).rows == ()
    assert by_year([]).years == ()
    assert by_place([], ["aceh"]).provinces == {"aceh": ()}
