"""Which pages say most about a term of the glossary: computed from what is written, so that it never goes stale."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from simpul.knowledge import Knowledge
from simpul.pages import Page
from simpul.terms import Terms
from simpul.text import LANGUAGES, bilingual_texts

# How many pages of a folder are named for a term: a list and a case beside two pages to read.
MOST = {"checklists": 1, "cases": 1}
MOST_OF_THE_REST = 2

# What only leads on explains nothing itself; the instrument chooser is the index that does.
_LEADS_ON = re.compile(r"glossary|(?:(?!legal/).*/)?index")
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|https?://\S+")
# A page that is named after a term is about it, however seldom its text repeats the name.
_IN_TITLE = 10


@lru_cache(maxsize=1)  # both languages of a build ask for the same
def pages_of_terms(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """Term -> the pages, the list and the case that use it most, both languages taken together; every term is a key."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for language in LANGUAGES:
        terms = Terms(knowledge.glossary.values(), language, ordinary=True)
        for page in knowledge.pages.values():
            if page.language == language and not _LEADS_ON.fullmatch(page.path):
                for slug, count in _counted(knowledge, page, terms).items():
                    uses[slug][page.path] += count
    return {slug: tuple(_most_useful(uses[slug])) for slug in knowledge.glossary}


def _counted(knowledge: Knowledge, page: Page, terms: Terms) -> Counter[str]:
    text = "\n".join([_NOT_PROSE.sub(" ", page.body), *_facts(knowledge, page)])
    counted = Counter(use.slug for use in terms.uses(text))
    if page.meta:
        counted.update({use.slug: _IN_TITLE for use in terms.uses(page.meta.title)})
    return counted


def _facts(knowledge: Knowledge, page: Page) -> Iterator[str]:
    """The case or the list that a page shows: its words stand in the data, not on the page."""
    if page.meta is None:
        return
    files = (f"case_studies/{page.meta.case}.yml", f"checklists/{page.meta.pause_point}.yml")
    for file in filter(None, map(knowledge.files.get, files)):
        yield from (text for _, language, text in bilingual_texts(file.data) if language == page.language)


def _most_useful(uses: Counter[str]) -> Iterator[str]:
    ranked = sorted(uses, key=lambda path: (-uses[path], path))
    folders = {path: path.partition("/")[0] for path in ranked}
    yield from [path for path in ranked if folders[path] not in MOST][:MOST_OF_THE_REST]
    for folder, most in MOST.items():
        yield from [path for path in ranked if folders[path] == folder][:most]
