"""The rule by which an item is chosen, in named cases. `tests/parity` compares it with JavaScript exhaustively."""

from datetime import date
from typing import Any

import pytest

from simpul.model.checklist import Item
from simpul.selection import applies, block_of, select


def item(slug: str, **facets: Any) -> Item:
    both = {"id": "x", "en": "x"}
    return Item.model_validate(
        {
            "(slug)": slug,
            "text": both,
            "why": both,
            "lead_role": "leader",
            "priority": "must",
            "ask": both,
            "guide": "guides/x",
            "evidence": "study",
            "added": "2026-11-21",
            "reviewed": "2026-11-21",
            **facets,
        }
    )


@pytest.mark.parametrize(
    ("applies_to", "except_for", "answers", "expected"),
    [
        pytest.param({}, {}, {}, True, id="an item without facets applies to everyone"),
        pytest.param({}, {}, {"form": ["a"]}, True, id="an answer does not exclude an item without facets"),
        pytest.param({"form": ["a", "b"]}, {}, {"form": ["b"]}, True, id="within a facet one value is enough"),
        pytest.param({"form": ["a"]}, {}, {"form": ["b"]}, False, id="another value excludes"),
        pytest.param({"form": ["a"]}, {}, {}, False, id="an unanswered facet excludes the items that name it"),
        pytest.param({"form": ["a"]}, {}, {"form": []}, False, id="an empty answer is no answer"),
        pytest.param({"form": ["a"], "role": ["r"]}, {}, {"form": ["a"]}, False, id="every facet must fit"),
        pytest.param({"form": ["a"], "role": ["r"]}, {}, {"form": ["a"], "role": ["r"]}, True, id="both facets fit"),
        pytest.param({}, {"form": ["a"]}, {"form": ["a"]}, False, id="an exception takes the item out"),
        pytest.param({}, {"form": ["a"]}, {}, True, id="an exception needs an answer"),
        pytest.param({"form": ["a"]}, {"role": ["r"]}, {"form": ["a"], "role": ["r", "s"]}, False, id="exception wins"),
    ],
)
def test_an_item_applies_when_every_facet_fits_and_no_exception_matches(
    applies_to: Any, except_for: Any, answers: Any, expected: bool
) -> None:
    assert applies(applies_to, except_for, answers) is expected


def test_items_of_a_condition_stand_in_a_block_of_their_own() -> None:
    items = [item("general"), item("money", applies_to={"condition": ["public-money"]}), item("last")]
    selection = select(items, {"condition": ["public-money"]})
    assert [one.slug for one in selection.core] == ["general", "last"]
    assert {name: [one.slug for one in block] for name, block in selection.blocks.items()} == {
        "public-money": ["money"]
    }
    assert [one.slug for one in selection.items] == ["general", "last", "money"]


def test_an_item_for_several_conditions_stands_under_the_first() -> None:
    assert block_of(item("data", applies_to={"condition": ["personal-data", "emergency"]})) == "personal-data"


def test_what_is_left_out_names_the_facets_that_would_have_to_change() -> None:
    one = item("one", applies_to={"form": ["a"], "role": ["r"]}, except_for={"condition": ["emergency"]})
    selection = select([one], {"role": ["r"], "condition": ["emergency"]})
    (left_out,) = selection.left_out
    assert (left_out.wanted, left_out.refused) == ({"form": ("a",)}, {"condition": ("emergency",)})


def test_a_retired_item_is_neither_shown_nor_left_out() -> None:
    selection = select([item("old", retired=date(2026, 1, 1))], {})
    assert (selection.items, selection.left_out) == ((), ())
