"""What we read: sources of a case, works of the literature, regulations, and the verdicts drawn from them."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from simpul.model.base import (
    Address,
    Date,
    Keyed,
    Label,
    Name,
    NamedRecord,
    NonEmpty,
    NonEmptyKeyed,
    Passage,
    Record,
    Sentence,
    Slug,
    Slugs,
    Year,
)


def _doi(value: str) -> str:
    if not re.fullmatch(r"10\.\d{4,9}/[^\s<>\"']+", value):
        raise PydanticCustomError("bad-doi", "not a DOI")
    return value


Doi = Annotated[str, AfterValidator(_doi)]


class Source(NamedRecord):
    """A page or document that was read for a case or a regulation."""

    title: Name
    publisher: Name
    year: Year | None = None
    url: Address
    # False: written by one of the parties of the case; decides the caution "self-reported".
    independent: bool = True
    # True: a copy on somebody else's site, because the publisher's own page is not known; readers are told.
    hosted_copy: bool = False
    note: Sentence | None = None


class Work(NamedRecord):
    """A work of research or guidance. `supports` says in our words what it is cited for."""

    authors: NonEmpty[str]
    year: Year
    title: str
    venue: str
    kind: Slug
    doi: Doi | None = None
    url: Address | None = None
    read: Sentence
    supports: Passage
    limits: Passage | None = None

    @model_validator(mode="after")
    def _can_be_opened(self) -> "Work":
        if self.doi is None and self.url is None:
            raise PydanticCustomError("missing-address", "no address")
        return self

    @property
    def address(self) -> str:
        """Where a reader opens the work: its DOI where there is one, because it outlives the page."""
        return f"https://doi.org/{self.doi}" if self.doi else str(self.url)


class Literature(Record):
    """data/literature.yml"""

    works: NonEmptyKeyed[Work]


class Claim(NamedRecord):
    """A benefit, challenge or strategy with what research says of it. Shown under its heading on `page`."""

    kind: Literal["benefit", "challenge", "strategy"]
    title: Label
    verdict: Slug
    summary: Passage
    sources: NonEmpty[Slug]
    page: str
    challenges: Slugs = ()
    enablers: Slugs = ()


class Claims(Record):
    """data/claims.yml"""

    claims: NonEmptyKeyed[Claim]


class Topic(NamedRecord):
    """A question officials ask, under which the regulations that answer it stand."""

    question: Label


class Regulation(NamedRecord):
    """A rule of the state in plain words, with how far it was verified and when.

    `year` is missing only where several rules are read together and none of them gives the year.
    """

    number: Name
    year: Year | None = None
    topic: Slug
    title: Label
    issuer: Label
    status: Sentence
    meaning: Passage
    verification: Literal["verified", "partly-verified"]
    checked: Date
    read: Sentence | None = None
    sources: NonEmptyKeyed[Source]


class Regulations(Record):
    """data/regulations.yml"""

    # In the order in which a page shows them.
    topics: Keyed[Topic]
    regulations: Keyed[Regulation]
