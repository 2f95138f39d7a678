"""Which rules of a stylesheet stay, and how they are written."""

import pytest

from simpul.finish import css_rules
from simpul.finish.css_rules import Names

NAMES = Names(
    elements=frozenset({"html", "body", "p", "a", "input"}),
    classes=frozenset({"card", "card__title"}),
    identifiers=frozenset({"top"}),
    values={"type": frozenset({"checkbox"}), "href": frozenset({"#"}), "data-md-color-scheme": frozenset({"default"})},
    words=frozenset({"slate", "is-open", "badge--", "steps", "nextStep", "first"}),
)


def reduced(css: str, keeps: tuple[str, ...] = ()) -> str:
    return css_rules.write(
        css_rules.parse(css), lambda selector: css_rules.can_match(selector, NAMES), keeps.__contains__
    )


@pytest.mark.parametrize(
    "selector",
    [
        ".card",
        "p.card > .card__title:hover",
        "#top",
        "*",
        ":root",
        "::backdrop",
        "a[href]",
        "[type=checkbox]:checked~p",
        '[data-md-color-scheme="slate"]',
        ".card.is-open",
        ".badge--strong",
        "p:not(.nowhere)",
        ":is(.nowhere,.card) a",
        "[aria-expanded=true]",
        "p[hidden]",
        "p:nth-child(2n)",
        "[data-steps] p",
        '[data-next-step="first"]',
    ],
)
def test_a_selector_that_may_match_stays(selector: str) -> None:
    assert reduced(f"{selector}{{color:red}}").endswith("{color:red}")


@pytest.mark.parametrize(
    "selector",
    [
        ".nowhere",
        "p .nowhere",
        "video",
        "#bottom",
        "[dir=rtl] .card",
        "[type=radio]",
        "[data-next]",
        ":is(.nowhere,video) a",
    ],
)
def test_a_selector_that_needs_a_name_which_occurs_nowhere_goes(selector: str) -> None:
    assert reduced(f"{selector}{{color:red}}") == ""


def test_of_a_list_of_selectors_only_the_dead_ones_go() -> None:
    assert reduced(".card, .nowhere, p { color: red }") == ".card,p{color:red}"


def test_an_at_rule_without_living_rules_goes_and_others_keep_their_condition() -> None:
    css = "@media print { .nowhere { color: red } } @media (min-width: 45em) { .card { color: red } }"
    assert reduced(css) == "@media (min-width: 45em){.card{color:red}}"


def test_custom_properties_and_keyframes_stay_only_when_they_are_kept() -> None:
    css = ":root { --used: 1px; --unused: 2px } @keyframes turn { from { top: 0 } } @keyframes idle { to { top: 0 } }"
    assert reduced(css, ("--used", "turn")) == ":root{--used:1px}@keyframes turn{from{top:0}}"


def test_references_are_found_through_other_properties_and_animations() -> None:
    css = ":root { --a: var(--b); --b: 1px; --c: 2px } .card { margin: calc(var(--a) * 2); animation: turn 1s }"
    found = css_rules.variables_in(css_rules.parse(css), lambda _: True)
    assert {"--a", "turn"} <= found[""]
    assert found["--a"] == {"--b"}
    assert "--c" not in found[""]


def test_nested_rules_importance_and_strings_survive() -> None:
    css = '.card { color: red !important; &:hover { content: "a, b" } .nowhere { top: 0 } }'
    assert reduced(css) == '.card{color:red!important;&:hover{content:"a, b"}}'


def test_writing_what_was_written_changes_nothing() -> None:
    css = "@charset 'UTF-8'; /* c */ .card , p > a{ margin : 0 1px , 2px ; } @supports (display: grid) { p { top: 0 } }"
    once = reduced(css)
    assert reduced(once) == once
