"""The table of fields in case_studies/README.md."""

import shutil
from pathlib import Path

import pytest

from simpul.field_table import END, README, START, readme
from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    shutil.copytree(ROOT / "tests" / "miniature", root)
    shutil.copytree(ROOT / "data" / "strings", root / "data" / "strings")
    return root


def rows(text: str) -> dict[str, list[str]]:
    """The cells of each row of the table, by the field they describe."""
    table = text.partition(START)[2].partition(END)[0]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("| `")]
    return {row[0].strip("`"): row[1:] for row in cells}


def test_every_key_of_a_case_is_described_in_both_languages(root: Path) -> None:
    table = rows(readme(Knowledge.load(root)))
    assert set(CaseStudy.model_fields) - {"slug"} <= {name.removesuffix("[]") for name in table}
    assert {name: row for name, row in table.items() if not all(row[2:])} == {}


def test_what_must_be_filled_in_is_told_from_what_may_be_left_out(root: Path) -> None:
    table = rows(readme(Knowledge.load(root)))
    assert table["problem"][1] == "ya / yes"
    assert table["cautions[]"][1] == table["sources[].note"][1] == ""


def test_the_words_around_the_table_stay_and_a_second_run_changes_nothing(root: Path) -> None:
    path = root / README
    path.write_text(f"# Before\n\n{START}\nwhat stood here\n{END}\n\nAfter\n", encoding="utf-8")
    text = readme(Knowledge.load(root))
    assert text.startswith(f"# Before\n\n{START}\n") and text.endswith(f"{END}\n\nAfter\n")
    assert "what stood here" not in text
    path.write_text(text, encoding="utf-8")
    assert readme(Knowledge.load(root)) == text


def test_without_marks_the_table_is_added_at_the_end(root: Path) -> None:
    (root / README).write_text("# Before\n", encoding="utf-8")
    text = readme(Knowledge.load(root))
    assert text.startswith("# Before\n\n") and rows(text)
