"""What search engines and reference managers read of a page, in the words of schema.org."""

from datetime import date
from typing import Any

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy, Period
from simpul.model.sources import Source
from simpul.open_data.addresses import CATALOGUE, LICENCE_ADDRESS, PUBLISHER, TABLE, Addresses, case_path
from simpul.open_data.records import SCHEMA_VERSION, data_version, last_verified
from simpul.text import Language, other

Described = dict[str, Any]

# Residents or survivors take part, too, and are no organisation.
_ENTITIES = {"community": "Thing"}


def case_page(knowledge: Knowledge, case: CaseStudy, language: Language, addresses: Addresses) -> Described:
    """The page of a case as an article that is about something and cites its sources."""
    address = addresses.case(language, case.slug)
    facets = (("sector", case.sectors), ("form", case.forms), ("challenge", (one.challenge for one in case.challenges)))
    topics = dict.fromkeys((facet, slug) for facet, slugs in facets for slug in slugs)
    described: Described = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": case.title.in_language(language),
        "description": case.summary.in_language(language),
        "inLanguage": language,
        "dateModified": _modified(knowledge, case, language).isoformat(),
        **_rights(),
        "about": [
            {"@type": "Thing", "name": knowledge.terms(facet)[slug].label.in_language(language)}
            for facet, slug in topics
        ],
        "mentions": [
            {"@type": _ENTITIES.get(partner.type, "Organization"), "name": partner.name.in_language(language)}
            for partner in case.partners
        ],
        "spatialCoverage": {"@type": "Place", "name": case.place.in_language(language)},
        "citation": [_source(source, language) for source in case.sources.values()],
        "isBasedOn": addresses.file(case_path(case.slug)),
        "workTranslation": {"@type": "Article", "@id": addresses.case(other(language), case.slug)},
    }
    period = _period(case.period)
    return {**described, "temporalCoverage": period} if period else described


def dataset_page(knowledge: Knowledge, language: Language, addresses: Addresses) -> Described:
    """The page on open data as the data set it documents."""
    page = knowledge.pages.get((language, "cases/open-data"))
    described = page.meta.description if page and page.meta else ""
    modified = last_verified(knowledge)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": addresses.page(language, "cases/open-data"),
        "name": knowledge.strings["data"]["dataset_name"].in_language(language),
        "description": described,
        "inLanguage": ["id", "en"],
        "version": f"{SCHEMA_VERSION}+{data_version(knowledge)}",
        **({"dateModified": modified.isoformat()} if modified else {}),
        **_rights(),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": addresses.file(path)}
            for kind, path in (("application/json", CATALOGUE), ("text/csv", TABLE))
        ],
    }


def _rights() -> Described:
    publisher = {"@type": "Organization", "name": PUBLISHER}
    return {"license": LICENCE_ADDRESS, "isAccessibleForFree": True, "author": publisher, "publisher": publisher}


def _modified(knowledge: Knowledge, case: CaseStudy, language: Language) -> date:
    """The later of the days on which the facts were verified and the story was reviewed."""
    page = knowledge.pages.get((language, f"cases/{case.slug}"))
    return max(case.verified, page.meta.reviewed) if page and page.meta else case.verified


def _source(source: Source, language: Language) -> Described:
    publisher = {"@type": "Organization", "name": source.publisher.in_language(language)}
    described = {
        "@type": "CreativeWork",
        "name": source.title.in_language(language),
        "url": source.url,
        "publisher": publisher,
    }
    return {**described, "datePublished": str(source.year)} if source.year else described


def _period(period: Period) -> str:
    """The years as an interval of ISO 8601, two dots for an end that is not known; empty when nothing is known."""
    if period.start is None and period.end is None:
        return ""
    return f"{period.start or '..'}/{period.end or '..'}"
