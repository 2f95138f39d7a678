"""Pause points and items: what they name, how long they are, and how many apply to each reachable answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product

from simpul.checks.references import (
    Reference,
    each,
    unknown,
    unknown_address,
    unknown_cases,
    unknown_terms,
)
from simpul.knowledge import Knowledge
from simpul.messages import LANGUAGE_NAMES, suggestion
from simpul.model.checklist import Item, PausePoint, Question
from simpul.problem import Problem
from simpul.selection import CONDITION, applies, block_of
from simpul.source import Loc
from simpul.text import LANGUAGES

# A rule of thumb for what a team confirms in 60 to 90 seconds.
CORE_LEAST, CORE_MOST = 5, 9
BLOCK_MOST = 4
WORDS_MOST = 15


def _path(point: PausePoint) -> str:
    return f"checklists/{point.slug}.yml"


def _items(knowledge: Knowledge) -> Iterator[tuple[PausePoint, Item, Loc]]:
    for point in knowledge.pause_points.values():
        for slug, item in point.items.items():
            yield point, item, ("items", slug)


def _asked(knowledge: Knowledge) -> list[str]:
    """The facets an item can depend on: the question of the pause point chooses a list, not an item."""
    return [facet for facet in knowledge.questions if facet != "pause_point"]


def check_item_terms_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Roles, priorities, phases and kinds of evidence are terms of the vocabulary."""
    for point in knowledge.pause_points.values():
        yield from unknown_terms(knowledge, _path(point), "phase", [(("phase",), point.phase)])
    for point, item, loc in _items(knowledge):
        roles: list[Reference] = [((*loc, "lead_role"), item.lead_role)]
        roles += each((*loc, "support_roles"), item.support_roles)
        yield from unknown_terms(knowledge, _path(point), "role", roles)
        yield from unknown_terms(knowledge, _path(point), "priority", [((*loc, "priority"), item.priority)])
        evidence: list[Reference] = [((*loc, "evidence"), item.evidence)]
        yield from unknown_terms(knowledge, _path(point), "item_evidence", evidence)


def check_facets_of_items_are_asked(knowledge: Knowledge) -> Iterator[Problem]:
    """`applies_to` and `except_for` name questions of the generator, and terms of their facets."""
    asked = _asked(knowledge)
    for point, item, loc in _items(knowledge):
        for key, facets in (("applies_to", item.applies_to), ("except_for", item.except_for)):
            for facet, values in facets.items():
                place = (*loc, key, facet)
                if facet not in asked:
                    hints = suggestion(facet, asked)
                    yield knowledge.problem(_path(point), place, "unknown-facet", found=facet, **hints)
                else:
                    yield from unknown_terms(knowledge, _path(point), facet, each(place, values))


def check_item_references_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """Guides, cases, regulations and works an item names exist, and each item has one of the last two."""
    for point in knowledge.pause_points.values():
        yield from unknown_address(knowledge, _path(point), ("guide",), point.guide)
        works = each(("sources",), point.sources)
        yield from unknown(knowledge, _path(point), "unknown-source", knowledge.works, works)
    for point, item, loc in _items(knowledge):
        path = _path(point)
        yield from unknown_address(knowledge, path, (*loc, "guide"), item.guide)
        yield from unknown_cases(knowledge, path, each((*loc, "cases"), item.cases))
        rules = each((*loc, "regulations"), item.regulations)
        yield from unknown(knowledge, path, "unknown-regulation", knowledge.regulations, rules)
        works = each((*loc, "sources"), item.sources)
        yield from unknown(knowledge, path, "unknown-source", knowledge.works, works)
        if not item.sources and not item.regulations:
            yield knowledge.problem(path, loc, "item-without-source", found=item.slug)


def check_item_texts_are_short(knowledge: Knowledge) -> Iterator[Problem]:
    """An item is read aloud in one breath: at most 15 words in each language."""
    for point, item, loc in _items(knowledge):
        for language in LANGUAGES:
            count = len(item.text.in_language(language).split())
            if count > WORDS_MOST:
                indonesian, english = LANGUAGE_NAMES[language]
                values = {"language_id": indonesian, "language_en": english, "limit": WORDS_MOST}
                place = (*loc, "text", language)
                yield knowledge.problem(_path(point), place, "item-too-long", count=count, **values)


def check_item_slugs_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """A slug or alias names one item in the whole project, so that saved lists and links stay true."""
    seen: dict[str, str] = {}
    for point, item, loc in _items(knowledge):
        places = [(loc, item.slug), *each((*loc, "aliases"), item.aliases)]
        for place, slug in places:
            if slug in seen:
                first = seen[str(slug)]
                yield knowledge.problem(_path(point), place, "duplicate-item", found=slug, first=first)
            else:
                seen[str(slug)] = _path(point)


def check_every_item_can_be_selected(knowledge: Knowledge) -> Iterator[Problem]:
    """For every item there is an answer that shows it."""
    for point, item, loc in _items(knowledge):
        answers = [dict(zip(item.applies_to, values, strict=True)) for values in product(*item.applies_to.values())]
        shown = any(applies(item.applies_to, item.except_for, {f: (v,) for f, v in a.items()}) for a in answers)
        if item.retired is None and not shown:
            yield knowledge.problem(_path(point), loc, "item-never-selected", found=item.slug)


def check_lists_keep_their_bounds(knowledge: Knowledge) -> Iterator[Problem]:
    """For every reachable answer the core has 5 to 9 items and each condition adds at most 4."""
    for point in knowledge.pause_points.values():
        live = [item for item in point.items.values() if item.retired is None]
        core = [item for item in live if block_of(item) is None]
        shortest, longest = _extremes(core, knowledge)
        for count, answers in {shortest, longest}:
            if not CORE_LEAST <= count <= CORE_MOST:
                values = {"count": count, "answers": answers, "least": CORE_LEAST, "most": CORE_MOST}
                yield knowledge.problem(_path(point), ("items",), "core-out-of-bounds", **values)
        for condition in knowledge.terms(CONDITION):
            block = [item for item in live if block_of(item) == condition]
            count, answers = _extremes(block, knowledge)[1]
            if count > BLOCK_MOST:
                values = {"condition": condition, "count": count, "answers": answers, "most": BLOCK_MOST}
                loc = ("items", block[0].slug)
                yield knowledge.problem(_path(point), loc, "block-too-long", **values)


def _extremes(items: Sequence[Item], knowledge: Knowledge) -> tuple[tuple[int, str], tuple[int, str]]:
    """The fewest and the most of `items` that any reachable answer selects, each with that answer in words.

    Exact, not sampled: an answer no item names acts like no answer, so only named values are combined. The items
    that survive one facet's answer are kept as the bits of an integer, so that a combination is one `&`.
    """
    facets = _asked(knowledge)
    choices = [_choices(facet, knowledge.questions[facet], items, knowledge) for facet in facets]
    fewest, most = (len(items) + 1, ""), (-1, "")
    for combination in product(*(choice.items() for choice in choices)):
        bits = (1 << len(items)) - 1
        for _, survivors in combination:
            bits &= survivors
        count = bits.bit_count()
        if count < fewest[0] or count > most[0]:
            named = zip(facets, combination, strict=True)
            words = ", ".join(f"{facet}={'+'.join(values)}" for facet, (values, _) in named if values) or "-"
            fewest = min(fewest, (count, words), key=lambda pair: pair[0])
            most = max(most, (count, words), key=lambda pair: pair[0])
    return fewest, most


def _choices(
    facet: str, question: Question, items: Sequence[Item], knowledge: Knowledge
) -> Mapping[tuple[str, ...], int]:
    """Every answer to one question that makes a difference to `items`, with the bits of the items that survive it."""
    named = sorted({v for item in items for rule in (item.applies_to, item.except_for) for v in rule.get(facet, ())})
    answers: Iterable[tuple[str, ...]]
    if question.multiple:
        answers = chain.from_iterable(combinations(named, size) for size in range(len(named) + 1))
    else:
        answers = [(), *((value,) for value in named)]
    if question.all_of_them is not None:
        answers = [*answers, tuple(knowledge.terms(facet))]
    return {
        answer: sum(_survives(item, facet, answer) << number for number, item in enumerate(items)) for answer in answers
    }


def _survives(item: Item, facet: str, answer: tuple[str, ...]) -> bool:
    """True when this one facet does not exclude the item. The condition of a block is taken as met."""
    wanted = {facet: item.applies_to[facet]} if facet in item.applies_to and facet != CONDITION else {}
    refused = {facet: item.except_for[facet]} if facet in item.except_for else {}
    return applies(wanted, refused, {facet: answer})
