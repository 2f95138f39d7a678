"""A reader's checklist: the questions and their answers, the words around the items, the list and its exports.

Knows nothing of the site: pages and the command show the same prepared strings.
"""

from simpul.checklist.answers import Asked, Choice, Unknown, asked_questions, read_answers
from simpul.checklist.saved_list import OwnItem, SavedList, SavedListError, read_saved_list
from simpul.checklist.sheet import Sheet, SheetBlock, SheetItem, prepare_sheet
from simpul.checklist.shown_list import ShownList, ready_made_list, shown_list

__all__ = [
    "Asked",
    "Choice",
    "OwnItem",
    "SavedList",
    "SavedListError",
    "Sheet",
    "SheetBlock",
    "SheetItem",
    "ShownList",
    "Unknown",
    "asked_questions",
    "prepare_sheet",
    "read_answers",
    "read_saved_list",
    "ready_made_list",
    "shown_list",
]
