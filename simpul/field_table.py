"""The table of fields in case_studies/README.md, written from the model so that it cannot go stale."""

from collections.abc import Mapping

from simpul.knowledge import Knowledge
from simpul.model.base import Text
from simpul.open_data.fields import Field, fields

README = "case_studies/README.md"
START = "<!-- Tabel ini ditulis oleh / this table is written by: simpul generate -->"
END = "<!-- Akhir tabel / end of the table -->"

_HEAD = "| Kunci / key | Isi / holds | Wajib / required | Arti | Meaning |\n| --- | --- | --- | --- | --- |"
_KINDS = {
    "bilingual": "teks `{id, en}` / text",
    "object": "kunci di bawahnya / keys below it",
    "number": "angka / number",
    "year": "tahun / year",
    "date": "tanggal / date",
    "boolean": "`true`, `false`",
    "word": "kata atau slug / word or slug",
}


def readme(knowledge: Knowledge) -> str:
    """The README of the case studies with its table up to date; everything around the table stays as it is."""
    path = knowledge.root / README
    text = path.read_text(encoding="utf-8") if path.exists() else f"{START}\n{END}\n"
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        # Without its marks the place of the table is not known: it goes to the end, with marks.
        before, after = f"{text.rstrip()}\n\n", "\n"
    return f"{before}{START}\n\n{_table(knowledge.strings.get('data', {}))}\n\n{END}{after}"


def _table(words: Mapping[str, Text]) -> str:
    # `slug` is the name of the file, or the key a source stands under: nobody writes it.
    rows = [_row(field, words.get(f"field_{field.key}")) for field in fields() if not field.key.endswith("_slug")]
    return "\n".join([_HEAD, *rows])


def _row(field: Field, meaning: Text | None) -> str:
    holds = f"{'daftar / list: ' if field.many else ''}{_KINDS[field.kind]}"
    required = "ya / yes" if field.required else ""
    id_, en = (meaning.id, meaning.en) if meaning else ("", "")
    return f"| `{field.path}` | {holds} | {required} | {id_} | {en} |"
