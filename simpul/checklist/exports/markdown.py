"""The list as Markdown: a task list that GitHub, wikis and note-taking programs show with boxes."""

import re
from collections.abc import Iterator

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import about, cleaned, heading, meeting_facts, title, written
from simpul.checklist.shown_list import ShownItem, ShownList, ShownSheet

# Entities and not backslashes for what begins markup: every reader of Markdown knows them.
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MEANINGFUL = re.compile(r"[\\`*_\[\]|~$]")
# What makes a line more than text where it begins with it.
_BEGINNING = re.compile(r"^([0-9]*)([-+#=:.)])", re.MULTILINE)


def markdown(shown: ShownList, kit: Kit) -> str:
    """Title, meeting, answers, and each item as a task with what was marked and written below it."""
    shown = cleaned(shown)
    blocks = [f"# {_escaped(title(shown, kit))}"]
    if facts := [_fact(name, value) for name, value in meeting_facts(shown, kit) if value]:
        blocks.append("\n".join(facts))
    if shown.answers:
        blocks.append(
            "\n".join([f"{kit.words['your_answers']}:", "", *(f"- {_escaped(one)}" for one in shown.answers)])
        )
    for sheet in shown.sheets:
        blocks += _sheet(shown, sheet, kit)
    if shown.address:
        blocks.append(f"{kit.words['open_again']}: <{_address(shown.address)}>")
    return "\n\n".join(blocks) + "\n"


def _sheet(shown: ShownList, sheet: ShownSheet, kit: Kit) -> Iterator[str]:
    if name := heading(shown, sheet):
        yield f"## {_escaped(name)}"
    yield _escaped(f"{kit.words['run_by']}: {sheet.run_by} · {sheet.mode} · {sheet.duration}")
    for part in sheet.parts:
        if part.items:
            yield f"### {_escaped(part.heading)}"
            yield "\n".join(line for item in part.items for line in _item(item, kit))
    yield _escaped(sheet.version)


def _item(item: ShownItem, kit: Kit) -> Iterator[str]:
    behind = about(item, kit)
    box = "[x]" if item.state == "done" else "[ ]"
    yield f"- {box} {_escaped(item.text)}{f' ({_escaped(behind)})' if behind else ''}"
    for name, value in written(item, kit):
        yield f"    {_fact(name, value)}"


def _fact(name: str, value: str) -> str:
    # A backslash at the end of a line keeps the line end; an empty line would end the item.
    lines = "\\\n      ".join(line for line in _escaped(value).split("\n") if line.strip(" "))
    return f"- {_escaped(name)}: {lines}"


def _escaped(text: str) -> str:
    """`text` as nothing but text."""
    lines = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], _MEANINGFUL.sub(r"\\\g<0>", text))
    return _BEGINNING.sub(r"\1\\\2", lines)


def _address(text: str) -> str:
    """An address that cannot end the brackets it stands in."""
    return text.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
