"""The wording of every rule, in both languages. What was found, what was expected, what to do.

A rule's name stands in brackets behind its message, in `simpul check --rule` and in the tests.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from simpul.problem import Problem

# rule: (Indonesian, English). Placeholders are filled by the check that reports the rule.
WORDING: dict[str, tuple[str, str]] = {
    # form of a file
    "unreadable-file": (
        "berkas tidak dapat dibaca: {reason}; periksa nama dan izinnya",
        "the file cannot be read: {reason}; check its name and permissions",
    ),
    "file-too-large": (
        "berkas berukuran {size} bita, batasnya {limit}; pecah berkas ini",
        "the file has {size} bytes, the limit is {limit}; split it",
    ),
    "not-utf8": (
        "bita {byte} bukan UTF-8; simpan ulang berkas sebagai UTF-8",
        "byte {byte} is not UTF-8; save the file as UTF-8",
    ),
    "bad-character": (
        "karakter {character} tidak diizinkan dalam YAML; hapus karakter ini",
        "character {character} is not allowed in YAML; remove it",
    ),
    "bad-yaml": (
        "YAML tidak dapat dibaca ({reason}); periksa indentasi (spasi, bukan tab), tanda petik, dan titik dua",
        "the YAML cannot be read ({reason}); check indentation (spaces, not tabs), quotes and colons",
    ),
    "several-documents": (
        "ada dokumen kedua setelah '---'; satu berkas hanya memuat satu dokumen",
        "a second document follows '---'; one file holds one document",
    ),
    "anchor-or-alias": (
        "jangkar atau alias YAML '{name}' tidak dipakai di sini; tulis isinya secara lengkap",
        "YAML anchor or alias '{name}' is not used here; write the content out",
    ),
    "yaml-tag": (
        "tag YAML '{tag}' tidak dipakai di sini; hapus tag itu",
        "YAML tag '{tag}' is not used here; remove the tag",
    ),
    "too-deep": (
        "isi bersarang lebih dari {limit} tingkat; susun lebih datar",
        "content is nested more than {limit} levels deep; make it flatter",
    ),
    "bad-key": (
        "kunci harus berupa teks sederhana; hapus kurung atau daftar dari kunci ini",
        "a key must be plain text; remove the brackets or list from this key",
    ),
    "duplicate-key": (
        "kunci '{key}' sudah ada di baris {first}; hapus salah satunya",
        "key '{key}' is already on line {first}; remove one of them",
    ),
    "missing-front-matter": (
        "halaman harus diawali blok '---' berisi title, description, dan reviewed",
        "a page must start with a '---' block holding title, description and reviewed",
    ),
    "missing-file": (
        "berkas wajib '{name}' tidak ditemukan; pulihkan berkas itu",
        "the required file '{name}' was not found; restore it",
    ),
    # shape of a record
    "missing-key": (
        "kunci '{key}' wajib diisi tetapi tidak ada; tambahkan kunci itu",
        "key '{key}' is required but missing; add it",
    ),
    "missing-translation": (
        "teks bahasa {language_id} ('{key}:') belum ada; isi kedua bahasa",
        "the {language_en} text ('{key}:') is missing; fill in both languages",
    ),
    "unknown-key": (
        "kunci '{key}' tidak dikenal{hint_id}; perbaiki ejaannya atau hapus",
        "unknown key '{key}'{hint_en}; correct its spelling or remove it",
    ),
    "bad-slug": (
        "'{found}' bukan slug; pakai huruf kecil, angka, dan tanda hubung, diawali huruf",
        "'{found}' is not a slug; use lower-case letters, digits and hyphens, starting with a letter",
    ),
    "bad-facet-name": (
        "'{found}' bukan nama faset; pakai huruf kecil dan garis bawah, misalnya partner_type",
        "'{found}' is not a facet name; use lower-case letters and underscores, for example partner_type",
    ),
    "bad-date": (
        "'{found}' bukan tanggal; tulis tahun-bulan-hari, misalnya 2024-03-31",
        "'{found}' is not a date; write year-month-day, for example 2024-03-31",
    ),
    "bad-year": (
        "'{found}' bukan tahun antara 1900 dan 2100; tulis empat angka",
        "'{found}' is not a year between 1900 and 2100; write four digits",
    ),
    "bad-number": (
        "'{found}' bukan angka; tulis seperti 8.27, tanpa pemisah ribuan dan tanpa satuan",
        "'{found}' is not a number; write it like 8.27, without thousands separators or units",
    ),
    "bad-boolean": (
        "'{found}' bukan ya atau tidak; tulis true atau false",
        "'{found}' is neither yes nor no; write true or false",
    ),
    "bad-address": (
        "'{found}' bukan alamat web; tulis alamat lengkap yang diawali https:// atau http://",
        "'{found}' is not a web address; write a full address starting with https:// or http://",
    ),
    "bad-doi": (
        "'{found}' bukan DOI; tulis tanpa alamat web, misalnya 10.1093/jopart/mum032",
        "'{found}' is not a DOI; write it without a web address, for example 10.1093/jopart/mum032",
    ),
    "unknown-choice": (
        "'{found}' bukan pilihan yang tersedia; pilih salah satu dari: {expected}",
        "'{found}' is not one of the choices; choose one of: {expected}",
    ),
    "expected-text": (
        "di sini diharapkan teks; tulis satu baris teks",
        "text is expected here; write one line of text",
    ),
    "expected-mapping": (
        "di sini diharapkan pasangan 'kunci: nilai'{hint_id}",
        "'key: value' pairs are expected here{hint_en}",
    ),
    "expected-list": (
        "di sini diharapkan daftar; awali setiap butir dengan '- '",
        "a list is expected here; start each item with '- '",
    ),
    "empty-value": (
        "isi tidak boleh kosong; isi atau hapus kuncinya",
        "the value must not be empty; fill it in or remove the key",
    ),
    "text-too-long": (
        "teks ini {length} karakter, batasnya {limit}; ringkas, atau pindahkan ke halaman",
        "this text has {length} characters, the limit is {limit}; shorten it or move it to a page",
    ),
    "bad-count": (
        "'{found}' bukan jumlah antara 1 dan {limit}; tulis angka bulat",
        "'{found}' is not a number between 1 and {limit}; write a whole number",
    ),
    "cells-differ": (
        "contoh memuat {found} sel, tabelnya {expected} kolom; isi satu sel untuk setiap kolom",
        "the example has {found} cells, its table {expected} columns; give one cell for each column",
    ),
    "empty-section": (
        "bagian ini tidak memuat apa pun untuk diisi; tambahkan text, fields, table, clauses, boxes, atau signatures",
        "this section holds nothing to fill in; add text, fields, table, clauses, boxes or signatures",
    ),
    "incomplete-result": (
        "hasil harus memuat 'after' beserta 'unit', atau 'finding' beserta 'year'; lengkapi salah satunya",
        "a result needs 'after' with 'unit', or 'finding' with 'year'; complete one of them",
    ),
    "period-out-of-order": (
        "periode berakhir ({end}) sebelum mulai ({start}); periksa kedua tahun itu",
        "the period ends ({end}) before it starts ({start}); check both years",
    ),
    "missing-address": (
        "sumber memerlukan 'url' atau 'doi' agar dapat dibuka pembaca; tambahkan salah satunya",
        "a source needs 'url' or 'doi' so that a reader can open it; add one",
    ),
    "bad-value": (
        "nilai tidak sesuai: {reason}; perbaiki nilai ini",
        "the value does not fit: {reason}; correct it",
    ),
    # relations between files
    "unknown-term": (
        "'{found}' tidak ada pada faset '{facet}' di data/vocabulary.yml{hint_id}",
        "'{found}' is not in facet '{facet}' of data/vocabulary.yml{hint_en}",
    ),
    "unknown-place": (
        "tempat '{found}' tidak ada di data/vocabulary.yml{hint_id}",
        "place '{found}' is not in data/vocabulary.yml{hint_en}",
    ),
    "unknown-facet": (
        "faset '{found}' tidak ditanyakan di data/questions.yml{hint_id}",
        "facet '{found}' is not asked in data/questions.yml{hint_en}",
    ),
    "unknown-source": (
        "sumber '{found}' tidak dikenal{hint_id}; tambahkan sumbernya atau perbaiki kuncinya",
        "unknown source '{found}'{hint_en}; add the source or correct the key",
    ),
    "unused-source": (
        "sumber '{found}' tidak dirujuk di mana pun; rujuk atau hapus",
        "source '{found}' is cited nowhere; cite it or remove it",
    ),
    "unknown-case": (
        "kasus '{found}' tidak ada di case_studies/{hint_id}",
        "case '{found}' is not in case_studies/{hint_en}",
    ),
    "unknown-regulation": (
        "peraturan '{found}' tidak ada di data/regulations.yml{hint_id}",
        "regulation '{found}' is not in data/regulations.yml{hint_en}",
    ),
    "unknown-topic": (
        "pertanyaan '{found}' tidak ada pada 'topics' di data/regulations.yml{hint_id}",
        "question '{found}' is not among the 'topics' of data/regulations.yml{hint_en}",
    ),
    "unused-regulation": (
        "peraturan '{found}' tidak dirujuk naskah, butir, istilah, atau halaman mana pun; rujuk atau hapus",
        "regulation '{found}' is named by no document, item, term or page; name it or remove it",
    ),
    "unknown-claim": (
        "penilaian '{found}' tidak ada di data/claims.yml{hint_id}",
        "claim '{found}' is not in data/claims.yml{hint_en}",
    ),
    "unknown-pause-point": (
        "titik jeda '{found}' tidak ada di checklists/{hint_id}",
        "pause point '{found}' is not in checklists/{hint_en}",
    ),
    "unknown-template": (
        "templat '{found}' tidak ada di templates/{hint_id}",
        "template '{found}' is not in templates/{hint_en}",
    ),
    "template-without-page": (
        "halaman templat '{name}' belum ada; setiap templat memiliki satu halaman per bahasa",
        "template page '{name}' is missing; every template has one page per language",
    ),
    "template-not-shown": (
        "halaman templat ini belum memuat {{{{ {expected} }}}}; tambahkan pada barisnya sendiri",
        "this page of a template does not have {{{{ {expected} }}}}; add it on a line of its own",
    ),
    "page-without-template": (
        "halaman ini tidak memiliki templates/{slug}.yml; tambahkan data templatnya atau hapus halamannya",
        "this page has no templates/{slug}.yml; add the data of the template or remove the page",
    ),
    "unknown-page": (
        "halaman '{found}' tidak ada di docs/id{hint_id}",
        "page '{found}' is not in docs/id{hint_en}",
    ),
    "unknown-heading": (
        "tidak ada judul dengan id '{found}' di docs/id/{page}.md{hint_id}",
        "no heading with id '{found}' in docs/id/{page}.md{hint_en}",
    ),
    "missing-caution": (
        "kasus ini perlu 'cautions: [{expected}]' karena {reason_id}; tambahkan, atau tambahkan sumber lain",
        "this case needs 'cautions: [{expected}]' because {reason_en}; add it, or add another source",
    ),
    "needless-caution": (
        "'{found}' tidak berlaku lagi untuk kasus ini; hapus",
        "'{found}' no longer holds for this case; remove it",
    ),
    "too-few-partners": (
        "kasus ini hanya memiliki satu pihak; kolaborasi melibatkan sedikitnya dua instansi",
        "this case has one party only; a collaboration joins two institutions at least",
    ),
    "unbounded-period": (
        "masa kasus ini tidak disebut; isi 'start' atau 'end', atau jelaskan dalam 'note' mengapa tidak diketahui",
        "the period of this case is not stated; fill in 'start' or 'end', or say in 'note' why it is not known",
    ),
    "date-in-future": (
        "tanggal {found} belum tiba; tulis tanggal kasus ini benar-benar diperiksa",
        "the date {found} is in the future; write the day on which this case was really verified",
    ),
    "missing-part": (
        "halaman kasus ini belum menampilkan {{{{ {expected}() }}}}; tambahkan di bawah judulnya",
        "this case page does not show {{{{ {expected}() }}}}; add it under its heading",
    ),
    "part-after-sources": (
        "{{{{ {found}() }}}} berada di bawah daftar sumber; pindahkan ke atas {{{{ sources() }}}}",
        "{{{{ {found}() }}}} stands below the list of sources; move it above {{{{ sources() }}}}",
    ),
    "cases-not-shown": (
        "halaman ini belum menampilkan kasusnya; tambahkan {{{{ {expected} }}}}{hint_id}",
        "this page does not show its cases; add {{{{ {expected} }}}}{hint_en}",
    ),
    "leads-to-no-case": (
        "halaman ini tidak menunjukkan kasus nyata; tambahkan {{{{ case_card(...) }}}} atau tautan ke sebuah kasus",
        "this page shows no real case; add {{{{ case_card(...) }}}} or a link to a case",
    ),
    "leads-to-no-list": (
        "halaman ini tidak menuju daftar periksa; tambahkan {{{{ checklist_link(...) }}}} atau tautan ke sebuah daftar",
        "this page leads to no checklist; add {{{{ checklist_link(...) }}}} or a link to a list",
    ),
    "page-too-long": (
        "halaman ini memuat {found} kata, batasnya {limit}; pindahkan sebagian ke halaman lain lalu tautkan",
        "this page has {found} words, the limit is {limit}; move a part to another page and link to it",
    ),
    "case-without-pages": (
        "halaman kasus '{name}' belum ada; setiap kasus memiliki satu halaman per bahasa",
        "case page '{name}' is missing; every case has one page per language",
    ),
    "title-differs": (
        "judul halaman ini '{found}', judul kasusnya '{expected}'; samakan, agar pembaca mengenali kasusnya",
        "this page is titled '{found}', its case '{expected}'; make them equal, so that readers know the case again",
    ),
    "page-without-case": (
        "halaman ini tidak memiliki case_studies/{slug}.yml; tambahkan data kasusnya atau hapus halamannya",
        "this page has no case_studies/{slug}.yml; add the facts of the case or remove the page",
    ),
    "item-too-long": (
        "butir ini {count} kata dalam bahasa {language_id}, batasnya {limit}; ringkas, satu tindakan per butir",
        "this item has {count} words in {language_en}, the limit is {limit}; shorten it, one action per item",
    ),
    "duplicate-item": (
        "slug butir '{found}' sudah dipakai di {first}; slug atau alias butir hanya dipakai sekali",
        "item slug '{found}' is already used in {first}; an item slug or alias is used once",
    ),
    "item-without-source": (
        "butir '{found}' belum memiliki dasar; isi 'sources' atau 'regulations'",
        "item '{found}' has no basis yet; fill in 'sources' or 'regulations'",
    ),
    "item-never-selected": (
        "butir '{found}' tidak pernah muncul untuk jawaban mana pun; periksa applies_to dan except_for",
        "item '{found}' appears for no answer at all; check applies_to and except_for",
    ),
    "core-out-of-bounds": (
        "inti daftar berisi {count} butir untuk jawaban {answers}; batasnya {least} sampai {most}",
        "the core of the list has {count} items for the answers {answers}; the bounds are {least} to {most}",
    ),
    "block-too-long": (
        "keadaan khusus '{condition}' menambah {count} butir untuk jawaban {answers}; paling banyak {most}",
        "condition '{condition}' adds {count} items for the answers {answers}; at most {most}",
    ),
    "unknown-question": (
        "pertanyaan '{found}' tidak ada di data/instruments.yml{hint_id}",
        "question '{found}' is not in data/instruments.yml{hint_en}",
    ),
    "unknown-answer": (
        "'{found}' bukan jawaban atas pertanyaan '{question}' di data/instruments.yml{hint_id}",
        "'{found}' is no answer to question '{question}' of data/instruments.yml{hint_en}",
    ),
    "unknown-glossary-term": (
        "istilah '{found}' tidak ada di data/glossary.yml{hint_id}",
        "term '{found}' is not in data/glossary.yml{hint_en}",
    ),
    "document-never-shown": (
        "naskah '{found}' tidak pernah muncul untuk jawaban mana pun; periksa applies_to dan except_for",
        "document '{found}' is shown for no answer at all; check applies_to and except_for",
    ),
    "document-without-basis": (
        "naskah '{found}' belum memiliki dasar; isi 'regulations', atau tulis yang tidak diketahui dalam 'not_known'",
        "document '{found}' has no basis; fill in 'regulations', or say in 'not_known' what is not known",
    ),
    "answer-without-document": (
        "jawaban '{found}' tidak menghasilkan naskah; tambahkan naskahnya, atau isi 'ask' dengan kantor untuk ditanyai",
        "answer '{found}' leads to no document; add one, or fill in 'ask' with the office to turn to",
    ),
    "missing-twin": (
        "padanan halaman ini, '{twin}', belum ada; terbitkan kedua bahasa bersamaan",
        "the twin of this page, '{twin}', is missing; publish both languages together",
    ),
    "heading-without-id": (
        "judul '{heading}' belum memiliki id; tulis '{heading} {{ #nama-id }}' dengan id yang sama di kedua bahasa",
        "heading '{heading}' has no id; write '{heading} {{ #the-id }}' with the same id in both languages",
    ),
    "headings-differ": (
        "judul ke-{number} di sini '{found}', di {twin} '{expected}'; samakan tingkat, urutan, dan id",
        "heading {number} here is '{found}', in {twin} it is '{expected}'; make level, order and id equal",
    ),
    "macros-differ": (
        "makro di sini ({found}) berbeda dari makro di {twin} ({expected}); samakan urutan dan isinya",
        "the macros here ({found}) differ from those in {twin} ({expected}); make order and content equal",
    ),
    "unused-string": (
        "teks antarmuka '{found}' tidak dipakai di mana pun; hapus",
        "interface string '{found}' is used nowhere; remove it",
    ),
    "unknown-string": (
        "teks antarmuka '{found}' dipakai di sini tetapi tidak ada di data/strings/{hint_id}",
        "interface string '{found}' is used here but is not in data/strings/{hint_en}",
    ),
    "markup-in-string": (
        "teks antarmuka memuat '{found}'; pakai tanda petik “…” dan kata, bukan markah HTML",
        "the interface string holds '{found}'; use “…” quotes and words, not HTML markup",
    ),
    "placeholders-differ": (
        "isian {found} dalam teks Indonesia tidak sama dengan {expected} dalam teks Inggris; samakan",
        "placeholders {found} in the Indonesian text differ from {expected} in the English text; make them equal",
    ),
    "citations-without-list": (
        "halaman ini merujuk sumber ({found}) tanpa daftar sumber; tambahkan {{{{ sources() }}}} di akhir halaman",
        "this page cites sources ({found}) without listing them; add {{{{ sources() }}}} at its end",
    ),
    "other-language-link": (
        "tautan '{found}' menuju bahasa lain; tautkan halaman dalam bahasa yang sama",
        "link '{found}' leads into the other language; link the page in the same language",
    ),
    "shared-name": (
        "sebutan '{found}' sudah dipakai istilah '{first}'; satu sebutan menuju satu istilah",
        "the name '{found}' already belongs to the term '{first}'; a name leads to one term",
    ),
    "unknown-name": (
        "'{found}' bukan sebutan istilah ini{hint_id}; tulis sebutan atau sinonimnya persis",
        "'{found}' is no name of this term{hint_en}; write its name or a synonym exactly",
    ),
    "self-check-too-long": (
        "periksa diri memuat {count} pernyataan, batasnya {most}; gabungkan atau hapus yang kurang penting",
        "the self-check has {count} statements, the limit is {most}; join or remove the less important ones",
    ),
    "avoided-term": (
        "'{found}' sebaiknya tidak dipakai; tulis '{expected}'. {reason_id}",
        "avoid '{found}'; write '{expected}'. {reason_en}",
    ),
}

LANGUAGE_NAMES = {"id": ("Indonesia", "Indonesian"), "en": ("Inggris", "English")}


def problem(path: str, place: tuple[int, int], rule: str, **values: object) -> Problem:
    """A problem of `rule` with its wording filled in; KeyError for a rule or value without wording."""
    indonesian, english = WORDING[rule]
    values.setdefault("hint_id", "")
    values.setdefault("hint_en", "")
    return Problem(path, *place, rule, _clean(indonesian.format(**values)), _clean(english.format(**values)))


def suggestion(found: str, candidates: Iterable[str]) -> dict[str, str]:
    """The hints `hint_id` and `hint_en` naming the candidate nearest in spelling, or empty ones."""
    near = get_close_matches(found, list(candidates), n=1, cutoff=0.6)
    if not near:
        return {"hint_id": "", "hint_en": ""}
    return {"hint_id": f"; maksud Anda '{near[0]}'?", "hint_en": f"; did you mean '{near[0]}'?"}


def _clean(message: str) -> str:
    """One line without control characters: a found value must not forge a second problem or drive a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in message)
