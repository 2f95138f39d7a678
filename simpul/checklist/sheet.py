"""A pause point's list made ready to be shown: every string prepared, nothing left to decide for page or script.

The page holds all items with the reasons for which each may be left out; the script only shows and hides them.
The command prints the same strings.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from simpul.checklist.wording import Wording, capitalised, inside_sentence
from simpul.knowledge import Knowledge
from simpul.model.checklist import Item, PausePoint
from simpul.selection import CONDITION, LeftOut, block_of
from simpul.text import Language


@dataclass(frozen=True)
class Reason:
    """Why an item may be left out, in words, because of one facet.

    `unanswered` and `otherwise` end the sentence of a facet the item wants; a facet that excludes needs no ending.
    """

    facet: str
    text: str
    unanswered: str = ""
    otherwise: str = ""


@dataclass(frozen=True)
class SheetItem:
    """An item in one language."""

    item: Item
    text: str
    priority: str
    priority_rank: int
    # For whom the item is meant and not meant, or None when its heading says it all.
    scope: str | None
    wanted: tuple[Reason, ...]
    refused: tuple[Reason, ...]

    @property
    def slug(self) -> str:
        """The identity of the item, which saved progress refers to."""
        return self.item.slug

    def reason_left_out(self, left_out: LeftOut, answers: Mapping[str, object]) -> str:
        """The sentences of the panel "left out, and why" for these answers."""
        sentences = [
            f"{reason.text}; {reason.otherwise if answers.get(reason.facet) else reason.unanswered}."
            for reason in self.wanted
            if reason.facet in left_out.wanted
        ]
        sentences += [f"{reason.text}." for reason in self.refused if reason.facet in left_out.refused]
        return " ".join(sentences)


@dataclass(frozen=True)
class SheetBlock:
    """The items of one special condition under their heading."""

    condition: str
    heading: str
    items: tuple[SheetItem, ...]


@dataclass(frozen=True)
class Sheet:
    """A pause point in one language with all its items in order: `core`, then one block per condition.

    `reviewed` is the date of the last review of any item; `mark` differs whenever anything in the list differs;
    `version` is the line that says both.
    `general` are the items of the core that everybody gets, `particular` those that name a form, partner or role.
    """

    point: PausePoint
    title: str
    short_title: str
    purpose: str
    when: str
    run_by: str
    mode: str
    mode_help: str
    duration: str
    reviewed: date
    mark: str
    version: str
    signatories: tuple[str, ...]
    core: tuple[SheetItem, ...]
    blocks: tuple[SheetBlock, ...]

    @property
    def slug(self) -> str:
        """The identity of the pause point."""
        return self.point.slug

    @property
    def general(self) -> tuple[SheetItem, ...]:
        """The items of the core that apply when no question is answered."""
        return tuple(item for item in self.core if not item.item.applies_to)

    @property
    def particular(self) -> tuple[SheetItem, ...]:
        """The items of the core that apply to some forms, partners or roles only."""
        return tuple(item for item in self.core if item.item.applies_to)

    @property
    def items(self) -> tuple[SheetItem, ...]:
        """Every item in the order it is shown."""
        return (*self.core, *(item for block in self.blocks for item in block.items))


def prepare_sheet(knowledge: Knowledge, point: PausePoint, language: Language) -> Sheet:
    """The sheet of `point`. Retired items are not in it; blocks stand in the order of their first items."""
    words = Wording(knowledge, language)
    reviewed = max(max(item.added, item.reviewed, item.retired or item.added) for item in point.items.values())
    mark = sha256(point.model_dump_json().encode()).hexdigest()[:6]
    core: list[SheetItem] = []
    blocks: dict[str, list[SheetItem]] = {}
    for item in point.items.values():
        if item.retired is not None:
            continue
        prepared = _prepare_item(words, item)
        if (condition := block_of(item)) is None:
            core.append(prepared)
        else:
            blocks.setdefault(condition, []).append(prepared)
    return Sheet(
        point=point,
        title=point.title.in_language(language),
        short_title=point.short_title.in_language(language),
        purpose=point.purpose.in_language(language),
        when=point.when.in_language(language),
        run_by=point.run_by.in_language(language),
        mode=words.label("mode", point.mode),
        mode_help=words.description("mode", point.mode),
        duration=point.duration.in_language(language),
        reviewed=reviewed,
        mark=mark,
        version=words.say("data_version", date=reviewed.isoformat(), mark=mark),
        signatories=_signatories(words, point),
        core=tuple(core),
        blocks=tuple(SheetBlock(name, condition_heading(words, name), tuple(block)) for name, block in blocks.items()),
    )


def condition_heading(words: Wording, condition: str) -> str:
    """The heading over the items of a condition: "Bila memakai data pribadi"."""
    return words.say("when_condition", condition=inside_sentence(words.label(CONDITION, condition)))


def _signatories(words: Wording, point: PausePoint) -> tuple[str, ...]:
    if point.sign_off:
        return tuple(label.in_language(words.language) for label in point.sign_off)
    return (words.say("sign_off_chair"), words.say("sign_off_secretary"))


def _prepare_item(words: Wording, item: Item) -> SheetItem:
    priorities = list(words.knowledge.terms("priority"))
    return SheetItem(
        item=item,
        text=item.text.in_language(words.language),
        priority=words.label("priority", item.priority),
        priority_rank=priorities.index(item.priority) if item.priority in priorities else len(priorities),
        scope=_scope(words, item),
        wanted=tuple(_wanted(words, facet, values) for facet, values in item.applies_to.items()),
        refused=tuple(_refused(words, facet, values) for facet, values in item.except_for.items()),
    )


def _scope(words: Wording, item: Item) -> str | None:
    """The whole rule of the item in words, less what its heading already says: "Hanya untuk …; tidak untuk …"."""
    in_heading = {CONDITION} if len(item.applies_to.get(CONDITION, ())) == 1 else set()
    parts = [_only(words, f, v) for f, v in item.applies_to.items() if f not in in_heading]
    parts += [_except(words, f, v) for f, v in item.except_for.items()]
    if not parts:
        return None
    return capitalised("; ".join(parts))


def _wanted(words: Wording, facet: str, values: Collection[str]) -> Reason:
    text = capitalised(_only(words, facet, values))
    if facet == CONDITION:
        not_chosen = words.say("condition_not_chosen")
        return Reason(facet, text, unanswered=not_chosen, otherwise=not_chosen)
    return Reason(facet, text, unanswered=words.say("not_answered"), otherwise=words.say("answered_otherwise"))


def _refused(words: Wording, facet: str, values: Collection[str]) -> Reason:
    return Reason(facet, capitalised(words.say("chosen_by_you", reason=_except(words, facet, values))))


def _only(words: Wording, facet: str, values: Collection[str]) -> str:
    key = "only_when" if facet == CONDITION else "only_for"
    return words.say(key, facet=words.facet(facet), values=_listed(words, facet, values))


def _except(words: Wording, facet: str, values: Collection[str]) -> str:
    key = "not_when" if facet == CONDITION else "not_for"
    return words.say(key, facet=words.facet(facet), values=_listed(words, facet, values))


def _listed(words: Wording, facet: str, values: Collection[str]) -> str:
    labels = [words.label(facet, value) for value in values]
    return words.any_of(inside_sentence(label) for label in labels)
