"""The cases as data in the built site: files to download, feeds to follow, and descriptions in the pages."""

import json
import re
from pathlib import Path

from simpul.finish.built_site import BuiltSite, tags_of
from simpul.knowledge import Knowledge
from simpul.open_data import Addresses, Records, case_page, dataset_page, feed, table
from simpul.open_data.addresses import CATALOGUE, TABLE, case_path, feed_path, page_path
from simpul.open_data.linked import Described
from simpul.text import LANGUAGES

_DESCRIPTION = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_HEAD_END = re.compile(r"</head>")


def write(site: BuiltSite, knowledge: Knowledge) -> None:
    """Write the files and feeds, and describe each page of a case in its head; nothing where there is no case."""
    addresses = Addresses(_base(site))
    _describe_pages(site, knowledge, addresses)
    if not knowledge.cases:
        return
    records = Records(knowledge, addresses)
    _store(site, CATALOGUE, records.all())
    _store(site, TABLE, table(knowledge, addresses))
    for case in knowledge.cases.values():
        _store(site, case_path(case.slug), records.one(case))
    for language in LANGUAGES:
        _store(site, feed_path(language), feed(knowledge, language, addresses))


def _base(site: BuiltSite) -> str:
    """The address of the site, from what its home page says of its own; empty when it does not say."""
    for language in LANGUAGES:
        for _, tag in tags_of(site.pages[f"{language}/index.html"], "link"):
            if tag.attributes.get("rel") == "canonical":
                return tag.attributes.get("href", "").removesuffix(f"{language}/")
    return ""


def _describe_pages(site: BuiltSite, knowledge: Knowledge, addresses: Addresses) -> None:
    for language in LANGUAGES:
        for case in knowledge.cases.values():
            path = f"{page_path(language, f'cases/{case.slug}')}index.html"
            if path in site.pages:
                site.pages[path] = _described(site.pages[path], case_page(knowledge, case, language, addresses))
        path = f"{page_path(language, 'cases/open-data')}index.html"
        if path in site.pages:
            site.pages[path] = _described(site.pages[path], dataset_page(knowledge, language, addresses))


def _described(html: str, description: Described) -> str:
    """The page with `description` at the end of its head, in place of one it may have."""
    block = f'<script type="application/ld+json">{_in_script(description)}</script>\n'
    return _HEAD_END.sub(lambda end: block + end.group(), _DESCRIPTION.sub("", html), count=1)


def _in_script(content: Described) -> str:
    """JSON that cannot end the script element it stands in, nor begin a comment there."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _store(site: BuiltSite, path: str, content: str) -> None:
    file: Path = site.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8"))
