"""Cases as JSON: all of them with the vocabulary they use, and each one in a file of its own."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from simpul.knowledge import Knowledge
from simpul.model.case_study import CaseStudy
from simpul.open_data.addresses import CATALOGUE, LICENCE, LICENCE_ADDRESS, PUBLISHER, TABLE, Addresses, case_path
from simpul.text import LANGUAGES

# The second number grows when something is added, the first when something is renamed, removed or means another thing.
SCHEMA_VERSION = "1.0"
# The facets whose terms stand in a case.
FACETS = (
    "form",
    "instrument",
    "level",
    "sector",
    "partner_type",
    "challenge",
    "enabler",
    "status",
    "outcome",
    "evidence",
    "caution",
    "approximation",
)


class Records:
    """The JSON of the cases of one site; what all of it says of itself is worked out once."""

    def __init__(self, knowledge: Knowledge, addresses: Addresses) -> None:
        verified = last_verified(knowledge)
        self._knowledge = knowledge
        self._addresses = addresses
        self._head = {
            "schema_version": SCHEMA_VERSION,
            "data_version": data_version(knowledge),
            "verified": verified.isoformat() if verified else None,
            "publisher": PUBLISHER,
            "licence": {"name": LICENCE, "url": LICENCE_ADDRESS},
            "documentation": {language: addresses.page(language, "cases/open-data") for language in LANGUAGES},
        }

    def all(self) -> str:
        """All cases and the words for their terms, as one JSON object."""
        cases = [_record(case, self._addresses) for case in in_order(self._knowledge)]
        content = {
            **self._head,
            "files": {"json": self._addresses.file(CATALOGUE), "csv": self._addresses.file(TABLE)},
            "count": len(cases),
            "vocabulary": _vocabulary(self._knowledge),
            "cases": cases,
        }
        return _json(content)

    def one(self, case: CaseStudy) -> str:
        """One case as a JSON object that can be understood by itself."""
        return _json({**self._head, "case": _record(case, self._addresses)})


def in_order(knowledge: Knowledge) -> list[CaseStudy]:
    """The cases by slug, the order of every list in the data."""
    return sorted(knowledge.cases.values(), key=lambda case: case.slug)


def last_verified(knowledge: Knowledge) -> date | None:
    """The latest date on which a case was verified."""
    return max((case.verified for case in knowledge.cases.values()), default=None)


def data_version(knowledge: Knowledge) -> str:
    """A name for exactly this content: it changes when, and only when, a case or a term changes."""
    content = {
        "vocabulary": _vocabulary(knowledge),
        "cases": [_plain(case.model_dump()) for case in in_order(knowledge)],
    }
    return hashlib.sha256(_json(content).encode("utf-8")).hexdigest()[:12]


def _record(case: CaseStudy, addresses: Addresses) -> dict[str, Any]:
    """The facts of a case under the names of its YAML file, after its slug and where it is found."""
    facts: dict[str, Any] = _plain(case.model_dump())
    facts.pop("slug")
    # A list like all the others, and not an object whose keys are data.
    facts["sources"] = list(facts["sources"].values())
    return {
        "slug": case.slug,
        "pages": {language: addresses.case(language, case.slug) for language in LANGUAGES},
        "data": addresses.file(case_path(case.slug)),
        **facts,
    }


def _vocabulary(knowledge: Knowledge) -> dict[str, Any]:
    known = knowledge.vocabulary
    facets = {name: known.facets[name] for name in FACETS if name in known.facets}
    return {
        "facets": {
            name: {
                "label": facet.label.model_dump(),
                "terms": {
                    term.slug: {"label": term.label.model_dump(), "description": term.description.model_dump()}
                    for term in facet.terms.values()
                },
            }
            for name, facet in facets.items()
        },
        "countries": {slug: name.model_dump() for slug, name in known.countries.items()},
        "provinces": {slug: name.model_dump() for slug, name in known.provinces.items()},
    }


def _plain(value: Any) -> Any:
    """The value in the types of JSON. A number stays a number, whole where it was written whole."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
