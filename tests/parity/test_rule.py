"""The rule in Python and the rule in JavaScript say the same of every item and every answer of a small world."""

import base64
import json
import random
import shutil
import subprocess
from collections.abc import Callable
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

import pytest

from simpul.selection import FacetValues, applies

Triple = tuple[int, int, int]
Evaluate = Callable[[str], str]

WORLD = {"form": ("a", "b", "c"), "role": ("r", "s", "t"), "condition": ("x", "y")}


def subsets(values: tuple[str, ...]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(values, size) for size in range(len(values) + 1)))


def every_choice(world: dict[str, tuple[str, ...]]) -> list[dict[str, tuple[str, ...]]]:
    """Every way to name values of the facets; a facet without a value is not named."""
    return [
        {facet: values for facet, values in zip(world, chosen, strict=True) if values}
        for chosen in product(*map(subsets, world.values()))
    ]


@pytest.fixture(scope="module")
def evaluate(root: Path, request: pytest.FixtureRequest) -> Evaluate:
    """Runs the body of an async function that knows `applies` of the site: in Node, or else in the browser."""
    source = (root / "overrides/assets/javascripts/checklist/rule.js").read_bytes()
    address = "data:text/javascript;base64," + base64.b64encode(source).decode()
    prologue = f'const {{ applies }} = await import("{address}");'
    node = shutil.which("node")
    if node is None:
        page = request.getfixturevalue("browser").new_page()
        return lambda body: str(page.evaluate(f"async () => {{ {prologue} {body} }}"))

    def in_node(body: str) -> str:
        script = f"{prologue} process.stdout.write(await (async () => {{ {body} }})());"
        command = [node, "--input-type=module"]
        return subprocess.run(command, input=script, capture_output=True, text=True, check=True).stdout

    return in_node


def in_javascript(evaluate: Evaluate, choices: list[dict[str, Any]], triples: list[Triple]) -> str:
    """One digit per triple of `applies_to`, `except_for` and answers, each an index into `choices`."""
    return evaluate(
        f"const choices = {json.dumps(choices)}; const triples = {json.dumps(triples)};"
        "const digit = ([to, not, answers]) => Number(applies(choices[to], choices[not], choices[answers]));"
        "return triples.map(digit).join('');"
    )


def in_python(choices: list[FacetValues], triples: list[Triple]) -> str:
    return "".join(str(int(applies(choices[to], choices[no], choices[answers]))) for to, no, answers in triples)


def test_both_agree_on_every_item_and_every_answer(evaluate: Evaluate) -> None:
    choices = every_choice(WORLD)
    everything = range(len(choices))
    nothing = choices.index({})
    triples = [(to, nothing, answers) for to, answers in product(everything, repeat=2)]
    triples += [(nothing, no, answers) for no, answers in product(everything, repeat=2)]
    assert len(triples) == 2 * 65_536
    assert in_javascript(evaluate, choices, triples) == in_python(choices, triples)


def test_both_agree_where_both_kinds_of_facets_meet(evaluate: Evaluate) -> None:
    choices = every_choice({"form": ("a", "b"), "role": ("r",), "condition": ("x",)})
    triples = list(product(range(len(choices)), repeat=3))
    larger = every_choice(WORLD)
    chosen = random.Random(20261121)
    some = [(*chosen.sample(range(len(larger)), 2), answers) for _ in range(200) for answers in range(len(larger))]
    assert in_javascript(evaluate, choices, triples) == in_python(choices, triples)
    assert in_javascript(evaluate, larger, some) == in_python(larger, some)


def test_both_take_an_empty_answer_for_no_answer(evaluate: Evaluate) -> None:
    choices: list[FacetValues] = [{}, {"form": ("a",)}, {"form": ()}]
    triples = list(product(range(2), range(2), range(3)))
    assert in_javascript(evaluate, choices, triples) == in_python(choices, triples)
