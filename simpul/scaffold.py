"""The three files of a new case study, ready to be filled in.

What must be written is left blank, and a blank is a problem to `simpul check`: its report is the list of what remains
to be done. The choices beside a blank come from the vocabulary of the day, so that they cannot go stale.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from string import Template
from textwrap import wrap

from simpul.knowledge import Knowledge
from simpul.model.base import SLUG
from simpul.text import LANGUAGES, Language

_WIDTH = 118

_FACTS = Template("""\
# Fakta kasus; ceritanya ada di docs/id/cases/$slug.md dan docs/en/cases/$slug.md.
# Facts of the case; its story is in docs/id/cases/$slug.md and docs/en/cases/$slug.md.
# Arti setiap kunci ada di case_studies/README.md. / case_studies/README.md says what each key means.
# Jangan menyalin kalimat sumber. Setiap angka memiliki satuan, tahun, dan sumber. Teks berisi ": " diberi tanda petik.
# Copy no sentence of a source. Every figure has unit, year and source. Put text that holds ": " in quotes.

title: # paling banyak 140 karakter / at most 140 characters
  id:
  en:
summary: # satu atau dua kalimat: apa, siapa, hasilnya / one or two sentences: what, who, with what result
  id:
  en:
place:
  id:
  en:
country: indonesia # $countries
provinces: [] # kosongkan untuk kasus nasional dan luar negeri / leave empty for national cases and cases abroad
period:
  start: # tahun / year
  # end: # hanya bila diketahui / only if known
levels: [] # $levels
sectors: [] # $sectors
forms: [] # $forms
instruments: [] # $instruments
status: # $statuses
outcome: # $outcomes
evidence: # $evidences
evidence_note: # apa yang kami baca dan apa yang tidak kami temukan / what we read and what we did not find
  id:
  en:
# cautions: [] # $cautions
verified: $today
partners: # sedikitnya dua instansi / at least two institutions
  - name: # satu teks, atau id dan en / one text, or id and en
    type: # $partner_types
    role: # apa yang dikerjakannya / what it did
      id:
      en:
  - name:
    type:
    role:
      id:
      en:
problem:
  id:
  en:
arrangement: # hapus bagian yang tidak disebut sumber / remove a part that no source states
  decision:
    id:
    en:
  money:
    id:
    en:
  data:
    id:
    en:
  document:
    id:
    en:
  sources: [first-source]
timeline:
  - date: # 2019, "2019-10", atau / or 2019-10-12
    event:
      id:
      en:
    sources: [first-source]
results: # yang berubah; tanpa angka, tulis finding dan year / what changed; without a figure write finding and year
  - measure:
      id:
      en:
    unit:
      id:
      en:
    # before: {value: 10.5, year: 2018} # bila ada / if there is one
    after:
      value: # 1250.5, tanpa pemisah ribuan / without thousands separator
      year:
    sources: [second-source]
# scale: besarnya kegiatan, ditulis seperti results / the size of the work, written like results
challenges: # sedikitnya satu hal yang sulit atau gagal / at least one thing that was hard or failed
  - challenge: # $challenges
    what_happened:
      id:
      en:
    sources: [second-source]
enablers: # hapus bila sumber tidak menyebutnya / remove if no source names any
  - enabler: # $enablers
    how:
      id:
      en:
    sources: [first-source]
lessons: # kesimpulan kami / our conclusions
  - id:
    en:
conditions: # yang harus ada untuk meniru / what must be in place to copy it
  - id:
    en:
# Ganti kuncinya, misalnya bappeda-2023; sedikitnya satu sumber bukan laporan para pihak sendiri.
# Rename the keys, for example bappeda-2023; at least one source is not the parties' own report.
sources:
  first-source:
    title:
    publisher:
    year:
    url:
    independent: false # ditulis para pihak sendiri / written by the parties themselves
  second-source:
    title:
    publisher:
    year:
    url:
""")

_STORY = Template("""\
---
title: # $title
description: # $description
reviewed: $today
case: $slug
---

{{ case_facts() }}

## $problem { #problem }

## $arrangement { #arrangement }

{{ case_partners() }}

{{ case_arrangement() }}

{{ case_timeline() }}

## $results { #results }

{{ case_results() }}

## $hurt { #what-hurt }

{{ case_challenges() }}

## $lessons { #lessons }

{{ case_enablers() }}

{{ case_lessons() }}

{{ case_items() }}

## $sources { #sources }

{{ sources() }}
""")

_STORY_WORDS: Mapping[Language, Mapping[str, str]] = {
    "id": {
        "title": "judul halaman",
        "description": "satu kalimat untuk hasil pencarian",
        "problem": "Masalah",
        "arrangement": "Siapa dan bagaimana",
        "results": "Apa yang berubah",
        "hurt": "Apa yang sulit",
        "lessons": "Yang dapat ditiru",
        "sources": "Sumber",
    },
    "en": {
        "title": "title of the page",
        "description": "one sentence for search results",
        "problem": "The problem",
        "arrangement": "Who and how",
        "results": "What changed",
        "hurt": "What was difficult",
        "lessons": "What you can copy",
        "sources": "Sources",
    },
}

_FACETS = {
    "levels": "level",
    "sectors": "sector",
    "forms": "form",
    "instruments": "instrument",
    "statuses": "status",
    "outcomes": "outcome",
    "evidences": "evidence",
    "cautions": "caution",
    "partner_types": "partner_type",
    "challenges": "challenge",
    "enablers": "enabler",
}


class ScaffoldError(Exception):
    """The files cannot be written; the reason is said in both languages."""


def case_study_files(knowledge: Knowledge, slug: str, today: date) -> dict[str, str]:
    """The files of a new case by path: facts with blanks, and a page in each language.

    Raises ScaffoldError when `slug` is not a slug or one of the files is there already.
    """
    if not SLUG.fullmatch(slug):
        raise ScaffoldError(
            f"'{slug}' bukan slug: pakai huruf kecil, angka, dan tanda hubung, diawali huruf / "
            f"'{slug}' is not a slug: use lower-case letters, digits and hyphens, starting with a letter"
        )
    choices = {name: _choices(knowledge.terms(facet)) for name, facet in _FACETS.items()}
    countries = _choices(knowledge.vocabulary.countries)
    facts = _FACTS.substitute(slug=slug, today=today.isoformat(), countries=countries, **choices)
    files = {f"case_studies/{slug}.yml": _folded(facts)}
    for language in LANGUAGES:
        story = _STORY.substitute(slug=slug, today=today.isoformat(), **_STORY_WORDS[language])
        files[f"docs/{language}/cases/{slug}.md"] = story
    there = [name for name in files if (knowledge.root / name).exists()]
    if there:
        names = ", ".join(there)
        raise ScaffoldError(f"sudah ada, tidak ditimpa: {names} / already there, not overwritten: {names}")
    return files


def write(root: Path, files: Mapping[str, str]) -> None:
    """Every file stands below `root`. Raises ScaffoldError when one appeared meanwhile; it is left as it is."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            raise ScaffoldError(f"sudah ada, tidak ditimpa: {name} / already there, not overwritten: {name}") from None


def _choices(slugs: Iterable[str]) -> str:
    return ", ".join(slugs)


def _folded(text: str) -> str:
    """`text` with each long list of choices moved to comment lines above its key."""
    lines: list[str] = []
    for line in text.splitlines():
        key, mark, comment = line.partition(" # ")
        if len(line) <= _WIDTH or not mark or line.startswith("#"):
            lines.append(line)
            continue
        indent = " " * (len(key) - len(key.lstrip(" ")))
        lines += [f"{indent}# {part}" for part in wrap(comment, _WIDTH - len(indent) - 2, break_on_hyphens=False)]
        lines.append(key)
    return "\n".join(lines) + "\n"
