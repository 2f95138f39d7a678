"""Answers read from anyone's text, and the words around the items."""

import pytest

from simpul.checklist import asked_questions, prepare_sheet, read_answers
from simpul.checklist.wording import inside_sentence
from simpul.knowledge import Knowledge
from simpul.model.base import Label
from simpul.selection import select


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
