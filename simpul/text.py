"""The two languages of the project and text that exists in both."""

from collections.abc import Iterator
from typing import Any, Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def other(language: Language) -> Language:
    """The language that is not `language`."""
    return "en" if language == "id" else "id"


def bilingual_texts(
    data: Any, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Language, str]]:
    """Every text in `data` that stands under the key of a language, with its place and that language."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in LANGUAGES and isinstance(value, str):
                yield (*place, key), key, value
            else:
                yield from bilingual_texts(value, (*place, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from bilingual_texts(value, (*place, number))
