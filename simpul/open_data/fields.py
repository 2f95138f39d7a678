"""Which fields the data of a case has, read from the models themselves, so that their documentation cannot go stale."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from simpul.model.base import Record, Text
from simpul.model.case_study import CaseStudy

Kind = Literal["bilingual", "object", "number", "year", "date", "boolean", "word"]


@dataclass(frozen=True)
class Field:
    """A field: where it stands, what it holds, and the key of the interface string that says what it means."""

    path: str
    kind: Kind
    many: bool
    # False: it may be null.
    always: bool
    # True: whoever writes a case must fill it in.
    required: bool
    key: str


def fields() -> list[Field]:
    """The fields of a case in the order of the model; those of an object follow where the object first occurs."""
    return list(_fields_of(CaseStudy, "", set()))


def _fields_of(model: type[Record], prefix: str, known: set[type[Record]]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        held = _Held.read(info.annotation)
        path = f"{prefix}{name}{'[]' if held.many else ''}"
        key = f"{_snake(model.__name__)}_{name}"
        yield Field(path, _kind(held.type), held.many, not held.optional, info.is_required(), key)
        if _kind(held.type) == "object" and held.type not in known:
            known.add(held.type)
            yield from _fields_of(held.type, f"{path}.", known)


@dataclass(frozen=True)
class _Held:
    """The type a field holds, without what stands around it."""

    type: Any
    many: bool = False
    optional: bool = False

    @classmethod
    def read(cls, annotation: Any) -> "_Held":
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return cls.read(arguments[0])
        if origin in (Union, UnionType):
            inner = cls.read(next(one for one in arguments if one is not NoneType))
            return cls(inner.type, inner.many, optional=True)
        if origin is tuple:
            return cls(cls.read(arguments[0]).type, many=True)
        if origin is dict:
            return cls(cls.read(arguments[1]).type, many=True)
        return cls(annotation)


def _kind(held: Any) -> Kind:
    kinds: tuple[tuple[type, Kind], ...] = (
        (Text, "bilingual"),
        (Record, "object"),
        (Decimal, "number"),
        (bool, "boolean"),
        (int, "year"),
        (date, "date"),
    )
    return next((kind for base, kind in kinds if issubclass(held, base)), "word")


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
