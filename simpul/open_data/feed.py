"""The Atom feed of a language: cases in the order in which they were added or verified again."""

from uuid import UUID, uuid5
from xml.etree import ElementTree

from simpul.knowledge import Knowledge
from simpul.model.base import Text
from simpul.model.case_study import CaseStudy
from simpul.open_data.addresses import (
    LICENCE,
    LICENCE_ADDRESS,
    PUBLISHER,
    Addresses,
    case_path,
    feed_path,
)
from simpul.open_data.records import in_order, last_verified
from simpul.text import Language

ATOM = "http://www.w3.org/2005/Atom"
# A reader of feeds wants what is new; all cases are in the data.
LIMIT = 200
# Identity outlives the address of the site, so it is made of the path alone. Never change this.
_NAMESPACE = UUID("6d1f0d5e-8a57-4c0b-9d55-2f8f5b6f3c11")


def feed(knowledge: Knowledge, language: Language, addresses: Addresses) -> str:
    """The feed as XML. Needs a case, because a feed must say when it was last changed."""
    verified = last_verified(knowledge)
    if verified is None:
        raise ValueError("no case")
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    if not addresses.base:
        root.set("xml:base", "../../")
    title = knowledge.strings["data"]["feed_title"]
    _add(root, "id", _identity(feed_path(language)))
    _add(root, "title", title.in_language(language))
    _add(root, "updated", _moment(verified.isoformat()))
    _add(root, "link", rel="self", type="application/atom+xml", href=addresses.file(feed_path(language)))
    _add(root, "link", rel="alternate", type="text/html", hreflang=language, href=addresses.page(language, "cases"))
    _add(root, "link", rel="license", href=LICENCE_ADDRESS)
    _add(root, "rights", f"{LICENCE}, {PUBLISHER}")
    _add(_add(root, "author"), "name", PUBLISHER)
    newest = sorted(in_order(knowledge), key=lambda case: case.verified, reverse=True)
    for case in newest[:LIMIT]:
        _entry(root, knowledge, case, language, addresses)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _entry(
    root: ElementTree.Element, knowledge: Knowledge, case: CaseStudy, language: Language, addresses: Addresses
) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", _identity(f"{language}/cases/{case.slug}"))
    _add(entry, "title", case.title.in_language(language))
    _add(entry, "updated", _moment(case.verified.isoformat()))
    address = addresses.case(language, case.slug)
    _add(entry, "link", rel="alternate", type="text/html", hreflang=language, href=address)
    _add(entry, "link", rel="related", type="application/json", href=addresses.file(case_path(case.slug)))
    _add(entry, "summary", case.summary.in_language(language))
    for facet, slugs in (("sector", case.sectors), ("outcome", (case.outcome,))):
        for slug in slugs:
            label: Text = knowledge.terms(facet)[slug].label
            _add(entry, "category", term=slug, label=label.in_language(language))


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text
    return child


def _identity(path: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, path)}"


def _moment(day: str) -> str:
    # We know days; Atom asks for a moment.
    return f"{day}T00:00:00Z"
