"""A list of problems prints for a person, for GitHub and for a machine, and cannot be forged by what was found."""

import json

from simpul.messages import WORDING, problem
from simpul.problem import Problem, render

FIRST = Problem("a.yml", 2, 3, "bad-date", "bukan tanggal", "not a date")
SECOND = Problem("a.yml", 10, 1, "unknown-key", "tidak dikenal", "unknown")


def test_text_is_sorted_by_place_and_ends_with_a_count_in_both_languages() -> None:
    lines = render([SECOND, FIRST, FIRST]).split("\n")
    assert lines == [
        "a.yml:2:3: bukan tanggal / not a date [bad-date]",
        "a.yml:10:1: tidak dikenal / unknown [unknown-key]",
        "2 masalah dalam 1 berkas / 2 problems in 1 file",
    ]


def test_nothing_wrong_prints_nothing() -> None:
    assert render([]) == ""
    assert json.loads(render([], "json")) == []


def test_github_annotations_name_file_line_and_column() -> None:
    first = render([FIRST], "github").split("\n")[0]
    assert first == "::error file=a.yml,line=2,col=3::bukan tanggal / not a date [bad-date]"


def test_a_found_value_cannot_start_a_workflow_command_of_its_own() -> None:
    forged = problem("a.yml", (1, 1), "bad-date", found="x\n::error file=b.yml::y%0A")
    output = render([forged], "github")
    assert sum(line.startswith("::error") for line in output.split("\n")) == 1
    assert "%250A" in output


def test_a_found_value_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in render([problem("a.yml", (1, 1), "bad-date", found="\x1b[2J")])


def test_json_holds_every_field() -> None:
    assert json.loads(render([FIRST], "json")) == [
        {
            "path": "a.yml",
            "line": 2,
            "column": 3,
            "rule": "bad-date",
            "message_id": "bukan tanggal",
            "message_en": "not a date",
        }
    ]


def test_every_rule_is_worded_differently_in_both_languages() -> None:
    for rule, (indonesian, english) in WORDING.items():
        assert indonesian, rule
        assert english, rule
        assert indonesian != english, rule
