"""THE checklist rule. Python and JavaScript each hold it in one line; tests compare them exhaustively.

An item applies when, for every facet it names in `applies_to`, one of the reader's answers is in the list,
and no `except_for` facet matches. A facet the reader has not answered excludes the items that name it in
`applies_to`; they stand in the panel "left out, and why". Skipping every question gives the general list.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from simpul.model.checklist import Item

Answers = Mapping[str, Collection[str]]
FacetValues = Mapping[str, Collection[str]]

# Items that name this facet in `applies_to` form the short extra blocks; all others are the core.
CONDITION = "condition"


def applies(applies_to: FacetValues, except_for: FacetValues, answers: Answers) -> bool:
    """True when an item with these facets fits the answers."""
    return all(_matches(facet, values, answers) for facet, values in applies_to.items()) and not any(
        _matches(facet, values, answers) for facet, values in except_for.items()
    )


def _matches(facet: str, values: Collection[str], answers: Answers) -> bool:
    return not set(values).isdisjoint(answers.get(facet, ()))


@dataclass(frozen=True)
class LeftOut:
    """An item that does not apply, and the facets that would have to be answered otherwise.

    `wanted` are the facets of `applies_to` that no answer matched; `refused` those of `except_for` that one did.
    """

    item: Item
    wanted: FacetValues
    refused: FacetValues


@dataclass(frozen=True)
class Selection:
    """What applies, in order: the core, then one block per condition; and what was left out, and why."""

    core: tuple[Item, ...]
    blocks: Mapping[str, tuple[Item, ...]]
    left_out: tuple[LeftOut, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every selected item in the order it is shown."""
        return (*self.core, *(item for block in self.blocks.values() for item in block))


def block_of(item: Item) -> str | None:
    """The condition under whose heading the item stands, or None for the core."""
    conditions = item.applies_to.get(CONDITION)
    return conditions[0] if conditions else None


def select(items: Iterable[Item], answers: Answers) -> Selection:
    """The items that apply to `answers`, and those left out. Retired items are in neither."""
    core: list[Item] = []
    blocks: dict[str, list[Item]] = {}
    left_out: list[LeftOut] = []
    for item in items:
        if item.retired is not None:
            continue
        if not applies(item.applies_to, item.except_for, answers):
            left_out.append(_reasons(item, answers))
        elif (condition := block_of(item)) is None:
            core.append(item)
        else:
            blocks.setdefault(condition, []).append(item)
    return Selection(tuple(core), {name: tuple(block) for name, block in blocks.items()}, tuple(left_out))


def _reasons(item: Item, answers: Answers) -> LeftOut:
    wanted = {f: v for f, v in item.applies_to.items() if not _matches(f, v, answers)}
    refused = {f: v for f, v in item.except_for.items() if _matches(f, v, answers)}
    return LeftOut(item, wanted, refused)
