"""Takes out of a built site the shared files that no page, stylesheet or script of it names.

A theme brings its script bundle, search worker, stemmers, source maps and pictures along whether they are used or
not. Only `assets/` and the theme's own search index are looked at: downloads and pages are never touched.
"""

import posixpath
import re
import shutil

from simpul.finish import scripts
from simpul.finish.built_site import BuiltSite, parse_tag

_ADDRESS_ATTRIBUTES = ("href", "src", "content", "poster", "data")
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)""")


def remove(site: BuiltSite) -> None:
    """Leave below `assets/` only what is named by a page, linked stylesheet or reachable script, and its licence."""
    used = set(scripts.reachable(site))
    for tag in map(parse_tag, site.tags()):
        addresses = [tag.attributes[name] for name in _ADDRESS_ATTRIBUTES if name in tag.attributes]
        addresses += [part.split()[0] for part in tag.attributes.get("srcset", "").split(",") if part.strip()]
        # A picture for a shared link is named with the full address of the site.
        used.update(_named(site, re.sub(r"^https?://[^/]+", "", address)) for address in addresses)
    used |= {file for text in _texts(site, used) for file in _named_in(site, text)}
    used |= {f"{posixpath.dirname(path)}/LICENSE" for path in used}
    for path in sorted((site.folder / "assets").rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site.folder).as_posix() not in used:
            path.unlink()
    shutil.rmtree(site.folder / "search", ignore_errors=True)
    for name in ("search.json", "objects.inv"):
        (site.folder / name).unlink(missing_ok=True)


def _named(site: BuiltSite, address: str) -> str:
    return (site.file_named_by(address) or "") if address else ""


def _texts(site: BuiltSite, used: set[str]) -> list[str]:
    """The stylesheets, scripts and manifests in use."""
    readable = (".css", ".js", ".mjs", ".json", ".webmanifest", ".svg")
    return [(site.folder / name).read_text(encoding="utf-8") for name in sorted(used) if name.endswith(readable)]


def _named_in(site: BuiltSite, text: str) -> set[str]:
    """The files below `assets/` whose name stands in `text`, as an address or in quotes."""
    names = {address.rpartition("/")[2] for address in _CSS_ADDRESS.findall(text)}
    names |= {part.rpartition("/")[2] for part in re.findall(r"""["'`]([^"'`\s]+\.\w{2,11})["'`]""", text)}
    names.discard("")
    return {
        path.relative_to(site.folder).as_posix() for path in (site.folder / "assets").rglob("*") if path.name in names
    }
