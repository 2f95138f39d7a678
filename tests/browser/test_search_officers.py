"""What officials type, as they type it: the page that helps is among the first three, and no page about the site is."""

import pytest
from playwright.sync_api import Page, expect

from simpul.finish.words import search_examples
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES, Language

# Each query with the pages any of which helps.
ASKED = {
    "id": {
        "MoU tidak jalan": {"problems/stalled-at-mou"},
        "MOU": {"problems/stalled-at-mou", "checklists/before-signing-mou"},
        "data tidak dibagi": {"problems/data-not-shared"},
        "pejabat diganti": {"problems/turnover-of-officials"},
        "mutasi": {"problems/turnover-of-officials"},
        "rapat tanpa tindak lanjut": {"problems/weak-communication"},
        "mitra pasif": {"problems/wrong-or-passive-partners"},
        "anggaran beda tahun": {"problems/budget-out-of-step"},
        "siapa tanda tangan PKS": {"legal", "checklists/before-signing-agreement"},
        "perjanjian kerjasama": {"legal", "checklists/before-signing-agreement"},
        "kerjasama": {"legal", "start/choose-a-form", "checklists/before-signing-agreement"},
        "berita acara serah terima": {"templates/hand-over-memo"},
        "stunting": {"cases/stranas-stunting-konvergensi", "cases/sumedang-simpati-stunting"},
        "banjir": {"themes/disaster-response", "cases/garut-2016-klaster-kesehatan"},
        "bencana": {"themes/disaster-response"},
        "kemiskinan": {"themes/poverty-reduction"},
        "walidata": {"checklists/before-sharing-data", "problems/data-not-shared"},
        "daftar periksa rapat pertama": {"checklists/first-meeting"},
        "format notulen": {"templates/meeting-minutes"},
        "contoh PKS": {"templates/clause-list"},
        "siapa penanggung jawab": {"problems/unclear-roles", "templates/role-matrix"},
        "tupoksi tumpang tindih": {"problems/unclear-roles"},
        "dasar hukum kerja sama daerah": {"problems/unclear-mandate", "legal/regulations"},
        "mengakhiri kerja sama": {"guides/sustain-or-end", "checklists/renew-scale-or-end"},
        "manajemen risiko": {"templates/risk-register"},
        "monev": {"templates/evaluation-feedback-sheet"},
        "sengketa": {"checklists/trouble-or-dispute"},
        "pembagian tugas": {"templates/role-matrix", "problems/unclear-roles"},
    },
    "en": {
        "The MoU goes nowhere": {"problems/stalled-at-mou"},
        "MoU": {"problems/stalled-at-mou", "checklists/before-signing-mou"},
        "they will not share data": {"problems/data-not-shared"},
        "officials replaced": {"problems/turnover-of-officials"},
        "turnover": {"problems/turnover-of-officials"},
        "meetings without follow-up": {"problems/weak-communication"},
        "passive partner": {"problems/wrong-or-passive-partners"},
        "budget years differ": {"problems/budget-out-of-step"},
        "who signs the agreement": {"legal", "checklists/before-signing-agreement"},
        "cooperation agreement": {"legal", "checklists/before-signing-agreement"},
        "handover": {"templates/hand-over-memo"},
        "stunting": {"cases/stranas-stunting-konvergensi", "cases/sumedang-simpati-stunting"},
        "flood": {"themes/disaster-response", "cases/garut-2016-klaster-kesehatan"},
        "disaster": {"themes/disaster-response"},
        "poverty": {"themes/poverty-reduction"},
        "data steward": {"checklists/before-sharing-data", "problems/data-not-shared"},
        "first meeting checklist": {"checklists/first-meeting"},
        "minutes template": {"templates/meeting-minutes"},
        "overlapping roles": {"problems/unclear-roles"},
        "legal basis": {"problems/unclear-mandate"},
        "end the collaboration": {"guides/sustain-or-end", "checklists/renew-scale-or-end"},
        "extend the agreement": {"guides/sustain-or-end", "checklists/renew-scale-or-end"},
        "risk management": {"templates/risk-register"},
        "monitoring and evaluation": {"templates/evaluation-feedback-sheet"},
        "dispute": {"checklists/trouble-or-dispute"},
        "division of tasks": {"templates/role-matrix", "problems/unclear-roles"},
        "colaboration": {"start/should-we-collaborate"},
    },
}

# The page that each example of the empty dialog leads to.
EXAMPLES = {
    "id": {
        "sudah MoU, lalu apa": "problems/stalled-at-mou",
        "data tidak sama": "problems/data-not-shared",
        "mutasi lagi": "problems/turnover-of-officials",
        "rapat terus": "problems/weak-communication",
        "tidak ada anggaran": "problems/budget-out-of-step",
        "ini tugas siapa": "problems/unclear-roles",
    },
    "en": {
        "nothing after the MoU": "problems/stalled-at-mou",
        "a new official": "problems/turnover-of-officials",
        "nobody follows up": "problems/weak-communication",
        "no budget": "problems/budget-out-of-step",
        "our partners are passive": "problems/wrong-or-passive-partners",
        "who signs": "checklists/before-signing-agreement",
    },
}


@pytest.mark.parametrize("language", ASKED)
def test_the_page_that_helps_is_among_the_first_three(page: Page, site_url: str, language: str) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    page.keyboard.press("/")
    missed, about_the_site = {}, {}
    for query, wanted in ASKED[language].items():
        page.locator("#kb-search-input").fill(query)
        expect(page.locator("[data-part=results]")).to_have_attribute("aria-busy", "false")
        paths = page.locator("[data-part=results] a").evaluate_all("links => links.map(link => link.pathname)")
        first = [path.strip("/").partition("/")[2] for path in paths[:3]]
        if not wanted & set(first):
            missed[query] = first
        if set(first) & {"glossary", "sources", "about"} or any(path.startswith("contribute") for path in first):
            about_the_site[query] = first
    assert missed == {}
    assert about_the_site == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_finds_the_page_that_helps_first(
    page: Page, site_url: str, knowledge: Knowledge, language: Language
) -> None:
    page.goto(f"{site_url}{language}/glossary/")
    page.keyboard.press("/")
    found = {}
    for query in search_examples(knowledge)[language]["queries"]:
        page.locator("#kb-search-input").fill("")
        page.locator("[data-part=examples]").get_by_role("button", name=query, exact=True).click()
        expect(page.locator("[data-part=results]")).to_have_attribute("aria-busy", "false")
        first = page.locator("[data-part=results] a").first
        found[query] = str(first.evaluate("link => link.pathname")).strip("/").partition("/")[2]
    assert found == EXAMPLES[language]
