"""The cases as data in the built site: files to download, feeds to follow, and descriptions in the pages."""

import json
import re

from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.open_data import Addresses, Records, case_page, dataset_page, feed, table
from simpul.open_data.addresses import CATALOGUE, TABLE, case_path, feed_path, page_path
from simpul.open_data.linked import Described
from simpul.text import LANGUAGES

_DESCRIPTION = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_HEAD_END = re.compile(r"</head>")


def write(site: BuiltSite, knowledge: Knowledge) -> None:
    """Write the files and feeds, and describe each page of a case in its head; nothing where there is no case."""
    addresses = Addresses(site.address)
    _describe_pages(site, knowledge, addresses)
    if not knowledge.cases:
        return
    records = Records(knowledge, addresses)
    site.store(CATALOGUE, records.all().encode("utf-8"))
    site.store(TABLE, table(knowledge, addresses).encode("utf-8"))
    for case in knowledge.cases.values():
        site.store(case_path(case.slug), records.one(case).encode("utf-8"))
    for language in LANGUAGES:
        site.store(feed_path(language), feed(knowledge, language, addresses).encode("utf-8"))


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
