"""What a record names must exist: the small functions every check of a relation is built of."""

from collections.abc import Collection, Iterable, Iterator

from simpul.knowledge import Knowledge
from simpul.messages import suggestion
from simpul.problem import Problem
from simpul.source import Loc

# One reference to look up: where it stands, and what it names.
Reference = tuple[Loc, str | None]


def each(loc: Loc, slugs: Iterable[str]) -> Iterator[Reference]:
    """A reference for every slug of the list that stands at `loc`."""
    for number, slug in enumerate(slugs):
        yield (*loc, number), slug


def unknown_terms(knowledge: Knowledge, path: str, facet: str, references: Iterable[Reference]) -> Iterator[Problem]:
    """A problem for every reference that is not a term of `facet`."""
    terms = knowledge.terms(facet)
    for loc, slug in references:
        if slug is not None and slug not in terms:
            hints = suggestion(slug, terms)
            yield knowledge.problem(path, loc, "unknown-term", found=slug, facet=facet, **hints)


def unknown(
    knowledge: Knowledge, path: str, rule: str, known: Collection[str], references: Iterable[Reference]
) -> Iterator[Problem]:
    """A problem of `rule` for every reference that is not in `known`."""
    for loc, slug in references:
        if slug is not None and slug not in known:
            yield knowledge.problem(path, loc, rule, found=slug, **suggestion(slug, known))


def unknown_cases(knowledge: Knowledge, path: str, references: Iterable[Reference]) -> Iterator[Problem]:
    """A problem for every reference to a case without a file; a broken file is reported where it is broken."""
    for loc, slug in references:
        if slug is not None and not knowledge.knows_case(slug):
            hints = suggestion(slug, slugs_in(knowledge, "case_studies"))
            yield knowledge.problem(path, loc, "unknown-case", found=slug, **hints)


def slugs_in(knowledge: Knowledge, folder: str) -> list[str]:
    """The slugs of the records in `folder`, also of those with problems: these are reported where they are."""
    names = (file.removeprefix(f"{folder}/") for file in knowledge.files if file.startswith(f"{folder}/"))
    return [name.removesuffix(".yml") for name in names if name.endswith(".yml")]


def unknown_address(knowledge: Knowledge, path: str, loc: Loc, address: str) -> Iterator[Problem]:
    """A problem when `address`, a page with or without #heading, does not exist in the Indonesian tree."""
    name, _, anchor = address.partition("#")
    page = knowledge.pages.get(("id", name))
    if page is None:
        names = [path for language, path in knowledge.pages if language == "id"]
        yield knowledge.problem(path, loc, "unknown-page", found=name, **suggestion(name, names))
        return
    anchors = [heading.anchor for heading in page.headings if heading.anchor]
    if anchor and anchor not in anchors:
        hints = suggestion(anchor, anchors)
        yield knowledge.problem(path, loc, "unknown-heading", found=anchor, page=name, **hints)
