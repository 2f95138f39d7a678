"""A small world for the unit tests of checklists."""

import shutil
from pathlib import Path

import pytest

from simpul.knowledge import Knowledge


@pytest.fixture
def miniature(root: Path, tmp_path: Path) -> Knowledge:
    """The miniature repository with the real interface strings."""
    shutil.copytree(root / "tests" / "miniature", tmp_path, dirs_exist_ok=True)
    shutil.copytree(root / "data" / "strings", tmp_path / "data" / "strings", dirs_exist_ok=True)
    knowledge = Knowledge.load(tmp_path)
    assert knowledge.problems == []
    return knowledge
