"""The choices for paper: size, blank or filled in, two languages, two partners; the head and the margins."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from simpul.checklist import prepare_sheet
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language, other
from tests.browser.checklist_page import GENERATOR, POINTS, item
from tests.browser.printed import Printed, packed, printed, settled, touch

LIST = "{}/checklists/first-meeting/"
A4, F4 = (210, 297), (215, 330)
PAGE_OF = {"id": "Halaman {} dari {}", "en": "Page {} of {}"}
NOT_APPLICABLE = {"id": "Tidak berlaku", "en": "Not applicable"}
MARK = "\N{MULTIPLICATION SIGN}"


def open_options(page: Page) -> None:
    page.locator('[data-component="paper"] details').evaluate("(one) => { one.open = true; }")


def pick(page: Page, *values: str) -> None:
    """Choose for paper, and wait until what the choice needs is there."""
    open_options(page)
    for value in values:
        page.locator(f'[data-paper="{value}"]').check()
    settled(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("choice", "size"), [("a4", A4), ("f4", F4)])
def test_the_sheet_has_the_size_that_was_chosen_and_counts_its_pages(
    page: Page, site_url: str, language: Language, choice: str, size: tuple[int, int]
) -> None:
    page.goto(site_url + LIST.format(language))
    pick(page, choice)
    paper = printed(page)
    assert paper.sizes == {size}
    assert PAGE_OF[language].format(1, 1) in paper.text


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_core_is_one_page_on_every_paper_in_one_language(
    page: Page, site_url: str, language: Language, point: str
) -> None:
    page.goto(f"{site_url}{language}/checklists/{point}/")
    touch(page)
    for choice in ("a4", "f4", "compare", "a4"):
        pick(page, choice)
        assert len(printed(page).pages) == 1, choice


def test_pages_are_counted_over_all_lists(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("en"))
    pages = printed(page).pages
    for number, text in enumerate(pages, start=1):
        assert PAGE_OF["en"].format(number, len(POINTS)) in text


def test_without_javascript_the_printer_decides_on_the_paper(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + LIST.format("id"))
    paper = Printed(page.pdf(width="215mm", height="330mm", prefer_css_page_size=True))
    assert paper.sizes == {F4}
    assert PAGE_OF["id"].format(1, 1) in paper.text
    context.close()


def test_a_blank_sheet_has_no_mark_though_the_list_is_filled_in(page: Page, site_url: str) -> None:
    page.goto(site_url + LIST.format("id"))
    item(page).locator('[value="not-applicable"]').check()
    item(page).locator('[data-field="reason"]').fill("Sudah diatur")
    item(page).locator('[data-field="owner"]').fill("Kepala Bappeda")
    filled = printed(page).text
    pick(page, "blank")
    blank = printed(page).text
    for words in (MARK, "Sudah diatur", "Kepala Bappeda"):
        assert words in filled
        assert words not in blank
    expect(item(page).locator('[value="not-applicable"]')).to_be_checked()
    pick(page, "progress")
    assert printed(page).text == filled


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_in_two_languages_has_both_texts_of_everything(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page.goto(f"{site_url}{language}/checklists/change-of-official/")
    page.locator("[data-print-part]").last.press("Space")
    pick(page, "bilingual")
    paper = printed(page)
    for each in LANGUAGES:
        sheet = prepare_sheet(knowledge, knowledge.pause_points["change-of-official"], each)
        texts = [one.text for one in sheet.general] + [one.text for one in sheet.blocks[-1].items]
        around = [sheet.title, sheet.blocks[-1].heading, NOT_APPLICABLE[each], *sheet.signatories]
        for text in texts + around:
            assert packed(text) in packed(paper.text), text
    assert len(paper.pages) <= 3
    assert page.locator(f'[lang="{other(language)}"].kb-other-language').count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("point", POINTS)
def test_a_core_in_two_languages_takes_two_pages_at_most_and_breaks_between_items(
    page: Page, site_url: str, knowledge: Knowledge, point: str, language: Language
) -> None:
    page.goto(f"{site_url}{language}/checklists/{point}/")
    pick(page, "bilingual")
    pages = printed(page).pages
    assert len(pages) <= 2
    here = prepare_sheet(knowledge, knowledge.pause_points[point], language).general
    there = prepare_sheet(knowledge, knowledge.pause_points[point], other(language)).general
    for one, its_other in zip(here, there, strict=True):
        both = packed(one.text), packed(f"{its_other.text} ({its_other.priority})")
        assert any(all(text in packed(paper) for text in both) for paper in pages), one.slug


@pytest.mark.parametrize("choices", [("a4",), ("f4",), ("bilingual",), ("compare", "bilingual")])
def test_a_heading_stands_on_the_page_of_its_first_item(
    page: Page, site_url: str, knowledge: Knowledge, choices: tuple[str, ...]
) -> None:
    page.goto(site_url + "id/checklists/before-signing-agreement/")
    # By keyboard: items take their height only when they are seen, so a click after a long jump may miss.
    for part in page.locator("[data-print-part]").all():
        part.press("Space")
        expect(part).to_be_checked()
    pick(page, *choices)
    pages = [packed(paper) for paper in printed(page).pages]
    sheet = prepare_sheet(knowledge, knowledge.pause_points["before-signing-agreement"], "id")
    assert len(pages) > 2
    for block in sheet.blocks:
        heading, first = packed(block.heading), packed(block.items[0].text)
        assert any(heading in paper and first in paper for paper in pages), block.heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heads_of_the_columns_stand_on_every_page_of_a_long_list(
    page: Page, site_url: str, language: Language
) -> None:
    page.goto(site_url + LIST.format(language))
    touch(page)
    for number in range(25):
        page.locator("[data-own-text]").fill(f"{number} {'x' * 60}")
        page.locator("[data-own-text]").press("Enter")
    heads = {"id": "Status Butir Penanggung jawab Tenggat Catatan", "en": "Status Item Owner Due Notes"}[language]
    pages = printed(page).pages
    assert len(pages) > 2
    for paper in pages:
        assert packed(heads) in packed(paper)


def test_when_the_other_language_cannot_be_loaded_that_is_said_and_one_is_printed(page: Page, site_url: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.goto(site_url + LIST.format("id"))
    page.route("**/texts-en.json", refuse)
    pick(page, "bilingual")
    notice = page.locator('[data-component="paper"] [data-failed]')
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("bahasa Indonesia saja")
    assert "Tidak berlaku" in printed(page).text
    assert "Not applicable" not in printed(page).text
    page.unroute("**/texts-en.json", refuse)
    page.trouble.clear()  # type: ignore[attr-defined]  # the failed request was asked for
    pick(page, "f4")
    expect(notice).to_be_hidden()
    assert "Not applicable" in printed(page).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_partners_have_a_column_of_states_each(page: Page, site_url: str, language: Language) -> None:
    page.goto(site_url + LIST.format(language))
    rows = page.locator(".kb-sheet > * > .kb-sheet__items > .kb-item").count()
    once = printed(page).text
    assert once.count(NOT_APPLICABLE[language]) == rows
    pick(page, "compare")
    twice = printed(page).text
    assert twice.count(NOT_APPLICABLE[language]) == 2 * rows
    for words in {
        "id": ("Pihak A, diisi oleh", "Pihak B, diisi oleh", "Berbeda?"),
        "en": ("Partner A, filled in by", "Partner B, filled in by", "Differs?"),
    }[language]:
        assert words in twice
        assert words not in once
    assert page.locator(".kb-item__second").count() == 0


def test_choices_are_kept_on_the_device_and_said_while_they_are_closed(page: Page, site_url: str) -> None:
    page.goto(site_url + LIST.format("en"))
    expect(page.locator("[data-chosen]")).to_have_text("")
    pick(page, "f4", "blank", "bilingual", "compare")
    page.goto(site_url + "en/checklists/review-meeting/")
    expect(page.locator("[data-chosen]")).to_have_text("F4, blank, two languages, to compare")
    settled(page)
    paper = printed(page)
    assert paper.sizes == {F4}
    assert "Tidak berlaku" in paper.text


@pytest.mark.parametrize("kept", ["{", '"f4"', "[1, null, {}]", '{"f4": true}', "null"])
def test_unreadable_choices_are_no_choices(page: Page, site_url: str, kept: str) -> None:
    page.goto(site_url + LIST.format("id"))
    page.evaluate("(kept) => localStorage.setItem('kb:paper', kept)", kept)
    page.reload()
    settled(page)
    assert printed(page).sizes == {A4}


def set_meeting(page: Page, **values: str) -> None:
    """Write into the fields of the meeting."""
    page.evaluate(
        """(values) => {
          const root = document.querySelector(".kb-checklist[data-component]");
          for (const [name, value] of Object.entries(values)) {
            let field = root.querySelector(`[data-meeting="${name}"]`);
            if (!field) {
              field = document.createElement("input");
              field.dataset.meeting = name;
              root.prepend(field);
            }
            field.value = value;
          }
        }""",
        values,
    )


def test_what_is_known_of_the_meeting_is_in_the_head_of_the_sheet(page: Page, site_url: str) -> None:
    page.goto(site_url + LIST.format("id"))
    touch(page)
    hostile = "<img src=x onerror=alert(1)>"
    set_meeting(page, title="Forum data", partners=f"Bappeda, {hostile}", date="2026-12-01", place="Aula")
    text = printed(page).text
    for words in ("Judul rapat Forum data", f"Para pihak Bappeda, {hostile}", "Tanggal 1 Desember 2026", "Tempat Aula"):
        assert words in text


CONDITION = "?pause_point=first-meeting&condition=personal-data"


@pytest.mark.parametrize("choices", [("a4",), ("f4", "blank"), ("bilingual",), ("compare", "bilingual")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_list_its_meeting_its_version_and_what_opens_it_again(
    page: Page, site_url: str, knowledge: Knowledge, language: Language, choices: tuple[str, ...]
) -> None:
    page.goto(site_url + GENERATOR.format(language) + CONDITION)
    hostile = 'Forum "data" \\22 } @page { margin: 50mm } \\'
    touch(page)
    set_meeting(page, title=hostile, date="2026-12-01")
    pick(page, *choices)
    sheet = prepare_sheet(knowledge, knowledge.pause_points["first-meeting"], language)
    pages = printed(page).pages
    date = page.locator('[data-written-meeting="date"]').first.text_content()
    assert len(pages) > 1
    for paper in pages:
        assert packed(f"{sheet.title} · {date} · {hostile}") in packed(paper)
        assert packed(f"{sheet.version} · {page.url}") in packed(paper)
    assert page.evaluate("document.adoptedStyleSheets.length") == 0


@pytest.mark.parametrize("path", [GENERATOR.format("en") + CONDITION, LIST.format("en")])
def test_signatures_and_code_follow_the_last_block(page: Page, site_url: str, knowledge: Knowledge, path: str) -> None:
    page.goto(site_url + path)
    for part in page.locator("[data-print-part]").all():
        part.press("Space")
        expect(part).to_be_checked()
    touch(page)
    paper = printed(page)
    assert paper.codes() == [*([] for _ in paper.pages[1:]), [page.url]]
    sheet = prepare_sheet(knowledge, knowledge.pause_points["first-meeting"], "en")
    last = sheet.blocks[-1].items[-1] if "?" not in path else None
    for each in paper.pages[:-1]:
        assert "Name and signature" not in each
    assert "Name and signature" in paper.pages[-1]
    assert last is None or last.text in paper.pages[-1].split("Name and signature")[0]


def test_every_list_of_the_generator_has_pages_of_its_own_name(page: Page, site_url: str, knowledge: Knowledge) -> None:
    page.goto(site_url + GENERATOR.format("id"))
    touch(page)
    titles = [prepare_sheet(knowledge, point, "id").title for point in knowledge.pause_points.values()]
    pages = printed(page).pages
    assert len(pages) == len(titles)
    for text in pages:
        # Once in the margin, once above the list.
        assert [text.count(title) for title in titles if title in text] == [2]


def test_the_print_button_prints_once_all_is_there(page: Page, site_url: str) -> None:
    page.goto(site_url + LIST.format("en"))
    page.evaluate("localStorage.setItem('kb:paper', JSON.stringify(['bilingual']))")
    page.reload()
    page.evaluate(
        """() => {
          window.seen = [];
          window.print = () => {
            dispatchEvent(new Event("beforeprint"));
            const count = (selector) => document.querySelectorAll(selector).length;
            window.seen.push([count("[data-component=code] svg"), count(".kb-other-language") > 20]);
            dispatchEvent(new Event("afterprint"));
            window.seen.push([count("[data-component=code] svg"), count(".kb-other-language")]);
          };
        }"""
    )
    page.locator("[data-action=print]").click()
    page.wait_for_function("window.seen.length > 0")
    seen: Any = page.evaluate("window.seen")
    assert seen == [[1, True], [0, 0]]


def test_nothing_for_paper_is_loaded_before_the_page_is_used(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + LIST.format("id"))
    page.wait_for_load_state("networkidle")
    assert not any(name in address for address in asked for name in ("print.js", "qr", "texts-"))
    touch(page)
    assert any(address.endswith("/lean-qr/index.js") for address in asked)
    assert not any("texts-" in address for address in asked)


def test_the_texts_of_each_language_are_those_of_the_other_pages(page: Page, site_url: str) -> None:
    for language in LANGUAGES:
        answer = page.request.get(f"{site_url}assets/checklist/texts-{language}.json")
        texts = json.loads(answer.body())
        page.goto(site_url + GENERATOR.format(language))
        shown = page.locator('[data-component="item"]').evaluate_all(
            "(all) => all.map((one) => [one.dataset.slug, one.querySelector('[data-text]').textContent])"
        )
        for slug, text in shown:
            assert texts["items"][slug].startswith(text)
        headings = page.locator("[data-heading]").evaluate_all("(all) => all.map((one) => [one.id, one.textContent])")
        assert dict(headings).items() <= texts["headings"].items()
        said = page.locator("[data-says]").evaluate_all(
            "(all) => all.map((one) => [one.dataset.says, one.textContent])"
        )
        assert dict(said).items() <= texts["words"].items()
