"""Citations in the text and the list of sources at the foot of a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.context import MacroError
from tests.render.conftest import RenderedPage, as_dom

PageOf = Callable[..., RenderedPage]


@pytest.fixture
def guide(page_of: PageOf) -> RenderedPage:
    return page_of("id/guides/challenges/")


@pytest.fixture
def clinic(page_of: PageOf) -> RenderedPage:
    return page_of("id/cases/shared-clinic/", case="shared-clinic")


def test_works_are_cited_by_author_and_year_in_each_language(page_of: PageOf, guide: RenderedPage) -> None:
    english = page_of("en/guides/challenges/")
    keys = ("klijn-et-al-2010", "ansell-gash-2008")
    assert guide.dom("cite", *keys).get_text() == "(Klijn dkk. 2010; Ansell dan Gash 2008)"
    assert english.dom("cite", *keys).get_text() == "(Klijn et al. 2010; Ansell and Gash 2008)"


def test_regulations_are_cited_by_number_and_sources_of_a_case_by_publisher_and_year(guide: RenderedPage) -> None:
    assert guide.dom("cite", "pp-28-2018").get_text() == "(PP 28/2018)"
    assert guide.dom("cite", "shared-clinic/village-2021").get_text() == "(Pemerintah Desa Contoh 2021)"


def test_on_its_own_page_a_source_of_the_case_needs_no_prefix(clinic: RenderedPage, guide: RenderedPage) -> None:
    assert clinic.dom("cite", "village-2021").get_text() == "(Pemerintah Desa Contoh 2021)"
    with pytest.raises(MacroError):
        guide.call("cite", "village-2021")


def test_labels_that_would_be_equal_get_letters(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "data/literature.yml"
    second = path.read_text().split("  klijn-et-al-2010:", 1)[1]
    path.write_text(path.read_text() + "  klijn-et-al-2010-b:" + second)
    text = page_of("en/guides/challenges/").dom("cite", "klijn-et-al-2010", "klijn-et-al-2010-b", "ansell-gash-2008")
    assert text.get_text() == "(Klijn et al. 2010a; Klijn et al. 2010b; Ansell and Gash 2008)"


def test_sources_without_a_date_are_told_apart_by_a_letter_of_its_own(page_of: PageOf, miniature: Path) -> None:
    path = miniature / "case_studies/shared-clinic.yml"
    path.write_text(
        path.read_text()
        + """  undated-one: {title: Laman, publisher: Dinas Contoh, url: "https://one.example/"}
  undated-two: {title: Laman, publisher: Dinas Contoh, url: "https://two.example/"}
"""
    )
    clinic = page_of("id/cases/shared-clinic/", case="shared-clinic")
    text = clinic.dom("cite", "undated-one", "undated-two").get_text()
    assert text == "(Dinas Contoh tanpa tahun a; Dinas Contoh tanpa tahun b)"


def test_a_citation_leads_to_its_entry_and_the_entry_back_to_the_first_citation(guide: RenderedPage) -> None:
    page = as_dom(
        f"A {guide.call('cite', 'klijn-et-al-2010')}. B {guide.call('cite', 'klijn-et-al-2010')}.\n\n"
        + guide.call("sources")
    )
    first, second = page.select(".kb-cite a")
    entry = page.select_one(str(first["href"]))
    assert entry is not None and first["href"] == second["href"]
    back = entry.select_one("a.kb-sources__back")
    assert back is not None and back["href"] == f"#{first['id']}"
    assert back["aria-label"] == "Kembali ke teks: Klijn dkk. 2010"
    assert not second.has_attr("id")


def test_sources_come_in_the_order_of_first_citation_and_only_if_cited(guide: RenderedPage) -> None:
    guide.call("cite", "pp-28-2018")
    guide.call("verdict", "challenge-low-trust")
    found = [str(item["id"]) for item in guide.dom("sources").select("li")]
    assert found == ["source-pp-28-2018", "source-ansell-gash-2008", "source-klijn-et-al-2010"]


def test_a_case_page_lists_all_sources_of_the_case_cited_or_not(clinic: RenderedPage) -> None:
    clinic.call("cite", "village-2021")
    items = clinic.dom("sources").select("li")
    assert [item["id"] for item in items] == ["source-village-2021", "source-evaluation-2022", "source-news"]
    assert items[0].select_one(".kb-sources__back") is not None
    assert items[1].select_one(".kb-sources__back") is None


def test_an_entry_says_what_was_read_and_links_outside(guide: RenderedPage) -> None:
    guide.call("cite", "ansell-gash-2008")
    item = guide.dom("sources").select_one("li")
    assert item is not None
    assert "Yang kami baca: Abstrak." in item.get_text()
    link = item.select_one("a")
    assert link is not None and link["href"] == "https://doi.org/10.1093/jopart/mum032"
    assert "external" in link["rel"]


def test_copies_and_reports_of_a_party_are_said_in_words(clinic: RenderedPage) -> None:
    dom = clinic.dom("sources")
    copy, other = dom.select_one("#source-village-2021"), dom.select_one("#source-evaluation-2022")
    assert copy is not None and other is not None
    for words in ("Salinan, bukan di situs penerbit.", "Ditulis oleh pihak yang terlibat."):
        assert words in copy.get_text()
        assert words not in other.get_text()


def test_a_source_without_a_year_says_so(clinic: RenderedPage) -> None:
    assert clinic.dom("cite", "news").get_text() == "(Media Contoh tanpa tahun)"


def test_an_unknown_key_fails_with_the_page_and_a_suggestion_in_both_languages(guide: RenderedPage) -> None:
    expected = (
        r"docs/id/guides/challenges\.md: sumber 'klijn-2010' tidak dikenal; maksud Anda 'klijn-et-al-2010'\? / "
        r"unknown source 'klijn-2010'; did you mean 'klijn-et-al-2010'\?"
    )
    with pytest.raises(MacroError, match=expected):
        guide.call("cite", "klijn-2010")


def test_an_unknown_source_of_another_case_suggests_one_of_that_case(guide: RenderedPage) -> None:
    with pytest.raises(MacroError, match="did you mean 'shared-clinic/village-2021'"):
        guide.call("cite", "shared-clinic/village-2012")


def test_citing_nothing_fails(guide: RenderedPage) -> None:
    with pytest.raises(MacroError, match="at least one key"):
        guide.call("cite")


def test_something_new_cited_below_the_list_fails_and_something_listed_does_not(clinic: RenderedPage) -> None:
    clinic.call("sources")
    assert clinic.dom("cite", "village-2021").get_text()
    with pytest.raises(MacroError, match=r"move sources\(\) to the end"):
        clinic.call("cite", "pp-28-2018")


def test_a_page_that_cites_nothing_says_so(guide: RenderedPage) -> None:
    assert guide.dom("sources").get_text(strip=True) == "Halaman ini tidak mengutip sumber."


def test_the_list_of_everything_read_says_what_each_work_is_used_for(page_of: PageOf) -> None:
    dom = page_of("en/sources/").dom("source_list")
    work = dom.select_one("#source-klijn-et-al-2010")
    assert work is not None
    assert "Used for: Trust goes with results." in work.get_text()
    assert "Its limits: In the Netherlands only." in work.get_text()
    other = dom.select_one("#source-ansell-gash-2008")
    assert other is not None and "Its limits" not in other.get_text()


def test_sources_of_cases_are_folded_under_their_case(page_of: PageOf) -> None:
    folded = page_of("en/sources/").dom("source_list").select("details")
    assert [one.select_one("summary").get_text() for one in folded] == [  # type: ignore[union-attr]
        "A clinic shared by two villages (3)",
        "A joint data office that stalled (1)",
    ]
    assert not folded[0].has_attr("open")
