"""Terms of the glossary in a text, and their links on built pages."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simpul.finish import terms as finishing
from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.model.checklist import GlossaryTerm
from simpul.term_pages import MOST, MOST_OF_THE_REST, pages_of_terms
from simpul.terms import Terms, names
from simpul.text import Language, bilingual_texts

MINIATURE = Path(__file__).resolve().parent.parent / "miniature"


def term(slug: str, indonesian: str, english: str, **more: Any) -> GlossaryTerm:
    text = {"id": indonesian, "en": english}
    return GlossaryTerm.model_validate({"(slug)": slug, "term": text, "definition": text, **more})


GLOSSARY = (
    term("accord", "Nota kesepahaman (MoU)", "Memorandum of understanding (MoU)"),
    term("note", "Nota", "Note"),
    term("outline", "Kerangka acuan kerja (KAK)", "Terms of reference (KAK)", synonyms_en=["ToR"]),
    term("result", "Hasil", "Outcome", synonyms_id=["capaian"], ordinary=["hasil", "outcome"]),
    term("producer", "Produsen data", "Data producer"),
)


def found(text: str, language: Language = "id", ordinary: bool = False) -> list[tuple[str, str]]:
    terms = Terms(GLOSSARY, language, ordinary=ordinary)
    return [(use.slug, text[use.start : use.end]) for use in terms.uses(text)]


def test_the_names_of_a_term_are_its_name_its_short_form_and_its_synonyms() -> None:
    assert names(GLOSSARY[2], "en") == ("Terms of reference", "KAK", "ToR")
    assert names(GLOSSARY[2], "id") == ("Kerangka acuan kerja", "KAK")


def test_the_longest_name_is_found_also_across_a_line_end() -> None:
    assert found("Sebuah nota\n  kesepahaman dan nota.") == [("accord", "nota\n  kesepahaman"), ("note", "nota")]


def test_only_whole_words_are_found() -> None:
    assert found("notaris, catatan-nota, nota-nota, binota") == []


def test_a_short_form_is_found_in_capitals_alone() -> None:
    assert found("kak, KAK, mou, MoU") == [("outline", "KAK"), ("accord", "MoU")]


def test_an_english_plural_is_found_and_an_indonesian_word_with_an_s_is_not() -> None:
    assert found("Data producers met. Producers left. Notes", "en") == [
        ("producer", "Data producers"),
        ("note", "Notes"),
    ]
    assert found("notas") == []


def test_an_ordinary_name_is_found_only_when_asked() -> None:
    assert found("Hasil dan capaian") == [("result", "capaian")]
    assert found("Hasil dan capaian", ordinary=True) == [("result", "Hasil"), ("result", "capaian")]


def test_texts_are_found_at_any_depth_with_their_place() -> None:
    data = {"a": [{"id": "satu", "en": "one"}], "id": "dua", "b": {"en": ["x"]}, "c": 1}
    assert list(bilingual_texts(data)) == [
        (("a", 0, "id"), "id", "satu"),
        (("a", 0, "en"), "en", "one"),
        (("id",), "id", "dua"),
    ]


@pytest.fixture
def linked(tmp_path: Path) -> Callable[..., str]:
    """The content of an article after linking, by default on a guide of the miniature."""
    knowledge = Knowledge.load(MINIATURE)

    def link(content: str, path: str = "id/guides/x/index.html", times: int = 1) -> str:
        anchors = "".join(f'<i id="term-{slug}"></i>' for slug in knowledge.glossary)
        pages = {f"{language}/glossary/index.html": anchors for language in ("id", "en")}
        pages[path] = f'<main>nota kesepahaman<article class="kb-page">{content}</article>narahubung</main>'
        site = BuiltSite(tmp_path, pages, dict(pages))
        for _ in range(times):
            finishing.link(site, knowledge)
        assert {at: html for at, html in site.pages.items() if at != path} == {
            at: html for at, html in pages.items() if at != path
        }
        start, content, end = re.split(r'<article class="kb-page">|</article>', site.pages[path])
        assert (start, end) == ("<main>nota kesepahaman", "narahubung</main>")
        return content

    return link


MOU = '<a class="kb-term" href="../../glossary/#term-mou">'


def test_the_first_use_alone_is_linked_whatever_it_is_called(linked: Callable[..., str]) -> None:
    assert linked("<p>Sebuah MoU, lalu nota kesepahaman.</p>") == f"<p>Sebuah {MOU}MoU</a>, lalu nota kesepahaman.</p>"


@pytest.mark.parametrize(
    "content",
    [
        "<h2>MoU</h2>",
        '<a href="x">MoU <b>lama</b></a>',
        "<code>MoU</code>",
        "<del>MoU</del>",
        "<table><tr><th>MoU</th></tr></table>",
        "<form><p>MoU</p></form>",
        "<button>MoU</button>",
        '<span class="kb-cite">(MoU)</span>',
        '<ul class="kb-cards"><li><p>MoU</p></li><ul><li>x</li></ul><li>MoU</li></ul>',
        "<div data-pagefind-ignore><div></div>MoU</div>",
        "<p hidden>MoU</p>",
        "<nav>MoU</nav>",
        "<!-- MoU -->",
        "<script>var a = '<p>MoU</p>'</script>",
        '<p title="MoU" data-a="> MoU">x</p>',
        "<details><summary>MoU</summary></details>",
        '<div class="kb-box">MoU',
    ],
)
def test_what_is_no_prose_is_left_as_it_was(linked: Callable[..., str], content: str) -> None:
    assert linked(content) == content


def test_prose_after_what_is_left_alone_is_linked(linked: Callable[..., str]) -> None:
    before = '<h2>MoU<a href="#x">#</a></h2><div class="kb-box"><div>MoU</div><br></div><img src="x">'
    assert linked(f"{before}<td><em>MoU</em></td>") == f"{before}<td><em>{MOU}MoU</a></em></td>"


def test_a_page_that_links_a_term_itself_gets_no_second_link(linked: Callable[..., str]) -> None:
    content = '<p>MoU, lihat <a href="../../glossary/#term-mou">arti</a> dan kontak.</p>'
    assert linked(content) == content


def test_the_address_leads_from_the_depth_of_the_page(linked: Callable[..., str]) -> None:
    assert 'href="../glossary/#term-mou"' in linked("<p>MoU</p>", "id/guides/index.html")
    assert 'href="../../glossary/#term-focal-person"' in linked("<p>Contact persons</p>", "en/cases/x/index.html")
    assert 'href="glossary/#term-mou"' in linked("<p>MoU</p>", "id/index.html")


@pytest.mark.parametrize("path", ["index.html", "404.html", "offline/index.html"])
def test_pages_of_no_language_are_not_linked(linked: Callable[..., str], path: str) -> None:
    assert linked("<p>MoU</p>", path) == "<p>MoU</p>"


def test_the_glossary_does_not_lead_to_itself(linked: Callable[..., str]) -> None:
    content = '<p>MoU</p><i id="term-mou"></i>'
    assert linked(content, "id/glossary/index.html") == content


def test_linking_twice_gives_the_same_bytes(linked: Callable[..., str]) -> None:
    content = "<p>MoU\n &amp; narahubung &lt;MoU&gt;</p>\r\n<p>narahubung</p>"
    assert linked(content, times=3) == linked(content)
    assert linked(content).count("kb-term") == 2


def test_a_glossary_without_the_entry_gets_no_link_to_it(tmp_path: Path) -> None:
    pages = {"id/glossary/index.html": "", "id/guides/x/index.html": "<article><p>MoU</p></article>"}
    site = BuiltSite(tmp_path, dict(pages), {})
    finishing.link(site, Knowledge.load(MINIATURE))
    assert site.pages == pages


def test_of_many_terms_those_on_the_fewest_pages_are_linked(tmp_path: Path) -> None:
    knowledge = Knowledge.load(MINIATURE)
    many = [f"kata{chr(97 + n)}" for n in range(finishing.MOST + 2)]
    glossary = {slug: term(slug, slug, slug) for slug in many}
    object.__setattr__(knowledge, "glossary", glossary)
    pages = {
        "id/glossary/index.html": "".join(f'<i id="term-{slug}"></i>' for slug in many),
        "id/guides/all/index.html": f"<article><p>{' '.join(many)}</p></article>",
        "id/guides/two/index.html": f"<article><p>{' '.join(many[:2])}</p></article>",
    }
    site = BuiltSite(tmp_path, pages, {})
    finishing.link(site, knowledge)
    linked = re.findall(r'class="kb-term" href="[^"]*#term-(\w+)"', site.pages["id/guides/all/index.html"])
    assert linked == many[2:]


def test_a_longer_page_links_one_term_in_as_many_words_as_a_paragraph_has(tmp_path: Path) -> None:
    knowledge = Knowledge.load(MINIATURE)
    many = [f"kata{chr(97 + n)}" for n in range(finishing.MOST + 4)]
    object.__setattr__(knowledge, "glossary", {slug: term(slug, slug, slug) for slug in many})

    def links(words: int) -> int:
        prose = " ".join([*many, *["lain"] * (words - len(many))])
        pages = {
            "id/glossary/index.html": "".join(f'<i id="term-{slug}"></i>' for slug in many),
            "id/guides/x/index.html": f"<article><h2>{prose}</h2><p>{prose}</p></article>",
        }
        site = BuiltSite(tmp_path, pages, {})
        finishing.link(site, knowledge)
        return site.pages["id/guides/x/index.html"].count("kb-term")

    paragraph = finishing.WORDS_FOR_ONE
    assert links(paragraph) == finishing.MOST
    assert links(paragraph * (finishing.MOST + 1) - 1) == finishing.MOST
    assert links(paragraph * (finishing.MOST + 1)) == finishing.MOST + 1
    assert links(paragraph * 50) == len(many)


def test_five_hundred_pages_are_linked_in_time_that_grows_with_their_number(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    glossary = "".join(f'<i id="term-{slug}"></i>' for slug in knowledge.glossary)
    words = "Narahubung menyimpan notulen, lalu walidata memeriksa <em>metadata</em> sebelum nota kesepahaman. " * 60
    page = f'<article class="kb-page"><p>{words}</p><div class="kb-box"><p>{words}</p></div></article>'

    def seconds(count: int) -> float:
        pages = {"id/glossary/index.html": glossary}
        pages |= {f"id/guides/{number}/index.html": page for number in range(count)}
        started = time.process_time()
        finishing.link(BuiltSite(tmp_path, pages, {}), knowledge)
        return time.process_time() - started

    seconds(20)
    assert seconds(400) < 8 * seconds(100)


def test_a_term_names_the_pages_that_use_it_most_in_both_languages() -> None:
    knowledge = Knowledge.load(MINIATURE)
    found = pages_of_terms(knowledge)
    assert found.keys() == knowledge.glossary.keys()
    for pages in found.values():
        assert all(("id", page) in knowledge.pages for page in pages)
        assert len(pages) <= MOST_OF_THE_REST + sum(MOST.values())


def test_a_page_named_after_a_term_comes_first(knowledge: Knowledge) -> None:
    found = pages_of_terms(knowledge)
    assert found["trust"][0] == "guides/trust"
    assert found["sectoral-ego"][:2] == ("guides/challenges", "problems/sectoral-ego")
    assert found["public-service-mall"] == ("cases/mpp-banyuwangi",)


def test_most_terms_of_the_glossary_are_used_somewhere(knowledge: Knowledge) -> None:
    unused = [slug for slug, pages in pages_of_terms(knowledge).items() if not pages]
    assert len(knowledge.glossary) >= 95
    assert len(unused) <= 5, unused
