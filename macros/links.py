"""A link as templates get it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A link, the words that lead there, and a remark on it."""

    address: str
    label: str
    note: str = ""
