"""The broken example of each rule: files laid over the miniature repository, and the problems they must give.

Run `python -m tests.data.broken_examples` to accept the problems that the examples give now.
"""

import shutil
import tempfile
from pathlib import Path

from simpul.checks import check
from simpul.knowledge import Knowledge

MINIATURE = Path(__file__).resolve().parent.parent / "miniature"
BROKEN = Path(__file__).resolve().parent / "broken"
EXPECTED = "expected.txt"


def examples() -> list[str]:
    """The rules that have a broken example, in order."""
    return sorted(folder.name for folder in BROKEN.iterdir())


def problems_of(rule: str) -> list[str]:
    """Place and rule of every problem of the miniature with the example of `rule` laid over it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        shutil.copytree(MINIATURE, root)
        shutil.copytree(BROKEN / rule, root, dirs_exist_ok=True)
        found = check(Knowledge.load(root))
    return [f"{problem.path}:{problem.line}:{problem.column} {problem.rule}" for problem in found]


def expected(rule: str) -> list[str]:
    """The problems the example of `rule` must give."""
    return (BROKEN / rule / EXPECTED).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    for one in examples():
        (BROKEN / one / EXPECTED).write_text("\n".join(problems_of(one)) + "\n", encoding="utf-8")
