"""Answers read from anyone's text, the words around the items, and the list as the command prints it."""

import argparse
import shutil
from pathlib import Path

import pytest

from simpul.checklist import add_arguments, asked_questions, checklist_text, prepare_sheet, read_answers, run
from simpul.checklist.wording import inside_sentence
from simpul.knowledge import Knowledge
from simpul.model.base import Label
from simpul.selection import select


@pytest.fixture
def miniature(root: Path, tmp_path: Path) -> Knowledge:
    """The miniature repository with the real interface strings."""
    shutil.copytree(root / "tests" / "miniature", tmp_path, dirs_exist_ok=True)
    shutil.copytree(root / "data" / "strings", tmp_path / "data" / "strings", dirs_exist_ok=True)
    knowledge = Knowledge.load(tmp_path)
    assert knowledge.problems == []
    return knowledge


def command(knowledge: Knowledge, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(arguments), knowledge)


def test_a_question_offers_its_terms_and_the_choices_of_its_own(miniature: Knowledge) -> None:
    choices = {
        asked.facet: {choice.value: choice.means for choice in asked.choices}
        for asked in asked_questions(miniature, "id")
    }
    assert choices["pause_point"] == {"first-meeting": ("first-meeting",)}
    assert choices["role"]["all"] == tuple(miniature.terms("role"))
    assert choices["form"]["unknown"] == ()
    assert choices["form"]["data-sharing"] == ("data-sharing",)


def test_all_of_them_stands_for_every_value_and_unknown_for_none(miniature: Knowledge) -> None:
    answers, unknown = read_answers(miniature, {"role": ["all"], "form": ["unknown"]})
    assert (answers, unknown) == ({"role": tuple(miniature.terms("role"))}, ())


def test_what_is_no_choice_is_set_aside_and_named(miniature: Knowledge) -> None:
    written = {
        "form": ["<script>", "data-sharing"],
        "partner_type": ["university", "university", "x"],
        "toString": ["1"],
    }
    answers, unknown = read_answers(miniature, written)
    assert answers == {"form": ("data-sharing",), "partner_type": ("university",)}
    assert [(one.facet, one.value) for one in unknown] == [
        ("form", "<script>"),
        ("partner_type", "x"),
        ("toString", "1"),
    ]


def test_a_question_with_one_answer_keeps_the_first(miniature: Knowledge) -> None:
    answers, unknown = read_answers(miniature, {"form": ["data-sharing", "cross-agency-team"]})
    assert answers == {"form": ("data-sharing",)}
    assert [one.value for one in unknown] == ["cross-agency-team"]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Memakai data pribadi", "memakai data pribadi"), ("APBD dipakai", "APBD dipakai"), ("", "")],
)
def test_a_label_inside_a_sentence_keeps_its_abbreviations(label: str, expected: str) -> None:
    assert inside_sentence(label) == expected


def test_a_sheet_parts_what_everyone_gets_from_what_some_get(miniature: Knowledge) -> None:
    point = miniature.pause_points["first-meeting"]
    sheet = prepare_sheet(miniature, point, "id")
    assert [item.slug for item in sheet.general] == [item.slug for item in select(point.items.values(), {}).core]
    assert [(block.heading, [item.slug for item in block.items]) for block in sheet.blocks] == [
        ("Bila memakai APBN/APBD atau anggaran bersama", ["check-the-budget-line"])
    ]
    scopes = {item.slug: item.scope for item in sheet.items if item.scope}
    assert scopes == {"name-a-deputy": "Tidak untuk bentuk kerja sama: berbagi pakai data"}


def test_the_version_changes_with_any_word_of_the_list(miniature: Knowledge) -> None:
    point = miniature.pause_points["first-meeting"]
    changed = point.model_copy(update={"order": 7})
    sheets = [prepare_sheet(miniature, one, "id") for one in (point, changed)]
    assert len({sheet.mark for sheet in sheets}) == 2
    assert {sheet.reviewed.isoformat() for sheet in sheets} == {"2026-11-21"}


def test_a_list_is_signed_by_those_it_names_or_by_who_led_and_who_recorded(miniature: Knowledge) -> None:
    point = miniature.pause_points["first-meeting"]
    assert prepare_sheet(miniature, point, "id").signatories == ("Pemimpin rapat", "Pencatat")
    named = point.model_copy(update={"sign_off": (Label(id="Mengetahui", en="Acknowledged by"),)})
    assert prepare_sheet(miniature, named, "en").signatories == ("Acknowledged by",)


def test_the_text_holds_the_items_that_apply_and_says_why_others_do_not(miniature: Knowledge) -> None:
    text = checklist_text(miniature, "first-meeting", {"form": ("data-sharing",)}, "id")
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
    ],
)
def test_a_wrong_answer_is_refused_in_both_languages(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str], arguments: list[str], indonesian: str, english: str
) -> None:
    assert command(miniature, *arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert indonesian in printed.err
    assert english in printed.err


def test_broken_data_is_reported_before_anything_is_printed(
    miniature: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    (miniature.root / "checklists" / "first-meeting.yml").write_text("order: [", encoding="utf-8")
    assert command(Knowledge.load(miniature.root), "--pause-point", "first-meeting") == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "checklists/first-meeting.yml:" in printed.err
