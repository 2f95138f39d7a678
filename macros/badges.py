"""The tone of a badge: which shape and colour stand beside its word. The word alone says what is meant."""

from collections.abc import Mapping

_TONES: Mapping[str, Mapping[str, str]] = {
    "outcome": {"succeeded": "good", "mixed": "mixed", "failed": "bad"},
    "status": {"stopped": "mixed"},
    "verdict": {
        "well-supported": "good",
        "supported": "good",
        "conditionally-supported": "mixed",
        "partly-supported": "mixed",
        "mixed": "mixed",
    },
    "verification": {"verified": "good", "partly-verified": "mixed"},
    "caution": {"single-source": "caution", "self-reported": "caution"},
}


def tone(facet: str, slug: str) -> str:
    """`good`, `mixed`, `bad` or `caution`; `plain` for a term that is neither better nor worse than another."""
    return _TONES.get(facet, {}).get(slug, "plain")
