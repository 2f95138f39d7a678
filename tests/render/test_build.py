"""What a build does with the files it finds: reads them once, sees edits, and stops on problems without a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import macros
from macros import loading
from macros.context import Site
from macros.loading import KnowledgeError, current_knowledge
from tests.render.conftest import ROOT

CASE = "case_studies/shared-clinic.yml"
CONFIGURATION = """\
site_name: Miniature
theme: {name: mkdocs}
plugins:
  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict}
"""


class Env(SimpleNamespace):
    """What MkDocs and Zensical both give a module of macros; `path` on a page stands for Zensical."""

    def __init__(self, root: Path) -> None:
        super().__init__(project_dir=str(root), conf={}, macros={}, page=None)

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function


@pytest.fixture
def project(miniature: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature with the templates that use the interface strings, looked at again at every question."""
    for user_of_strings in ("macros", "overrides", "simpul"):
        (miniature / user_of_strings).symlink_to(ROOT / user_of_strings)
    monkeypatch.setattr(loading, "REST", 0)
    return miniature


def break_case(project: Path) -> None:
    path = project / CASE
    path.write_text(path.read_text().replace("outcome: succeeded", "outcome: succeded"))


def mkdocs_build(project: Path) -> subprocess.CompletedProcess[str]:
    (project / "mkdocs.yml").write_text(CONFIGURATION)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project / "site")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=project, capture_output=True, text=True, env=environment, check=False)


def test_the_miniature_with_the_real_strings_and_macros_has_no_problem(project: Path) -> None:
    assert current_knowledge(project).cases


def test_unchanged_files_are_read_once(project: Path) -> None:
    assert current_knowledge(project) is current_knowledge(project)


@pytest.mark.parametrize("file", [CASE, "docs/id/index.md", "data/strings/case.yml"])
def test_an_edit_is_seen_at_the_next_question(project: Path, file: str) -> None:
    before = current_knowledge(project)
    path = project / file
    path.write_text(path.read_text() + "\n")
    assert current_knowledge(project) is not before


def test_a_new_file_and_a_removed_file_are_seen(project: Path) -> None:
    before = current_knowledge(project)
    extra = project / "data/strings/search2.yml"
    extra.write_text("{}\n")
    between = current_knowledge(project)
    extra.unlink()
    assert between is not before
    assert current_knowledge(project) is not between


def test_problems_are_raised_each_time_until_they_are_mended(project: Path) -> None:
    path = project / CASE
    right = path.read_text()
    break_case(project)
    for _ in range(2):
        with pytest.raises(KnowledgeError, match="did you mean 'succeeded'"):
            current_knowledge(project)
    path.write_text(right)
    assert current_knowledge(project).cases


def test_a_build_with_problems_prints_them_all_and_exits_without_a_traceback(project: Path) -> None:
    break_case(project)
    page = project / "docs/en/index.md"
    page.write_text(page.read_text() + '\n{{ case_card("no-such-case") }}\n')
    build = mkdocs_build(project)
    assert build.returncode == 1
    line = (project / CASE).read_text().split("\n").index("outcome: succeded") + 1
    assert f"{CASE}:{line}:1: " in build.stderr
    assert "docs/en/index.md:" in build.stderr
    assert build.stderr.rstrip().endswith("problems in 2 files")
    assert "Traceback" not in build.stderr + build.stdout
    assert not (project / "site").exists()


def test_a_folder_that_is_no_built_site_cannot_be_finished(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    env = Env(project)
    env.conf = {"site_dir": str(project / "docs")}
    with pytest.raises(SystemExit):
        macros.on_post_build(env)
    assert str(project / "docs") in capsys.readouterr().err


def test_a_page_keeps_its_citations_and_the_next_page_starts_anew(project: Path) -> None:
    env = Env(project)
    macros.define_env(env)
    for url in ("id/guides/challenges/", "en/guides/challenges/"):
        env.page = SimpleNamespace(url=url, meta={}, file=None)
        env.macros["cite"]("klijn-et-al-2010")
        assert env.macros["sources"]().count("<li") == 1


def test_every_macro_of_the_modules_is_registered_under_its_own_name(project: Path) -> None:
    env = Env(project)
    macros.define_env(env)
    expected = {"case_facts", "cite", "sources", "case_explorer", "glossary_list", "regulation", "checklist"}
    assert expected <= set(env.macros)
    assert env.macros["case_facts"].__doc__ == "Facts at a glance."


def test_links_start_from_the_source_file_under_zensical_because_it_rewrites_them(project: Path) -> None:
    env = Env(project)
    site = Site(env)
    env.page = SimpleNamespace(url="id/guides/challenges/", meta={}, file=None)
    assert site.page().link("cases/shared-clinic") == "../../cases/shared-clinic/"
    env.page = SimpleNamespace(url="id/guides/challenges/", meta={}, path="id/guides/challenges.md")
    assert site.page().link("cases/shared-clinic") == "../cases/shared-clinic/"
    env.page = SimpleNamespace(url="id/cases/", meta={}, path="id/cases/index.md")
    assert site.page().link("cases/shared-clinic") == "../cases/shared-clinic/"
