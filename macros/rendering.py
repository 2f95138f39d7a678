"""From a template and values to HTML that passes through Markdown unchanged."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from macros import wording
from macros.badges import tone
from macros.citations import Citation
from macros.context import PageContext
from simpul.model.base import Text
from simpul.text import Language

TEMPLATES = Path(__file__).with_name("templates")
# Whatever may mean something inside a line of Markdown or HTML.
_MEANINGFUL = re.compile(r"""[!"#$&'*+<=>?@[\]\\^_`{|}~]""")
_SPACE = re.compile(r"[ \t\r\n]+")


def render(page: PageContext, template: str, **values: Any) -> str:
    """The block of `template` on one line.

    One line, because a blank line, four spaces or three backticks inside a block would wake Markdown up.
    Line breaks inside values become spaces too: put text that needs them into JSON.
    """
    html = _environment.get_template(f"{template}.html").render(page=page, t=page.t, **values)
    return _SPACE.sub(" ", html).strip()


def sections(*parts: tuple[str, str, str]) -> str:
    """Blocks under Markdown headings, from (HTML id, heading, block), so that the table of contents shows them."""
    return "\n\n".join(f"## {inline(heading)} {{ #{anchor} }}\n\n{block}" for anchor, heading, block in parts)


@pass_context
def _text(context: Context, value: Text | str) -> str:
    """A bilingual text in the language of the page; a plain string stays as it is."""
    page: PageContext = context["page"]
    return value if isinstance(value, str) else page.text(value)


@pass_context
def _cited(context: Context, keys: Iterable[str]) -> Markup:
    """References to `keys` in brackets, each leading to its entry in the list of sources."""
    page: PageContext = context["page"]
    return citation(page.cite(keys))


def citation(citations: Iterable[Citation]) -> Markup:
    """References in brackets, for a place inside a line of Markdown or of a block."""
    links = [
        Markup('<a class="kb-cite__link"{} href="{}">{}</a>').format(
            Markup(' id="{}"').format(one.mark) if one.mark else "", one.address, inline(one.label)
        )
        for one in citations
    ]
    return Markup('<span class="kb-cite">({})</span>').format(Markup("; ").join(links))


def _localised(words: Callable[[Any, Language], str]) -> Callable[[Context, Any], str]:
    """A filter that says a value in the language of the page."""

    @pass_context
    def in_language_of_page(context: Context, value: Any) -> str:
        page: PageContext = context["page"]
        return words(value, page.language)

    return in_language_of_page


def _fill(text: str, **values: Any) -> Markup:
    """An interface string with its {placeholders} filled; what is filled in is escaped unless it is markup."""
    return escape(text).format(**values)


def _full_stop(text: str) -> str:
    """What must follow `text` for it to end like a sentence: a full stop, or nothing when it ends with a mark."""
    return "" if text.endswith((".", "?", "!")) else "."


def inline(value: str) -> Markup:
    """`value` escaped for a place inside a line of Markdown: no character in it means anything to Markdown or HTML."""
    if isinstance(value, Markup):
        return value
    return Markup(_MEANINGFUL.sub(lambda found: f"&#{ord(found[0])};", value))


def _make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: Mapping[str, Any] = {
        "text": _text,
        "fill": _fill,
        "inline": inline,
        "cited": _cited,
        "full_stop": _full_stop,
        "number": _localised(wording.number),
        "readable_date": _localised(wording.readable_date),
        "readable_partial_date": _localised(wording.readable_partial_date),
    }
    environment.filters.update(filters)
    environment.globals["tone"] = tone
    return environment


_environment = _make_environment()
