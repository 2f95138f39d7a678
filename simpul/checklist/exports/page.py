"""The list as one HTML file that needs nothing else: no script, no address to load from, a few styles of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import NOTHING_MARKED, about, cleaned, heading, meeting_facts, state, title, written
from simpul.checklist.shown_list import ShownItem, ShownList, ShownSheet

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
# The file forbids itself everything but its own styles, whatever a text in it may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(shown: ShownList, kit: Kit) -> str:
    """The list with everything that stands behind an item, and what was left out and why."""
    shown = cleaned(shown)
    name = _escaped(title(shown, kit))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{shown.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{name} · {_escaped(kit.site)}</title>",
        f"<style>\n{kit.style}</style>",
        "</head>",
        "<body>",
        *_header(shown, kit, name),
        "<main>",
        *(line for sheet in shown.sheets for line in _sheet(shown, sheet, kit)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _header(shown: ShownList, kit: Kit, name: str) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{name}</h1>"
    yield from _facts(meeting_facts(shown, kit))
    if shown.answers:
        yield f"<p>{_escaped(kit.words['your_answers'])}:</p>"
        yield from _list(shown.answers)
    # Above the list: below it, this line would now and then take a page for itself.
    if shown.address:
        address = _escaped(shown.address)
        # An address of another kind, which only a hostile list holds, must not become a link.
        link = f'<a href="{address}">{address}</a>' if re.match("https?://", shown.address) else address
        yield f'<p class="about">{_escaped(kit.words["open_again"])}: {link}</p>'
    yield "</header>"


def _sheet(shown: ShownList, sheet: ShownSheet, kit: Kit) -> Iterator[str]:
    words = kit.words
    yield "<section>"
    # Below the title there is always a heading, so that headings never skip a level.
    yield f"<h2>{_escaped(heading(shown, sheet) or words['checklist'])}</h2>"
    yield from _facts(
        [
            (words["what_for"], sheet.purpose),
            (words["when"], sheet.when),
            (words["run_by"], sheet.run_by),
            (words["how_long"], sheet.duration),
            (words["how_to_use"], f"{sheet.mode}. {sheet.mode_help}"),
        ]
    )
    parts = [part for part in sheet.parts if part.items]
    lists = [_Lines(part.heading, "ol", [_item(item, kit) for item in part.items]) for part in parts]
    if sheet.left_out:
        texts = (f"{one.text} {one.reason}" for one in sheet.left_out)
        lists.append(_Lines(words["left_out"], "ul", [f"<li>{_escaped(text)}</li>" for text in texts]))
    for one in lists[:-1]:
        yield from one.whole()
    yield from (lists[-1].all_but_last() if lists else ())
    # On paper the places to sign stay with the last line: alone on a page they would vouch for nothing.
    yield '<div class="end">'
    yield from (lists[-1].last() if lists else ())
    for name in sheet.signatories:
        yield f'<p class="sign">{_escaped(name)}<br>{_escaped(words["signature"])}</p>'
    yield f'<p class="about">{_escaped(kit.site)} · {_escaped(sheet.version)}</p>'
    yield "</div>"
    yield "</section>"


@dataclass(frozen=True)
class _Lines:
    """A heading and the lines of the list below it, which can be written in two pieces."""

    heading: str
    kind: str
    lines: list[str]

    def whole(self) -> Iterator[str]:
        yield f"<h3>{_escaped(self.heading)}</h3>"
        yield from (f"<{self.kind}>", *self.lines, f"</{self.kind}>")

    def all_but_last(self) -> Iterator[str]:
        """Nothing when there is one line only: its heading must not stay behind."""
        if len(self.lines) > 1:
            yield from _Lines(self.heading, self.kind, self.lines[:-1]).whole()

    def last(self) -> Iterator[str]:
        if len(self.lines) == 1:
            yield from self.whole()
            return
        start = f' start="{len(self.lines)}"' if self.kind == "ol" else ""
        yield from (f"<{self.kind}{start}>", self.lines[-1], f"</{self.kind}>")


def _item(item: ShownItem, kit: Kit) -> str:
    return "\n".join(_item_lines(item, kit))


def _item_lines(item: ShownItem, kit: Kit) -> Iterator[str]:
    words = kit.words
    yield "<li>"
    yield f'<p class="text">{_escaped(item.text)}</p>'
    if behind := about(item, kit):
        yield f'<p class="about">{_escaped(behind)}</p>'
    yield f'<p class="state">{_escaped(state(item, kit) or NOTHING_MARKED)}</p>'
    yield from _facts((name, value) for name, value in written(item, kit) if name != words["state"])
    reasons = [
        (words["why"], item.why),
        (words["exception"], item.exception),
        (words["lead_role"], item.lead_role),
        (words["ask"], item.ask),
    ]
    if any(value for _, value in reasons):
        yield from ('<div class="behind">', *_facts(reasons), "</div>")
    yield "</li>"


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The facts that are not empty."""
    lines = [f"<div><dt>{_escaped(name)}</dt><dd>{_escaped(value)}</dd></div>" for name, value in facts if value]
    if lines:
        yield from ("<dl>", *lines, "</dl>")


def _list(texts: Iterable[str]) -> Iterator[str]:
    yield from ("<ul>", *(f"<li>{_escaped(text)}</li>" for text in texts), "</ul>")


def _escaped(text: str) -> str:
    return re.sub("[&<>\"']", lambda found: _ENTITIES[found[0]], text)
