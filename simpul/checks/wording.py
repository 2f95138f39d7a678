"""Wording: interface strings are complete and used, and avoided spellings do not appear."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simpul.knowledge import Knowledge
from simpul.messages import problem, suggestion
from simpul.problem import Problem
from simpul.source import Loc
from simpul.text import LANGUAGES

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_USE = re.compile(r"\bt\.([a-z_]+)\.([a-z_0-9]+)")
_WORD = re.compile(r"\w+")
_COMPOSED = re.compile(r"[\"']([a-z_]+_)[\"'] ~")
_NOT_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|https?://\S+")
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


def check_avoided_terms_do_not_appear(knowledge: Knowledge) -> Iterator[Problem]:
    """Indonesian prose and Indonesian halves of facts keep to the spelling of the vocabulary."""
    avoided = {term.avoid.lower(): term.write for term in knowledge.vocabulary.avoided_terms}
    if not avoided:
        return
    words = re.compile(rf"\b({'|'.join(map(re.escape, avoided))})\b", re.IGNORECASE)
    for page in knowledge.pages.values():
        if page.language != "id":
            continue
        for number, line in enumerate(page.body.split("\n"), start=page.body_line):
            prose = _NOT_PROSE.sub(lambda match: " " * len(match[0]), line)
            for match in words.finditer(prose):
                values = {"found": match[0], "expected": avoided[match[0].lower()]}
                yield problem(page.file, (number, match.start() + 1), "avoided-term", **values)
    for path, source in knowledge.files.items():
        if path.endswith(".yml") and path != "data/vocabulary.yml":
            for loc, text in _indonesian(source.data, ()):
                for match in words.finditer(text):
                    values = {"found": match[0], "expected": avoided[match[0].lower()]}
                    yield knowledge.problem(path, loc, "avoided-term", **values)


def _indonesian(data: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """The Indonesian halves of all bilingual texts in the data."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "id" and isinstance(value, str):
                yield (*loc, key), value
            else:
                yield from _indonesian(value, (*loc, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _indonesian(value, (*loc, number))
