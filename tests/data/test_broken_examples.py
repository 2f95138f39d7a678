"""Every rule fires on a file that breaks it, at the right line and column, and on nothing else."""

from pathlib import Path

import pytest

from simpul.checks import CHECKS, RULES, check
from simpul.knowledge import Knowledge
from tests.data.broken_examples import MINIATURE, examples, expected, problems_of

# Rules that no committed file can break.
WITHOUT_FILE = {
    "unreadable-file": "a file that cannot be opened; see unit/test_source.py",
    "file-too-large": "a file of a megabyte; see unit/test_source.py",
    "missing-file": "a file that is not there; see below",
    "bad-value": "the answer to kinds of errors that our models do not raise today",
}


def test_the_miniature_repository_is_without_problems() -> None:
    assert [str(problem) for problem in check(Knowledge.load(MINIATURE))] == []


def test_every_rule_has_a_broken_example() -> None:
    assert set(examples()) == set(RULES) - set(WITHOUT_FILE)


@pytest.mark.parametrize("rule", examples())
def test_a_broken_file_gives_its_problems_and_no_others(rule: str) -> None:
    found = problems_of(rule)
    assert any(line.endswith(f" {rule}") for line in found), f"no problem of rule {rule} in {found}"
    assert found == expected(rule), "if the new places are right, run: python -m tests.data.broken_examples"


def test_an_empty_folder_names_every_file_that_is_missing(tmp_path: Path) -> None:
    problems = check(Knowledge.load(tmp_path))
    assert {problem.rule for problem in problems} == {"missing-file"}
    assert "data/vocabulary.yml" in {problem.path for problem in problems}


def test_every_check_says_which_truth_it_defends() -> None:
    for one in CHECKS:
        assert one.__name__.startswith("check_"), one
        assert one.__doc__, one
