"""How much a reader has to get through: the words of the built pages, those that macros write included.

`simpul check` counts the words of the Markdown, before anything is built; here the page counts as a reader meets it.
Reading text is everything in the article from the title to the heading of its sources: prose, tables, verdicts, cards,
facts of a case, and the names in the citations. A card counts on every page that shows it, although its words stand in
the explorer too, and words for screen readers count as well. Not counted is what nobody reads on the way: the closed
list of contents, which repeats the headings; the sign that links to a heading; what appears only on a printed sheet, to
be ticked or filled in; and the sources, similar cases and citation line at the end, which are looked up. A word is what
stands between spaces and has a letter or a digit.

No page is free of the limit as a whole. Some hold a part in which one looks something up instead of reading from top
to bottom; that part is named below with the reason, and the text around it has to keep the limit.
"""

from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup, SoupStrainer, Tag

from simpul.checks.pages import MOST_WORDS
from simpul.text import LANGUAGES

NOT_READ = "script, style, template, .kb-contents, .headerlink, .kb-self-check__paper"


class Reference(NamedTuple):
    """A part of the pages at an address in which something is looked up, and why nobody reads it through."""

    pages: str
    part: str
    reason: str


REFERENCES = (
    Reference("legal/", '[data-component="chooser"]', "a form that shows one document; without it a table of all"),
    Reference("legal/regulations/", ".kb-regulations", "one entry for each regulation, grouped by question"),
    Reference("glossary/", ".kb-glossary", "terms in alphabetical order"),
    Reference("sources/", ".kb-sources, .kb-case-sources", "every source of the site"),
    Reference("cases/", '[data-component="explorer"]', "a card for each case, narrowed by filters"),
    Reference("cases/patterns/", ".kb-figure", "figures with the table of their numbers"),
    Reference("checklists/", '[data-component="generator"]', "every item, of which the answers leave one list"),
    Reference("checklists/*/", '[data-component="checklist"]', "a list to tick item by item, folded to its core"),
)


def count(element: Tag) -> int:
    """The words of an element."""
    return sum(any(map(str.isalnum, token)) for token in element.get_text(" ").split())


def reading_text(file: Path) -> Tag:
    """The article of a built page without what nobody reads and without all that follows the heading of its sources."""
    only = SoupStrainer("article")
    article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser", parse_only=only).select_one("article")
    assert article is not None, file
    for part in article.select(NOT_READ):
        part.decompose()
    heading = article.select_one("h2#sources")
    for part in [heading, *heading.find_next_siblings()] if heading else []:
        part.extract()
    return article


@pytest.fixture(scope="module")
def texts(site_dir: Path) -> dict[tuple[str, str], Tag]:
    """What is read on every page, by language and address inside the language; parsed once, and not to be changed."""
    return {
        (language, "" if file.parent == root else f"{file.parent.relative_to(root).as_posix()}/"): reading_text(file)
        for language in LANGUAGES
        for root in [site_dir / language]
        for file in sorted(root.rglob("index.html"))
    }


def test_no_page_asks_for_more_than_1600_words_beside_what_is_looked_up(texts: dict[tuple[str, str], Tag]) -> None:
    too_long = {}
    for (language, address), text in texts.items():
        parts = [one.part for one in REFERENCES if fnmatch(address, one.pages)]
        looked_up = text.select(", ".join(parts)) if parts else []
        if (words := count(text) - sum(map(count, looked_up))) > MOST_WORDS:
            too_long[language, address] = words
    assert too_long == {}


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda reference: reference.pages)
def test_a_part_to_look_things_up_is_named_only_where_a_page_would_be_too_long_with_it(
    texts: dict[tuple[str, str], Tag], reference: Reference
) -> None:
    words = {
        page: count(text)
        for page, text in texts.items()
        if fnmatch(page[1], reference.pages) and text.select_one(reference.part)
    }
    assert words, reference.reason
    assert max(words.values()) > MOST_WORDS, words


def test_words_of_citations_and_cards_count_and_those_of_the_contents_do_not(site_dir: Path) -> None:
    guide = reading_text(site_dir / "en/guides/benefits/index.html")
    assert guide.select(".kb-cite, .kb-card, .kb-verdict")
    assert not guide.select(".kb-contents, .kb-sources")
    assert count(BeautifulSoup("<p>Two <b>words</b> (·) / 3</p>", "html.parser")) == 3
