"""`simpul checklist`: the list for some answers, printed as text."""

import argparse
import sys

from simpul.checklist.answers import PAUSE_POINT, Unknown, read_answers
from simpul.checklist.text_export import checklist_text
from simpul.knowledge import Knowledge
from simpul.messages import suggestion
from simpul.problem import render
from simpul.text import LANGUAGES

# Facet -> option and its help in both languages. A question with several answers takes the option several times.
OPTIONS = {
    "form": ("--form", "bentuk kerja sama / form of collaboration"),
    "partner_type": ("--partner-type", "jenis mitra, boleh berulang / type of partner, may be repeated"),
    "role": ("--role", "peran, atau 'all' / role, or 'all'"),
    "condition": ("--condition", "keadaan khusus, boleh berulang / special condition, may be repeated"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options of the command."""
    parser.add_argument(
        "--pause-point",
        dest=PAUSE_POINT,
        action="append",
        required=True,
        metavar="SLUG",
        help="titik jeda / pause point",
    )
    for facet, (option, text) in OPTIONS.items():
        parser.add_argument(option, dest=facet, action="append", default=[], metavar="SLUG", help=text)
    parser.add_argument("--lang", choices=LANGUAGES, default="id", help="bahasa / language (default: id)")


def run(options: argparse.Namespace, knowledge: Knowledge) -> int:
    """Print the list and return 0; 1 when the data holds problems, 2 when an answer is none of the choices."""
    if knowledge.problems:
        print(render(knowledge.problems, "text"), file=sys.stderr)
        return 1
    written = {facet: getattr(options, facet) for facet in (PAUSE_POINT, *OPTIONS)}
    answers, unknown = read_answers(knowledge, written)
    if unknown:
        for one in unknown:
            print(_complaint(one), file=sys.stderr)
        return 2
    print(checklist_text(knowledge, answers[PAUSE_POINT][0], answers, options.lang), end="")
    return 0


def _complaint(unknown: Unknown) -> str:
    option = OPTIONS[unknown.facet][0] if unknown.facet in OPTIONS else "--pause-point"
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in unknown.value)
    if unknown.value in unknown.choices:
        return (
            f"{option} hanya menerima satu jawaban, '{shown}' berlebih / "
            f"{option} takes one answer, '{shown}' is one too many"
        )
    hint = suggestion(unknown.value, unknown.choices)
    choices = ", ".join(unknown.choices)
    return (
        f"'{shown}' bukan pilihan untuk {option}{hint['hint_id']} Pilihan: {choices} / "
        f"'{shown}' is not a choice for {option}{hint['hint_en']} Choices: {choices}"
    )
