"""Which scripts of the site a page can load, what names they hold, and what of them only their authors read."""

import posixpath
import re

from simpul.finish.built_site import BuiltSite, FinishError, scripts, tags_of

try:
    import minify
except ImportError:  # not made for every machine, and a site without it is only some kilobytes larger
    minify = None

_IMPORT = re.compile(
    r"""(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew\s+URL\(\s*)["']([^"']+\.m?js(?:on)?)["']""",
)
# A name that ends in a hyphen or an underscore is the fixed part of one that the script puts together.
_WORD = re.compile(r"-{0,2}[A-Za-z_][\w-]*")
_PASSES = 5
_EXECUTED = {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}


def inline_scripts(html: str) -> list[str]:
    """The texts of a page's inline scripts that a browser acts on; blocks of data are none of them."""
    return [
        script.text
        for script in scripts(html)
        if "src" not in script.attributes and script.attributes.get("type", "").strip().lower() in _EXECUTED
    ]


def reachable(site: BuiltSite) -> dict[str, str]:
    """The text of each script that a page names, or that such a script imports, by path."""
    waiting = {path for html in site.pages.values() for path in _named_by(site, html) if path is not None}
    found: dict[str, str] = {}
    while waiting:
        path = waiting.pop()
        text = (site.folder / path).read_text(encoding="utf-8")
        found[path] = text
        for imported in _IMPORT.findall(text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))
            # What finishing itself writes, such as the search index, holds no names of pages.
            if target not in found and target.startswith("assets/") and (site.folder / target).is_file():
                waiting.add(target)
    return dict(sorted(found.items()))


def tighten(site: BuiltSite) -> None:
    """Store every script that a page can load as `tightened` makes it."""
    for path, text in reachable(site).items():
        tight = tightened(path, text)
        if tight != text:
            (site.folder / path).write_text(tight, encoding="utf-8")


def tightened(path: str, text: str) -> str:
    """The script without comments and needless white space; names inside functions become short.

    It stays as it was written where the library is not installed. Raises FinishError when it is not valid JavaScript.
    """
    if minify is None:
        return text
    try:
        # A second pass may exchange two short names; finishing a finished site must change nothing.
        for _ in range(_PASSES):
            before, text = text, str(minify.string("text/javascript", text))
            if text == before:
                break
    except minify.MinifyError as error:
        raise FinishError(f"{path} tidak dapat dibaca: {error}", f"{path} cannot be read: {error}") from error
    return text


def _named_by(site: BuiltSite, html: str) -> list[str | None]:
    named = [script.attributes["src"] for script in scripts(html) if "src" in script.attributes]
    preloaded = [
        tag.attributes.get("href", "")
        for _, tag in tags_of(html, "link")
        if tag.attributes.get("rel") == "modulepreload"
    ]
    return [site.file_named_by(address) for address in named + preloaded]


def words(site: BuiltSite) -> set[str]:
    """Every word that stands in a script which some page runs: a name a script may give to an element is among them."""
    found: set[str] = set()
    for text in reachable(site).values():
        found.update(_WORD.findall(text))
    for text in {text for html in site.pages.values() for text in inline_scripts(html)}:
        found.update(_WORD.findall(text))
    return found
