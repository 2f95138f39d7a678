"""Which cases are near to a case."""

from pathlib import Path

import pytest

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy, Challenge
from simpul.related import MOST, RelatedCases

MINIATURE = Path(__file__).resolve().parents[1] / "miniature"


@pytest.fixture(scope="module")
def pattern() -> CaseStudy:
    return Knowledge.load(MINIATURE).cases["shared-clinic"]


def case(pattern: CaseStudy, slug: str, challenges: list[str], forms: list[str]) -> CaseStudy:
    known = pattern.challenges[0]
    return pattern.model_copy(
        update={
            "slug": slug,
            "forms": tuple(forms),
            "challenges": tuple(Challenge(**{**dict(known), "challenge": name}) for name in challenges),
        }
    )


def near(*cases: CaseStudy) -> list[str]:
    """The slugs near to the first of `cases`, in order."""
    related = RelatedCases({one.slug: one for one in cases})
    return [one.case.slug for one in related.to(cases[0])]


def test_a_case_that_shares_more_challenges_is_nearer(pattern: CaseStudy) -> None:
    first = case(pattern, "a", ["low-trust", "unclear-roles"], [])
    one = case(pattern, "b", ["low-trust"], [])
    both = case(pattern, "c", ["unclear-roles", "low-trust"], [])
    assert near(first, one, both) == ["c", "b"]


def test_a_rare_challenge_in_common_counts_more_than_a_usual_one(pattern: CaseStudy) -> None:
    first = case(pattern, "a", ["low-trust", "unclear-roles"], [])
    usual = [case(pattern, slug, ["low-trust"], []) for slug in ("b", "c", "d")]
    rare = case(pattern, "z", ["unclear-roles"], [])
    assert near(first, *usual, rare)[0] == "z"


def test_the_form_decides_between_cases_with_the_same_challenge(pattern: CaseStudy) -> None:
    first = case(pattern, "a", ["low-trust"], ["data-sharing"])
    other_form = case(pattern, "b", ["low-trust"], ["decree"])
    same_form = case(pattern, "c", ["low-trust"], ["data-sharing"])
    assert near(first, other_form, same_form) == ["c", "b"]


def test_a_form_alone_makes_no_case_related(pattern: CaseStudy) -> None:
    first = case(pattern, "a", ["low-trust"], ["data-sharing"])
    assert near(first, case(pattern, "b", ["unclear-roles"], ["data-sharing"])) == []


def test_there_are_at_most_three_and_equals_stand_by_slug_whatever_the_order_of_files(pattern: CaseStudy) -> None:
    first = case(pattern, "m", ["low-trust"], [])
    others = [case(pattern, slug, ["low-trust"], []) for slug in "qacz"]
    assert MOST == 3
    assert near(first, *others) == near(first, *reversed(others)) == ["a", "c", "q"]


def test_what_is_shared_is_named_in_the_order_of_the_first_case(pattern: CaseStudy) -> None:
    first = case(pattern, "a", ["unclear-roles", "low-trust"], ["data-sharing", "coordination-forum"])
    other = case(pattern, "b", ["low-trust", "misaligned-goals", "unclear-roles"], ["coordination-forum"])
    (related,) = RelatedCases({"a": first, "b": other}).to(first)
    assert related.challenges == ("unclear-roles", "low-trust")
    assert related.forms == ("coordination-forum",)
