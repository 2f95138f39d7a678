"""Templates in the built site: each page offers its document, and both say the same."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from simpul.knowledge import Knowledge
from simpul.templates import document_path, prepare_form, template_document
from simpul.text import LANGUAGES
from tests.data.test_templates import squeezed, texts

SLUGS = [file.stem for file in sorted((Path(__file__).resolve().parents[2] / "templates").glob("*.yml"))]


def page_of(site_dir: Path, language: str, slug: str) -> BeautifulSoup:
    return BeautifulSoup((site_dir / language / "templates" / slug / "index.html").read_bytes(), "html.parser")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_links_its_document_with_the_right_size(site_dir: Path, knowledge: Knowledge, slug: str) -> None:
    template = knowledge.templates[slug]
    for language in LANGUAGES:
        file = site_dir / document_path(template, language)
        assert file.read_bytes() == template_document(knowledge, prepare_form(knowledge, template, language))
        page = page_of(site_dir, language, slug)
        link = page.select_one(".kb-template a[download]")
        assert link is not None
        assert (site_dir / language / "templates" / slug / str(link["href"])).resolve() == file.resolve()
        about = page.find(id=str(link["aria-describedby"]))
        assert about is not None
        assert f"{file.name}, {round(file.stat().st_size / 1024)} KB" in about.get_text()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_all_that_its_document_says(site_dir: Path, knowledge: Knowledge, slug: str) -> None:
    for language in LANGUAGES:
        form = prepare_form(knowledge, knowledge.templates[slug], language)
        shown = page_of(site_dir, language, slug).select_one(".kb-form")
        assert shown is not None
        read = squeezed(shown.get_text())
        said = [text for text in texts(form) if text not in (form.title, form.summary)]
        assert [text for text in said if squeezed(text) not in read] == []
        assert [one.get_text() for one in shown.select("h3")] == [section.heading for section in form.sections]
        assert len(shown.select("dt")) == sum(len(section.fields) for section in form.sections)


def test_the_index_leads_to_every_template_once_and_in_order(site_dir: Path, knowledge: Knowledge) -> None:
    for language in LANGUAGES:
        index = BeautifulSoup((site_dir / language / "templates" / "index.html").read_bytes(), "html.parser")
        links = [str(link["href"]) for link in index.select(".kb-templates .kb-card__title a")]
        found = [match[1] for link in links if (match := re.search(r"([a-z-]+)/$", link))]
        moments = list(knowledge.terms("moment"))
        expected = sorted(knowledge.templates.values(), key=lambda one: (moments.index(one.moment), one.order))
        assert found == [template.slug for template in expected]
