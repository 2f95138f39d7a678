"""Base types accept what a contributor may write and refuse the rest with the name of our rule."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from simpul.model.base import Address, Date, Name, Number, PartialDate, Slug, Text, Year
from simpul.model.case_study import Period, Result


def refused(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value.errors()[0]["type"]


def accepted(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize("value", ["a", "satu-data-2", "x1"])
def test_a_slug_is_lower_case_words_joined_by_hyphens(value: str) -> None:
    assert accepted(Slug, value) == value


@pytest.mark.parametrize("value", ["", "1a", "A", "a_b", "a--b", "a-", "é", "a b"])
def test_anything_else_is_no_slug(value: str) -> None:
    assert refused(Slug, value) == "bad-slug"


@pytest.mark.parametrize("value", ["2024", "2024-02", "2024-02-29"])
def test_a_date_may_be_as_vague_as_its_source(value: str) -> None:
    assert accepted(PartialDate, value) == value


@pytest.mark.parametrize("value", ["2023-02-29", "2024-13", "24", "2024-1-1", "2024-02-29T00:00", "kemarin"])
def test_a_date_that_does_not_exist_is_refused(value: str) -> None:
    assert refused(PartialDate, value) == "bad-date"


def test_a_whole_date_needs_its_day() -> None:
    assert accepted(Date, "2024-02-29").day == 29
    assert refused(Date, "2024-02") == "bad-date"


def test_a_figure_keeps_the_digits_of_its_source() -> None:
    assert str(accepted(Number, "32.20")) == "32.20"
    assert accepted(Number, "-5") == Decimal(-5)


@pytest.mark.parametrize("value", ["1,750", "1.750.000", "12%", "NaN", "1e9", "", "lima"])
def test_a_figure_with_separators_or_units_is_refused(value: str) -> None:
    assert refused(Number, value) == "bad-number"


def test_years_are_four_digits_of_our_time() -> None:
    assert accepted(Year, "2019") == 2019
    assert refused(Year, "1850") == "bad-year"
    assert refused(Year, "2019-2020") == "bad-year"


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "ftp://a.id/x", "//a.id", "https://", "https://a.id/<b>", "data:text/html,x"]
)
def test_only_web_addresses_become_links(value: str) -> None:
    assert refused(Address, value) == "bad-address"


def test_an_address_may_have_a_query_and_a_fragment() -> None:
    assert accepted(Address, "https://www.setkab.go.id/en/a?b=c&d=e#f")


def test_a_name_written_once_holds_in_both_languages() -> None:
    name = accepted(Name, "Telkomsel")
    assert (name.id, name.en) == ("Telkomsel", "Telkomsel")


def test_text_answers_in_the_asked_language_and_cannot_be_changed() -> None:
    text = Text(id="halo", en="hello")
    assert text.in_language("id") == "halo"
    assert text.in_language("en") == "hello"
    with pytest.raises(ValidationError):
        text.id = "lain"  # type: ignore[misc]


def test_a_period_runs_forward() -> None:
    assert Period(start=2019, end=2019)
    assert refused(Period, {"start": 2020, "end": 2019}) == "period-out-of-order"


def test_a_result_is_a_figure_with_unit_or_a_finding_with_year() -> None:
    measure, unit = {"id": "u", "en": "m"}, {"id": "persen", "en": "percent"}
    figure = {"value": "8.27", "year": "2022"}
    assert accepted(Result, {"measure": measure, "unit": unit, "after": figure, "sources": ["a"]})
    assert accepted(Result, {"measure": measure, "finding": measure, "year": "2022", "sources": ["a"]})
    assert refused(Result, {"measure": measure, "after": figure, "sources": ["a"]}) == "incomplete-result"
    assert refused(Result, {"measure": measure, "finding": measure, "sources": ["a"]}) == "incomplete-result"
    assert (
        refused(Result, {"measure": measure, "unit": unit, "before": figure, "sources": ["a"]}) == "incomplete-result"
    )
