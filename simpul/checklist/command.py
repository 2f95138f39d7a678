"""`simpul checklist`: the list for some answers or for a saved file, printed or written in a format."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from simpul.checklist.answers import PAUSE_POINT, Unknown, read_answers
from simpul.checklist.saved_list import SavedList, SavedListError, read_saved_list
from simpul.checklist.shown_list import shown_list
from simpul.knowledge import Knowledge
from simpul.messages import suggestion
from simpul.problem import render
from simpul.text import LANGUAGES, Language

# Facet -> option and its help in both languages. A question with several answers takes the option several times.
OPTIONS = {
    PAUSE_POINT: ("--pause-point", "titik jeda; wajib tanpa --open / pause point; needed without --open"),
    "form": ("--form", "bentuk kerja sama / form of collaboration"),
    "partner_type": ("--partner-type", "jenis mitra, boleh berulang / type of partner, may be repeated"),
    "role": ("--role", "peran, atau 'all' / role, or 'all'"),
    "condition": ("--condition", "keadaan khusus, boleh berulang / special condition, may be repeated"),
}
JSON = "json"
LONG = "long"
# The names of the exporters, which a parser must know before it is clear that they are needed; see _exported.
FORMATS = (LONG, "text", "md", "csv", "docx", "html", JSON)
# Not text, or text that is of no use in a terminal.
_FOR_FILES = {"docx"}


class _Refused(Exception):
    """The command cannot do what was asked; the text says why in both languages."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options of the command."""
    for facet, (option, text) in OPTIONS.items():
        parser.add_argument(option, dest=facet, action="append", default=[], metavar="SLUG", help=text)
    parser.add_argument(
        "--take-in",
        action="append",
        default=[],
        metavar="SLUG",
        help="butir yang tetap diambil, boleh berulang / an item to take in all the same, may be repeated",
    )
    parser.add_argument(
        "--open",
        type=Path,
        metavar="FILE",
        help="daftar yang disimpan dari situs; pilihan lain menggantikan jawabannya / "
        "a list saved from the site; other options replace its answers",
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="bahasa / language (bawaan: id atau bahasa berkas; default: id or that of the file)",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=LONG,
        help="long: lengkap untuk terminal, text: pesan singkat / long: in full for a terminal, text: a short message",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="tulis ke berkas / write to a file")
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="alamat yang membuka daftar ini lagi / the address that opens this list again",
    )


def run(options: argparse.Namespace, knowledge: Knowledge) -> int:
    """Print or write the list and return 0; 1 when the data holds problems, 2 when the command cannot be followed."""
    if knowledge.problems:
        print(render(knowledge.problems, "text"), file=sys.stderr)
        return 1
    try:
        saved = _wanted(options, knowledge)
        language: Language = options.lang or saved.language
        _write(options, _exported(options.format, knowledge, replace(saved, language=language), options.address))
    except (_Refused, SavedListError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _exported(form: str, knowledge: Knowledge, saved: SavedList, address: str) -> bytes:
    if form == JSON:
        return saved.to_json().encode("utf-8")
    # Here and not above: no other command need wait for the library that writes documents.
    from simpul.checklist.exports import EXPORTERS, make_kit

    shown = shown_list(knowledge, saved, saved.language, address)
    content = EXPORTERS[form](shown, make_kit(knowledge, saved.language))
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _wanted(options: argparse.Namespace, knowledge: Knowledge) -> SavedList:
    """The list to show: the file, with what the options say in place of its answers."""
    written = {facet: tuple(values) for facet in OPTIONS if (values := getattr(options, facet))}
    if options.open is None and PAUSE_POINT not in written:
        points = ", ".join(knowledge.pause_points)
        raise _Refused(
            f"sebutkan --pause-point atau --open. Titik jeda: {points} / name --pause-point or --open. "
            f"Pause points: {points}"
        )
    _, unknown = read_answers(knowledge, written)
    items = {item for point in knowledge.pause_points.values() for item in point.items}
    strangers = [slug for slug in options.take_in if slug not in items]
    if unknown or strangers:
        complaints = [_complaint(one) for one in unknown]
        raise _Refused("\n".join([*complaints, *(_no_choice(slug, "--take-in", items) for slug in strangers)]))
    saved = SavedList() if options.open is None else _opened(options.open, knowledge)
    return replace(
        saved,
        answers={**saved.answers, **written},
        taken_in=tuple(dict.fromkeys((*saved.taken_in, *options.take_in))),
    )


def _opened(path: Path, knowledge: Knowledge) -> SavedList:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _Refused(
            f"{path}: berkas tidak dapat dibaca / the file cannot be read: {error.strerror or error}"
        ) from None
    saved = read_saved_list(content, str(path))
    for name in _not_known(saved, knowledge):
        print(
            f"{path}: '{_printable(name)}' tidak dikenal; disimpan, tidak ditampilkan / not known; kept, not shown",
            file=sys.stderr,
        )
    return saved


def _not_known(saved: SavedList, knowledge: Knowledge) -> Iterator[str]:
    """What the file names and the knowledge does not hold."""
    _, unknown = read_answers(knowledge, saved.answers)
    yield from (f"{one.facet}={one.value}" for one in unknown)
    items = {item.slug: item for point in knowledge.pause_points.values() for item in point.items.values()}
    known = {*items, *(alias for item in items.values() for alias in item.aliases)}
    known |= {item.slug for item in saved.own_items}
    yield from (slug for slug in dict.fromkeys((*saved.entries, *saved.taken_in)) if slug not in known)
    yield from (item.pause_point for item in saved.own_items if item.pause_point not in knowledge.pause_points)


def _write(options: argparse.Namespace, content: bytes) -> None:
    if options.output is not None:
        try:
            options.output.write_bytes(content)
        except OSError as error:
            raise _Refused(
                f"{options.output}: berkas tidak dapat ditulis / the file cannot be written: {error.strerror or error}"
            ) from None
        return
    if options.format in _FOR_FILES and sys.stdout.isatty():
        raise _Refused(
            f"format {options.format} bukan teks; tambahkan --output BERKAS.{options.format} / "
            f"the format {options.format} is not text; add --output FILE.{options.format}"
        )
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough. Python would report the same again at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complaint(unknown: Unknown) -> str:
    option = OPTIONS[unknown.facet][0]
    if unknown.value in unknown.choices:
        shown = _printable(unknown.value)
        return (
            f"{option} hanya menerima satu jawaban, '{shown}' berlebih / "
            f"{option} takes one answer, '{shown}' is one too many"
        )
    choices = ", ".join(unknown.choices)
    return _no_choice(unknown.value, option, unknown.choices, (f" Pilihan: {choices}", f" Choices: {choices}"))


def _no_choice(value: str, option: str, known: Iterable[str], listed: tuple[str, str] = ("", "")) -> str:
    hint: Mapping[str, str] = suggestion(value, known)
    shown = _printable(value)
    return (
        f"'{shown}' bukan pilihan untuk {option}{hint['hint_id']}{listed[0]} / "
        f"'{shown}' is not a choice for {option}{hint['hint_en']}{listed[1]}"
    )


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
