"""YAML becomes data with places, and whatever a file holds, it ends in located problems and never in an exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpul.source import MAX_BYTES, Source, read_markdown, read_yaml


def read(folder: Path, content: str | bytes) -> Source:
    file = folder / "contoh.yml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_yaml(file, "contoh.yml")


def found(source: Source) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in source.problems]


def test_scalars_stay_text_so_that_yaml_1_1_cannot_bite(tmp_path: Path) -> None:
    source = read(tmp_path, "id: no\non: off\nt: 12:30\ndate: 2024-13-01\nn: 010\n")
    assert source.data == {"id": "no", "on": "off", "t": "12:30", "date": "2024-13-01", "n": "010"}


def test_only_a_plain_null_is_null(tmp_path: Path) -> None:
    source = read(tmp_path, "a: ~\nb:\nc: 'null'\nd: null\n")
    assert source.data == {"a": None, "b": None, "c": "null", "d": None}


def test_keys_and_list_entries_know_their_place(tmp_path: Path) -> None:
    source = read(tmp_path, "a:\n  - b: 1\n  - c: 2\n")
    assert source.where(("a",)) == (1, 1)
    assert source.where(("a", 1)) == (3, 5)
    assert source.where(("a", 1, "c")) == (3, 5)


def test_a_part_that_is_missing_stands_where_its_parent_stands(tmp_path: Path) -> None:
    source = read(tmp_path, "a: 1\nb:\n  c: 2\n")
    assert source.where(("b", "d", "e")) == (2, 1)


def test_a_repeated_key_is_reported_with_its_first_line_and_the_first_value_stays(tmp_path: Path) -> None:
    source = read(tmp_path, "a: 1\nb: 2\na:\n  c: 3\n")
    assert found(source) == [("duplicate-key", 3, 1)]
    assert "1" in source.problems[0].message_en
    assert source.data == {"a": "1", "b": "2"}
    assert source.where(("a",)) == (1, 1)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a: 1\nb: \xff\n", ("not-utf8", 2, 4)),
        ("a: 1\n\tb: 2\n", ("bad-yaml", 2, 1)),
        ("a: [1, 2\n", ("bad-yaml", 2, 1)),
        ("a: &x 1\nb: *x\n", ("anchor-or-alias", 1, 4)),
        ("a: !!python/object:os.system 1\n", ("yaml-tag", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
        ("? [a, b]\n: 1\n", ("bad-key", 1, 3)),
        ("a: \x07\n", ("bad-character", 1, 4)),
        ("[" * 100_000, ("too-deep", 1, 31)),
        (b"a: " + b"x" * MAX_BYTES, ("file-too-large", 1, 1)),
    ],
)
def test_a_file_that_cannot_be_read_is_one_located_problem(
    tmp_path: Path, content: str | bytes, expected: tuple[str, int, int]
) -> None:
    source = read(tmp_path, content)
    assert found(source) == [expected]


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    assert found(read_yaml(tmp_path / "tidak-ada.yml", "tidak-ada.yml")) == [("unreadable-file", 1, 1)]


def test_lines_count_the_same_with_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    source = read(tmp_path, "\ufeffa: 1\r\nb:\r\n  c: 2\r\n")
    assert source.data == {"a": "1", "b": {"c": "2"}}
    assert source.where(("b", "c")) == (3, 3)


def test_front_matter_is_data_and_the_body_knows_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "halaman.md"
    file.write_text("---\ntitle: Judul\nreviewed: 2026-01-31\n---\n\n# Judul\n", encoding="utf-8")
    source = read_markdown(file, "halaman.md")
    assert source.data == {"title": "Judul", "reviewed": "2026-01-31"}
    assert source.where(("reviewed",)) == (3, 1)
    assert (source.body, source.body_line) == ("\n# Judul\n", 5)


def test_a_page_without_front_matter_keeps_its_body(tmp_path: Path) -> None:
    file = tmp_path / "halaman.md"
    file.write_text("# Judul\n", encoding="utf-8")
    source = read_markdown(file, "halaman.md")
    assert found(source) == [("missing-front-matter", 1, 1)]
    assert source.body == "# Judul\n"


@settings(deadline=None)  # the first example pays for imports
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    source = read(tmp_path_factory.getbasetemp(), content)
    assert source.data is None or source.problems == [] or found(source)[0][0] == "duplicate-key"
