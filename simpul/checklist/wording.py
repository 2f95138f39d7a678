"""Finding a string of `data/strings/checklist.yml` or a label of the vocabulary, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from simpul.knowledge import Knowledge
from simpul.text import Language


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    knowledge: Knowledge
    language: Language

    def say(self, key: str, **values: object) -> str:
        """The interface string `key` with its placeholders filled in."""
        return self.knowledge.strings["checklist"][key].in_language(self.language).format(**values)

    def facet(self, facet: str) -> str:
        """The name of a facet as it stands inside a sentence."""
        return inside_sentence(self.knowledge.vocabulary.facets[facet].label.in_language(self.language))

    def label(self, facet: str, value: str) -> str:
        """The label of a term; its slug when the vocabulary does not hold it, which a check reports."""
        term = self.knowledge.terms(facet).get(value)
        return term.label.in_language(self.language) if term else value

    def description(self, facet: str, value: str) -> str:
        """The sentence that explains a term; empty when the vocabulary does not hold it."""
        term = self.knowledge.terms(facet).get(value)
        return term.description.in_language(self.language) if term else ""

    def any_of(self, labels: Iterable[str]) -> str:
        """`a`, `a or b`, `a, b or c` in the words of the language."""
        *first, last = labels
        return f"{', '.join(first)} {self.say('or')} {last}" if first else last


def inside_sentence(label: str) -> str:
    """The label with a small first letter, unless it begins with an abbreviation such as APBD."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
