"""The document of a pause point's ready-made list, which the site offers for download."""

import re
import unicodedata

from simpul.checklist.exports.document import document
from simpul.checklist.exports.kit import make_kit
from simpul.checklist.shown_list import ready_made_list
from simpul.knowledge import Knowledge
from simpul.model.checklist import PausePoint
from simpul.text import Language

_LONGEST = 60


def ready_made_document(knowledge: Knowledge, point: PausePoint, language: Language, address: str) -> tuple[str, bytes]:
    """A sensible name for the file, and the file; `address` is that of the page of the list."""
    kit = make_kit(knowledge, language)
    name = file_name(kit.words["file_prefix"], point.short_title.in_language(language))
    return f"{name}.docx", document(ready_made_list(knowledge, point, language, address), kit)


def file_name(prefix: str, title: str, day: str = "") -> str:
    """A name without ending that every system and program takes: prefix, title in ASCII, and day if there is one."""
    plain = unicodedata.normalize("NFKD", title).lower()
    words = re.sub("[^a-z0-9]+", "-", re.sub("[\u0300-\u036f]", "", plain)).strip("-")
    if len(words) > _LONGEST:
        # Up to the last whole word; one word that is too long by itself is cut.
        words = re.sub("-[^-]*$", "", words[: _LONGEST + 1])[:_LONGEST]
    return "_".join(part for part in (prefix, words, day) if part)
