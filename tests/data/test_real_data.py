"""The data and pages that readers get."""

from datetime import date

from simpul.checks import check
from simpul.generate import outdated
from simpul.knowledge import Knowledge


def test_the_real_data_is_without_problems(knowledge: Knowledge) -> None:
    assert [str(problem) for problem in check(knowledge)] == []


def test_generated_files_are_up_to_date(knowledge: Knowledge) -> None:
    assert outdated(knowledge) == [], "run: simpul generate"


def test_nothing_was_reviewed_in_the_future(knowledge: Knowledge) -> None:
    reviewed = {page.file: page.meta.reviewed for page in knowledge.pages.values() if page.meta}
    reviewed |= {case.slug: case.verified for case in knowledge.cases.values()}
    today = date.today()
    assert {name: day for name, day in reviewed.items() if day > today} == {}


def test_every_figure_has_unit_year_and_a_source_with_an_address(knowledge: Knowledge) -> None:
    for case in knowledge.cases.values():
        for result in (*case.results, *case.scale):
            if result.after is not None:
                assert result.unit is not None, case.slug
                assert result.after.year, case.slug
            assert all(case.sources[slug].url for slug in result.sources), case.slug


def test_some_cases_failed_or_stopped(knowledge: Knowledge) -> None:
    assert any(case.outcome == "failed" for case in knowledge.cases.values())
