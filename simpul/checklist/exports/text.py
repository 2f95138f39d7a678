"""The list as a message: what fits into a chat, and can be read there."""

from collections.abc import Iterator

from simpul.checklist.exports.kit import Kit
from simpul.checklist.exports.plain import cleaned, heading, meeting_facts, readable_date, state, title
from simpul.checklist.shown_list import ShownItem, ShownList, ShownSheet

_MARKS = {"partly": "[~]", "done": "[x]", "not-applicable": "[-]"}


def text(shown: ShownList, kit: Kit, most: int | None = None) -> str:
    """Title, items with their marks, owners and due dates, and the address; ends with a newline.

    With `most`, only so many items, and how many more there are.
    """
    shown = cleaned(shown)
    count = sum(len(part.items) for sheet in shown.sheets for part in sheet.parts)
    left = count if most is None else most
    facts = " · ".join(value for _, value in meeting_facts(shown, kit) if value)
    blocks = ["\n".join(line for line in (title(shown, kit), facts) if line)]
    for sheet in shown.sheets:
        lines = list(_sheet(sheet, kit, left))
        left -= min(left, sum(len(part.items) for part in sheet.parts))
        if lines:
            name = heading(shown, sheet)
            blocks.append("\n".join([name, *lines] if name else lines))
    if most is not None and count > most:
        blocks.append(kit.words["more_items"].replace("{count}", str(count - most)))
    if shown.address:
        blocks.append(f"{kit.words['open_again']}: {shown.address}")
    return "\n\n".join(blocks) + "\n"


def _sheet(sheet: ShownSheet, kit: Kit, most: int) -> Iterator[str]:
    for number, part in enumerate(sheet.parts):
        items = part.items[:most]
        most -= len(items)
        # What follows is the core unless a heading says otherwise.
        if items and number > 0:
            yield f"\n{part.heading}"
        for item in items:
            yield from _item(item, kit)


def _item(item: ShownItem, kit: Kit) -> Iterator[str]:
    priority = f" ({item.priority})" if item.priority else ""
    yield f"{_MARKS.get(item.state, '[ ]')} {item.text}{priority}"
    facts = [
        state(item, kit),
        f"{kit.words['owner']}: {item.owner}" if item.owner else "",
        f"{kit.words['due']}: {readable_date(item.due, kit)}" if item.due else "",
    ]
    if any(facts):
        yield "    " + " · ".join(fact for fact in facts if fact)
