"""The lists of what opens without a network, written for a small folder of pages that no builder has made."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from simpul.finish import FinishError, offline
from simpul.finish.built_site import BuiltSite

PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>x</title>
<link rel="canonical" href="https://contoh.test/{url}">
<link rel="icon" href="{up}assets/images/sign.svg">
<link rel="stylesheet" href="{up}assets/stylesheets/site-0123abcd.css">{more}</head>
<body><a href="{up}data/cases.csv">x</a></body></html>
"""
LIST_SCRIPT = '<script type="module" src="{up}assets/javascripts/checklist/index.js"></script>'
GUIDE_SCRIPT = '<script type="module" src="{up}assets/javascripts/guide.js"></script>'
CHOICE = '<section data-component="keep-offline" data-megabytes="" hidden></section>'
LOADED = {
    "assets/images/net.svg",
    "assets/images/sign.svg",
    "assets/javascripts/checklist/index.js",
    "assets/javascripts/checklist/later.js",
    "assets/javascripts/shared.js",
    "assets/checklist/words-id.json",
    "assets/stylesheets/site-0123abcd.css",
}


def page(url: str, more: str = "") -> str:
    up = "../" * url.count("/")
    return PAGE.format(language=url[:2], url=url, up=up, more=more.format(up=up))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a guide and a list in each language, and the worker where the theme puts it."""
    files = {"offline/index.html": page("offline/"), "404.html": page("404.html"), "_headers": "", ".nojekyll": ""}
    for language in ("id", "en"):
        files[f"{language}/index.html"] = page(f"{language}/")
        files[f"{language}/about/index.html"] = page(f"{language}/about/", CHOICE)
        files[f"{language}/guides/trust/index.html"] = page(f"{language}/guides/trust/", GUIDE_SCRIPT)
        files[f"{language}/checklists/index.html"] = page(f"{language}/checklists/", LIST_SCRIPT + CHOICE)
        files[f"{language}/checklists/first/index.html"] = page(f"{language}/checklists/first/", LIST_SCRIPT)
    files |= {
        "assets/checklist/words-id.json": "{}",
        "assets/images/net.svg": "<svg/>",
        "assets/images/sign.svg": "<svg/>",
        "assets/javascripts/checklist/index.js": 'import "../shared.js"; import("./later.js");',
        "assets/javascripts/checklist/later.js": "",
        "assets/javascripts/guide.js": 'import "./shared.js";',
        "assets/javascripts/service-worker.js": "/** Why. */\nconst EDITION = SITE; // gone",
        "assets/javascripts/shared.js": "",
        "assets/stylesheets/site-0123abcd.css": "p{background:url(../images/net.svg)}",
        "data/cases.csv": "a;b",
        "pagefind/pagefind.js": "",
        "id/checklists/first/first.docx": "for Word",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def written(folder: Path) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """What the worker is told, its code, and the list of the whole site."""
    offline.write(BuiltSite.read(folder))
    first, _, code = (folder / "service-worker.js").read_text(encoding="utf-8").partition("\n")
    assert first.startswith("const SITE=")
    whole = json.loads((folder / "offline/whole.json").read_text(encoding="utf-8"))
    return json.loads(first.removeprefix("const SITE=").removesuffix(";")), code, whole


def test_kept_are_the_lists_in_both_languages_and_what_they_load(folder: Path) -> None:
    told, code, _ = written(folder)
    lists = {f"{language}/checklists/{path}" for language in ("id", "en") for path in ("", "first/")}
    assert set(told["files"]) == lists | LOADED | {"offline/"}
    assert told["offline"] == "offline/"
    assert code == "const EDITION=SITE"
    assert not (folder / "assets/javascripts/service-worker.js").exists()


def test_the_whole_site_is_everything_a_reader_can_open_but_the_lists(folder: Path) -> None:
    _, _, whole = written(folder)
    pages = {f"{language}/{path}" for language in ("id", "en") for path in ("", "about/", "guides/trust/")}
    more = {"data/cases.csv", "pagefind/pagefind.js", "assets/javascripts/guide.js", "id/checklists/first/first.docx"}
    assert set(whole["files"]) == pages | LOADED | more


def test_every_hash_is_that_of_the_stored_file_and_the_size_is_their_sum(folder: Path) -> None:
    told, _, whole = written(folder)
    for path, expected in {**told["files"], **whole["files"]}.items():
        file = folder / (f"{path}index.html" if path.endswith("/") else path)
        assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(expected), path
    files = [folder / (f"{path}index.html" if path.endswith("/") else path) for path in whole["files"]]
    assert whole["bytes"] == sum(file.stat().st_size for file in files)


def test_the_size_is_told_where_the_choice_is(folder: Path) -> None:
    (folder / "data/cases.csv").write_bytes(b"x" * 2_700_000)
    written(folder)
    for path in ("id/about", "en/checklists"):
        assert 'data-megabytes="3"' in (folder / path / "index.html").read_text(encoding="utf-8")


def test_writing_again_changes_nothing(folder: Path) -> None:
    written(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    written(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_guide_that_changes_renews_the_whole_site_and_not_the_lists(folder: Path) -> None:
    told, _, whole = written(folder)
    guide = folder / "id/guides/trust/index.html"
    guide.write_text(guide.read_text(encoding="utf-8") + "x", encoding="utf-8")
    told_again, _, whole_again = written(folder)
    assert told_again == told
    assert whole_again["version"] != whole["version"]
    assert re.fullmatch("[0-9a-f]{16}", told["version"])


@pytest.mark.parametrize("missing", ["offline/index.html", "assets/javascripts/service-worker.js"])
def test_a_site_without_worker_or_offline_page_is_refused_in_both_languages(folder: Path, missing: str) -> None:
    (folder / missing).unlink()
    with pytest.raises(FinishError, match=f"{missing} tidak ada / .*{missing} is missing"):
        offline.write(BuiltSite.read(folder))
