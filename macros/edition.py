"""The knowledge as readers of one language see it: interface strings, labels of terms, names of sources in the text."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from string import ascii_lowercase
from types import SimpleNamespace

from simpul.checks.crosslinks import asked_for
from simpul.knowledge import Knowledge
from simpul.model.base import Text
from simpul.model.sources import Regulation, Source, Work
from simpul.related import RelatedCases
from simpul.term_pages import pages_of_terms
from simpul.text import Language


class Edition:
    """One language of the knowledge. Made once per build, because it is the same for all pages of the language."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self.knowledge = knowledge
        self.language = language

    def text(self, text: Text) -> str:
        """`text` in this language."""
        return text.in_language(self.language)

    @cached_property
    def strings(self) -> SimpleNamespace:
        """The interface strings by group and key: `strings.case.place`."""
        groups = {
            name: SimpleNamespace(**{key: self.text(text) for key, text in group.items()})
            for name, group in self.knowledge.strings.items()
        }
        return SimpleNamespace(**groups)

    @cached_property
    def work_labels(self) -> Mapping[str, str]:
        """How each work is named in a text: "Klijn dkk. 2010", with a letter where two would be named alike."""
        return distinct((work.slug, f"{self.authors(work)} {work.year}") for work in self.knowledge.works.values())

    @cached_property
    def pages_of_lists(self) -> Mapping[str, str]:
        """The page that shows the list of each pause point, as its front matter says."""
        pages = [page for page in self.knowledge.pages.values() if page.language == self.language and page.meta]
        return {page.meta.pause_point: page.path for page in pages if page.meta and page.meta.pause_point}

    @cached_property
    def pages_of_sectors(self) -> Mapping[str, str]:
        """The page about each sector that has one: a theme that shows the cases of the sector."""
        found: dict[str, str] = {}
        for page in self.knowledge.pages.values():
            if page.language == self.language and page.path.startswith("themes/"):
                for call in page.macros:
                    if sector := asked_for(call).get("sector"):
                        found.setdefault(sector, page.path)
        return found

    @cached_property
    def related_cases(self) -> RelatedCases:
        """Which cases are near to which."""
        return RelatedCases(self.knowledge.cases)

    @cached_property
    def pages_of_terms(self) -> Mapping[str, tuple[str, ...]]:
        """The pages that use each term of the glossary most."""
        return pages_of_terms(self.knowledge)

    def authors(self, work: Work) -> str:
        """The family names of one or two authors, or the first one's and "dkk." or "et al."."""
        names = [author.partition(",")[0].strip() for author in work.authors]
        t = self.strings.source
        if len(names) > 2:
            return f"{names[0]} {t.and_others}"
        return f" {t.conjunction} ".join(names)

    def source_labels(self, sources: Mapping[str, Source]) -> Mapping[str, str]:
        """How the sources of one case are named in a text: publisher and year."""
        return distinct(
            (source.slug, f"{self.text(source.publisher)} {source.year or self.strings.source.no_year}")
            for source in sources.values()
        )

    def regulation_label(self, regulation: Regulation) -> str:
        """How a regulation is named in a text: its number."""
        return self.text(regulation.number)


def distinct(labels: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The labels by key; those that are equal get a, b, c … in the order they come: "2019a", "no date a"."""
    by_label: dict[str, list[str]] = {}
    for key, label in labels:
        by_label.setdefault(label, []).append(key)
    found: dict[str, str] = {}
    for label, keys in by_label.items():
        for position, key in enumerate(keys):
            space = "" if label[-1:].isdigit() else " "
            found[key] = label + (space + ascii_lowercase[position % 26] if len(keys) > 1 else "")
    return found
