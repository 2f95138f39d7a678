"""What opens without a network: the service worker with the list of what it keeps, and the list of the whole site.

The pages of the checklists are kept after one visit, in both languages, with everything they load. The rest is kept
only when a reader asks for it. Both lists give a hash for each file, so that a device never holds half of an edition.
"""

import hashlib
import json
import posixpath
import re
from pathlib import Path

from simpul.finish import scripts
from simpul.finish.built_site import BuiltSite, FinishError, parse_tag
from simpul.text import LANGUAGES

WORKER = "service-worker.js"
WHOLE = "offline/whole.json"
_SOURCE = f"assets/javascripts/{WORKER}"
_OFFLINE_PAGE = "offline/index.html"
_LISTS = tuple(f"{language}/checklists/" for language in LANGUAGES)
# What scripts of the checklists load by an address that they put together.
_LOADED_LATER = ("assets/checklist", "assets/javascripts/checklist")
# What speaks to search engines or the browser, and is never asked for by a page; and what speaks to hosts.
_FOR_NO_READER = {"404.html", "sitemap.xml", WORKER, WHOLE}
_FOR_HOSTS = re.compile(r"(^|/)[._]")
_HASH_LENGTH = 16
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)""")
_MEGABYTES = re.compile(r'(data-component="keep-offline"\s+data-megabytes=")[^"]*(")')


def write(site: BuiltSite) -> None:
    """Write the service worker into the root of the site, and the list of the whole site.

    Both describe the stored files, so this is the last step. The size of the whole site is written into the pages that
    offer to keep it. Raises FinishError when the worker, or the page that it shows without a network, is missing.
    """
    code = _code(site)
    _tell_size(site)
    kept = {_address(path): _hash(site.folder / path) for path in _kept(site)}
    listed = {"version": _version(kept), "offline": _address(_OFFLINE_PAGE), "files": kept}
    (site.folder / WORKER).write_text(f"const SITE={_compact(listed)};\n{code}", encoding="utf-8")
    (site.folder / _SOURCE).unlink(missing_ok=True)
    whole = {_address(path): _hash(site.folder / path) for path in _rest(site)}
    content = {"version": _version(whole), "bytes": _size(site), "files": whole}
    (site.folder / WHOLE).write_text(_compact(content), encoding="utf-8")


def _code(site: BuiltSite) -> str:
    """The worker without its list: as the theme brings it, or as an earlier finishing has stored it."""
    if _OFFLINE_PAGE not in site.pages:
        raise FinishError(f"halaman {_OFFLINE_PAGE} tidak ada", f"the page {_OFFLINE_PAGE} is missing")
    if (site.folder / _SOURCE).is_file():
        return scripts.tightened(_SOURCE, (site.folder / _SOURCE).read_text(encoding="utf-8"))
    if (site.folder / WORKER).is_file():
        return (site.folder / WORKER).read_text(encoding="utf-8").partition("\n")[2]
    raise FinishError(f"{_SOURCE} tidak ada", f"{_SOURCE} is missing")


def _tell_size(site: BuiltSite) -> None:
    """Write the size where it is told; measured without it, so that doing so again gives the same size."""
    _put_size(site, "")
    _put_size(site, f"{_size(site) / 1e6:.0f}")


def _put_size(site: BuiltSite, megabytes: str) -> None:
    for path, html in site.pages.items():
        site.pages[path] = _MEGABYTES.sub(rf"\g<1>{megabytes}\g<2>", html)
    site.write()


def _kept(site: BuiltSite) -> list[str]:
    """The pages of the checklists, the page shown without a network, and every file that one of them loads."""
    pages = {path: html for path, html in site.pages.items() if path.startswith(_LISTS) or path == _OFFLINE_PAGE}
    part = BuiltSite(site.folder, pages, {})
    found = {*pages, *scripts.reachable(part)}
    for tag in map(parse_tag, part.tags()):
        # Of links, only those to what a page shows: not the pages and files that a reader may open from it.
        loads = tag.attributes.get("rel") in {"stylesheet", "icon"} if tag.element == "link" else tag.element == "img"
        path = site.file_named_by(tag.attributes.get("href") or tag.attributes.get("src") or "") if loads else None
        if path:
            found |= {path, *_named_in_stylesheet(site, path)}
    for folder in _LOADED_LATER:
        found.update(_path(site, file) for file in (site.folder / folder).rglob("*") if file.is_file())
    return sorted(found)


def _named_in_stylesheet(site: BuiltSite, path: str) -> set[str]:
    if not path.endswith(".css"):
        return set()
    text = (site.folder / path).read_text(encoding="utf-8")
    named = {posixpath.normpath(posixpath.join(posixpath.dirname(path), found)) for found in _CSS_ADDRESS.findall(text)}
    return {name for name in named if (site.folder / name).is_file()}


def _rest(site: BuiltSite) -> list[str]:
    """Every file for readers but the pages of the checklists, which are kept anyway and renewed apart."""
    apart = {path for path in site.pages if path.startswith(_LISTS)} | {_OFFLINE_PAGE, *_FOR_NO_READER}
    files = {_path(site, file) for file in site.folder.rglob("*") if file.is_file()}
    return sorted(path for path in files - apart - {_SOURCE} if not _FOR_HOSTS.search(path))


def _size(site: BuiltSite) -> int:
    return sum((site.folder / path).stat().st_size for path in _rest(site))


def _path(site: BuiltSite, file: Path) -> str:
    return file.relative_to(site.folder).as_posix()


def _address(path: str) -> str:
    """The address that readers use, from the root of the site."""
    return path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:_HASH_LENGTH]


def _version(files: dict[str, str]) -> str:
    return hashlib.sha256(_compact(files).encode("utf-8")).hexdigest()[:_HASH_LENGTH]


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
