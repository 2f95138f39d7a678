"""A reader's checklist: the questions and their answers, the words around the items, and the list as text.

Knows nothing of HTML: the pages and the command show the same prepared strings.
"""

from simpul.checklist.answers import Asked, Choice, Unknown, asked_questions, read_answers
from simpul.checklist.command import add_arguments, run
from simpul.checklist.sheet import Sheet, SheetBlock, SheetItem, prepare_sheet
from simpul.checklist.text_export import checklist_text

__all__ = [
    "Asked",
    "Choice",
    "Sheet",
    "SheetBlock",
    "SheetItem",
    "Unknown",
    "add_arguments",
    "asked_questions",
    "checklist_text",
    "prepare_sheet",
    "read_answers",
    "run",
]
