"""The parts of a case page: facts, results, timeline, people, reasons, lessons, checklist items."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import Tag

from macros.context import MacroError
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]


@pytest.fixture
def clinic(page_of: PageOf) -> RenderedPage:
    return page_of("id/cases/shared-clinic/", case="shared-clinic")


@pytest.fixture
def clinic_in_english(page_of: PageOf) -> RenderedPage:
    return page_of("en/cases/shared-clinic/", case="shared-clinic")


@pytest.fixture
def data_office(page_of: PageOf) -> RenderedPage:
    return page_of("en/cases/stalled-data-office/", case="stalled-data-office")


def facts(dom: Tag) -> dict[str, str]:
    """Term and description of each row, spaces made single."""
    rows = dom.select("dl > div")
    return {row.dt.get_text(): " ".join(row.dd.get_text().split()) for row in rows if row.dt and row.dd}


def cells(dom: Tag, measure: str) -> list[str]:
    """The cells of the row of results whose header is `measure`."""
    for row in dom.select("tbody tr"):
        if row.th and row.th.get_text() == measure:
            return [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
    raise AssertionError(f"no row {measure!r}")


def test_facts_name_place_period_people_and_the_date_of_verification_in_words(clinic: RenderedPage) -> None:
    found = facts(clinic.dom("case_facts"))
    assert found["Tempat"] == "Desa Contoh, Indonesia"
    assert found["Waktu"] == "2019\N{EN DASH}2022"
    assert found["Pihak yang terlibat"] == "3 pihak atau kelompok"
    assert found["Diperiksa pada"] == "12 Oktober 2026"


def test_facts_are_in_the_language_of_the_page(clinic_in_english: RenderedPage) -> None:
    found = facts(clinic_in_english.dom("case_facts"))
    assert found["Verified on"] == "12 October 2026"
    assert "Tempat" not in found


def test_the_evidence_grade_is_explained_in_visible_words(clinic: RenderedPage) -> None:
    dom = clinic.dom("case_facts")
    term = clinic.context.term("evidence", "independent-evaluation")
    assert term.label.id in dom.get_text()
    assert term.description.id in dom.get_text()
    assert "Kami membaca evaluasinya." in dom.get_text()


def test_cautions_are_visible_where_a_case_has_them(data_office: RenderedPage, clinic: RenderedPage) -> None:
    assert "Single source" in data_office.dom("case_facts").get_text()
    assert "Self-reported" in data_office.dom("case_facts").get_text()
    assert "Satu sumber" not in clinic.dom("case_facts").get_text()


def test_the_outcome_has_a_shape_beside_its_word(clinic: RenderedPage, data_office: RenderedPage) -> None:
    good = clinic.dom("case_facts").select_one(".kb-badge--good")
    bad = data_office.dom("case_facts").select_one(".kb-badge--bad")
    for badge, word in ((good, "Berhasil"), (bad, "Failed")):
        assert badge is not None
        assert word in badge.get_text()
        assert badge.select_one("[aria-hidden=true]") is not None


def test_an_end_that_is_not_known_is_not_claimed(data_office: RenderedPage) -> None:
    assert facts(data_office.dom("case_facts"))["Period"] == "from 2021, end not known to us"


def test_figures_have_separators_of_the_language_unit_year_and_approximation(
    clinic: RenderedPage, clinic_in_english: RenderedPage
) -> None:
    before, after, _ = cells(clinic.dom("case_results"), "Kunjungan per tahun")
    assert (before, after) == ("1.250 kunjungan, 2019", "sekitar 12.500,50 kunjungan, 2022")
    before, after, _ = cells(clinic_in_english.dom("case_results"), "Visits per year")
    assert (before, after) == ("1,250 visits, 2019", "about 12,500.50 visits, 2022")


def test_a_missing_earlier_figure_is_said_in_words(clinic: RenderedPage, clinic_in_english: RenderedPage) -> None:
    assert cells(clinic.dom("case_results"), "Anak yang diimunisasi")[0] == "tidak ada data awal"
    assert cells(clinic_in_english.dom("case_results"), "Children immunised")[0] == "no earlier figure"
    assert "tidak ada data awal" not in cells(clinic.dom("case_results"), "Kunjungan per tahun")[0]


def test_a_finding_in_words_stands_across_both_columns_with_its_year(clinic: RenderedPage) -> None:
    dom = clinic.dom("case_results")
    finding = next(cell for cell in dom.select("td[data-label]") if "lebih dekat" in cell.get_text())
    assert finding["colspan"] == "2"
    assert "2022" in finding.get_text()


def test_the_scale_of_the_work_shows_its_earlier_figure_too(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "case_studies/shared-clinic.yml"
    measured = "after: {value: 3, year: 2022}"
    path.write_text(path.read_text().replace(measured, f"before: {{value: 1250, year: 2019}}\n    {measured}"))
    row = page_of("en/cases/shared-clinic/", case="shared-clinic").dom("case_results").select_one("dl dd")
    assert row is not None
    assert " ".join(row.get_text().split()).startswith("Before: 1,250 people, 2019. After: 3 people, 2022")


def test_the_table_of_results_has_a_caption_and_headers_with_scope(clinic: RenderedPage) -> None:
    dom = clinic.dom("case_results")
    table = dom.select_one("table")
    assert table is not None and table.caption is not None and table.caption.get_text()
    assert {th["scope"] for th in table.select("thead th")} == {"col"}
    assert {th["scope"] for th in table.select("tbody th")} == {"row"}
    assert all(cell.get("data-label") for cell in table.select("tbody tr:has(th) td"))


def test_every_figure_leads_to_a_source_that_the_page_lists(clinic: RenderedPage) -> None:
    results, listed = clinic.dom("case_results"), clinic.dom("sources")
    rows = [row for row in results.select("tbody tr") if row.th]
    for row in rows:
        links = row.select("a[href^='#source-']")
        assert links
        assert all(listed.select_one(str(link["href"])) for link in links)


def test_events_are_dated_as_exactly_as_their_source(clinic: RenderedPage, clinic_in_english: RenderedPage) -> None:
    times = clinic.dom("case_timeline").select("time")
    assert [time.get_text() for time in times] == ["2019", "Maret 2020", "5 November 2022"]
    assert [time["datetime"] for time in times] == ["2019", "2020-03", "2022-11-05"]
    assert clinic_in_english.dom("case_timeline").select("time")[1].get_text() == "March 2020"


def test_partners_show_name_type_and_role(clinic: RenderedPage) -> None:
    first = clinic.dom("case_partners").select_one("tbody tr")
    assert first is not None and first.th is not None and first.td is not None
    text = first.th.get_text()
    assert "Pemerintah Desa Contoh" in text and "Menyediakan gedung." in first.td.get_text()
    assert clinic.context.label("partner_type", "regional-government") in text


def test_an_unknown_part_of_the_arrangement_is_said_to_be_unknown(clinic: RenderedPage) -> None:
    found = facts(clinic.dom("case_arrangement"))
    assert found["Data"] == "Tidak disebut dalam sumber yang kami baca."
    assert found["Pendanaan"] == "Dana desa dan anggaran universitas."


def test_a_challenge_leads_to_the_guide_that_treats_it(clinic: RenderedPage, data_office: RenderedPage) -> None:
    link = clinic.dom("case_challenges").select_one("strong a")
    assert link is not None and link["href"] == "../../guides/challenges/#low-trust"
    # No page treats the turnover of officials in the miniature: the link leads to the cases that had it.
    cases = data_office.dom("case_challenges").select_one("strong a")
    assert cases is not None and cases["href"] == "../../cases/?challenge=turnover-of-officials"


def test_a_problem_page_comes_before_the_guide(page_of: PageOf, miniature: Path) -> None:
    for language in ("id", "en"):
        path = miniature / f"docs/{language}/problems/low-trust.md"
        path.parent.mkdir()
        path.write_text("---\ntitle: A\ndescription: B\nreviewed: 2026-11-21\n---\n\n# A\n")
    link = page_of("id/cases/shared-clinic/", case="shared-clinic").dom("case_challenges").select_one("strong a")
    assert link is not None and link["href"] == "../../problems/low-trust/"


def test_a_sector_leads_to_the_theme_that_shows_its_cases(
    page_of: PageOf, miniature: Path, clinic: RenderedPage
) -> None:
    assert clinic.dom("case_facts").select("dd a") == []
    path = miniature / "docs/id/themes/health-together.md"
    path.parent.mkdir()
    page = "---\ntitle: A\ndescription: B\nreviewed: 2026-11-21\n---\n\n# A\n\n"
    path.write_text(page + '{{ case_cards(sector="health") }}\n')
    link = page_of("id/cases/shared-clinic/", case="shared-clinic").dom("case_facts").select_one("dd a")
    assert link is not None and link["href"] == "../../themes/health-together/"


def test_a_case_without_enablers_says_so(clinic: RenderedPage, data_office: RenderedPage) -> None:
    assert "The sources we read name nothing" in data_office.dom("case_enablers").get_text()
    assert "Tokoh adat" in clinic.dom("case_enablers").get_text()


def test_lessons_are_said_to_be_ours(clinic: RenderedPage) -> None:
    text = clinic.dom("case_lessons").get_text()
    assert "Mulai dari gedung yang sudah ada." in text
    assert "Ada universitas yang bersedia." in text
    assert "kesimpulan kami" in text


def test_items_lead_to_their_place_on_the_list_that_shows_them(clinic: RenderedPage, data_office: RenderedPage) -> None:
    links = {str(link["href"]) for link in clinic.dom("case_items").select("a")}
    assert links == {
        "../../checklists/first-meeting/",
        "../../checklists/first-meeting/#item-state-the-problem",
        "../../checklists/first-meeting/#item-name-a-deputy",
    }
    assert "#item-state-the-problem" not in str(data_office.dom("case_items"))


def test_retired_items_are_not_shown(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "checklists/first-meeting.yml"
    text = path.read_text().replace(
        "    cases: [shared-clinic]\n", "    cases: [shared-clinic]\n    retired: 2026-11-01\n"
    )
    path.write_text(text)
    dom = page_of("id/cases/shared-clinic/", case="shared-clinic").dom("case_items")
    assert "Sepakati masalahnya" not in dom.get_text()
    assert "Tunjuk wakil narahubung." in dom.get_text()


def test_a_case_macro_on_a_page_of_no_case_fails_naming_the_page(page_of: PageOf) -> None:
    with pytest.raises(MacroError, match=r"docs/en/guides/challenges\.md: .* / the front matter of this page"):
        page_of("en/guides/challenges/").call("case_facts")


def test_a_case_without_items_says_so_in_one_line(page_of: PageOf, miniature: Path, clinic: RenderedPage) -> None:
    path = miniature / "checklists/first-meeting.yml"
    path.write_text(path.read_text().replace("stalled-data-office", "shared-clinic"))
    without = page_of("en/cases/stalled-data-office/", case="stalled-data-office").dom("case_items")
    assert without.select("li") == []
    assert "No checklist item refers" in without.get_text()
    assert clinic.context.t.case.items_lead in clinic.dom("case_items").get_text()


def test_a_case_without_items_leads_to_the_lists_for_what_was_hard_in_it(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "checklists/first-meeting.yml"
    path.write_text(path.read_text().replace("stalled-data-office", "shared-clinic"))
    problem = miniature / "docs/en/problems/turnover-of-officials.md"
    problem.parent.mkdir()
    problem.write_text(
        "---\ntitle: A\ndescription: A.\nreviewed: 2026-11-21\n---\n\n# A\n\n"
        + '{{ checklist_link("first-meeting") }}\n'
    )
    page = page_of("en/cases/stalled-data-office/", case="stalled-data-office")
    dom = page.dom("case_items")
    assert page.context.t.case.lists_instead in dom.get_text()
    assert [str(link["href"]) for link in dom.select("li a")] == ["../../checklists/first-meeting/"]


def test_a_case_page_ends_with_similar_cases_and_what_they_share(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "case_studies/stalled-data-office.yml"
    path.write_text(path.read_text().replace("challenge: turnover-of-officials", "challenge: low-trust"))
    foot = page_of("en/cases/shared-clinic/", case="shared-clinic").dom("sources")
    near = foot.select_one(".kb-related li")
    assert near is not None and near.a is not None
    assert near.a["href"] == "../../cases/stalled-data-office/"
    assert "Shares: Low trust" in " ".join(near.get_text().split())
    assert [heading["id"] for heading in foot.select("h2")] == ["related-cases", "cite-this-case"]


def test_a_case_without_a_similar_one_names_none(clinic: RenderedPage) -> None:
    assert [heading["id"] for heading in clinic.dom("sources").select("h2")] == ["cite-this-case"]


def test_the_line_to_cite_names_title_date_and_address(clinic: RenderedPage, page_of: PageOf) -> None:
    line = clinic.dom("sources").select_one(".kb-quote__line")
    assert line is not None
    title = clinic.context.knowledge.pages["id", "cases/shared-clinic"].meta
    assert title is not None
    assert f"“{title.title}”" in line.get_text()
    assert "12 Oktober 2026" in line.get_text()
    assert line.get_text().endswith("http://127.0.0.1:8000/id/cases/shared-clinic/")
    assert page_of("id/guides/challenges/").dom("sources").select_one(".kb-quote") is None
