"""What the site itself says: interface strings, and the front matter of a page."""

from typing import Literal

from pydantic import RootModel

from simpul.model.base import Date, Record, Slug, Text


class StringGroup(RootModel[dict[str, Text]]):
    """data/strings/<group>.yml: the wording of one part of the interface."""


class PageMeta(Record):
    """The front matter of a page in docs/."""

    title: str
    description: str
    reviewed: Date
    template: str | None = None
    component: Slug | None = None
    hide: tuple[Literal["navigation", "toc", "footer", "path"], ...] = ()
    case: Slug | None = None
    pause_point: Slug | None = None
