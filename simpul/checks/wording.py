"""Wording: interface strings are complete and used."""

import re
from collections.abc import Iterator
from pathlib import Path

from simpul.knowledge import Knowledge
from simpul.messages import problem, suggestion
from simpul.problem import Problem
from simpul.text import LANGUAGES

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_USE = re.compile(r"\bt\.([a-z_]+)\.([a-z_0-9]+)")
_WORD = re.compile(r"\w+")
_COMPOSED = re.compile(r"[\"']([a-z_]+_)[\"'] ~")
# Where `t.<group>.<key>` names an interface string.
_TEMPLATES = ("overrides/**/*.html", "macros/**/*.html", "macros/**/*.py", "simpul/**/*.py")
# Generated from the strings themselves.
_GENERATED = "overrides/partials/strings.html"


def check_placeholders_of_strings_agree(knowledge: Knowledge) -> Iterator[Problem]:
    """Both languages of a string have the same placeholders."""
    for group, strings in knowledge.strings.items():
        for key, text in strings.items():
            ours, theirs = (set(_PLACEHOLDER.findall(value)) for value in (text.id, text.en))
            if ours != theirs:
                values = {"found": sorted(ours), "expected": sorted(theirs)}
                path = f"data/strings/{group}.yml"
                yield knowledge.problem(path, (key,), "placeholders-differ", **values)


def check_strings_hold_no_markup(knowledge: Knowledge) -> Iterator[Problem]:
    """Interface strings hold no character that HTML gives a meaning: theme templates print them as they are."""
    for group, strings in knowledge.strings.items():
        for key, text in strings.items():
            for language in LANGUAGES:
                for character in sorted(set(text.in_language(language)) & set('<>&"')):
                    path = f"data/strings/{group}.yml"
                    yield knowledge.problem(path, (key, language), "markup-in-string", found=character)


def check_strings_and_templates_agree(knowledge: Knowledge) -> Iterator[Problem]:
    """Every string a template names exists, and the key of every string occurs in a template or module.

    Occurs anywhere, because templates also pass strings on under other names; `"month_" ~ number` uses all months.
    """
    known = {f"{group}.{key}" for group, strings in knowledge.strings.items() for key in strings}
    words: set[str] = set()
    prefixes: set[str] = set()
    for path, text in _templates(knowledge.root):
        words.update(_WORD.findall(text))
        prefixes.update(_COMPOSED.findall(text))
        for match in _USE.finditer(text):
            name = f"{match[1]}.{match[2]}"
            if name not in known:
                line = text.count("\n", 0, match.start()) + 1
                column = match.start() - text.rfind("\n", 0, match.start())
                yield problem(path, (line, column), "unknown-string", found=name, **suggestion(name, known))
    for name in sorted(known):
        group, _, key = name.partition(".")
        if key not in words and not key.startswith(tuple(prefixes)):
            yield knowledge.problem(f"data/strings/{group}.yml", (key,), "unused-string", found=name)


def _templates(root: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every file that may use interface strings, except the one generated from them."""
    for pattern in _TEMPLATES:
        for file in sorted(root.glob(pattern)):
            path = file.relative_to(root).as_posix()
            if path != _GENERATED:
                yield path, file.read_text(encoding="utf-8")
