"""The questions of the generator: one at a time on a phone, all at once on a desktop, and what each choice brings."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from simpul.knowledge import Knowledge
from simpul.selection import select
from simpul.text import LANGUAGES, Language
from tests.browser.checklist_page import GENERATOR, choose, shown_items
from tests.conftest import DESKTOP, PHONE, violations


def test_the_questions_come_one_at_a_time_on_a_phone(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format("en"))
    step, following = page.locator('[data-component="step"]'), page.locator('[data-action="step-next"]')
    expect(step).to_have_text("Question 1 of 5: Where are you now?")
    expect(page.locator('[data-action="step-back"]')).to_be_hidden()
    for number in range(2, 6):
        expect(following).to_have_text("Skip")
        following.click()
        expect(step).to_contain_text(f"Question {number} of 5")
        expect(step).to_be_focused()
        expect(page.locator('[data-component="question"]:visible')).to_have_count(1)
    expect(following).to_be_hidden()
    page.locator('[data-action="step-back"]').click()
    page.locator('input[name="role"]:visible').first.check()
    expect(following).to_have_text("Next")
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    expect(page.locator('[data-component="question"]:visible')).to_have_count(5)
    expect(step).to_be_hidden()


_PLACES = """(form) => {
  const rectangle = (one) => one.getBoundingClientRect();
  const rows = [...form.querySelectorAll("label")].filter((one) => one.checkVisibility()).map(rectangle);
  return {
    header: rectangle(document.querySelector("header")).bottom,
    top: rectangle(form).top,
    last: Math.max(...rows.map((row) => row.bottom)),
    bar: rectangle(form.querySelector("[data-component=count]").parentElement),
    lowest: Math.min(...rows.map((row) => row.height)),
    right: Math.max(...rows.map((row) => row.right)),
  };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_with_its_choices_and_buttons_is_one_screen_on_a_phone(
    page: Page, site_url: str, language: Language
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format(language))
    form = page.locator('[data-component="questions"]')
    expect(form.locator("[data-gain]").first).not_to_be_empty()
    # The first stands below the introduction of the page; the others are brought into sight by the button.
    form.evaluate("(form) => form.scrollIntoView()")
    for number in range(1, 6):
        expect(page.locator('[data-component="step"]')).to_contain_text(f"{number} ")
        places = form.evaluate(_PLACES)
        assert places["header"] <= places["top"]
        assert places["last"] <= places["bar"]["top"] + 1, f"question {number}: a choice stands behind the bar"
        assert places["bar"]["bottom"] <= PHONE["height"], f"question {number}: the bar ends below the screen"
        assert places["lowest"] >= 44
        assert places["right"] <= PHONE["width"]
        if number < 5:
            page.locator('[data-action="step-next"]').click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_explains_the_choices_on_request_and_goes_on_doing_so(
    page: Page, site_url: str, language: Language
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format(language))
    form = page.locator('[data-component="questions"]')
    described = form.locator("label:has(.kb-choice__description):visible")
    page.locator('[data-action="step-next"]').click()
    expect(form.locator(".kb-choice__description:visible")).to_have_count(0)
    meaning = re.compile(re.escape(str(described.first.locator(".kb-choice__description").text_content())))
    expect(described.first.locator("input")).not_to_have_accessible_name(meaning)
    # The button comes between the question and its choices.
    page.keyboard.press("Tab")
    explain = form.locator('[data-action="explain"]')
    expect(explain).to_be_focused()
    page.keyboard.press("Enter")
    expect(described.first.locator("input")).to_have_accessible_name(meaning)
    page.keyboard.press("Tab")
    expect(form.locator("input:visible").first).to_be_focused()
    page.locator('[data-action="step-next"]').click()
    expect(explain).to_have_attribute("aria-pressed", "true")
    expect(form.locator(".kb-choice__description:visible")).to_have_count(described.count())
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_twice_as_large_on_a_narrow_phone_cut_no_choice(page: Page, site_url: str, language: Language) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(site_url + GENERATOR.format(language))
    form = page.locator('[data-component="questions"]')
    expect(form.locator("[data-gain]").first).not_to_be_empty()
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    for _ in range(4):
        beyond = form.evaluate(
            """(form) => [...form.querySelectorAll("label, label span, h3, button, a")]
              .filter((one) => one.checkVisibility())
              .filter((one) => {
                const isCut = one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
                return isCut || one.getBoundingClientRect().right > innerWidth;
              })
              .map((one) => one.textContent.trim())"""
        )
        assert beyond == []
        page.locator('[data-action="step-next"]').click()


def test_a_choice_says_what_it_brings_and_brings_it(page: Page, site_url: str, knowledge: Knowledge) -> None:
    items = knowledge.pause_points["before-signing-agreement"].items.values()
    before = len(select(items, {}).items)
    after = len(select(items, {"condition": ["public-money"]}).items)
    assert after > before
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=before-signing-agreement")
    gain = page.locator('label:has([name="condition"][value="public-money"]) [data-gain]')
    expect(gain).to_have_text(f"+{after - before} butir")
    choose(page, "condition", "public-money")
    expect(shown_items(page)).to_have_count(after)
    point = page.locator('label:has([name="pause_point"][value="before-signing-agreement"]) [data-gain]')
    expect(point).to_have_text(f"{after} butir")
    # What is chosen is compared with the list without it.
    expect(gain).to_have_text(f"+{after - before} butir")


def test_a_choice_that_adds_nothing_says_so_in_words(page: Page, site_url: str) -> None:
    page.goto(site_url + GENERATOR.format("en") + "?pause_point=before-signing-mou")
    nothing = page.locator('label:has([name="form"][value="data-sharing"]) [data-gain]')
    expect(nothing).to_have_text("Does not change the list")
    taken = page.locator('label:has([name="form"][value="informal-coordination"]) [data-gain]')
    expect(taken).to_have_text("Removes 1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_without_a_choice_that_matters_says_so_once(page: Page, site_url: str, language: Language) -> None:
    page.goto(site_url + GENERATOR.format(language) + "?pause_point=before-signing-mou")
    role = page.locator('[data-component="question"]:has([name="role"])')
    words = str(role.locator("[data-same]").get_attribute("data-same"))
    expect(role.get_by_text(words)).to_have_count(1)
    expect(role.get_by_text(words)).to_be_visible()
    expect(role.locator("[data-gain]:not(:empty)")).to_have_count(0)
    # Said to who enters the question.
    expect(role.locator("fieldset")).to_have_accessible_description(words)
    choose(page, "pause_point", "first-meeting")
    expect(role.get_by_text(words)).to_have_count(0)
    expect(role.locator("[data-gain]:not(:empty)")).to_have_count(role.locator("input").count())
    expect(role.locator("fieldset")).to_have_accessible_description("")


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_that_come_with_the_address_stand_folded_on_a_phone_and_the_list_below_them(
    page: Page, site_url: str, language: Language
) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format(language) + "?pause_point=first-meeting&form=data-sharing")
    form = page.locator('[data-component="questions"]')
    questions = form.locator('[data-component="question"]')
    expect(form).to_have_attribute("data-steps", "summary")
    expect(questions.locator("summary:visible")).to_have_count(5)
    expect(questions.locator("input:visible")).to_have_count(0)
    label = str(form.locator('label:has([value="first-meeting"]) [data-label]').text_content())
    expect(questions.first.locator("[data-answer]")).to_have_text(label)
    top = page.locator("#your-list").evaluate("(heading) => heading.getBoundingClientRect().top")
    assert top < PHONE["height"]
    # One tap opens a question; what is chosen is told beside it when it is closed again.
    questions.nth(3).locator("summary").click()
    choice = questions.nth(3).locator("label").first
    choice.click()
    questions.nth(3).locator("summary").click()
    expect(questions.nth(3).locator("[data-answer]")).to_have_text(str(choice.locator("[data-label]").text_content()))
    expect(page).to_have_url(re.compile("role="))
    # The device keeps these answers: the page opens the same without them in its address.
    page.goto(site_url + GENERATOR.format(language))
    expect(form).to_have_attribute("data-steps", "summary")
    assert violations(page) == []


def test_answers_that_a_phone_shows_folded_move_nothing_when_the_script_comes(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => {"
        "  window.shifts.push(...list.getEntries().map((entry) => entry.value));"
        "}).observe({ type: 'layout-shift', buffered: true })"
    )
    held: list[Route] = []
    page.route("**/checklist/index.js", lambda route: held.append(route))
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting&form=data-sharing", wait_until="commit")
    # The page is painted, and what the answers decide is not seen.
    title = page.locator("#your-list")
    expect(page.locator("h1")).to_be_visible()
    expect(title).to_be_attached()
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    assert title.evaluate("(heading) => getComputedStyle(heading).visibility") == "hidden"
    held[0].continue_()
    expect(page.locator('[data-component="questions"]')).to_have_attribute("data-steps", "summary")
    expect(title).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert sum(page.evaluate("window.shifts")) < 0.01


def test_a_script_that_never_comes_hides_the_lists_for_some_seconds_only(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.route("**/checklist/index.js", lambda route: route.abort())
    page.goto(site_url + GENERATOR.format("id") + "?pause_point=first-meeting")
    expect(page.locator("#your-list")).to_be_visible()
    page.trouble.clear()  # type: ignore[attr-defined]  # the refused request is logged by the browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desktop_shows_all_questions_on_two_screens_and_explains_them_on_request(
    page: Page, site_url: str, language: Language
) -> None:
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.goto(site_url + GENERATOR.format(language))
    form = page.locator('[data-component="questions"]')
    expect(form.locator("[data-gain]").first).not_to_be_empty()
    inputs = form.locator("input").all()
    assert all(one.is_visible() for one in inputs)
    height = form.evaluate("(form) => form.getBoundingClientRect().height")
    assert height <= 2 * DESKTOP["height"]
    first = form.locator(".kb-choice__description").first
    meaning = re.compile(re.escape(str(first.text_content())))
    expect(first).to_be_hidden()
    expect(form.locator("input").first).not_to_have_accessible_name(meaning)
    explain = form.locator('[data-action="explain"]')
    explain.press("Enter")
    expect(explain).to_have_attribute("aria-pressed", "true")
    expect(first).to_be_visible()
    expect(form.locator("input").first).to_have_accessible_name(meaning)
    explain.press("Enter")
    expect(explain).to_have_attribute("aria-pressed", "false")
    expect(first).to_be_hidden()
