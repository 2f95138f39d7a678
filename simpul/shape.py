"""From the data of a file to a model, and from what pydantic refuses to located problems in our words."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simpul.messages import LANGUAGE_NAMES, WORDING, suggestion
from simpul.model.base import SLUG_KEY
from simpul.source import Loc, Source
from simpul.text import LANGUAGES

_Model = TypeVar("_Model", bound=BaseModel)

# pydantic's error type -> our rule, where the two differ. https://docs.pydantic.dev/latest/errors/validation_errors/
RULES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "string_type": "expected-text",
    "model_type": "expected-mapping",
    "model_attributes_type": "expected-mapping",
    "dict_type": "expected-mapping",
    "tuple_type": "expected-list",
    "int_parsing": "bad-number",
    "int_type": "bad-number",
    "bool_parsing": "bad-boolean",
    "bool_type": "bad-boolean",
    "literal_error": "unknown-choice",
}


def build(model: type[_Model], source: Source, data: Any, slug: str | None = None) -> _Model | None:
    """A record of `model`, or None with every reason added to `source.problems`."""
    if slug is not None and isinstance(data, dict):
        data = {SLUG_KEY: slug, **data}
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(source, model, details)
        return None


def _report(source: Source, model: type[BaseModel], details: ErrorDetails) -> None:
    loc: Loc = tuple(part for part in details["loc"] if part != "[key]")
    rule = RULES.get(details["type"], details["type"])
    found = details["input"]
    values: dict[str, Any] = {"found": found, "reason": details["msg"], **details.get("ctx", {})}
    if rule == "missing-key":
        values["key"] = loc[-1]
        if loc[-1] in LANGUAGES and len(loc) > 1:
            rule = "missing-translation"
            values["language_id"], values["language_en"] = LANGUAGE_NAMES[str(loc[-1])]
    elif found is None:
        rule = "empty-value"
    elif rule == "unknown-key":
        values["key"] = loc[-1]
        values |= suggestion(str(loc[-1]), _siblings(model, loc))
    elif rule == "expected-mapping" and isinstance(found, str):
        values |= _language_hint(found)
    elif rule not in WORDING:
        rule = "bad-value"
    source.report(rule, source.where(loc), **values)


def _language_hint(found: str) -> dict[str, str]:
    """Where both languages are wanted and one text was given, say how to write the pair."""
    short = found if len(found) <= 30 else found[:29] + "…"
    return {
        "hint_id": f", bukan '{short}'; teks dua bahasa ditulis {{id: …, en: …}}",
        "hint_en": f", not '{short}'; text in two languages is written {{id: …, en: …}}",
    }


def _siblings(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys allowed where `loc` stands, as far as the models say; all known keys otherwise."""
    fields: set[str] = set()
    for candidate in _nested(model, set()):
        fields |= set(candidate.model_fields)
    return sorted(fields - {"slug"})


def _nested(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for info in model.model_fields.values():
        yield from _models_in(info.annotation, seen)


def _models_in(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _nested(annotation, seen)
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument, seen)
