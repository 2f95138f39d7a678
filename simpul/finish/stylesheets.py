"""One small stylesheet instead of several large ones.

A theme brings rules for everything it can show; a reader should load those for what this site does show. Rules
that cannot match any page are dropped, and the stylesheets that most pages link are joined into one file whose name
changes with its content. What only some pages link stays a file of its own.
"""

import hashlib
import posixpath
import re
from collections import Counter
from dataclasses import dataclass

from simpul.finish import css_rules, scripts
from simpul.finish.built_site import BuiltSite, FinishError, parse_tag, tags_of
from simpul.finish.css_rules import Names

_FOLDER = "assets/stylesheets"
_CUSTOM_PROPERTY = re.compile(r"--[\w-]+")
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|#|/|[a-z]+:)([^"')]+)\1\s*\)""")
# The licence of the theme asks for its notice in every copy.
_THEME = re.compile(r"(^|/)main\.[0-9a-f]{8}\.min\.css$")
_NOTICE = "/*! Material for MkDocs, (c) Martin Donath, MIT licence; reduced */"


# A stylesheet in use: its file and the medium it is linked for.
Sheet = tuple[str, str]


@dataclass(frozen=True)
class Link:
    """A link to a stylesheet of the site: its tag as text, the address it gives, the file, and the medium."""

    tag: str
    address: str
    path: str
    media: str

    @property
    def sheet(self) -> Sheet:
        """What makes two links the same: file and medium."""
        return self.path, self.media


def combine(site: BuiltSite) -> None:
    """Let each page link reduced stylesheets, the shared ones as one file, and delete the originals.

    Raises FinishError for a stylesheet with `@import`, whose place and order would be lost.
    """
    links = {path: _links(site, html) for path, html in site.pages.items()}
    linked = dict.fromkeys(link.sheet for page in links.values() for link in page)
    if not linked:
        return
    reduced = _reduce(site, list(linked))
    shared = _shared(links)
    joined = _store(site, "site", _for_all_media(reduced, shared)) if shared else ""
    written = {joined}
    for path, page in links.items():
        site.pages[path], stored = _relink(site, path, page, reduced, shared, joined)
        written |= stored
    for name, _ in linked:
        if name not in written:
            (site.folder / name).unlink(missing_ok=True)


def names_of(site: BuiltSite) -> Names:
    """The names in the tags of all pages, the custom properties there included, and the words of scripts that run."""
    elements: set[str] = set()
    values: dict[str, set[str]] = {}
    properties: set[str] = set()
    for text in site.tags():
        tag = parse_tag(text)
        elements.add(tag.element)
        properties.update(_CUSTOM_PROPERTY.findall(text))
        for name, value in tag.attributes.items():
            values.setdefault(name, set()).add(value)
    classes = {name for value in values.get("class", ()) for name in value.split()}
    return Names(
        elements=frozenset(elements),
        classes=frozenset(classes),
        identifiers=frozenset(values.get("id", ())),
        values={name: frozenset(found) for name, found in values.items()},
        words=frozenset(scripts.words(site) | properties),
    )


def _links(site: BuiltSite, html: str) -> list[Link]:
    found = []
    for text, tag in tags_of(html, "link"):
        address = tag.attributes.get("href", "")
        path = site.file_named_by(address)
        if "stylesheet" in tag.attributes.get("rel", "").split() and path:
            found.append(Link(text, address, path, tag.attributes.get("media", "all")))
    return found


def _shared(links: dict[str, list[Link]]) -> list[Sheet]:
    """The sheets that more than half of the pages link, in the order of the page that links most of them.

    A page that links any of them gets the joined file: one that the reader has already, at no cost.
    """
    counts = Counter(link.sheet for page in links.values() for link in page)
    common = [sheet for sheet, count in counts.items() if count * 2 > len(links)]
    ordered = max(([link.sheet for link in page if link.sheet in common] for page in links.values()), key=len)
    return [*ordered, *(sheet for sheet in common if sheet not in ordered)]


def _reduce(site: BuiltSite, sheets: list[Sheet]) -> dict[Sheet, str]:
    """The text of each sheet with only what can match, its addresses seen from the shared folder."""
    names = names_of(site)
    parsed = {sheet: css_rules.parse(_source(site, sheet[0])) for sheet in sheets}

    def matches(selector: list[css_rules.Node]) -> bool:
        return css_rules.can_match(selector, names)

    references: dict[str, set[str]] = {}
    for rules in parsed.values():
        for name, found in css_rules.variables_in(rules, matches).items():
            references.setdefault(name, set()).update(found)
    live = _closure(references, references.pop("", set()) | names.words)
    reduced = {}
    for sheet, rules in parsed.items():
        text = css_rules.write(rules, matches, live.__contains__)
        if _THEME.search(sheet[0]) or _NOTICE in _source(site, sheet[0]):
            text = _NOTICE + text
        reduced[sheet] = text
    return reduced


def _for_all_media(reduced: dict[Sheet, str], sheets: list[Sheet]) -> str:
    """The sheets as one text, in which each says for itself for which medium it is."""
    texts = []
    for sheet in sheets:
        text, medium = reduced[sheet], sheet[1]
        texts.append(text if medium == "all" or not text else f"@media {medium}{{{text}}}")
    return "".join(texts)


def _source(site: BuiltSite, path: str) -> str:
    text = (site.folder / path).read_text(encoding="utf-8-sig")
    if re.search(r"@import\b", text):
        raise FinishError(
            f"{path} memuat @import; tautkan lembar gaya itu dari halaman",
            f"{path} contains @import; link that stylesheet from the page",
        )
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", text)

    def moved(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match.group(2).strip()))
        return f'url("{posixpath.relpath(target, _FOLDER)}")'

    return _ADDRESS.sub(moved, text)


def _closure(references: dict[str, set[str]], start: set[str]) -> set[str]:
    """Everything that is referred to from `start`, directly or through custom properties."""
    live: set[str] = set()
    waiting = set(start)
    while waiting:
        name = waiting.pop()
        live.add(name)
        waiting |= references.get(name, set()) - live
    return live


def _store(site: BuiltSite, stem: str, css: str) -> str:
    """Write the stylesheet under a name that holds the hash of its content; the path of the file."""
    text = css if css.isascii() else f'@charset "UTF-8";{css}'
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
    path = f"{_FOLDER}/{re.sub(r'-[0-9a-f]{8}$', '', stem)}-{digest}.css"
    (site.folder / path).parent.mkdir(parents=True, exist_ok=True)
    (site.folder / path).write_text(text, encoding="utf-8")
    return path


def _relink(
    site: BuiltSite,
    path: str,
    links: list[Link],
    reduced: dict[Sheet, str],
    shared: list[Sheet],
    joined: str,
) -> tuple[str, set[str]]:
    """The page with its links exchanged, and the files stored for it alone.

    The joined file stands at the place of the first shared link. A sheet of this page that stood before a shared one
    must not come to override it: what followed it is repeated behind it. A sheet that stands alone keeps its medium in
    the link, so that no screen waits for what only paper needs.
    """
    html = site.pages[path]
    stored: set[str] = set()
    placed = False
    for index, link in enumerate(links):
        if link.sheet in shared:
            tag = "" if placed else _tag(link, joined)
            placed = True
        else:
            followers = [each.sheet for each in links[index + 1 :] if each.sheet in shared]
            before = any(each.sheet in shared for each in links[:index])
            alone = not (before and followers)
            text = reduced[link.sheet] if alone else _for_all_media(reduced, [link.sheet, *followers])
            file = _store(site, posixpath.basename(link.path).partition(".")[0], text)
            stored.add(file)
            tag = _tag(link, file, link.media if alone else "all")
        html = html.replace(link.tag, tag, 1)
    return html, stored


def _tag(link: Link, path: str, media: str = "all") -> str:
    address = link.address.partition("?")[0].removesuffix(link.path) + path
    condition = "" if media == "all" else f' media="{media}"'
    return f'<link rel="stylesheet"{condition} href="{address}">'
