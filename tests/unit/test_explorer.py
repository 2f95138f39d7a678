"""The rule of the explorer: which cases a choice finds, what each value counts, and in which order cases stand."""

from datetime import date
from pathlib import Path

import pytest

from simpul.explorer import bits, count, fits, newest_first, size_of, strongest_first, values
from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy, Period


@pytest.fixture
def miniature(root: Path) -> Knowledge:
    return Knowledge.load(root / "tests" / "miniature")


@pytest.fixture
def clinic(miniature: Knowledge) -> CaseStudy:
    return miniature.cases["shared-clinic"]


def test_a_case_fits_when_it_has_one_of_the_values_chosen_in_every_facet(clinic: CaseStudy) -> None:
    assert fits(clinic, {})
    assert fits(clinic, {"sector": ["health"]})
    assert fits(clinic, {"sector": ["education", "health"], "outcome": ["succeeded"]})
    assert not fits(clinic, {"sector": ["education"]})
    assert not fits(clinic, {"sector": ["health"], "outcome": ["failed"]})


def test_a_facet_without_a_choice_asks_for_nothing(clinic: CaseStudy) -> None:
    assert fits(clinic, {"sector": []})


def test_the_country_is_home_or_abroad(clinic: CaseStudy) -> None:
    assert fits(clinic, {"country": ["indonesia"]})
    assert fits(clinic.model_copy(update={"country": "kenya"}), {"country": ["abroad"]})


@pytest.mark.parametrize(
    ("partners", "size"),
    [
        (2, "two"),
        (3, "three-to-five"),
        (5, "three-to-five"),
        (6, "six-to-ten"),
        (10, "six-to-ten"),
        (11, "more-than-ten"),
    ],
)
def test_the_size_is_the_number_of_parties(partners: int, size: str) -> None:
    assert size_of(partners) == size


def test_the_count_of_a_value_takes_the_place_of_the_other_choices_of_its_facet(miniature: Knowledge) -> None:
    cases = list(miniature.cases.values())
    choices = {"outcome": ["failed"], "sector": ["villages"]}
    assert count(cases, choices, "outcome", "failed") == 1
    assert count(cases, choices, "outcome", "succeeded") == 1
    assert count(cases, choices, "sector", "health") == 0


def test_a_value_no_case_has_cannot_be_chosen(miniature: Knowledge) -> None:
    assert values(miniature, "outcome") == ["succeeded", "failed"]
    assert values(miniature, "country") == ["indonesia"]


def test_the_newest_case_is_the_one_verified_last_then_the_one_that_began_last(clinic: CaseStudy) -> None:
    older = clinic.model_copy(update={"slug": "older", "verified": date(2026, 1, 1)})
    later = clinic.model_copy(update={"slug": "later", "period": Period(start=2021)})
    undated = clinic.model_copy(update={"slug": "undated", "period": Period()})
    assert [case.slug for case in newest_first([undated, older, clinic, later])] == [
        "later",
        "shared-clinic",
        "undated",
        "older",
    ]


def test_the_strongest_evidence_comes_first_and_cautions_weaken_it(miniature: Knowledge, clinic: CaseStudy) -> None:
    press = clinic.model_copy(update={"slug": "press", "evidence": "press"})
    doubtful = clinic.model_copy(update={"slug": "doubtful", "cautions": ("single-source",)})
    order = strongest_first(miniature, [press, doubtful, clinic])
    assert [case.slug for case in order] == ["shared-clinic", "doubtful", "press"]


def test_bit_n_stands_for_the_nth_case(clinic: CaseStudy) -> None:
    other = clinic.model_copy(update={"outcome": "failed"})
    assert bits([clinic, other], "outcome", "succeeded") == "00000001"
    assert bits([other, clinic], "outcome", "succeeded") == "00000002"
    assert bits([other] * 31 + [clinic] * 2, "outcome", "succeeded") == "80000000" + "00000001"
    assert bits([], "outcome", "succeeded") == ""
