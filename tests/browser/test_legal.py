"""The instrument chooser as people use it: by keyboard, on a phone, without JavaScript, on paper, and back again."""

import re
from io import BytesIO
from itertools import product
from random import Random
from unicodedata import normalize
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from simpul.instruments import documents_for, form_for, in_order
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language
from tests.conftest import DESKTOP, PHONE, violations


def shown(page: Page) -> list[str]:
    found: list[str] = page.locator('[data-component="document"]:visible').evaluate_all(
        "(all) => all.map((one) => one.dataset.slug)"
    )
    return found


def open_chooser(page: Page, site_url: str, language: Language = "id", query: str = "") -> None:
    page.goto(f"{site_url}{language}/legal/{query}")
    expect(page.locator('[data-component="count"]')).not_to_be_empty()


def to_list(page: Page) -> Locator:
    return page.locator('[data-component="to-list"]')


def query_of(link: Locator) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link.get_attribute("href") or "").query)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_officer_finds_the_document_by_keyboard_on_a_phone(page: Page, site_url: str, language: Language) -> None:
    page.set_viewport_size(PHONE)
    open_chooser(page, site_url, language)
    first = page.locator('[name="parties"]').first
    expect(first).to_be_in_viewport()  # the first screen holds the first question
    first.focus()
    page.keyboard.press("ArrowDown")  # two regional governments
    expect(page).to_have_url(re.compile(r"\?parties=region-region$"))
    assert shown(page) == ["joint-accord", "regional-agreement"]
    page.locator("summary").filter(has_text=re.compile(r"^3\.")).press("Enter")
    page.locator('[name="money"][value="not-budgeted"]').press("Space")
    assert shown(page) == ["dprd-approval", "joint-accord", "regional-agreement"]
    expect(page.locator('[data-component="count"]')).to_contain_text("3")
    page.locator(".kb-questions__foot a").press("Enter")
    expect(page.locator("#documents")).to_be_focused()


def test_the_page_chooses_as_the_rule_does_for_every_pair_of_answers(
    page: Page, site_url: str, knowledge: Knowledge
) -> None:
    instruments = knowledge.instruments
    values = {name: list(question.choices) for name, question in instruments.questions.items()}
    answers = [{"parties": p, "money": m} for p, m in product(values["parties"], values["money"])]
    chance = Random(20261121)
    answers += [{name: chance.choice(of) for name, of in values.items()} for _ in range(60)]
    open_chooser(page, site_url)
    found = page.evaluate(
        """(all) => all.map((answers) => {
          const form = document.querySelector("[data-component=questions]");
          for (const input of form.querySelectorAll("input")) input.checked = answers[input.name] === input.value;
          form.dispatchEvent(new Event("change", { bubbles: true }));
          const slugs = [...document.querySelectorAll("[data-component=document]:not([hidden])")];
          const link = document.querySelector("[data-component=to-list]");
          return [slugs.map((one) => one.dataset.slug), new URL(link.href).searchParams.get("form")];
        })""",
        answers,
    )
    for one, (slugs, form) in zip(answers, found, strict=True):
        chosen = {name: [value] for name, value in one.items()}
        assert slugs == [document.slug for document in documents_for(instruments, chosen)], one
        assert form == form_for(instruments, chosen), one


def test_the_answers_stand_in_the_address_and_in_the_other_language(page: Page, site_url: str) -> None:
    query = "?parties=ministry-partner&data=personal&condition=public-service&condition=emergency"
    open_chooser(page, site_url, query=query)
    before = shown(page)
    assert before == ["mou", "agreement", "data-sharing", "personal-data-roles", "service-standard", "emergency-report"]
    page.locator('[data-component="language"]').click()
    page.wait_for_url(f"**/en/legal/{query}")
    assert shown(page) == before
    expect(page.locator('[data-component="answers"]')).to_contain_text("Yes, with personal data")
    page.locator('[type="reset"]').click()
    expect(page).to_have_url(re.compile(r"/en/legal/$"))
    expect(page.locator('[data-component="answers"]')).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_we_know_of_no_document_the_page_says_so_and_names_the_office(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    open_chooser(page, site_url, language, "?parties=village-elsewhere")
    assert shown(page) == []
    strings = knowledge.strings["legal"]
    expect(page.locator('[data-component="count"]')).to_have_text(strings["nothing"].in_language(language))
    expect(page.locator('[data-component="nothing"]')).to_be_visible()
    office = {"id": "camat", "en": "sub-district head"}[language]
    expect(page.locator('[data-component="ask"]')).to_contain_text(office)
    expect(to_list(page)).to_be_hidden()
    page.locator('[name="parties"][value="same-government"]').check()
    expect(page.locator('[data-component="nothing"]')).to_be_hidden()
    expect(page.locator('[data-component="ask"]')).to_be_hidden()


def test_while_nothing_is_answered_everything_can_be_read(page: Page, site_url: str, knowledge: Knowledge) -> None:
    open_chooser(page, site_url)
    assert shown(page) == [document.slug for document in in_order(knowledge.instruments)]
    expect(page.locator('[data-component="paths"]')).to_be_visible()


def test_the_way_back_to_the_generator_takes_its_answers_and_the_form_along(page: Page, site_url: str) -> None:
    state = "pause_point=first-meeting&form=unknown&role=all&condition=public-money&taken_in=name-a-chair"
    open_chooser(page, site_url, query=f"?return={quote(state)}")
    expect(to_list(page)).to_have_text("Kembali ke daftar periksa")
    assert query_of(to_list(page))["form"] == ["unknown"]
    page.locator('[name="parties"][value="centre-region"]').check()
    expected = parse_qs(state) | {"form": ["central-regional"]}
    assert query_of(to_list(page)) == expected
    page.reload()
    expect(page.locator('[name="parties"][value="centre-region"]')).to_be_checked()
    assert query_of(to_list(page)) == expected
    to_list(page).click()
    expect(page.locator('[data-component="count"]')).not_to_be_empty(timeout=30_000)
    expect(page.locator('[name="form"][value="central-regional"]')).to_be_checked()
    expect(page.locator('[name="pause_point"][value="first-meeting"]')).to_be_checked()


@pytest.mark.parametrize(
    "state",
    [
        "https://evil.example/?form=data-sharing",
        "//evil.example",
        "javascript:alert(1)",
        "__proto__=x&constructor=form&toString=a",
        "form=<img src=x onerror=alert(1)>&role=nobody",
        "taken_in=../../evil&taken_in=%2F%2Fevil",
        "x" * 5000,
    ],
)
def test_a_way_back_that_somebody_made_up_leads_nowhere_else(page: Page, site_url: str, state: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    open_chooser(page, site_url, "en", f"?parties=region-region&return={quote(state)}")
    address = to_list(page).evaluate("(link) => link.href")
    assert address.startswith(f"{site_url}en/checklists/?")
    kept = query_of(to_list(page))
    assert kept.pop("form") == ["regional-cooperation"]
    assert kept == {}
    notice = page.locator('[data-component="unknown"]')
    expect(notice).to_be_visible()
    assert notice.locator("img").count() == 0
    assert dialogs == []


def test_what_an_address_says_that_is_not_known_is_named_and_does_nothing(page: Page, site_url: str) -> None:
    open_chooser(page, site_url, query="?parties=nobody&__proto__=x&money=none&money=budgeted&data=%3Cb%3E")
    names = page.locator('[data-component="unknown"] li')
    expect(names).to_have_text(["parties=nobody", "__proto__=x", "money=budgeted", "data=<b>"])
    expect(page.locator('[name="money"][value="none"]')).to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_table_and_every_document_can_be_read(
    plain_page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    plain_page.goto(f"{site_url}{language}/legal/")
    expect(plain_page.locator('[data-component="questions"]')).to_be_hidden()
    expect(to_list(plain_page)).to_be_hidden()
    assert len(shown(plain_page)) == len(knowledge.instruments.documents)
    rows = plain_page.locator('[data-component="paths"] tbody tr:visible')
    expect(rows).to_have_count(len(knowledge.instruments.questions["parties"].choices))


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_on_paper_the_answers_stand_above_the_documents_they_chose(page: Page, site_url: str, paper: str) -> None:
    open_chooser(page, site_url, query="?parties=region-civil-society&foreign=foreign")
    size = {"format": "A4"} if paper == "A4" else {"width": "215mm", "height": "330mm"}
    pdf = PdfReader(BytesIO(page.pdf(**size)))  # type: ignore[arg-type]
    text = " ".join(normalize("NFKC", " ".join(sheet.extract_text() for sheet in pdf.pages)).split())
    for part in (
        "Jawaban Anda:",
        "Pihak luar negeri: Ada",
        "1. Konsultasi",
        "2. Naskah kerja sama daerah",
        "bukan nasihat hukum",
    ):
        assert part in text
    assert "Swakelola" not in text
    assert "Kosongkan jawaban" not in text
    assert len(pdf.pages) <= 3


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_open_questions_and_chosen_documents(
    page: Page, site_url: str, language: Language, viewport: dict[str, int], scheme: str
) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_chooser(page, site_url, language, "?parties=village-elsewhere&x=y&data=personal&return=a")
    page.evaluate("for (const one of document.querySelectorAll('.kb-question')) one.open = true")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_regulation_is_on_its_page_under_its_question(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page.goto(f"{site_url}{language}/legal/regulations/")
    for topic in knowledge.topics:
        expect(page.locator(f"h2#{topic}")).to_be_visible()
    ids = page.locator(".kb-regulation").evaluate_all("(all) => all.map((one) => one.id)")
    assert sorted(ids) == sorted(f"regulation-{slug}" for slug in knowledge.regulations)
