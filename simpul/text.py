"""The two languages of the project and text that exists in both."""

from typing import Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def other(language: Language) -> Language:
    """The language that is not `language`."""
    return "en" if language == "id" else "id"
