"""What research says of a benefit, challenge or strategy."""

from macros.context import PageContext
from macros.rendering import render


def verdict(page: PageContext, slug: str) -> str:
    """The verdict on a claim, why, and the works it rests on."""
    claim = page.found(page.knowledge.claims, slug, "klaim", "claim")
    return render(page, "verdict", claim=claim)


MACROS = (verdict,)
