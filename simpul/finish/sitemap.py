"""The sitemap, which names for each page its twin in the other language."""

from html import escape

from simpul.finish.built_site import BuiltSite, tags_of
from simpul.text import LANGUAGES

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


_NO_INDEX = '<meta name="robots" content="noindex">'


def write(site: BuiltSite) -> None:
    """Write `sitemap.xml` from the addresses that the pages give of themselves; no compressed copy remains.

    A page without an address of its own (a site built without one), or that no search should show, is not listed.
    """
    entries = []
    for path, html in site.pages.items():
        address = _canonical(html)
        if address is None or _NO_INDEX in html:
            continue
        links = "".join(
            f'    <xhtml:link rel="alternate" hreflang="{language}" href="{escape(twin)}"/>\n'
            for language, twin in _twins(site, path, html, address).items()
        )
        entries.append(f"  <url>\n    <loc>{escape(address)}</loc>\n{links}  </url>\n")
    (site.folder / "sitemap.xml.gz").unlink(missing_ok=True)
    (site.folder / "sitemap.xml").write_text(f"{_OPEN}{''.join(entries)}</urlset>\n", encoding="utf-8")


def _canonical(html: str) -> str | None:
    for _, tag in tags_of(html, "link"):
        if tag.attributes.get("rel") == "canonical":
            return tag.attributes.get("href")
    return None


def _twins(site: BuiltSite, path: str, html: str, address: str) -> dict[str, str]:
    """The same page by language: what the page says of itself, else what stands at the same path."""
    said = {
        tag.attributes["hreflang"]: tag.attributes["href"]
        for _, tag in tags_of(html, "link")
        if tag.attributes.get("rel") == "alternate" and {"hreflang", "href"} <= tag.attributes.keys()
    }
    if said:
        return said
    language, slash, rest = path.partition("/")
    if language not in LANGUAGES or not slash:
        return {}
    base = address[: len(address) - len(path.removesuffix("index.html"))]
    found: dict[str, str] = {
        twin: f"{base}{twin}/{rest.removesuffix('index.html')}" for twin in LANGUAGES if f"{twin}/{rest}" in site.pages
    }
    return {**found, "x-default": found["id"]} if "id" in found else found
