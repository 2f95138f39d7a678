"""The `simpul` command: what it prints, where, and with which exit code."""

import json
import shutil
from pathlib import Path

import pytest

from simpul.cli import main
from tests.data.broken_examples import BROKEN, MINIATURE


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A repository with one unknown key and, because of it, one missing key."""
    root = tmp_path / "root"
    shutil.copytree(MINIATURE, root)
    shutil.copytree(BROKEN / "unknown-key", root, dirs_exist_ok=True)
    return root


def test_check_says_in_both_languages_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(MINIATURE), "check", "--format", "text"]) == 0
    assert capsys.readouterr().out == "Tidak ada masalah / No problems\n"


def test_check_names_place_and_remedy_and_exits_with_1(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(broken), "check", "--format", "text"]) == 1
    output = capsys.readouterr().out
    assert "case_studies/stalled-data-office.yml:13:1: kunci 'outcom' tidak dikenal; maksud Anda 'outcome'?" in output
    assert "2 masalah dalam 1 berkas / 2 problems in 1 file" in output


def test_check_can_be_narrowed_to_rules_and_paths(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(broken), "check", "--rule", "unknown-key", "--format", "json"]) == 1
    assert [problem["rule"] for problem in json.loads(capsys.readouterr().out)] == ["unknown-key"]
    assert main(["--root", str(broken), "check", "--skip", "unknown-key", "--skip", "missing-key"]) == 0
    assert main(["--root", str(broken), "check", "docs"]) == 0
    assert main(["--root", str(broken), "check", "case_studies"]) == 1
    for name in ("./case_studies/", str(broken / "case_studies"), "."):
        assert main(["--root", str(broken), "check", name]) == 1


def test_check_of_a_path_that_is_not_there_does_not_say_that_all_is_well(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(broken), "check", "case_studys"]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert "case_studys: tidak ada" in output.err
    assert "no such file or folder" in output.err


def test_on_github_problems_become_annotations(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["--root", str(broken), "check"]) == 1
    assert capsys.readouterr().out.startswith("::error file=case_studies/stalled-data-office.yml,line=1,col=1::")


def test_generate_writes_once_and_then_finds_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "root"
    shutil.copytree(MINIATURE, root)
    assert main(["--root", str(root), "generate", "--check"]) == 1
    assert "simpul generate" in capsys.readouterr().out
    assert main(["--root", str(root), "generate"]) == 0
    assert "overrides/partials/strings.html" in capsys.readouterr().out
    assert main(["--root", str(root), "generate", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_generate_writes_nothing_from_files_that_hold_problems(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(broken), "generate"]) == 1
    assert "[unknown-key]" in capsys.readouterr().out
    assert not (broken / "overrides").exists()


def test_finishing_a_folder_that_is_no_site_fails_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(MINIATURE), "finish", str(tmp_path)]) == 1
    assert " / " in capsys.readouterr().err


def test_an_unknown_command_exits_with_2() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["chek"])
    assert caught.value.code == 2
