"""The search dialog as a reader uses it: by keyboard, with other words than ours, and when it fails."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests import serving
from tests.conftest import PHONE, ROOT, violations


def search(page: Page, text: str) -> None:
    """Open the dialog by its key where it is not open, and type."""
    if not page.locator("#kb-search").is_visible():
        page.keyboard.press("/")
    page.locator("#kb-search-input").fill(text)


def test_the_search_is_opened_used_and_closed_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/benefits/")
    dialog, field, links = (page.locator(part) for part in ("#kb-search", "#kb-search-input", "#kb-search ol a"))
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    page.keyboard.type("kepercayaan")
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("[data-component=search-open]").first).to_be_visible()
    page.keyboard.press("/")
    expect(links.first).to_be_visible()
    address = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(str(address))))


def test_the_key_is_a_character_where_text_is_written(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/benefits/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.locator("#kb-search-input")).to_have_value("a/b")


@pytest.mark.parametrize(("language", "query"), [("id", "kolaborasi"), ("en", "collaboration")])
def test_results_are_pages_of_the_reader_s_language(page: Page, site_url: str, language: str, query: str) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    search(page, query)
    expect(page.locator("#kb-search ol a").first).to_be_visible()
    # A count that has those of synonyms in it would only put off.
    expect(page.locator("[data-part=status]")).to_have_text(re.compile(rf"^(Hasil untuk|Results for) “{query}”, \D+$"))
    links = page.locator("#kb-search ol a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert [link for link in links if not link.startswith(f"/{language}/")] == []


def test_more_results_are_added_and_the_first_of_them_gets_the_focus(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/benefits/")
    search(page, "kolaborasi")
    more = page.locator("[data-part=more]")
    expect(more).to_be_visible()
    shown = page.locator("#kb-search ol a").count()
    more.click()
    expect(page.locator("#kb-search ol a").nth(shown)).to_be_focused()


@pytest.mark.parametrize(
    ("language", "query", "other"),
    [
        ("id", "monev", "pemantauan dan evaluasi"),
        ("id", "contoh MoU", "nota kesepahaman"),
        ("en", "colaboration", "collaboration"),
    ],
)
def test_where_little_is_found_other_words_for_the_same_thing_are_searched_too_and_named(
    page: Page, site_url: str, language: str, query: str, other: str
) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    search(page, query)
    expect(page.locator("[data-part=status]")).to_contain_text(
        re.compile(rf"(Kata lain yang dicari|Other words searched):.*{other}", re.IGNORECASE)
    )
    expect(page.locator("#kb-search ol a").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("id", "Kerjasama antar daerah", "Kata lain yang dicari: antardaerah, kerja sama"),
        ("en", "organization", "Other words searched: organisation."),
    ],
)
def test_a_spelling_that_no_page_has_is_searched_as_the_site_writes_it(
    page: Page, site_url: str, language: str, query: str, said: str
) -> None:
    page.goto(f"{site_url}{language}/guides/benefits/")
    shown = _shown(page, query)
    assert len(shown) == 5
    expect(page.locator("[data-part=status]")).to_contain_text(said)


def test_the_message_is_read_aloud_once_when_typing_has_rested(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/benefits/")
    page.keyboard.press("/")
    announced = page.locator("#kb-search [role=status]")
    # Until the program is there the message itself is announced, as when it cannot be loaded.
    expect(page.locator("[data-part=announcement]")).to_be_attached()
    expect(announced).to_have_count(1)
    announced.evaluate(
        "node => new MutationObserver(() => (window.heard ??= []).push(node.textContent))"
        ".observe(node, { childList: true, characterData: true, subtree: true })"
    )
    page.keyboard.type("mutasi", delay=200)
    expect(announced).to_have_text("Hasil untuk “mutasi”, yang paling cocok lebih dulu.")
    heard = page.evaluate("window.heard")
    assert heard[-1] == "Hasil untuk “mutasi”, yang paling cocok lebih dulu."
    assert [text for text in heard if "“mu" in text and "“mutasi”" not in text] == []


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("id", "bagaimana kalau mutasi zzyzx", "Tidak ada halaman dengan semua kata itu"),
        ("en", "how about turnover zzyzx", "No page has all of these words"),
    ],
)
def test_a_long_question_finds_pages_with_some_of_its_words_and_says_so(
    page: Page, site_url: str, language: str, query: str, said: str
) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    search(page, query)
    status = page.locator("[data-part=status]")
    expect(status).to_contain_text(said)
    expect(status).not_to_contain_text("zzyzx")
    expect(page.locator("#kb-search ol a").first).to_be_visible()


@pytest.mark.parametrize(("language", "said"), [("id", "Tidak ada halaman tentang"), ("en", "No page is about")])
def test_no_result_is_said_with_somewhere_to_go(page: Page, site_url: str, language: str, said: str) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    search(page, "<img src=x onerror=zzyzx>")
    expect(page.locator("[data-part=status]")).to_contain_text(f"{said} “<img src=x")
    expect(page.locator("#kb-search img")).to_have_count(0)
    links = page.locator("[data-part=empty] a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 3
    for link in links:
        assert page.request.get(link).ok


def test_a_search_that_cannot_load_says_so_and_can_be_tried_again(page: Page, site_url: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/pagefind/**", refuse)
    page.goto(f"{site_url}id/guides/benefits/")
    search(page, "mutasi")
    expect(page.locator("[data-part=status]")).to_contain_text("Pencarian tidak dapat dimuat")
    page.unroute("**/pagefind/**", refuse)
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator("#kb-search ol a").first).to_be_visible()
    page.trouble.clear()  # type: ignore[attr-defined]  # the refused requests are logged by the browser


def test_a_program_that_cannot_load_says_so_and_is_tried_at_the_next_opening(page: Page, site_url: str) -> None:
    page.route("**/search-dialog.js", lambda route: route.abort())
    page.goto(f"{site_url}en/guides/benefits/")
    search(page, "turnover")
    expect(page.locator("[data-part=status]")).to_contain_text("could not be loaded")
    page.trouble.clear()  # type: ignore[attr-defined]


def test_the_dialog_fills_a_phone_and_closes_by_its_button(page: Page, site_url: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site_url}id/guides/benefits/")
    page.locator("[data-component=search-open]").first.click()
    box = page.locator("#kb-search").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, PHONE["width"], PHONE["height"])
    search(page, "mutasi")
    expect(page.locator("#kb-search ol a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Tutup").click()
    expect(page.locator("#kb-search")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_stand_in_the_empty_field_s_place_and_are_searched_for_when_tapped(
    browser: Browser, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, service_workers="block")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site_url}{language}/guides/benefits/")
    page.locator("[data-component=search-open]").first.tap()
    examples, results = page.locator("[data-part=examples]"), page.locator("[data-part=results]")
    expect(examples).to_contain_text(knowledge.strings["search"]["examples_intro"].in_language(language))
    assert 4 <= examples.get_by_role("button").count() <= 6
    # The keyboard of a phone leaves half of the screen.
    box = examples.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"] / 2
    assert all(button.bounding_box()["height"] >= 44 for button in examples.get_by_role("button").all())  # type: ignore[index]
    chosen = examples.get_by_role("button").nth(1)
    query = chosen.inner_text()
    chosen.tap()
    expect(examples).to_be_hidden()
    expect(results.locator("a").first).to_be_visible()
    expect(page.locator("#kb-search-input")).to_have_value(query)
    # The field has not got the focus, which would bring the keyboard back over the results.
    expect(results).to_be_focused()
    page.locator("#kb-search-input").fill("")
    expect(examples).to_be_visible()
    expect(results.locator("a")).to_have_count(0)
    context.close()


def test_an_example_is_chosen_by_keyboard_and_its_first_result_opened(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}id/guides/benefits/")
    page.keyboard.press("/")
    examples, field, links = (
        page.locator(part) for part in ("[data-part=examples] button", "#kb-search-input", "#kb-search ol a")
    )
    expect(examples.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(examples.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/problems/data-not-shared/**")


def test_who_types_at_once_gets_the_examples_when_the_field_is_emptied(page: Page, site_url: str) -> None:
    asked: list[str] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/search-dialog.js", lambda route: held.append(route))
    page.goto(f"{site_url}en/guides/benefits/")
    with page.expect_request("**/search-dialog.js"):
        search(page, "turnover")
    held[0].continue_()
    expect(page.locator("[data-part=results] a").first).to_be_visible()
    assert [address for address in asked if "examples" in address] == []
    search(page, "")
    expect(page.locator("[data-part=examples]")).to_be_visible()


def test_the_search_does_without_examples_that_cannot_load(page: Page, site_url: str) -> None:
    page.route("**/examples.*.json", lambda route: route.abort())
    page.goto(f"{site_url}id/guides/benefits/")
    with page.expect_event("requestfailed"):
        page.keyboard.press("/")
    assert _shown(page, "mutasi")
    page.unroute("**/examples.*.json")
    search(page, "")
    expect(page.locator("[data-part=examples]")).to_be_visible()
    page.trouble.clear()  # type: ignore[attr-defined]  # the refused request is logged by the browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dialog_with_examples_has_no_accessibility_violation(
    page: Page, site_url: str, scheme: str, language: Language
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}{language}/guides/benefits/")
    page.keyboard.press("/")
    expect(page.locator("[data-part=examples]")).to_be_visible()
    assert violations(page, "#kb-search") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "query"), [("id", "mutasi"), ("en", "zzyzx")])
def test_the_open_dialog_has_no_accessibility_violation(
    page: Page, site_url: str, scheme: str, language: str, query: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{site_url}{language}/guides/benefits/")
    search(page, query)
    expect(page.locator("#kb-search :is(ol, [data-part=empty]) a:visible").first).to_be_visible()
    assert violations(page, "#kb-search") == []


def _sentences() -> list[tuple[str, str, str]]:
    """Language, sentence and page: every sentence in quotation marks of the page that lists the problems."""
    return [
        (language, sentence, f"/{language}/problems/{slug}/")
        for language in ("id", "en")
        for sentences, slug in re.findall(
            r"^- (“.*”): \[[^\]]+\]\((.+)\.md\)$",
            (ROOT / "docs" / language / "problems" / "index.md").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        for sentence in re.findall(r"“([^”]+)”", sentences)
    ]


def _shown(page: Page, query: str) -> list[str]:
    """The paths of the results of a search that has ended, in order."""
    search(page, query)
    expect(page.locator("[data-part=results]")).to_have_attribute("aria-busy", "false")
    links = page.locator("[data-part=results] a")
    return [str(path) for path in links.evaluate_all("links => links.map(link => new URL(link.href).pathname)")]


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_sentence_of_the_list_of_problems_finds_its_page_among_the_first_three(
    page: Page, site_url: str, language: str
) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    asked = [(sentence, path) for spoken, sentence, path in _sentences() if spoken == language]
    assert len(asked) > 16
    missed = [(sentence, shown) for sentence, path in asked if path not in (shown := _shown(page, sentence))[:3]]
    assert missed == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_example_of_the_home_page_finds_its_problem_first(page: Page, site_url: str, language: str) -> None:
    text = (ROOT / "docs" / language / "index.md").read_text(encoding="utf-8")
    found = re.search(r'data-component="search-open">[^<]*“([^”]+)”', text)
    assert found is not None
    page.goto(f"{site_url}{language}/glossary/")
    shown = _shown(page, found[1])
    assert shown[0] == f"/{language}/problems/stalled-at-mou/"
    # Something to act with stands beside it: the list, or the clauses to decide.
    assert {f"/{language}/checklists/before-signing-mou/", f"/{language}/templates/clause-list/"} & set(shown)
    expect(page.locator("[data-part=status]")).not_to_contain_text(re.compile("sebagian|some of them"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_example_in_the_search_field_finds_something(
    page: Page, site_url: str, language: str, knowledge: Knowledge
) -> None:
    examples = knowledge.strings["search"]["placeholder"].in_language(language).partition(": ")[2]  # type: ignore[arg-type]
    page.goto(f"{site_url}{language}/glossary/")
    for example, slug in zip(
        examples.split(", "), ("turnover-of-officials", "stalled-at-mou", "data-not-shared"), strict=True
    ):
        assert f"/{language}/problems/{slug}/" in _shown(page, example)[:3]


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("id", "data pribadi", "checklists/before-sharing-data"),
        ("en", "data sharing personal data", "checklists/before-sharing-data"),
        ("id", "mangkrak", "problems/stalled-at-mou"),
        ("id", "kepercayaan", "guides/trust"),
        ("en", "trust", "guides/trust"),
    ],
)
def test_a_page_that_treats_the_subject_is_among_the_first_five(
    page: Page, site_url: str, language: str, query: str, path: str
) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    assert f"/{language}/{path}/" in _shown(page, query)[:5]


@pytest.fixture
def below_a_path(site_dir: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the site as a project page of a host has it: not at the root."""
    shutil.copytree(site_dir, tmp_path / "host" / "proyek")
    server = serving.start(tmp_path / "host")
    yield f"{serving.address(server)}proyek/"
    serving.stop(server)


def test_the_search_works_below_a_path_of_its_host(page: Page, below_a_path: str) -> None:
    page.goto(f"{below_a_path}id/guides/benefits/")
    search(page, "mutasi")
    link = page.locator("#kb-search ol a").first
    expect(link).to_be_visible()
    assert page.request.get(str(link.evaluate("link => link.href"))).ok
    assert str(link.evaluate("link => link.href")).startswith(below_a_path)
    page.trouble.clear()  # type: ignore[attr-defined]  # another origin than the one the fixture serves
