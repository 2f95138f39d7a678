"""A stylesheet as rules, which of them can match a page, and how to write them small.

A selector is kept unless a name in it certainly occurs nowhere: everything that is not understood is kept.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2  # type: ignore[import-untyped]

# tinycss2 has no types: a node is a token, a block or a rule of its parser.
Node = Any

# Attributes whose presence or value is set while a page is used, by the browser or by a script.
_SET_IN_USE = {"open", "hidden", "checked", "disabled", "selected", "style"}
_ANY_OF = {"is", "where", "has", "matches", "-webkit-any", "-moz-any"}
_WITH_RULES = {"media", "supports", "layer", "container", "scope", "document", "starting-style"}


@dataclass(frozen=True)
class Names:
    """The names that occur in pages, and the words of scripts, any of which may become a name."""

    elements: frozenset[str]
    classes: frozenset[str]
    identifiers: frozenset[str]
    values: dict[str, frozenset[str]] = field(hash=False)  # of each attribute
    words: frozenset[str]

    def may_be(self, name: str, known: Iterable[str]) -> bool:
        """True when `name` is in `known` or a script may make it, whole or from a fixed part that ends in a hyphen."""
        return name in known or name in self.words or any(part in self.words for part in _fixed_parts(name))


@lru_cache(maxsize=8192)
def _fixed_parts(name: str) -> tuple[str, ...]:
    return tuple(name[: end + 1] for end, sign in enumerate(name) if sign in "-_" and end > 2)


def _in_scripts(attribute: str) -> str:
    """How a script calls the attribute: `dataset.nextStep` sets `data-next-step` and names it nowhere else."""
    first, *rest = attribute.removeprefix("data-").split("-")
    return first + "".join(word.capitalize() for word in rest) if attribute.startswith("data-") else attribute


@lru_cache(maxsize=64)
def parse(css: str) -> tuple[Node, ...]:
    """The rules of a stylesheet, without comments; kept, because a development server asks for the same ones again."""
    return tuple(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def write(rules: Iterable[Node], matches: Callable[[list[Node]], bool], keeps: Callable[[str], bool]) -> str:
    """The rules as CSS without the selectors that do not match and the custom properties and keyframes not kept."""
    return "".join(_write_rule(rule, matches, keeps) for rule in rules)


def _write_rule(rule: Node, matches: Callable[[list[Node]], bool], keeps: Callable[[str], bool]) -> str:
    if rule.type == "qualified-rule":
        selectors = [_text(part) for part in _split(rule.prelude) if matches(part)]
        body = _write_block(rule.content, matches, keeps) if selectors else ""
        return f"{','.join(selectors)}{{{body}}}" if body else ""
    if rule.type != "at-rule":
        return ""
    keyword = rule.lower_at_keyword
    prelude = _text(rule.prelude)
    head = f"@{rule.at_keyword} {prelude}".rstrip()
    if keyword == "charset":
        return ""
    if rule.content is None:
        return f"{head};"
    if keyword in _WITH_RULES:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        body = write(inner, matches, keeps)
        return f"{head}{{{body}}}" if body else ""
    if keyword.endswith("keyframes"):
        if not keeps(prelude):
            return ""
        frames = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        return f"{head}{{{write(frames, lambda _: True, keeps)}}}"
    return f"{head}{{{_write_block(rule.content, matches, keeps)}}}"


def _write_block(content: list[Node], matches: Callable[[list[Node]], bool], keeps: Callable[[str], bool]) -> str:
    """The declarations of a rule, and the rules nested in it."""
    written = []
    for part in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration":
            if not part.name.startswith("--") or keeps(part.name):
                written.append(f"{part.name}:{_text(part.value)}{'!important' if part.important else ''};")
        else:
            written.append(_write_rule(part, matches, keeps))
    return "".join(written).removesuffix(";")


def _text(tokens: list[Node]) -> str:
    """The tokens as CSS, without comments; each run of white space is one space, and none stands after a comma."""
    written: list[str] = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and written[-1:] == [","]):
            continue
        written.append(" " if token.type == "whitespace" else token.serialize())
    return "".join(written).strip()


def _split(tokens: list[Node]) -> list[list[Node]]:
    """A list of selectors as the tokens of each."""
    parts: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def can_match(selector: list[Node], names: Names) -> bool:
    """False when a name that the selector needs occurs neither in a page nor in a script."""
    before = ""
    for token in selector:
        if token.type == "ident":
            if before == "." and not names.may_be(token.value, names.classes):
                return False
            if before not in (".", ":") and not names.may_be(token.lower_value, names.elements):
                return False
        elif token.type == "hash":
            if not names.may_be(token.value, names.identifiers):
                return False
        elif token.type == "[] block":
            if not _attribute_can_match(token.content, names):
                return False
        elif (
            token.type == "function"
            and before == ":"
            and token.lower_name in _ANY_OF
            and not any(can_match(part, names) for part in _split(token.arguments))
        ):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _attribute_can_match(content: list[Node], names: Names) -> bool:
    tokens = [token for token in content if token.type not in ("whitespace", "comment")]
    if not tokens or tokens[0].type != "ident":
        return True
    name = tokens[0].lower_value
    if name in _SET_IN_USE or name.startswith("aria-"):
        return True
    if not names.may_be(name, names.values) and _in_scripts(name) not in names.words:
        return False
    if len(tokens) < 3 or tokens[1].type != "literal" or tokens[1].value != "=":
        return True
    return names.may_be(tokens[2].value, names.values.get(name, ()))


def variables_in(rules: Iterable[Node], matches: Callable[[list[Node]], bool]) -> dict[str, set[str]]:
    """What each custom property refers to, and under the empty name what everything else refers to.

    Animations are referred to by a bare name, so every identifier of an animation counts as a reference.
    """
    found: dict[str, set[str]] = {"": set()}
    for rule in rules:
        if rule.type == "qualified-rule" and not any(matches(part) for part in _split(rule.prelude)):
            continue
        if getattr(rule, "content", None) is None:
            continue
        if rule.type == "at-rule" and (rule.lower_at_keyword in _WITH_RULES or "keyframes" in rule.lower_at_keyword):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            always = (lambda _: True) if "keyframes" in rule.lower_at_keyword else matches
            _join(found, variables_in(inner, always))
            continue
        for part in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if part.type == "declaration":
                key = part.name if part.name.startswith("--") else ""
                found.setdefault(key, set()).update(_references(part.value, "animation" in part.name))
            else:
                _join(found, variables_in([part], matches))
    return found


def _join(into: dict[str, set[str]], more: dict[str, set[str]]) -> None:
    for name, references in more.items():
        into.setdefault(name, set()).update(references)


def _references(tokens: list[Node], animation: bool) -> set[str]:
    found: set[str] = set()
    for token in tokens:
        if token.type == "ident" and (animation or token.value.startswith("--")):
            found.add(token.value)
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if inner:
            found |= _references(inner, animation)
    return found
