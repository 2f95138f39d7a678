"""Words that prose does not use, and where they may stand all the same."""

import shutil
from pathlib import Path

import pytest

from simpul.checks import check
from simpul.knowledge import Knowledge

MINIATURE = Path(__file__).resolve().parent.parent / "miniature"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIATURE, tmp_path / "root"))


def problems(root: Path) -> list[tuple[str, str]]:
    return [
        (problem.path, problem.message_en) for problem in check(Knowledge.load(root)) if problem.rule == "avoided-term"
    ]


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "sentence",
    [
        'Kata mereka “kerjasama” dan "kerjasama".',
        "Lihat [naskah](https://contoh.test/kerjasama) atau `kerjasama`.",
        "Sinonimnya (kerjasama).",
        '{{ cite("kerjasama") }}',
        "Mengerjasamakan, kerjasamakan, tata-kerjasama.",
    ],
)
def test_words_of_others_and_what_is_no_prose_may_hold_them(root: Path, sentence: str) -> None:
    replace(root, "docs/id/index.md", "{{ fresh_cases(2) }}", sentence)
    assert problems(root) == []


@pytest.mark.parametrize("word", ["kerjasama", "Kerjasama", "kerjasamanya", "kerjasama-kerjasama", "antar instansi"])
def test_the_word_is_found_in_any_form_with_the_reason(root: Path, word: str) -> None:
    replace(root, "docs/id/index.md", "{{ fresh_cases(2) }}", f"Tentang {word}.")
    found = problems(root)
    assert {path for path, _ in found} == {"docs/id/index.md"}
    assert all(message.endswith("This is the standard spelling.") for _, message in found)


def test_a_word_is_avoided_in_its_own_language_alone(root: Path) -> None:
    replace(root, "docs/id/index.md", "{{ fresh_cases(2) }}", "MoU")
    replace(root, "docs/en/index.md", "{{ fresh_cases(2) }}", "kerjasama")
    assert problems(root) == []


def test_a_page_about_the_word_may_use_it(root: Path) -> None:
    replace(root, "docs/en/guides/challenges.md", "## ", "The MoU.\n\n## ")
    assert problems(root) == []


def test_a_link_that_bears_the_title_of_a_page_names_it(root: Path) -> None:
    replace(root, "docs/en/guides/challenges.md", "title: Challenges", "title: The MoU sleeps")
    replace(root, "docs/en/index.md", "{{ fresh_cases(2) }}", "[The MoU sleeps](x.md)")
    assert problems(root) == []
    replace(root, "docs/en/index.md", "[The MoU sleeps]", "[The MoU wakes]")
    assert len(problems(root)) == 1


def test_titles_of_sources_and_names_of_partners_are_not_ours_to_mend(root: Path) -> None:
    case = "case_studies/shared-clinic.yml"
    data = Knowledge.load(root).files[case].data
    partner = data["partners"][0]["name"]
    written = partner["id"] if isinstance(partner, dict) else partner
    replace(root, case, written, "Dinas Kerjasama")
    source = next(iter(data["sources"].values()))["title"]
    title = source["id"] if isinstance(source, dict) else source
    replace(root, case, title, "Laporan Kerjasama")
    assert problems(root) == []


def test_every_other_text_of_a_case_is_read(root: Path) -> None:
    case = "case_studies/shared-clinic.yml"
    lesson = Knowledge.load(root).files[case].data["lessons"][0]["id"]
    replace(root, case, lesson, "Kerjasama perlu waktu.")
    assert [path for path, _ in problems(root)] == [case]
