"""The list as the command prints and writes it, and what the command refuses."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from simpul.checklist import SavedList, shown_list
from simpul.checklist.command import FORMATS, JSON, add_arguments, run
from simpul.checklist.exports import EXPORTERS, make_kit
from simpul.knowledge import Knowledge


def command(knowledge: Knowledge, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), knowledge)


def saved_file(folder: Path, **data: Any) -> str:
    file = folder / "daftar.json"
    whole = {"format": "simpul-kolaborasi/checklist", "version": 2, "language": "id", **data}
    file.write_text(json.dumps(whole), encoding="utf-8")
    return str(file)


def test_the_list_holds_the_items_that_apply_and_says_why_others_do_not(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(miniature, "--pause-point", "first-meeting", "--form", "data-sharing") == 0
    text = capsys.readouterr().out
    assert "[ ] Sepakati masalahnya dalam satu kalimat. (Wajib)" in text
    assert "[ ] Tunjuk wakil narahubung." not in text
    joined = " ".join(text.split())
    assert (
        "- Tunjuk wakil narahubung. Tidak untuk bentuk kerja sama: berbagi pakai data, sesuai jawaban Anda." in joined
    )
    assert "- Pastikan pos anggarannya ada. Hanya perlu bila memakai APBN/APBD" in joined
    assert "Bentuk kerja sama: Berbagi pakai data" in text


def test_a_chosen_condition_adds_its_block(miniature: Knowledge, capsys: pytest.CaptureFixture[str]) -> None:
    code = command(miniature, "--pause-point", "first-meeting", "--condition", "public-money", "--lang", "en")
    text = capsys.readouterr().out
    assert code == 0
    assert "If public or joint budgets are used" in text
    assert "[ ] Make sure the budget line exists. (If needed)" in text


def test_an_item_can_be_taken_in_and_is_then_not_left_out(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(miniature, "--pause-point", "first-meeting", "--take-in", "check-the-budget-line") == 0
    text = capsys.readouterr().out
    assert "[ ] Pastikan pos anggarannya ada. (Bila perlu)" in text
    assert "- Pastikan pos" not in text


def test_every_exporter_and_no_other_is_a_format() -> None:
    assert (*EXPORTERS, JSON) == FORMATS


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_to_a_file(miniature: Knowledge, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"daftar.{form}"
    arguments = [
        "--pause-point",
        "first-meeting",
        "--format",
        form,
        "--output",
        str(file),
        "--address",
        "https://x.id/",
    ]
    assert command(miniature, *arguments) == 0
    saved = SavedList(answers={"pause_point": ("first-meeting",)})
    if form == "json":
        assert file.read_text(encoding="utf-8") == saved.to_json()
        return
    shown = shown_list(miniature, saved, "id", "https://x.id/")
    expected = EXPORTERS[form](shown, make_kit(miniature, "id"))
    assert file.read_bytes() == (expected if isinstance(expected, bytes) else expected.encode())


def test_a_saved_list_is_opened_with_its_marks_its_language_and_its_own_items(
    miniature: Knowledge, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved_file(
        tmp_path,
        language="en",
        name="District data forum",
        answers={"pause_point": ["first-meeting"], "form": ["data-sharing"]},
        entries={"state-the-problem": {"state": "done", "owner": "Rina", "due": "2026-12-01"}, "of-later": {}},
        taken_in=["name-a-deputy"],
        own_items=[{"slug": "own-1", "pause_point": "first-meeting", "text": "Bring coffee"}],
    )
    assert command(miniature, "--open", file, "--format", "text") == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("District data forum\n\nFirst joint meeting\n[x] Agree the problem in one sentence.")
    assert "    Done · Owner: Rina · Due: 1 December 2026\n" in printed.out
    assert "[ ] Name a deputy contact person. (Should)" in printed.out
    assert "[ ] Bring coffee\n" in printed.out
    assert "'of-later' tidak dikenal" in printed.err


def test_an_option_replaces_the_answer_of_the_file(miniature: Knowledge, tmp_path: Path) -> None:
    file = saved_file(tmp_path, answers={"pause_point": ["first-meeting"], "form": ["data-sharing"]})
    output = tmp_path / "again.json"
    assert command(miniature, "--open", file, "--form", "unknown", "--format", "json", "--output", str(output)) == 0
    assert json.loads(output.read_text())["answers"] == {"pause_point": ["first-meeting"], "form": ["unknown"]}


def test_a_file_for_all_pause_points_shows_them_all(
    knowledge: Knowledge, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(knowledge, "--open", saved_file(tmp_path), "--lang", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    for point in knowledge.pause_points.values():
        assert point.title.en in lines, point.slug


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        (["--pause-point", "first-meting"], "maksud Anda 'first-meeting'?", "did you mean 'first-meeting'?"),
        (
            ["--pause-point", "first-meeting", "--form", "data-sharin"],
            "'data-sharin' bukan pilihan untuk --form",
            "did you mean 'data-sharing'?",
        ),
        (
            ["--pause-point", "first-meeting", "--role", "leader", "--role", "facilitator"],
            "hanya menerima satu jawaban",
            "takes one answer",
        ),
        (["--pause-point", "first-meeting", "--form", "a\x1b[31m\nb"], "'a�[31m�b'", "is not a choice"),
        (
            ["--pause-point", "first-meeting", "--take-in", "name-a-deputi"],
            "maksud Anda 'name-a-deputy'?",
            "is not a choice for --take-in",
        ),
        ([], "sebutkan --pause-point atau --open", "name --pause-point or --open"),
        (["--open", "nowhere.json"], "berkas tidak dapat dibaca", "the file cannot be read"),
        (
            ["--pause-point", "first-meeting", "--output", "nowhere/daftar.txt"],
            "berkas tidak dapat ditulis",
            "the file cannot be written",
        ),
    ],
)
def test_what_cannot_be_followed_is_refused_in_both_languages(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str], arguments: list[str], indonesian: str, english: str
) -> None:
    assert command(miniature, *arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert indonesian in printed.err
    assert english in printed.err


def test_a_terminal_is_spared_a_document(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert command(miniature, "--pause-point", "first-meeting", "--format", "docx") == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "tambahkan --output BERKAS.docx" in printed.err
    assert "add --output FILE.docx" in printed.err


def test_a_document_can_be_piped(miniature: Knowledge, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert command(miniature, "--pause-point", "first-meeting", "--format", "docx") == 0
    assert capfdbinary.readouterr().out.startswith(b"PK\x03\x04")


def test_broken_data_is_reported_before_anything_is_printed(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    (miniature.root / "checklists" / "first-meeting.yml").write_text("order: [", encoding="utf-8")
    assert command(Knowledge.load(miniature.root), "--pause-point", "first-meeting") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "checklists/first-meeting.yml:" in printed.err
