"""The lists as HTML: every item with its rule, its fields and its reasons, before any script has run."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import Tag

from macros.context import MacroError
from simpul.checklist import asked_questions
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]


def one(dom: Tag, selector: str) -> Tag:
    (found,) = dom.select(selector)
    return found


def test_a_ready_made_list_says_what_for_when_who_how_long_and_how(page_of: PageOf) -> None:
    page = page_of("id/checklists/first-meeting/")
    intro = one(page.dom("checklist", "first-meeting"), ".kb-sheet__intro")
    mode = page.context.term("mode", "confirm")
    for part in ("Semua pulang dengan", "Sebelum rapat ditutup.", "Fasilitator", "Sepuluh menit", mode.label.id):
        assert part in intro.get_text()


def test_an_item_holds_its_rule_as_data(page_of: PageOf) -> None:
    dom = page_of("id/checklists/").dom("generator")
    assert json.loads(str(one(dom, "#item-check-the-budget-line")["data-applies-to"])) == {
        "condition": ["public-money"]
    }
    assert json.loads(str(one(dom, "#item-name-a-deputy")["data-except-for"])) == {"form": ["data-sharing"]}
    assert not one(dom, "#item-state-the-problem").has_attr("data-applies-to")


def test_an_item_can_be_marked_and_every_field_has_a_label(page_of: PageOf) -> None:
    item = one(page_of("en/checklists/").dom("generator"), "#item-state-the-problem")
    states = [label.get_text(strip=True) for label in item.select("fieldset label")]
    assert states == ["Not yet", "Partly", "Done", "Not applicable"]
    assert all(control.find_parent("label") for control in item.select("input, textarea"))
    assert one(item, "legend").get_text() == "Status"
    assert one(item, ".kb-item__row")["aria-labelledby"] == "text-state-the-problem"


def test_behind_the_item_stand_reason_people_guide_cases_and_sources(page_of: PageOf) -> None:
    page = page_of("id/checklists/first-meeting/")
    more = one(page.dom("checklist", "first-meeting"), "#item-name-a-deputy details")
    for part in ("Pejabat dapat pindah.", "Tidak perlu untuk satu rapat saja.", "Tiga hari", "Bagian kepegawaian"):
        assert part in more.get_text()
    links = [str(link["href"]) for link in more.select("a")]
    assert links == [
        "../../guides/challenges/#low-trust",
        "../../cases/shared-clinic/",
        "../../cases/stalled-data-office/",
        "#source-klijn-et-al-2010",
    ]
    assert "source-klijn-et-al-2010" in page.call("sources")


def test_a_guide_is_named_by_its_page_and_then_by_the_heading(page_of: PageOf) -> None:
    dom = page_of("en/checklists/first-meeting/").dom("checklist", "first-meeting")
    named = {
        slug: one(dom, f"#item-{slug} details a[href*='/guides/']").get_text()
        for slug in ("name-a-deputy", "state-the-problem")
    }
    assert named == {"name-a-deputy": "Challenges / Low trust", "state-the-problem": "Challenges"}


def test_the_general_core_stands_apart_from_what_some_need(page_of: PageOf) -> None:
    dom = page_of("id/checklists/first-meeting/").dom("checklist", "first-meeting")
    core = [item["data-slug"] for item in dom.select(".kb-sheet > ol > li")]
    assert "check-the-budget-line" not in core
    block = one(dom, ".kb-sheet__block")
    assert one(block, "h2").get_text() == "Bila memakai APBN/APBD atau anggaran bersama"
    assert [item["data-slug"] for item in block.select(".kb-item")] == ["check-the-budget-line"]


def test_sources_of_items_on_the_generator_stand_on_the_pages_of_all_works_and_all_regulations(
    page_of: PageOf,
) -> None:
    page = page_of("id/checklists/")
    links = [str(link["href"]) for link in page.dom("generator").select(".kb-cite__link")]
    assert set(links) == {
        "../sources/#source-ansell-gash-2008",
        "../sources/#source-klijn-et-al-2010",
        "../legal/regulations/#regulation-pp-28-2018",
    }
    assert "source-klijn-et-al-2010" not in page.call("sources")


def test_every_question_is_a_fieldset_with_its_choices(page_of: PageOf) -> None:
    page = page_of("en/checklists/")
    dom = page.dom("generator")
    asked = asked_questions(page.context.knowledge, "en")
    assert [legend.get_text() for legend in dom.select(".kb-questions legend")] == [one.title for one in asked]
    for question in asked:
        inputs = dom.select(f'input[name="{question.facet}"]')
        assert [control["value"] for control in inputs] == [choice.value for choice in question.choices]
        assert {control["type"] for control in inputs} == {"checkbox" if question.multiple else "radio"}


def test_every_item_that_can_be_left_out_has_its_reason_ready(page_of: PageOf) -> None:
    dom = page_of("id/checklists/").dom("generator")
    lines = {str(line["data-of"]): line for line in dom.select("[data-of]")}
    assert lines.keys() == {"check-the-budget-line", "name-a-deputy"}
    assert all(line.has_attr("hidden") for line in lines.values())
    assert one(lines["name-a-deputy"], "[data-refused=form]").get_text() == (
        "Tidak untuk bentuk kerja sama: berbagi pakai data, sesuai jawaban Anda."
    )


def test_without_a_script_the_generator_begins_with_links_to_the_lists(page_of: PageOf) -> None:
    links = page_of("en/checklists/").dom("generator").select(".kb-without-js a")
    assert [link["href"] for link in links] == ["../checklists/first-meeting/"]


def test_the_sheet_names_its_version_in_words_and_a_full_address(page_of: PageOf) -> None:
    page = page_of("en/checklists/first-meeting/")
    origin = one(page.dom("checklist", "first-meeting"), ".kb-sheet__origin").get_text()
    assert origin.startswith("Simpul Kolaborasi · version of 21 November 2026 (")
    assert origin.endswith("· http://127.0.0.1:8000/en/checklists/first-meeting/")


def test_a_card_leads_to_the_list_and_counts_its_core(page_of: PageOf) -> None:
    card = page_of("en/guides/challenges/").dom("checklist_link", "first-meeting")
    assert one(card, "a")["href"] == "../../checklists/first-meeting/"
    assert "7 core items" in card.get_text()


@pytest.mark.parametrize("macro", ["checklist", "checklist_link"])
def test_an_unknown_pause_point_fails_with_a_suggestion(page_of: PageOf, macro: str) -> None:
    with pytest.raises(MacroError, match="did you mean 'first-meeting'"):
        page_of("id/checklists/").call(macro, "first-meting")


@pytest.mark.parametrize("macro", ["checklist", "generator"])
def test_hostile_words_in_an_item_stay_words(page_of: PageOf, miniature: Path, macro: str) -> None:
    hostile = "<img src=x onerror=alert(1)> \"'> {{ 7 * 7 }} {count} **bold**"
    path = miniature / "checklists" / "first-meeting.yml"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.replace("Tunjuk wakil narahubung.", json.dumps(hostile)), encoding="utf-8")
    arguments = ["first-meeting"] if macro == "checklist" else []
    dom = page_of("id/checklists/").dom(macro, *arguments)
    assert one(dom, "#text-name-a-deputy").get_text() == hostile
    assert dom.select("img, [onerror], strong strong") == []
