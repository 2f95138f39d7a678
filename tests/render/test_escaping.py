"""Text from data stays text: neither HTML nor Markdown nor Jinja in it comes to life."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.render.conftest import RenderedPage, as_dom

PageOf = Callable[..., RenderedPage]

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><b>bold</b>",
    "{{ 7 * 7 }} {% raw %} {# c #}",
    "[x](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "**bold** _em_ __strong__ *em*",
    "`code` ```fence```",
    "a & b &amp; &lt; &copy;",
    "<http://example.org> # heading {: .cls } { #anchor }",
    "~~~ ::: !!! ??? ==mark== \\* \\",
    "| a | b |",
]
NOT_OURS = ["script", "img", "b", "em", "code", "pre", "h1", "hr"]


def with_text(miniature: Path, file: str, old: str, new: str) -> None:
    """Replace a text in a YAML file by `new` in quotes."""
    path = miniature / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, json.dumps(new)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_lesson_is_shown_as_it_is_written(page_of: PageOf, miniature: Path, text: str) -> None:
    with_text(miniature, "case_studies/shared-clinic.yml", "Mulai dari gedung yang sudah ada.", text)
    dom = page_of("id/cases/shared-clinic/", case="shared-clinic").dom("case_lessons")
    assert dom.select_one("li").get_text() == text  # type: ignore[union-attr]
    assert dom.find_all(NOT_OURS) == []
    assert dom.select("a, [onerror], .cls") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_author_is_shown_as_written_inside_a_line_of_markdown(
    page_of: PageOf, miniature: Path, text: str
) -> None:
    with_text(miniature, "data/literature.yml", '"Klijn, Erik-Hans"', text.replace(",", ""))
    page = page_of("en/guides/challenges/")
    dom = as_dom(f"*Before* {page.call('cite', 'klijn-et-al-2010')}. **After**\n\n{page.call('sources')}")
    assert dom.select_one("p").get_text() == f"Before ({text} et al. 2010). After"  # type: ignore[union-attr]
    assert [em.get_text() for em in dom.select("em")] == ["Before"]
    assert [strong.get_text() for strong in dom.select("p > strong")] == ["After"]
    assert dom.find_all([name for name in NOT_OURS if name != "em"]) == []
    back = dom.select_one("a.kb-sources__back")
    assert back is not None and back["aria-label"] == f"Back to the text: {text} et al. 2010"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_label_of_an_outcome_is_shown_as_written_in_a_heading(
    page_of: PageOf, miniature: Path, text: str
) -> None:
    with_text(miniature, "data/vocabulary.yml", '"Berhasil"', text)
    dom = page_of("id/cases/").dom("case_explorer")
    assert dom.select_one("#outcome-succeeded").get_text() == text  # type: ignore[union-attr]
    assert dom.find_all(NOT_OURS) == []


def test_a_text_of_several_lines_cannot_wake_markdown_up(page_of: PageOf, miniature: Path) -> None:
    text = "one\n\n# two\n\n    three\n\n```\nfour\n```\n\n- five"
    with_text(miniature, "case_studies/shared-clinic.yml", "Mulai dari gedung yang sudah ada.", text)
    page = page_of("id/cases/shared-clinic/", case="shared-clinic")
    assert "\n" not in page.call("case_lessons")
    dom = page.dom("case_lessons")
    assert dom.select_one("li").get_text() == "one # two three ``` four ``` - five"  # type: ignore[union-attr]
    assert dom.find_all(NOT_OURS) == []


def test_markdown_around_a_block_still_works(page_of: PageOf) -> None:
    page = page_of("id/cases/shared-clinic/", case="shared-clinic")
    dom = as_dom(f"# Title\n{page.call('case_facts')}\n\n**Text** after.\n")
    assert dom.select_one("h1") is not None
    assert dom.select_one("p > strong") is not None
    assert dom.select_one("p dl, p div") is None
    assert dom.select_one("dl dd") is not None


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("case_facts", ()),
        ("case_partners", ()),
        ("case_arrangement", ()),
        ("case_timeline", ()),
        ("case_results", ()),
        ("case_challenges", ()),
        ("case_enablers", ()),
        ("case_lessons", ()),
        ("case_items", ()),
        ("verdict", ("challenge-low-trust",)),
        ("regulation", ("pp-28-2018",)),
        ("case_card", ("shared-clinic",)),
    ],
)
def test_a_block_is_one_line_that_begins_with_its_element(
    page_of: PageOf, name: str, arguments: tuple[str, ...]
) -> None:
    page = page_of("id/cases/shared-clinic/", case="shared-clinic")
    block = page.call(name, *arguments)
    assert "\n" not in block
    assert block.startswith("<")
    assert len([child for child in as_dom(block).children if child.get_text(strip=True)]) == 1
    assert "style=" not in block


def test_the_parts_below_the_sources_of_a_case_are_blocks_of_one_line_under_headings(page_of: PageOf) -> None:
    blocks = page_of("id/cases/shared-clinic/", case="shared-clinic").call("sources").split("\n\n")
    assert [block for block in blocks if not block.startswith(("<", "## "))] == []
    assert not any("\n" in block or "style=" in block for block in blocks)
