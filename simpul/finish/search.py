"""The search index: Pagefind reads the built pages and writes one index for each language of `<html lang>`.

Only the content of the pages below `id/` and `en/` is read, and not their home pages: those name every subject in a
few words and would stand above the pages that treat it. Neither the entry page nor the error page is ever a result.
Of Pagefind's files the site ships what our own dialog uses, and none of its ready-made interfaces.
"""

import gzip
import json
import posixpath
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from simpul.finish.built_site import BuiltSite, FinishError
from simpul.finish.scripts import tightened
from simpul.finish.words import SearchWords
from simpul.text import LANGUAGES, Language

_NOT_SHIPPED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
# The sign behind a heading; what is told to be left out; controls, which are no content; what only shows in print or
# without scripts; the names and years of sources, which have a page of their own and are on others a tenth of the
# index that a search has to load; and on the page of the generator the lists, each of which is a page of its own.
_NOT_READ = (
    ".headerlink",
    "[data-pagefind-ignore]",
    *("dialog", "template", "select", "button", "form"),
    *(".kb-print-only", ".kb-without-js", ".kb-left-out", ".kb-cite"),
    '[data-component="generator"] .kb-sheet',
)

# An entry of a list as `“sentence”, “sentence”: link` says in which words a reader asks for the page it leads to.
_ASKED = re.compile(r'<li>\s*(“[^<]*”)\s*: <a href="([^"#]+)"[^>]*>([^<]*)</a>')
_KEYWORDS = re.compile(r'<meta name="keywords" [^>]*data-pagefind-meta="asked[^>]*>\n?')

# What the content of a page weighs beside that of one that says what to do, which weighs 1.
_WEIGHTS = (
    # Pages about the site itself speak of everything and help with nothing.
    (re.compile(r"[a-z]{2}/(contribute|glossary|sources|about)/"), "0.2"),
    # An overview names every subject of the pages it leads to.
    (re.compile(r"[a-z]{2}/(start|problems|checklists|templates|guides|themes|cases)/index\.html$"), "0.5"),
    # A case repeats its subject more often than the page that draws the lesson from several.
    (re.compile(r"[a-z]{2}/cases/"), "0.6"),
)
_DESCRIPTION = re.compile(r'<meta name="description" content="[^"]*"(?=>)')
_CONTENT = re.compile(r" data-pagefind-body(?! data-pagefind-weight)")


def weigh_pages(site: BuiltSite) -> None:
    """Write into the pages, for the index, what their content weighs, and that their description is searched too."""
    for path, html in site.pages.items():
        weight = next((weight for pattern, weight in _WEIGHTS if pattern.match(path)), None)
        if weight:
            html = _CONTENT.sub(f' data-pagefind-body data-pagefind-weight="{weight}"', html, count=1)
        if "data-pagefind-body" in html:
            html = _DESCRIPTION.sub(r'\g<0> data-pagefind-meta="description[content]"', html, count=1)
        site.pages[path] = html


def name_pages(site: BuiltSite) -> None:
    """Write into the head of each page, for the index, the readers' sentences and the name by which a list leads to it.

    A page seldom repeats them, so that without this a question in a reader's own words would find the list alone.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for page, html in site.pages.items():
        for sentences, address, name in _ASKED.findall(html):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address, "index.html"))
            if path in site.pages:
                asked[path] += [*re.findall(r"“([^”]*)”", unescape(sentences)), unescape(name)]
    for path, expressions in asked.items():
        text = escape(", ".join(dict.fromkeys(expressions)))
        tag = f'<meta name="keywords" content="{text}" data-pagefind-meta="asked[content]">\n'
        site.pages[path] = _KEYWORDS.sub("", site.pages[path]).replace("</head>", f"{tag}</head>", 1)


def index(site: BuiltSite, words: dict[Language, SearchWords]) -> None:
    """Write `pagefind/` from the stored pages: each language's index and, beside it, the words that help a query.

    Raises FinishError when Pagefind is missing or fails, or when a language has no index.
    """
    bundle = site.folder / "pagefind"
    shutil.rmtree(bundle, ignore_errors=True)
    _run(site)
    for pattern in _NOT_SHIPPED:
        for path in bundle.glob(pattern):
            path.unlink()
    # Pagefind ships its script as it was written; a tenth of it need not travel.
    script = bundle / "pagefind.js"
    script.write_text(tightened("pagefind/pagefind.js", script.read_text(encoding="utf-8")), encoding="utf-8")
    entry = bundle / "pagefind-entry.json"
    content = json.loads(entry.read_text(encoding="utf-8"))
    if missing := set(LANGUAGES) - set(content["languages"]):
        names = ", ".join(sorted(missing))
        raise FinishError(f"indeks pencarian tidak memuat bahasa: {names}", f"the search index lacks: {names}")
    # Pagefind writes the languages in the order in which its threads end.
    entry.write_text(json.dumps(content, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    for language, help_words in words.items():
        known = help_words.as_used_in(_read_texts(bundle, language))
        _write(bundle / f"words.{language}.json", known.as_data())


def write_examples(site: BuiltSite, examples: dict[Language, dict[str, Any]]) -> None:
    """Write beside the index, each for itself because not every search needs them, the examples of each language."""
    for language, content in examples.items():
        _write(site.folder / "pagefind" / f"examples.{language}.json", content)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _read_texts(bundle: Path, language: Language) -> Iterator[str]:
    """The text of each page of the language as Pagefind read it: compressed, JSON after a mark of its own."""
    for path in bundle.glob(f"fragment/{language}_*.pf_fragment"):
        content = gzip.decompress(path.read_bytes())
        yield json.loads(content[content.index(b"{") :])["content"]


def _run(site: BuiltSite) -> None:
    executable = get_executable()
    if executable is None:
        raise FinishError(
            "Pagefind tidak terpasang; pasang dependensi dari requirements.txt",
            "Pagefind is not installed; install the dependencies of requirements.txt",
        )
    marked = any("data-pagefind-body" in html for html in site.pages.values())
    command = [
        str(executable),
        "--quiet",
        *("--site", str(site.folder)),
        *("--output-subdir", "pagefind"),
        *("--glob", "{id,en}/*/**/*.html"),
        *("--exclude-selectors", ", ".join(_NOT_READ)),
        *([] if marked else ["--root-selector", "article"]),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip()
        raise FinishError(f"indeks pencarian gagal dibuat: {reason}", f"the search index failed: {reason}")
