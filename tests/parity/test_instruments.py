"""The chooser's documents in Python and in JavaScript: the same for every answer that can be given."""

import json
import shutil
import subprocess
from itertools import chain, combinations, product
from pathlib import Path

import pytest

from simpul.instruments import documents_for, form_for, in_order
from simpul.knowledge import Knowledge


def every_answer(knowledge: Knowledge) -> list[dict[str, list[str]]]:
    """Every way to answer the questions of the chooser, skipped questions included."""
    choices: list[list[list[str]]] = []
    for question in knowledge.instruments.questions.values():
        slugs = list(question.choices)
        if question.multiple:
            sizes = range(len(slugs) + 1)
            choices.append([list(some) for some in chain.from_iterable(combinations(slugs, size) for size in sizes)])
        else:
            choices.append([[], *([slug] for slug in slugs)])
    names = list(knowledge.instruments.questions)
    return [{n: v for n, v in zip(names, values, strict=True) if v} for values in product(*choices)]


def in_javascript(root: Path, knowledge: Knowledge, answers: list[dict[str, list[str]]]) -> list[str]:
    """For each answer a digit per document, and the place of the form meant, as the page's script finds them."""
    documents = [[one.applies_to, one.except_for] for one in in_order(knowledge.instruments)]
    forms = [form.applies_to for form in knowledge.instruments.forms.values()]
    script = (
        f'import {{ applies }} from "{(root / "overrides/assets/javascripts/checklist/rule.js").as_uri()}";'
        f"const documents = {json.dumps(documents)}; const forms = {json.dumps(forms)};"
        "import { readFileSync } from 'node:fs';"
        "const answers = JSON.parse(readFileSync(0, 'utf-8'));"
        "const line = (one) => documents.map(([to, not]) => Number(applies(to, not, one))).join('') + ':'"
        " + forms.findIndex((form) => applies(form, {}, one));"
        "console.log(answers.map(line).join('\\n'));"
    )
    command = ["node", "--input-type=module", "--eval", script]
    done = subprocess.run(command, input=json.dumps(answers), capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node; the browser tests compare the page itself")
def test_both_choose_the_same_documents_and_form_for_every_answer(root: Path, knowledge: Knowledge) -> None:
    answers = every_answer(knowledge)
    assert len(answers) > 30_000
    order = [document.slug for document in in_order(knowledge.instruments)]
    forms = list(knowledge.instruments.forms)
    ours = []
    for one in answers:
        shown = {document.slug for document in documents_for(knowledge.instruments, one)}
        form = form_for(knowledge.instruments, one)
        digits = "".join(str(int(slug in shown)) for slug in order)
        ours.append(f"{digits}:{forms.index(form) if form else -1}")
    assert ours == in_javascript(root, knowledge, answers)
