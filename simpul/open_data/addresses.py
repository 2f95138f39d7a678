"""Where pages and files stand on the site, and what the data says of itself everywhere."""

from dataclasses import dataclass

from simpul.text import Language

PUBLISHER = "Simpul Kolaborasi"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

CATALOGUE = "data/cases.json"
TABLE = "data/cases.csv"


def page_path(language: Language, path: str) -> str:
    """The folder of a page in the built site, ending in a slash."""
    return f"{language}/{path}/"


def feed_path(language: Language) -> str:
    """The file of the feed of a language."""
    return f"{language}/cases/feed.xml"


def case_path(slug: str) -> str:
    """The file that holds the data of one case."""
    return f"data/cases/{slug}.json"


@dataclass(frozen=True)
class Addresses:
    """Full addresses. `base` ends in a slash, or is empty where the site does not know its address.

    Without a base an address is the path from the root of the site.
    """

    base: str

    def page(self, language: Language, path: str) -> str:
        """The address of a page, by its path without language."""
        return self.base + page_path(language, path)

    def case(self, language: Language, slug: str) -> str:
        """The address of the page of a case."""
        return self.page(language, f"cases/{slug}")

    def file(self, path: str) -> str:
        """The address of a file, by its path from the root of the site."""
        return self.base + path
