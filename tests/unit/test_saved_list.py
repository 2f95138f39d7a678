"""A saved list as a file: every version opens, what is wrong is named with its place, and nothing is lost."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.checklist import OwnItem, SavedList, SavedListError, read_saved_list
from simpul.checklist.saved_list import LARGEST
from tests.naughty import NAUGHTY

texts = st.text(alphabet=st.characters(codec=None), max_size=20) | st.sampled_from(NAUGHTY[:-2])
entries = st.dictionaries(texts, st.dictionaries(texts, texts, max_size=3), max_size=3)


def read(data: Any) -> SavedList:
    return read_saved_list(json.dumps(data).encode(), "daftar.json")


def a_list(**data: Any) -> dict[str, Any]:
    return {"format": "simpul-kolaborasi/checklist", "version": 2, **data}


@given(
    name=texts,
    answers=st.dictionaries(texts, st.lists(texts, max_size=2).map(tuple), max_size=2),
    entries=entries,
    taken_in=st.lists(texts, max_size=2).map(tuple),
    own_items=st.lists(st.builds(OwnItem, slug=texts, pause_point=texts, text=texts), max_size=2).map(tuple),
)
def test_what_is_saved_is_what_is_opened_known_or_not(
    name: str, answers: Any, entries: Any, taken_in: Any, own_items: Any
) -> None:
    meeting = {"partners": name, "date": "", "place": ""}
    saved = SavedList("en", name, "2026-11-21T10:00:00Z", answers, meeting, entries, taken_in, own_items, "a1" * 12)
    content = saved.to_json().encode("utf-8")
    assert read_saved_list(content, "daftar.json") == saved


def test_entries_of_version_1_are_taken_over() -> None:
    saved = read({"items": {"state-the-problem": {"state": "done", "note": "a"}, "unknown": {"owner": "b"}}})
    assert saved.entries == {"state-the-problem": {"state": "done", "note": "a"}, "unknown": {"owner": "b"}}
    assert '"version": 2' in saved.to_json()


def test_a_minimal_list_opens_as_an_empty_one() -> None:
    assert read(a_list()) == SavedList(meeting={"partners": "", "date": "", "place": ""})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{\n  broken", "daftar.json:2:3: bukan JSON yang utuh"),
        (b"\xff\xfe{", "bukan teks UTF-8 pada bita 0"),
        (b"[" * 100_000, "bersusun terlalu dalam"),
        (b"[]", "$: ditemukan [], seharusnya {…}"),
        (b"7", "$: ditemukan 7"),
        (b"{}", "bukan daftar periksa yang disimpan dari situs ini"),
        (b" " * (LARGEST + 1), "terlalu besar (5.0 MB; paling besar 5.0 MB)"),
        (json.dumps(a_list(version=3)).encode(), "versi 3 lebih baru daripada yang dikenal di sini (2)"),
        (json.dumps(a_list(version="2")).encode(), '$.version: ditemukan "2"'),
        (json.dumps(a_list(version=True)).encode(), "$.version: ditemukan true"),
        (json.dumps(a_list(entries=[])).encode(), "$.entries: ditemukan []"),
        (json.dumps(a_list(entries={"a": {"due": 7}})).encode(), "$.entries.a.due: ditemukan 7, seharusnya teks"),
        (json.dumps(a_list(answers={"form": "x"})).encode(), '$.answers.form: ditemukan "x", seharusnya […]'),
        (json.dumps(a_list(taken_in=[1])).encode(), "$.taken_in[0]: ditemukan 1"),
        (json.dumps(a_list(own_items=[{"slug": "a"}])).encode(), "$.own_items[0].pause_point: ditemukan null"),
        (json.dumps(a_list(meeting={"date": []})).encode(), "$.meeting.date: ditemukan []"),
        (json.dumps(a_list(identity=7)).encode(), "$.identity: ditemukan 7, seharusnya teks"),
        (json.dumps(a_list(name={"\x1b[31m": 1})).encode(), "$.name: ditemukan {"),
    ],
    ids=range(18),
)
def test_what_is_no_saved_list_is_named_with_its_place_in_both_languages(content: bytes, expected: str) -> None:
    with pytest.raises(SavedListError) as raised:
        read_saved_list(content, "daftar.json")
    assert expected in str(raised.value)
    assert " / " in str(raised.value)
    assert "\x1b" not in str(raised.value)


def test_every_problem_of_a_file_is_named_at_once() -> None:
    with pytest.raises(SavedListError) as raised:
        read(a_list(name=1, entries={"a": 1, "b": {"note": None}}))
    assert [line.split(": ")[1] for line in str(raised.value).split("\n")] == [
        "$.name",
        "$.entries.a",
        "$.entries.b.note",
    ]
