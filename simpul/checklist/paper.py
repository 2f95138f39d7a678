"""What a printed sheet says in the other language, for a sheet with both.

The page holds one language; these texts are loaded when somebody wants two. They are found by what the page says of
its own texts: the slug of an item or pause point, the HTML id of a heading, the name in `data-says`.
"""

from simpul.checklist.sheet import Sheet, prepare_sheet
from simpul.checklist.wording import Wording
from simpul.knowledge import Knowledge
from simpul.text import Language

Texts = dict[str, dict[str, str]]


def paper_texts(knowledge: Knowledge, language: Language) -> Texts:
    """The texts of every sheet in `language`: titles, headings, items, and the words around them."""
    words = Wording(knowledge, language)
    sheets = [prepare_sheet(knowledge, point, language) for point in knowledge.pause_points.values()]
    around = {key: text.in_language(language) for key, text in knowledge.strings.get("paper", {}).items()}
    around |= {state: words.label("state", state) for state in knowledge.terms("state")}
    for sheet in sheets:
        around |= {f"{sheet.slug}/{number}": signatory for number, signatory in enumerate(sheet.signatories)}
    return {
        "words": around,
        "titles": {sheet.slug: f"{sheet.title}. {words.say('run_by')}: {sheet.run_by}" for sheet in sheets},
        "headings": {key: text for sheet in sheets for key, text in _headings(words, sheet).items()},
        "items": {item.slug: f"{item.text} ({item.priority})" for sheet in sheets for item in sheet.items},
    }


def _headings(words: Wording, sheet: Sheet) -> dict[str, str]:
    found = {f"{block.condition}-{sheet.slug}": block.heading for block in sheet.blocks}
    if sheet.particular:
        found[f"particular-{sheet.slug}"] = words.say("particular")
    return found
