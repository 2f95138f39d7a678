"""Cases as cards: which ones, in which order, and where they lead."""

from collections.abc import Callable

import pytest

from macros.context import MacroError
from tests.render.conftest import RenderedPage

PageOf = Callable[..., RenderedPage]
CLINIC, OFFICE = "Klinik bersama dua desa", "Kantor data bersama yang terhenti"


@pytest.fixture
def guide(page_of: PageOf) -> RenderedPage:
    return page_of("id/guides/challenges/")


def titles(page: RenderedPage, name: str, *arguments: object, **named: object) -> list[str]:
    return [title.get_text() for title in page.dom(name, *arguments, **named).select(".kb-card__title")]


def test_a_card_shows_summary_place_period_and_outcome_and_leads_to_the_case(guide: RenderedPage) -> None:
    card = guide.dom("case_card", "shared-clinic").select_one("li.kb-card")
    assert card is not None
    for part in ("kunjungan naik", "Desa Contoh", "2019\N{EN DASH}2022", "Berhasil"):
        assert part in card.get_text()
    link = card.select_one("a")
    assert link is not None and link["href"] == "../../cases/shared-clinic/"


@pytest.mark.parametrize(
    ("facets", "found"),
    [
        ({"challenge": "low-trust"}, [CLINIC]),
        ({"enabler": "relationships-and-trust"}, [CLINIC]),
        ({"sector": "villages"}, [OFFICE, CLINIC]),
        ({"sector": "villages", "form": "data-sharing"}, [OFFICE]),
        ({"instrument": "none"}, [OFFICE]),
        ({"partner_type": "community"}, [CLINIC]),
        ({"level": "village"}, [CLINIC]),
        ({"status": "stopped"}, [OFFICE]),
        ({"outcome": "succeeded"}, [CLINIC]),
        ({"evidence": "press"}, [OFFICE]),
    ],
)
def test_cards_are_those_of_every_facet_asked_for(
    guide: RenderedPage, facets: dict[str, str], found: list[str]
) -> None:
    assert titles(guide, "case_cards", **facets) == found


def test_no_case_is_said_in_words(guide: RenderedPage) -> None:
    dom = guide.dom("case_cards", outcome="mixed")
    assert "Belum ada kasus" in dom.get_text()
    assert dom.select(".kb-card") == []


def test_a_facet_or_value_that_does_not_exist_fails_with_a_suggestion(guide: RenderedPage) -> None:
    with pytest.raises(MacroError, match=r"maksud Anda 'challenge'.*did you mean 'challenge'"):
        guide.call("case_cards", chalenge="low-trust")
    with pytest.raises(MacroError, match="did you mean 'low-trust'"):
        guide.call("case_cards", challenge="low-trusts")


def test_a_case_that_does_not_exist_fails_with_a_suggestion(guide: RenderedPage) -> None:
    with pytest.raises(MacroError, match=r"docs/id/guides/challenges\.md: .*did you mean 'shared-clinic'"):
        guide.call("case_card", "shared-clinics")


def test_fresh_cases_are_the_ones_verified_last(page_of: PageOf) -> None:
    home = page_of("id/")
    assert titles(home, "fresh_cases", 1) == [OFFICE]
    assert titles(home, "fresh_cases", 5) == [OFFICE, CLINIC]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("id/", "cases/shared-clinic/"),
        ("id/cases/", "../cases/shared-clinic/"),
        ("id/cases/stalled-data-office/", "../../cases/shared-clinic/"),
    ],
)
def test_links_are_relative_so_that_the_site_works_under_any_folder(page_of: PageOf, url: str, link: str) -> None:
    anchor = page_of(url).dom("case_card", "shared-clinic").select_one("a")
    assert anchor is not None and anchor["href"] == link


@pytest.mark.parametrize(
    ("url", "path", "link"),
    [
        ("id/", "index", "./"),
        ("id/guides/challenges/", "index", "../../"),
        ("id/guides/challenges/", "cases/index", "../../cases/"),
        ("id/", "guides/challenges#low-trust", "guides/challenges/#low-trust"),
    ],
)
def test_links_to_pages_with_an_index_or_a_fragment(page_of: PageOf, url: str, path: str, link: str) -> None:
    assert page_of(url).context.link(path) == link
