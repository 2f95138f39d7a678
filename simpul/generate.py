"""Files written from the knowledge and committed, because what reads them cannot read YAML.

`simpul generate` writes them, `simpul generate --check` says which are out of date.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from simpul import field_table
from simpul.knowledge import Knowledge
from simpul.text import LANGUAGES


def theme_strings(knowledge: Knowledge) -> str:
    """The interface strings as a Jinja mapping: language -> group -> key -> text.

    The theme's templates are rendered by the site builder, which passes them no data of ours; a JSON object is also
    a Jinja literal, for Jinja and for minijinja.
    """
    strings = {
        language: {
            group: {key: text.in_language(language) for key, text in texts.items()}
            for group, texts in knowledge.strings.items()
        }
        for language in LANGUAGES
    }
    literal = json.dumps(strings, ensure_ascii=False, indent=2)
    return f"{{#- Generated from data/strings/. Run: simpul generate -#}}\n{{%- set strings = {literal} -%}}\n"


GENERATED: Mapping[str, Callable[[Knowledge], str]] = {
    "overrides/partials/strings.html": theme_strings,
    field_table.README: field_table.readme,
}


def outdated(knowledge: Knowledge) -> list[str]:
    """The generated files that differ from what the knowledge would write now."""
    return [name for name, text in GENERATED.items() if _read(knowledge.root / name) != text(knowledge)]


def generate(knowledge: Knowledge) -> list[str]:
    """Write every generated file that is out of date; the names of those written.

    Files that are already right are left alone, so that a watching server does not rebuild for ever.
    """
    names = outdated(knowledge)
    for name in names:
        path = knowledge.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GENERATED[name](knowledge), encoding="utf-8")
    return names


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
