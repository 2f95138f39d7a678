"""Building: the same bytes twice, and a broken fact stops it with a place instead of a traceback."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = ["case_studies", "checklists", "data", "docs", "macros", "overrides", "simpul", "templates", "mkdocs.yml"]
CASE = "case_studies/sumedang-simpati-stunting.yml"


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    environment = {key: value for key, value in os.environ.items() if key not in {"SITE_URL", "REPO_URL"}}
    environment["PYTHONPATH"] = str(root)
    return subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of everything the site is built from."""
    target = tmp_path / "project"
    target.mkdir()
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / part, target / part)
    return target


def fingerprints(site: Path) -> dict[str, str]:
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_the_same_tree_gives_the_same_bytes(site_dir: Path, root: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(root, again).returncode == 0
    first, second = fingerprints(site_dir), fingerprints(again)
    assert {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)} == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (CASE, "\noutcome: ", "\noutcom: ", ": kunci 'outcom' tidak dikenal; maksud Anda 'outcome'?"),
        (CASE, "\n  en: Sumedang Regency, West Java", "", ": teks bahasa Inggris ('en:') belum ada"),
        (CASE, "\nverified: 2026-", "\nverified: 2026-99-", "bukan tanggal"),
        (CASE, "\nstatus: ", "\ncountry: indonesia\nstatus: ", ": kunci 'country' sudah ada di baris"),
        ("checklists/first-meeting.yml", "\nmode: confirm", "\nmode: [", "YAML tidak dapat dibaca"),
    ],
    ids=["unknown key", "missing English", "bad date", "duplicate key", "bad syntax"],
)
def test_a_broken_fact_stops_the_build_with_its_place(
    copy: Path, tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = build(copy, tmp_path / "site")
    output = result.stdout + result.stderr
    assert result.returncode == 1, output
    assert any(line.partition(f"{file}:")[2] and expected in line for line in output.splitlines()), output
    assert "Traceback" not in output
    assert not (tmp_path / "site" / "id").exists()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{{ cite("tidak-ada") }}', "tidak-ada"),
        ("{{ makro_tanpa_nama() }}", "makro_tanpa_nama"),
        ("[tautan](tidak-ada.md)", "tidak-ada.md"),
        ("[tautan](../glossary.md#tidak-ada)", "tidak-ada"),
    ],
    ids=["unknown source", "unknown macro", "missing page", "missing heading"],
)
def test_a_broken_page_fails_the_build(copy: Path, tmp_path: Path, line: str, expected: str) -> None:
    for language in ("id", "en"):
        page = copy / f"docs/{language}/guides/benefits.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = build(copy, tmp_path / "site")
    assert result.returncode != 0
    assert expected in result.stdout + result.stderr
