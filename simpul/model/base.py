"""The parts every model is built of: frozen records, bilingual texts, slugs, years, dates and addresses.

Limits exist to keep facts from growing into documentation: what does not fit belongs on a page.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from simpul.text import Language

# No YAML file can hold this key by accident: a written `slug:` would let identity and place disagree.
SLUG_KEY = "(slug)"
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Record(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _limited(limit: int) -> Any:
    def within(value: str) -> str:
        if not value:
            raise PydanticCustomError("empty-value", "empty")
        if len(value) > limit:
            context = {"length": len(value), "limit": limit}
            raise PydanticCustomError("text-too-long", "too long", context)
        return value

    return AfterValidator(within)


class Text(Record):
    """The same content in both languages, each written as if it were the original."""

    id: Annotated[str, _limited(2000)]
    en: Annotated[str, _limited(2000)]

    def in_language(self, language: Language) -> str:
        """The text a reader of `language` sees."""
        return self.id if language == "id" else self.en


class Label(Text):
    """A name or heading: at most 140 characters, so that it fits two lines on a phone."""

    id: Annotated[str, _limited(140)]
    en: Annotated[str, _limited(140)]


class Sentence(Text):
    """One or two sentences: at most 360 characters."""

    id: Annotated[str, _limited(360)]
    en: Annotated[str, _limited(360)]


class Passage(Text):
    """A short paragraph: at most 900 characters."""

    id: Annotated[str, _limited(900)]
    en: Annotated[str, _limited(900)]


def _same_in_both(value: Any) -> Any:
    return {"id": value, "en": value} if isinstance(value, str) else value


# A proper name may be written once when it is the same in both languages.
Name = Annotated[Label, BeforeValidator(_same_in_both)]


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise PydanticCustomError("bad-slug", "not a slug")
    return value


Slug = Annotated[str, AfterValidator(_slug)]

_T = TypeVar("_T")


def _name_records(value: Any) -> Any:
    """Give each record the key it stands under as its `slug`."""
    if not isinstance(value, dict):
        return value
    return {k: {SLUG_KEY: k, **v} if isinstance(v, dict) else v for k, v in value.items()}


# Records by slug, in the order of the file; each record also carries its key as `slug`.
Keyed = Annotated[dict[Slug, _T], BeforeValidator(_name_records)]


class NamedRecord(Record):
    """A record whose identity is the key it stands under, or the stem of its file."""

    slug: Slug = Field(alias="(slug)")  # SLUG_KEY; mypy wants a literal


def _year(value: Any) -> Any:
    if not (isinstance(value, str | int) and re.fullmatch(r"(19|20)\d\d|2100", str(value))):
        raise PydanticCustomError("bad-year", "not a year")
    return int(value)


Year = Annotated[int, BeforeValidator(_year)]


def _date(value: Any) -> Any:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("bad-date", "not a date") from None


Date = Annotated[date, BeforeValidator(_date)]


def _partial_date(value: Any) -> Any:
    parts = str(value).split("-")
    padded = "-".join(parts + ["01"] * (3 - len(parts)))
    try:
        date.fromisoformat(padded)
    except ValueError:
        raise PydanticCustomError("bad-date", "not a date") from None
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", str(value)):
        raise PydanticCustomError("bad-date", "not a date")
    return str(value)


# "2019", "2019-10" or "2019-10-12": as exact as the source is, no more.
PartialDate = Annotated[str, BeforeValidator(_partial_date)]


def _number(value: Any) -> Any:
    try:
        number = Decimal(value) if re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", str(value)) else None
    except InvalidOperation:  # pragma: no cover - the pattern admits only what Decimal reads
        number = None
    if number is None:
        raise PydanticCustomError("bad-number", "not a number")
    return number


# Decimal, so that a figure is printed with the digits its source gives.
Number = Annotated[Decimal, BeforeValidator(_number)]


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[a-zA-Z0-9.-]+\.[a-z]{2,}(:\d+)?(/[^\s<>\"'`{}|\\^]*)?", value):
        raise PydanticCustomError("bad-address", "not an address")
    return value


# Only http and https: the value becomes a link, and `javascript:` must never be one.
Address = Annotated[str, AfterValidator(_address)]


def _not_empty(value: tuple[_T, ...]) -> tuple[_T, ...]:
    if not value:
        raise PydanticCustomError("empty-value", "empty")
    return value


def not_empty_mapping(value: dict[str, _T]) -> dict[str, _T]:
    """`value`, refused as an empty value when nothing is in it."""
    if not value:
        raise PydanticCustomError("empty-value", "empty")
    return value


NonEmpty = Annotated[tuple[_T, ...], AfterValidator(_not_empty)]
NonEmptyKeyed = Annotated[Keyed[_T], AfterValidator(not_empty_mapping)]
Slugs = tuple[Slug, ...]


def _facet_name(value: str) -> str:
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", value):
        raise PydanticCustomError("bad-facet-name", "not a facet name")
    return value


# A facet is named like the YAML keys that use it: `partner_type`.
FacetName = Annotated[str, AfterValidator(_facet_name)]

# Facet -> values, as in `applies_to: {form: [data-sharing]}`.
Facets = dict[FacetName, NonEmpty[Slug]]
NO_FACETS: Any = Field(default_factory=dict)
