"""What a page has cited so far, and the entries of the list of sources at its foot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from macros.edition import Edition
from simpul.model.case_study import CaseStudy
from simpul.model.sources import Regulation, Source, Work

Kind = Literal["work", "source", "regulation"]


@dataclass(frozen=True)
class Entry:
    """One line of the list of sources. `back` is the place in the text that cites it first, or None."""

    key: str
    kind: Kind
    label: str
    record: Work | Source | Regulation
    case: CaseStudy | None = None
    back: str | None = None

    @property
    def anchor(self) -> str:
        """The HTML id of the entry. No slug holds two hyphens, so a source of another case cannot collide."""
        return "source-" + self.key.replace("/", "--")

    @property
    def anchor_elsewhere(self) -> str:
        """The HTML id of the entry on the page of all works, or of all regulations."""
        return f"regulation-{self.key}" if self.kind == "regulation" else self.anchor


@dataclass(frozen=True)
class Citation:
    """A reference in the text; `address` leads to its entry, `mark` is its HTML id when it is the first, else None."""

    label: str
    address: str
    mark: str | None


class UnknownSource(LookupError):
    """No work, regulation or source of the case has this key; `known` are the keys there are."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        super().__init__(key)
        self.key = key
        self.known = sorted(known)


class ListAlreadyShown(Exception):
    """Something new is cited below the list of sources, where no entry can be added any more."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Citations:
    """The citations of one page, in the order in which they are made."""

    def __init__(self, edition: Edition, case: CaseStudy | None) -> None:
        self._edition = edition
        self._case = case
        self._cited: dict[str, Entry] = {}
        self._closed = False
        self._elsewhere: Mapping[Kind, str] = {}

    def list_elsewhere(self, pages: Mapping[Kind, str]) -> None:
        """From now on references lead to `pages`, kind of entry -> address, and need no list on this page."""
        self._elsewhere = pages

    def cite(self, keys: Iterable[str]) -> list[Citation]:
        """References to `keys`, each of which is now an entry of the list.

        Raises UnknownSource, or ListAlreadyShown when a new entry would come too late.
        """
        return [self._cite(self._own(key)) for key in keys]

    def entries(self) -> list[Entry]:
        """What the page cites, in order of first citation, then the rest of its case's sources. Closes the list."""
        self._closed = True
        rest = self._case.sources if self._case else {}
        return [*self._cited.values(), *(self._entry(key) for key in rest if key not in self._cited)]

    def _cite(self, key: str) -> Citation:
        if known := self._cited.get(key):
            return Citation(known.label, f"#{known.anchor}", None)
        entry = self._entry(key)
        if page := self._elsewhere.get(entry.kind):
            return Citation(entry.label, f"{page}#{entry.anchor_elsewhere}", None)
        listed_anyway = self._case is not None and entry.case is self._case
        if self._closed and not listed_anyway:
            raise ListAlreadyShown(key)
        mark = entry.anchor.replace("source-", "cite-", 1)
        self._cited[key] = replace(entry, back=mark)
        return Citation(entry.label, f"#{entry.anchor}", mark)

    def _own(self, key: str) -> str:
        """A source of this page's case may be named with or without the case."""
        return key.removeprefix(f"{self._case.slug}/") if self._case else key

    def _entry(self, key: str) -> Entry:
        edition, knowledge = self._edition, self._edition.knowledge
        if self._case and key in self._case.sources:
            return Entry(key, "source", self._own_labels[key], self._case.sources[key], self._case)
        if key in knowledge.works:
            return Entry(key, "work", edition.work_labels[key], knowledge.works[key])
        if key in knowledge.regulations:
            regulation = knowledge.regulations[key]
            return Entry(key, "regulation", edition.regulation_label(regulation), regulation)
        slug, _, source = key.partition("/")
        case = knowledge.cases.get(slug)
        if case and source in case.sources:
            return Entry(key, "source", edition.source_labels(case.sources)[source], case.sources[source], case)
        raise UnknownSource(key, self._known(case))

    @cached_property
    def _own_labels(self) -> Mapping[str, str]:
        return self._edition.source_labels(self._case.sources) if self._case else {}

    def _known(self, named_case: CaseStudy | None) -> list[str]:
        knowledge = self._edition.knowledge
        known = [*knowledge.works, *knowledge.regulations, *(self._case.sources if self._case else ())]
        if named_case:
            known += [f"{named_case.slug}/{key}" for key in named_case.sources]
        return known
