"""`simpul new case-study`: three files with blanks, and nothing else to be edited."""

import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from simpul.checks import check
from simpul.cli import main
from simpul.knowledge import Knowledge
from simpul.scaffold import ScaffoldError, case_study_files, write

MINIATURE = Path(__file__).resolve().parents[1] / "miniature"
SLUG = "shared-bus-lane"
FILES = [f"case_studies/{SLUG}.yml", f"docs/id/cases/{SLUG}.md", f"docs/en/cases/{SLUG}.md"]
TODAY = date(2026, 11, 21)

# What a contributor would write into the blanks, by key.
WRITTEN = {
    "levels": "[village]",
    "sectors": "[health]",
    "forms": "[data-sharing]",
    "instruments": "[none]",
    "status": "running",
    "outcome": "mixed",
    "evidence": "press",
    "type": "regional-government",
    "date": "2019-10",
    "value": "12.5",
    "year": "2020",
    "start": "2019",
    "challenge": "low-trust",
    "enabler": "relationships-and-trust",
    "url": "https://example.org/page",
}
BLANK = re.compile(r"^(?P<before>\s*(?:- )?)(?P<key>\w+):(?: \[\])?(?P<comment> #.*)?$")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINIATURE, tmp_path / "root")
    return tmp_path / "root"


def filled(text: str) -> str:
    """`text` with something in every blank that is no heading of a group and not optional."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        found = BLANK.match(line)
        if found is None or line.lstrip().startswith("#") or found["key"] == "provinces":
            continue
        follower = next((later for later in lines[number + 1 :] if not later.lstrip().startswith("#")), "")
        depth = len(found["before"])
        if len(follower) - len(follower.lstrip(" -")) > depth or follower.startswith("- ", depth):
            continue
        value = WRITTEN.get(found["key"], "Kata / word")
        lines[number] = f"{found['before']}{found['key']}: {value}"
    return "\n".join(lines) + "\n"


def test_the_files_are_valid_but_for_their_blanks(root: Path) -> None:
    write(root, case_study_files(Knowledge.load(root), SLUG, TODAY))
    problems = check(Knowledge.load(root))
    assert {problem.rule for problem in problems} == {"empty-value"}
    assert {problem.path for problem in problems} == set(FILES)


def test_filling_the_blanks_leaves_no_problem_and_needs_no_other_file(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    files: Mapping[str, str] = case_study_files(Knowledge.load(root), SLUG, TODAY)
    assert list(files) == FILES
    write(root, {name: filled(text) for name, text in files.items()})
    knowledge = Knowledge.load(root)
    assert [str(problem) for problem in check(knowledge)] == []
    assert knowledge.cases[SLUG].verified == TODAY
    assert {path: path.read_bytes() for path in before} == before


def test_the_choices_are_those_of_the_vocabulary(root: Path) -> None:
    knowledge = Knowledge.load(root)
    facts = case_study_files(knowledge, SLUG, TODAY)[FILES[0]]
    for facet in ("form", "challenge", "enabler", "partner_type", "status", "outcome", "evidence"):
        assert all(re.search(rf"#.*\b{slug}\b", facts) for slug in knowledge.terms(facet)), facet
    assert max(len(line) for line in facts.splitlines()) <= 120


@pytest.mark.parametrize("there", FILES)
def test_nothing_is_overwritten_and_nothing_is_written_beside_what_exists(
    root: Path, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / there).write_text("mine", encoding="utf-8")
    assert main(["--root", str(root), "new", "case-study", SLUG]) == 1
    assert there in capsys.readouterr().err
    assert (root / there).read_text(encoding="utf-8") == "mine"
    assert [name for name in FILES if (root / name).exists()] == [there]


@pytest.mark.parametrize("slug", ["Bad", "9-lives", "../escape", "a b", "", "-x"])
def test_a_name_that_is_no_slug_writes_nothing(root: Path, slug: str) -> None:
    with pytest.raises(ScaffoldError, match="slug"):
        case_study_files(Knowledge.load(root), slug, TODAY)


def test_a_dry_run_prints_the_files_and_writes_none(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "new", "case-study", SLUG, "--dry-run"]) == 0
    printed = capsys.readouterr().out
    assert [line for line in printed.splitlines() if line.startswith("==> ")] == [f"==> {name}" for name in FILES]
    assert not any((root / name).exists() for name in FILES)


def test_the_command_names_the_files_and_the_two_commands_that_follow(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "new", "case-study", SLUG]) == 0
    printed = capsys.readouterr().out
    assert all((root / name).is_file() and f"ditulis / written: {name}" in printed for name in FILES)
    commands = [line.strip() for line in printed.splitlines()[-2:]]
    assert commands == [f".venv/bin/simpul check {' '.join(FILES)}", "make serve"]
