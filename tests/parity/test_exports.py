"""Every export of the site is the export of the command, byte for byte, whatever a reader has written."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.checklist import OwnItem, SavedList, ready_made_list, shown_list
from simpul.checklist.exports import EXPORTERS, make_kit
from simpul.checklist.exports.ready_made import file_name
from simpul.checklist.exports.text import text
from simpul.checklist.shown_list import Meeting, ShownItem, ShownLeftOut, ShownList, ShownPart, ShownSheet
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.naughty import NAUGHTY
from tests.parity.exporting import Site

FORMATS = ("text", "md", "csv", "docx", "html")


def in_python(form: str, shown: ShownList, knowledge: Knowledge) -> bytes:
    content = EXPORTERS[form](shown, make_kit(knowledge, shown.language))
    return content if isinstance(content, bytes) else content.encode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_both_export_every_list_alike(site: Site, knowledge: Knowledge, language: Language, form: str) -> None:
    everything = SavedList(answers={"condition": tuple(knowledge.terms("condition")), "role": ("all",)})
    lists = [shown_list(knowledge, everything, language, "https://example.org/?a=1&b=2")]
    lists += [ready_made_list(knowledge, point, language) for point in knowledge.pause_points.values()]
    for shown in lists:
        assert site.export(form, shown.to_json(), language) == in_python(form, shown, knowledge)


def filled(knowledge: Knowledge, language: Language, written: str) -> ShownList:
    """A list with `written` in every place where a reader may write."""
    point = knowledge.pause_points["first-meeting"]
    slugs = list(point.items)
    entry = {"state": "not-applicable", "owner": written, "due": written, "note": written, "reason": written}
    saved = SavedList(
        name=written,
        answers={"pause_point": ("first-meeting",)},
        meeting={"partners": written, "date": written, "place": written},
        entries=dict.fromkeys((*slugs, "own-1"), entry),
        own_items=(OwnItem("own-1", "first-meeting", written),),
    )
    shown = shown_list(knowledge, saved, language, written)
    (sheet,) = shown.sheets
    core, *others = sheet.parts
    # A page can hold no other date than a day; whoever calls an exporter can.
    dated = replace(core, items=tuple(replace(item, due=written) for item in core.items))
    return replace(shown, sheets=(replace(sheet, parts=(dated, *others)),))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("written", NAUGHTY, ids=range(len(NAUGHTY)))
def test_both_take_naughty_text_alike(site: Site, knowledge: Knowledge, form: str, written: str) -> None:
    shown = filled(knowledge, "id", written)
    assert site.export(form, shown.to_json(), "id") == in_python(form, shown, knowledge)


anything = st.text(alphabet=st.characters(codec=None), max_size=40) | st.sampled_from(NAUGHTY)
words = anything | st.text("=+-@\t\r\n ;,\"'#.1){}<>&\\*_`~$|\u2028\u202e\ufeff\ud800", max_size=12)
dates = (
    st.just("") | st.dates().map(str) | st.sampled_from(["2026-13-01", "\u0662\u0660\u0662\u0666-01-01", "2026-02-30"])
)
states = st.sampled_from(["", "not-yet", "partly", "done", "not-applicable", "constructor", "x"])
items = st.builds(
    ShownItem, slug=words, text=words, priority=words, scope=words, own=st.booleans(), state=states, owner=words,
    due=dates, note=words, reason=words, why=words, exception=words, lead_role=words, ask=words,
)  # fmt: skip


def several(strategy: Any, most: int = 3) -> Any:
    return st.lists(strategy, max_size=most).map(tuple)


sheets = st.builds(
    ShownSheet, pause_point=words, title=words, purpose=words, when=words, run_by=words, duration=words, mode=words,
    mode_help=words, version=words, signatories=several(words),
    parts=several(st.builds(ShownPart, heading=words, items=several(items))),
    left_out=several(st.builds(ShownLeftOut, text=words, reason=words)),
)  # fmt: skip
lists = st.builds(
    ShownList, language=st.sampled_from(LANGUAGES), name=words,
    meeting=st.builds(Meeting, partners=words, date=dates | words, place=words),
    answers=several(words), address=words, sheets=several(sheets, 2),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(shown=lists, most=st.none() | st.integers(0, 9))
def test_both_export_any_list_alike(site: Site, knowledge: Knowledge, shown: ShownList, most: int | None) -> None:
    for form in FORMATS:
        assert site.export(form, shown.to_json(), shown.language) == in_python(form, shown, knowledge), form
    if most is not None:
        expected = text(shown, make_kit(knowledge, shown.language), most).encode()
        assert site.export("text", shown.to_json(), shown.language, most) == expected


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(title=anything | st.text("ÀéîÖßﬁ①Ⅻ Ab-1_/\\:", max_size=90), day=st.sampled_from(["", "2026-11-21"]))
def test_both_name_files_alike(site: Site, title: str, day: str) -> None:
    named = site.export("name", "daftar-periksa", title, day).decode()
    assert named == file_name("daftar-periksa", title, day)
    assert re.fullmatch("daftar-periksa(_[a-z0-9-]{1,60})?(_2026-11-21)?", named)


def test_a_file_name_says_what_and_when(knowledge: Knowledge) -> None:
    assert file_name("daftar-periksa", "Pertemuan Pertama: “Désa”/1", "2026-11-21") == (
        "daftar-periksa_pertemuan-pertama-desa-1_2026-11-21"
    )
    assert file_name("checklist", "../../<script>", "") == "checklist_script"
    assert file_name("checklist", "Sebelum nota kesepahaman atau kesepakatan bersama ditandatangani") == (
        "checklist_sebelum-nota-kesepahaman-atau-kesepakatan-bersama"
    )
    assert file_name("checklist", "a" * 80) == "checklist_" + "a" * 60
    assert file_name("checklist", "你好") == "checklist"


def test_a_kit_is_plain_data(knowledge: Knowledge) -> None:
    data: Any = make_kit(knowledge, "en").as_data()
    assert data["states"]["done"] == "Done"
    assert data["months"][11] == "December"
    assert set(data["mould"]) == {"parts", "pieces"}
