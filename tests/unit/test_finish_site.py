"""Finishing a small folder of pages that no builder has made."""

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

from simpul.finish import FinishError, markup, search, security, sitemap, stylesheets, unused
from simpul.finish.built_site import BuiltSite, parse_tag, scripts
from simpul.finish.scripts import inline_scripts, reachable, tighten
from simpul.finish.words import SearchWords, search_examples, search_words
from simpul.knowledge import Knowledge

HEAD = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>x</title>
<link rel="canonical" href="https://contoh.test/dasar/{url}">
<link rel="stylesheet" href="{up}assets/stylesheets/main.0123abcd.min.css">
<link rel="stylesheet" href="{up}assets/stylesheets/ours.css">
<link rel="stylesheet" media="print" href="{up}assets/stylesheets/print.css">
<script>document.documentElement.className = "js"</script>
<script type="module" src="{up}assets/javascripts/layout.js"></script></head>
<body class="page"><p data-a="x > y">{language}</p></body></html>
"""
NO_INDEX = '<meta name="robots" content="noindex">'


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of two pages per language, with what a theme leaves beside them."""
    pages = {
        f"{url}index.html": HEAD.format(language=url[:2], url=url, up="../" * url.count("/"))
        for url in ("id/", "en/", "id/guides/trust/", "en/guides/trust/")
    }
    write(tmp_path, pages)
    write(
        tmp_path,
        {
            "404.html": HEAD.format(language="id", url="404.html", up="/dasar/").replace(
                "<title>", f"{NO_INDEX}<title>"
            ),
            "assets/stylesheets/main.0123abcd.min.css": "p{color:var(--ink)}:root{--ink:#000;--gone:1px}.gone{top:0}",
            "assets/stylesheets/main.0123abcd.min.css.map": "{}",
            "assets/stylesheets/ours.css": '.page { background: url("../images/net.svg") } .made-by-script { top: 0 }',
            "assets/stylesheets/print.css": "p { color: #000 }",
            "assets/images/net.svg": "<svg/>",
            "assets/images/favicon.png": "not linked",
            "assets/javascripts/layout.js": 'import { x } from "./part.js"; x("made-by-script");',
            "assets/javascripts/part.js": "export const x = (name) => name;",
            "assets/javascripts/bundle.0123abcd.min.js": "not linked",
            "search/search_index.json": "{}",
            "sitemap.xml.gz": "old",
        },
    )
    return tmp_path


@pytest.fixture
def site(folder: Path) -> BuiltSite:
    return BuiltSite.read(folder)


def test_a_folder_that_is_no_built_site_is_refused_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(FinishError, match=r"bukan situs hasil pembangunan.* / .*is not a built site"):
        BuiltSite.read(tmp_path)


def test_a_page_that_is_not_utf8_is_refused(folder: Path) -> None:
    (folder / "id" / "index.html").write_bytes(b"\xff")
    with pytest.raises(FinishError, match="tidak dapat dibaca"):
        BuiltSite.read(folder)


def test_attributes_are_read_with_any_quotes_and_entities() -> None:
    tag = parse_tag("<A href='a?b&amp;c' Class=\"x y\" hidden data-n=1>")
    assert (tag.element, tag.attributes) == ("a", {"href": "a?b&c", "class": "x y", "hidden": "", "data-n": "1"})


def test_blocks_of_data_and_comments_are_no_inline_scripts() -> None:
    html = '<!-- <script>a</script> --><script type="application/ld+json">{}</script><script>b</script>'
    assert inline_scripts(html) == ["b"]
    assert [script.text for script in scripts(html)] == ["{}", "b"]


def test_scripts_are_reachable_through_imports(site: BuiltSite) -> None:
    assert list(reachable(site)) == ["assets/javascripts/layout.js", "assets/javascripts/part.js"]


def test_scripts_lose_their_comments_and_nothing_that_looks_like_one(site: BuiltSite, folder: Path) -> None:
    script = folder / "assets/javascripts/part.js"
    source = """
      /** @param {string} name what it is called */
      const text = (name) => `a // b ${name ? `in // ${name} /* ! */` : "/* c */"}`; // gone
      const sign = /[/"'`]\\/\\//;
      export const x = text;
    """
    script.write_text(source, encoding="utf-8")
    tighten(site)
    assert script.read_text(encoding="utf-8") == (
        'const text=e=>`a // b ${e?`in // ${e} /* ! */`:"/* c */"}`,sign=/[/"\'`]\\/\\//;export const x=text'
    )
    assert list(reachable(site)) == ["assets/javascripts/layout.js", "assets/javascripts/part.js"]


def test_a_script_that_is_none_is_named_in_both_languages(site: BuiltSite, folder: Path) -> None:
    (folder / "assets/javascripts/part.js").write_text("const = ;", encoding="utf-8")
    with pytest.raises(FinishError, match=r"(?s)part\.js tidak dapat dibaca.* / .*part\.js cannot be read"):
        tighten(site)


def test_stylesheets_become_one_that_every_page_links_under_its_own_base(site: BuiltSite, folder: Path) -> None:
    stylesheets.combine(site)
    (stylesheet,) = (folder / "assets/stylesheets").glob("*.css")
    assert re.fullmatch(r"site-[0-9a-f]{8}\.css", stylesheet.name)
    for path, html in site.pages.items():
        up = "/dasar/" if path == "404.html" else "../" * path.count("/")
        links = re.findall(r'<link rel="stylesheet" [^>]*>', html)
        assert links == [f'<link rel="stylesheet" href="{up}assets/stylesheets/{stylesheet.name}">']


def test_the_stylesheet_keeps_what_pages_and_scripts_name_and_the_licence(site: BuiltSite, folder: Path) -> None:
    stylesheets.combine(site)
    (stylesheet,) = (folder / "assets/stylesheets").glob("*.css")
    assert stylesheet.read_text(encoding="utf-8") == (
        "/*! Material for MkDocs, (c) Martin Donath, MIT licence; reduced */"
        "p{color:var(--ink)}:root{--ink:#000}"
        '.page{background:url("../images/net.svg")}.made-by-script{top:0}'
        "@media print{p{color:#000}}"
    )


def linked_by_one_page(folder: Path, attributes: str = "") -> BuiltSite:
    """The site where one guide alone links a stylesheet, as the last one in its head."""
    page = folder / "id/guides/trust/index.html"
    link = f'<link rel="stylesheet"{attributes} href="../../../assets/stylesheets/only.css"></head>'
    page.write_text(page.read_text(encoding="utf-8").replace("</head>", link), encoding="utf-8")
    write(folder, {"assets/stylesheets/only.css": "p{top:0}"})
    return BuiltSite.read(folder)


def test_a_stylesheet_of_one_page_stays_a_file_of_its_own(folder: Path) -> None:
    site = linked_by_one_page(folder)
    stylesheets.combine(site)
    assert len(re.findall("only-[0-9a-f]{8}", site.pages["id/guides/trust/index.html"])) == 1
    assert "only" not in site.pages["en/guides/trust/index.html"]


def test_a_stylesheet_of_one_page_for_paper_is_linked_for_paper(folder: Path) -> None:
    site = linked_by_one_page(folder, ' media="print"')
    stylesheets.combine(site)
    (only,) = (folder / "assets/stylesheets").glob("only-*.css")
    assert only.read_text(encoding="utf-8") == "p{top:0}"
    assert f'media="print" href="../../../assets/stylesheets/{only.name}"' in site.pages["id/guides/trust/index.html"]


def test_a_stylesheet_of_one_page_does_not_come_to_override_what_followed_it(folder: Path) -> None:
    page = folder / "id/guides/trust/index.html"
    old = '<link rel="stylesheet" media="print"'
    link = f'<link rel="stylesheet" href="../../../assets/stylesheets/only.css">{old}'
    page.write_text(page.read_text(encoding="utf-8").replace(old, link), encoding="utf-8")
    write(folder, {"assets/stylesheets/only.css": "p{top:0}"})
    stylesheets.combine(BuiltSite.read(folder))
    (only,) = (folder / "assets/stylesheets").glob("only-*.css")
    assert only.read_text(encoding="utf-8") == "p{top:0}@media print{p{color:#000}}"


def test_a_stylesheet_that_imports_another_is_refused(folder: Path) -> None:
    write(folder, {"assets/stylesheets/ours.css": '@import "x.css";'})
    with pytest.raises(FinishError, match=r"@import.* / .*@import"):
        stylesheets.combine(BuiltSite.read(folder))


def test_only_files_that_are_named_stay(site: BuiltSite, folder: Path) -> None:
    stylesheets.combine(site)
    unused.remove(site)
    left = {path.name for path in (folder / "assets").rglob("*") if path.is_file() and path.suffix != ".css"}
    assert left == {"net.svg", "layout.js", "part.js"}
    assert not (folder / "search").exists()


def test_indentation_goes_but_not_where_it_is_content(site: BuiltSite) -> None:
    kept = "<pre>  a\n\n  b</pre><script>\n  x()\n</script><textarea>\n c\n</textarea>"
    site.pages = {"id/index.html": f"\n<p>one\n      two</p>  \n\n   {kept}\n  <p>three four</p>\n"}
    markup.tighten(site)
    assert site.pages["id/index.html"] == f"<p>one\ntwo</p>\n{kept}\n<p>three four</p>\n"


def test_a_term_and_its_description_do_not_touch(site: BuiltSite) -> None:
    site.pages = {"id/index.html": "<dl><dt>What</dt><dd>That</dd></dl>"}
    markup.tighten(site)
    assert site.pages["id/index.html"] == "<dl><dt>What</dt>\n<dd>That</dd>\n</dl>\n"


def test_each_page_admits_exactly_its_own_inline_scripts(site: BuiltSite, folder: Path) -> None:
    security.protect(site)
    text = b'document.documentElement.className = "js"'
    expected = base64.b64encode(hashlib.sha256(text).digest()).decode()
    for html in site.pages.values():
        policy = re.findall(r'<head><meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert len(policy) == 1
        assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{expected}';" in policy[0]
        assert "unsafe-inline" not in policy[0]
    assert "frame-ancestors 'none'" in (folder / "_headers").read_text(encoding="utf-8")


def test_any_site_may_read_the_open_data_and_nothing_else(site: BuiltSite, folder: Path) -> None:
    security.protect(site)
    headers = (folder / "_headers").read_text(encoding="utf-8")
    assert headers.count("Access-Control-Allow-Origin") == 1
    assert "/data/*\n  Access-Control-Allow-Origin: *\n" in headers


def test_under_live_reload_only_inline_scripts_are_freed(site: BuiltSite) -> None:
    security.protect(site, live_reload=True)
    html = site.pages["id/index.html"]
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in html
    assert "style-src 'self';" in html


def test_protecting_twice_leaves_one_policy(site: BuiltSite) -> None:
    security.protect(site)
    once = dict(site.pages)
    security.protect(site)
    assert site.pages == once


def test_the_sitemap_names_the_twin_of_each_page_and_no_error_page(site: BuiltSite, folder: Path) -> None:
    sitemap.write(site)
    assert not (folder / "sitemap.xml.gz").exists()
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(folder / "sitemap.xml").getroot().findall("s:url", spaces)
    assert len(urls) == 4
    trust = {url.findtext("s:loc", "", spaces): url for url in urls}["https://contoh.test/dasar/en/guides/trust/"]
    links = {link.get("hreflang"): link.get("href") for link in trust.findall("x:link", spaces)}
    assert links == {
        "id": "https://contoh.test/dasar/id/guides/trust/",
        "en": "https://contoh.test/dasar/en/guides/trust/",
        "x-default": "https://contoh.test/dasar/id/guides/trust/",
    }


def test_a_page_is_named_by_the_sentences_that_a_list_puts_before_its_link(site: BuiltSite) -> None:
    site.pages["id/problems/index.html"] = (
        '<ul><li>“Mereka &amp; kami”, “siapa, sih?”: <a href="../guides/trust/">kepercayaan</a></li>'
        "<li>“Kutipan” tanpa tautan</li></ul>"
    )
    others = {path: html for path, html in site.pages.items() if path != "id/guides/trust/index.html"}
    search.name_pages(site)
    once = dict(site.pages)
    search.name_pages(site)
    assert site.pages == once
    tag = '<meta name="keywords" content="Mereka &amp; kami, siapa, sih?, kepercayaan" data-pagefind-meta="asked'
    assert site.pages.pop("id/guides/trust/index.html").count(tag) == 1
    assert site.pages == others


def test_the_content_of_pages_that_help_weighs_most_and_descriptions_are_searched(site: BuiltSite) -> None:
    head, body = '<meta name="description" content="Untuk apa">', "<article data-pagefind-body>"
    weights = {
        "id/contribute/style/index.html": "0.2",
        "en/glossary/index.html": "0.2",
        "id/problems/index.html": "0.5",
        "id/cases/contoh/index.html": "0.6",
        "id/problems/low-trust/index.html": None,
        "en/legal/index.html": None,
    }
    site.pages = dict.fromkeys(weights, head + body)
    search.weigh_pages(site)
    once = dict(site.pages)
    search.weigh_pages(site)
    assert site.pages == once
    described = '<meta name="description" content="Untuk apa" data-pagefind-meta="description[content]">'
    for path, weight in weights.items():
        weighed = f' data-pagefind-weight="{weight}"' if weight else ""
        assert site.pages[path] == f"{described}<article data-pagefind-body{weighed}>"


def test_of_synonyms_those_that_stand_on_a_page_come_first_and_are_counted() -> None:
    groups = (("turnover", "mutasi", "ganti pejabat"), ("mou", "nota"), ("satu", "dua"))
    words = SearchWords(synonyms=groups, stop_words=(), spellings={}, used=(3, 2, 2))
    texts = ["Mutasi pejabat, nota", "Ganti; satu. Dua"]
    found = words.as_used_in(texts)
    # The words of "ganti pejabat" stand on two pages, but on none together.
    assert found.synonyms == (("mutasi", "turnover", "ganti pejabat"), ("nota", "mou"), ("satu", "dua"))
    assert found.used == (1, 1, 2)


def test_spellings_that_prose_avoids_everywhere_are_searched_as_it_writes_them(knowledge: Knowledge) -> None:
    words = search_words(knowledge)
    assert words["id"].spellings["kerjasama"] == "kerja sama"
    assert words["en"].spellings["organization"] == "organisation"
    # One page is named with it, in the words of officials.
    assert "mou" not in words["id"].spellings


def test_synonyms_come_from_the_vocabulary_in_lower_case_with_stop_words(knowledge: Knowledge) -> None:
    words = search_words(knowledge)
    assert any({"mou", "nota kesepahaman"} <= set(group) for group in words["id"].synonyms)
    assert "yang" in words["id"].stop_words
    assert "the" in words["en"].stop_words


def test_a_project_without_examples_of_searches_has_none(knowledge: Knowledge) -> None:
    assert search_examples(replace(knowledge, strings={})) == {}


def test_the_examples_of_searches_are_written_for_each_language(site: BuiltSite, folder: Path) -> None:
    (folder / "pagefind").mkdir()
    content = {"intro": "Misalnya:", "queries": ["kerja sama", "rapat"]}
    search.write_examples(site, {"id": content})
    assert json.loads((folder / "pagefind" / "examples.id.json").read_text(encoding="utf-8")) == content


def test_a_short_form_in_brackets_is_an_expression_of_its_own(knowledge: Knowledge) -> None:
    expressions = {expression for group in search_words(knowledge)["id"].synonyms for expression in group}
    assert not [expression for expression in expressions if "(" in expression]
