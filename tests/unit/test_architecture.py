"""The tree is the architecture: data flows one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def importing(folder: Path, *packages: str) -> set[str]:
    """The files of a folder that import one of the packages."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.py")
        if any(name.split(".")[0] in packages for name in imports(file))
    }


def test_the_knowledge_knows_nothing_of_the_site_builder(root: Path) -> None:
    assert importing(root / "simpul", "mkdocs", "mkdocs_macros", "material", "zensical", "macros", "tests") == set()


def test_only_one_module_reads_yaml(root: Path) -> None:
    assert importing(root / "simpul", "yaml") == {"source.py"}
    assert importing(root / "macros", "yaml") == set()


def test_macros_do_not_import_the_tests(root: Path) -> None:
    assert importing(root / "macros", "tests") == set()


@pytest.mark.parametrize("folder", ["simpul", "macros"])
def test_every_module_and_public_function_says_what_it_is_for(root: Path, folder: str) -> None:
    silent = []
    for file in (root / folder).rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        public = [
            node
            for node in [tree, *ast.walk(tree)]
            if isinstance(node, ast.Module | ast.ClassDef)
            or (isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.col_offset == 0)
        ]
        silent += [
            f"{file.relative_to(root)}:{getattr(node, 'name', 'module')}"
            for node in public
            if not ast.get_docstring(node) and not getattr(node, "name", "").startswith("_")
        ]
    assert silent == []


def test_modules_are_small(root: Path) -> None:
    long = {
        file.relative_to(root).as_posix(): count
        for folder in ("simpul", "macros", "tests")
        for file in (root / folder).rglob("*.py")
        # The wording of every rule is one table, read from top to bottom.
        if file.name != "messages.py" and (count := len(file.read_text(encoding="utf-8").split("\n"))) > 400
    }
    assert long == {}
