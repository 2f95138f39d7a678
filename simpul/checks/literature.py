"""Works and claims: what they name exists, and nothing stands unused."""

from collections.abc import Iterator

from simpul.checks.references import each, unknown, unknown_address, unknown_terms
from simpul.knowledge import Knowledge
from simpul.problem import Problem

LITERATURE = "data/literature.yml"
CLAIMS = "data/claims.yml"


def check_kinds_of_works_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """The kind of a work is a term of the vocabulary."""
    kinds = [(("works", work.slug, "kind"), work.kind) for work in knowledge.works.values()]
    yield from unknown_terms(knowledge, LITERATURE, "work_kind", kinds)


def check_claims_are_grounded(knowledge: Knowledge) -> Iterator[Problem]:
    """A claim names works that exist, a verdict, and the heading it stands under."""
    for claim in knowledge.claims.values():
        loc = ("claims", claim.slug)
        yield from unknown_terms(knowledge, CLAIMS, "verdict", [((*loc, "verdict"), claim.verdict)])
        yield from unknown_terms(knowledge, CLAIMS, "challenge", each((*loc, "challenges"), claim.challenges))
        yield from unknown_terms(knowledge, CLAIMS, "enabler", each((*loc, "enablers"), claim.enablers))
        works = each((*loc, "sources"), claim.sources)
        yield from unknown(knowledge, CLAIMS, "unknown-source", knowledge.works, works)
        yield from unknown_address(knowledge, CLAIMS, (*loc, "page"), claim.page)


def check_works_are_used(knowledge: Knowledge) -> Iterator[Problem]:
    """Every work supports a claim, an item, a term, a statement, a template or a sentence of a page."""
    used = {slug for claim in knowledge.claims.values() for slug in claim.sources}
    used |= {slug for term in knowledge.glossary.values() for slug in term.sources}
    for group in knowledge.self_check.values():
        used |= {slug for statement in group.statements.values() for slug in statement.sources}
    for point in knowledge.pause_points.values():
        used |= set(point.sources) | {slug for item in point.items.values() for slug in item.sources}
    used |= {slug for template in knowledge.templates.values() for slug in template.sources}
    used |= {key for page in knowledge.pages.values() for call in page.macros for key in call.texts}
    for slug in knowledge.works:
        if slug not in used:
            yield knowledge.problem(LITERATURE, ("works", slug), "unused-source", found=slug)
