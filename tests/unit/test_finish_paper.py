"""What finishing gives to paper: the library for codes, or the word that it is not there, and the other language."""

import json
from pathlib import Path

import pytest

from simpul.checklist.paper import paper_texts
from simpul.finish import paper, unused
from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES

PLACE = '<div class="kb-sheet__code" data-component="code"></div>'
PAGE = f'<!doctype html><html><body><p>x</p>{PLACE}<script type="module" src="../assets/javascripts/print.js"></script>'


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    """A page with a place for a code, and the script that fills it."""
    for language in LANGUAGES:
        (tmp_path / "site" / language).mkdir(parents=True)
        (tmp_path / "site" / language / "index.html").write_text(PAGE)
    scripts = tmp_path / "site/assets/javascripts"
    scripts.mkdir(parents=True)
    (scripts / "print.js").write_text('import { generate } from "./lean-qr/index.js"; import "./lean-qr/svg.js";')
    return BuiltSite.read(tmp_path / "site")


def install(root: Path) -> None:
    library = root / "node_modules/lean-qr"
    (library / "extras").mkdir(parents=True)
    (library / "index.mjs").write_text("export const generate = 1;")
    (library / "extras/svg.mjs").write_text("export const toSvg = 1;")
    (library / "LICENSE").write_text("MIT")


def test_the_library_is_copied_with_its_licence_and_both_stay(
    site: BuiltSite, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    install(tmp_path)
    paper.add_codes(site, tmp_path)
    unused.remove(site)
    folder = site.folder / "assets/javascripts/lean-qr"
    assert {file.name: file.read_text() for file in folder.iterdir()} == {
        "index.js": "export const generate = 1;",
        "svg.js": "export const toSvg = 1;",
        "LICENSE": "MIT",
    }
    assert PLACE in site.pages["id/index.html"]
    assert caplog.records == []


def test_without_the_library_the_site_is_finished_without_places_for_codes_and_says_so(
    site: BuiltSite, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paper.add_codes(site, tmp_path)
    assert all(PLACE not in html and "<p>x</p>" in html for html in site.pages.values())
    assert not (site.folder / "assets/javascripts/lean-qr").exists()
    assert "lean-qr tidak terpasang" in caplog.text
    assert "lean-qr is not installed" in caplog.text


def test_both_languages_have_a_text_for_the_same_things(knowledge: Knowledge) -> None:
    ours, theirs = (paper_texts(knowledge, language) for language in LANGUAGES)
    assert {kind: set(texts) for kind, texts in ours.items()} == {kind: set(texts) for kind, texts in theirs.items()}
    assert all(text for each in (ours, theirs) for texts in each.values() for text in texts.values())
    assert (ours["words"]["done"], theirs["words"]["done"]) == ("Sudah", "Done")
    assert ours["items"]["agree-how-to-decide"].startswith("Sepakati cara rapat mengambil keputusan")


def test_the_texts_are_written_as_the_script_reads_them(site: BuiltSite, knowledge: Knowledge) -> None:
    paper.write_texts(site, knowledge)
    for language in LANGUAGES:
        written = (site.folder / f"assets/checklist/texts-{language}.json").read_text(encoding="utf-8")
        assert json.loads(written) == paper_texts(knowledge, language)


def test_the_lock_of_libraries_holds_no_address(root: Path) -> None:
    text = (root / "package-lock.json").read_text(encoding="utf-8")
    assert "http" not in text
    locked = json.loads(text)["packages"]
    assert locked[""]["dependencies"]["lean-qr"] == locked["node_modules/lean-qr"]["version"]
    assert locked["node_modules/lean-qr"]["integrity"].startswith("sha512-")
