"""Links the first use of a term of the glossary on a page to its meaning.

Only prose is linked: what stands in an element that a macro made (`kb-…`), in a heading, a link, code or a form is
left alone, and so is every byte that is not between an opening and a closing tag.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from simpul.finish.built_site import BuiltSite, Tag, parse_tag
from simpul.knowledge import Knowledge
from simpul.terms import Terms
from simpul.text import LANGUAGES, Language

# How many terms a page may link, and in how many words a longer page may link one: about one in a paragraph. More would
# make a page restless, and heavier than a later page may be; fewer would leave out terms that nothing else explains.
MOST = 8
WORDS_FOR_ONE = 60

_GLOSSARY = "glossary/index.html"
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_TOKEN = re.compile(
    r"""<!--.*?--> | <(script|style|textarea|template)\b.*?</\1\s*> | </?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL | re.VERBOSE,
)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LEFT_ALONE = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "figcaption", "summary"),
    *("a", "code", "pre", "kbd", "samp", "svg", "math", "abbr", "cite", "q", "blockquote", "del"),
    *("button", "form", "select", "label", "fieldset", "dialog", "nav", "header", "footer", "noscript", "iframe"),
}
_LINK = re.compile(r'<a class="kb-term" href="[^"]*">([^<]*)</a>')
_TO_TERM = re.compile(r'<a\b[^>]*\bhref="[^"]*glossary/#term-([a-z0-9-]+)"')


@dataclass(frozen=True)
class _FirstUse:
    start: int
    end: int
    slug: str


def link(site: BuiltSite, knowledge: Knowledge) -> None:
    """Link on each page the first use of the terms in its prose, in place of earlier links.

    Of more terms than a page may link, those that are on the fewest pages are linked.
    """
    for language in LANGUAGES:
        glossary = site.pages.get(f"{language}/{_GLOSSARY}", "")
        known = [term for term in knowledge.glossary.values() if f'id="term-{term.slug}"' in glossary]
        _link_language(site, language, Terms(known, language))


def _link_language(site: BuiltSite, language: Language, terms: Terms) -> None:
    # All pages but the one that the links lead to.
    read = [path for path in site.pages if path.startswith(f"{language}/") and path != f"{language}/{_GLOSSARY}"]
    plain = {path: _LINK.sub(r"\1", site.pages[path]) for path in read}
    found = {path: list(_first_uses(html, terms)) for path, html in plain.items()}
    pages_with = Counter(use.slug for uses in found.values() for use in uses)
    for path, html in plain.items():
        rarest = sorted(found[path], key=lambda use: (pages_with[use.slug], use.start))
        if len(rarest) > MOST:
            rarest = rarest[: max(MOST, _length(html) // WORDS_FOR_ONE)]
        site.pages[path] = _linked(html, rarest, "../" * (path.count("/") - 1))


def _first_uses(html: str, terms: Terms) -> Iterator[_FirstUse]:
    """The first use of each term in the prose of the page, where the page does not link that term itself."""
    article = _ARTICLE.search(html)
    seen = set(_TO_TERM.findall(article[0])) if article else set()
    for start, end in _prose(html):
        for use in terms.uses(html[start:end]):
            if use.slug not in seen:
                seen.add(use.slug)
                yield _FirstUse(start + use.start, start + use.end, use.slug)


def _length(html: str) -> int:
    return sum(len(_WORD.findall(html, start, end)) for start, end in _prose(html))


def _prose(html: str) -> Iterator[tuple[int, int]]:
    """From where to where in the article of the page text stands that may be linked."""
    article = _ARTICLE.search(html)
    start, end = article.span() if article else (0, 0)
    while token := _TOKEN.search(html, start, end):
        if token.start() > start:
            yield start, token.start()
        start = token.end()
        if token[0].startswith(("<!", "</")) or token[1]:
            continue
        tag = parse_tag(token[0])
        if tag.element not in _VOID and _is_left_alone(tag):
            start = _end_of_element(html, tag.element, start, end)


def _end_of_element(html: str, element: str, start: int, end: int) -> int:
    """Where the element that is open at `start` is closed; `end` when it is not."""
    depth = 1
    for token in _tags_named(element).finditer(html, start, end):
        if token[1] is not None:
            depth += -1 if token[1] else 1
        if not depth:
            return token.end()
    return end


@cache
def _tags_named(element: str) -> re.Pattern[str]:
    """Opening and closing tags of one element; its only group is missing where a comment or a script stands."""
    tag = rf"""<(/?){element}(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>"""
    return re.compile(rf"<!--.*?-->|<script\b.*?</script\s*>|{tag}", re.DOTALL | re.IGNORECASE)


def _is_left_alone(tag: Tag) -> bool:
    made_by_macro = any(name.startswith("kb-") for name in tag.attributes.get("class", "").split())
    named = tag.element in _LEFT_ALONE or "data-pagefind-ignore" in tag.attributes or "hidden" in tag.attributes
    return named or (made_by_macro and tag.element != "article")


def _linked(html: str, uses: list[_FirstUse], up: str) -> str:
    parts, position = [], 0
    for use in sorted(uses, key=lambda one: one.start):
        address = f"{up}glossary/#term-{use.slug}"
        parts += [html[position : use.start], f'<a class="kb-term" href="{address}">{html[use.start : use.end]}</a>']
        position = use.end
    return "".join([*parts, html[position:]])
