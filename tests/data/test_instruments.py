"""The instrument chooser on named examples: which documents, in which order, and which form of collaboration."""

import pytest

from simpul.instruments import documents_for, form_for, in_order, paths
from simpul.knowledge import Knowledge
from simpul.model.instruments import STEPS
from simpul.selection import Answers

# What is asked -> answers, documents in order, form of collaboration.
EXAMPLES: dict[str, tuple[Answers, tuple[str, ...], str | None]] = {
    "two regencies that have said nothing else": (
        {"parties": ["region-region"]},
        ("joint-accord", "regional-agreement"),
        "regional-cooperation",
    ),
    "two regencies that share a landfill not in the budget": (
        {"parties": ["region-region"], "money": ["not-budgeted"]},
        ("dprd-approval", "joint-accord", "regional-agreement"),
        "regional-cooperation",
    ),
    "a regency and a university without money": (
        {"parties": ["region-university"], "money": ["none"], "data": ["none"], "foreign": ["none"]},
        ("joint-accord", "regional-agreement"),
        "region-third-party",
    ),
    "a regency and a company without money": (
        {"parties": ["region-business"], "money": ["none"]},
        ("joint-accord", "regional-agreement"),
        "region-third-party",
    ),
    "a regency and a company with money in the budget": (
        {"parties": ["region-business"], "money": ["budgeted"], "framework": ["exists"]},
        ("regional-agreement",),
        "region-third-party",
    ),
    "a regency that buys from a company": (
        {"parties": ["region-business"], "money": ["purchase"]},
        ("procurement",),
        "region-third-party",
    ),
    "a regency that has a civil-society organisation do the work": (
        {"parties": ["region-civil-society"], "money": ["purchase"]},
        ("self-management",),
        "region-third-party",
    ),
    "a city and a company that builds a waterworks": (
        {"parties": ["region-business"], "money": ["infrastructure"]},
        ("kpbu",),
        "public-private-partnership",
    ),
    "two ministries": (
        {"parties": ["ministry-ministry"]},
        ("mou", "agreement"),
        "ministry-cooperation",
    ),
    "two ministries with a memorandum in force": (
        {"parties": ["ministry-ministry"], "framework": ["exists"]},
        ("agreement",),
        "ministry-cooperation",
    ),
    "a ministry and a province that align their plans": (
        {"parties": ["centre-region"], "money": ["budgeted"]},
        ("accord-with-action-plan",),
        "central-regional",
    ),
    "offices of one regency": (
        {"parties": ["same-government"], "money": ["none"]},
        ("decree",),
        "cross-agency-team",
    ),
    "offices of one regency under a national programme": (
        {"parties": ["same-government"], "condition": ["national-programme"]},
        ("regulation", "decree"),
        "cross-agency-team",
    ),
    "a regency and a foreign NGO": (
        {"parties": ["region-civil-society"], "foreign": ["foreign"]},
        ("foreign-consultation", "foreign-document"),
        "foreign-cooperation",
    ),
    "sister cities": (
        {"parties": ["region-region"], "foreign": ["foreign"], "money": ["none"]},
        ("foreign-consultation", "dprd-approval-abroad", "foreign-document"),
        "foreign-cooperation",
    ),
    "two regencies that share personal data": (
        {"parties": ["region-region"], "data": ["personal"]},
        ("joint-accord", "regional-agreement", "data-sharing", "personal-data-roles"),
        "regional-cooperation",
    ),
    "two ministries that share data without people in them": (
        {"parties": ["ministry-ministry"], "data": ["not-personal"]},
        ("mou", "agreement", "data-sharing"),
        "ministry-cooperation",
    ),
    "a company that helps in a disaster": (
        {"parties": ["region-business"], "condition": ["emergency"], "framework": ["exists"]},
        ("regional-agreement", "emergency-report"),
        "region-third-party",
    ),
    "two regencies that help each other in a disaster": (
        {"parties": ["region-region"], "condition": ["emergency"]},
        ("joint-accord", "regional-agreement"),
        "regional-cooperation",
    ),
    "many parties that join a service through an application": (
        {"parties": ["many"], "condition": ["public-service", "shared-application"]},
        ("partnership-document", "agreement", "service-standard", "shared-application"),
        "multi-stakeholder",
    ),
    "two villages of one regency": ({"parties": ["village-village"]}, ("village-joint-regulation",), None),
    "a village and a company": ({"parties": ["village-partner"]}, ("village-joint-agreement",), None),
    "two villages of different regencies": ({"parties": ["village-elsewhere"]}, (), None),
    "nothing answered": ({}, (), None),
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_leads_to_its_documents_in_order(knowledge: Knowledge, example: str) -> None:
    answers, documents, form = EXAMPLES[example]
    for question, chosen in answers.items():
        assert set(chosen) <= set(knowledge.instruments.questions[question].choices)
    assert tuple(one.slug for one in documents_for(knowledge.instruments, answers)) == documents
    assert form_for(knowledge.instruments, answers) == form


def test_an_answer_that_does_not_exist_leads_nowhere(knowledge: Knowledge) -> None:
    assert documents_for(knowledge.instruments, {"parties": ["__proto__"], "toString": ["x"]}) == ()


def test_what_comes_first_stands_first_whatever_the_order_of_the_file(knowledge: Knowledge) -> None:
    steps = [STEPS.index(document.step) for document in in_order(knowledge.instruments)]
    assert steps == sorted(steps)
    assert len(steps) == len(knowledge.instruments.documents)


def test_the_table_has_a_row_for_everybody_and_says_whom_to_ask_where_it_has_no_document(knowledge: Knowledge) -> None:
    rows = {path.choice.slug: path for path in paths(knowledge.instruments)}
    assert list(rows) == list(knowledge.instruments.questions["parties"].choices)
    assert [document.slug for document in rows["region-region"].then] == ["regional-agreement"]
    for path in rows.values():
        assert path.first or path.choice.ask


def test_framework_documents_are_not_offered_where_one_is_in_force(knowledge: Knowledge) -> None:
    for parties in knowledge.instruments.questions["parties"].choices:
        answers = {"parties": [parties], "framework": ["exists"]}
        offered = {document.slug for document in documents_for(knowledge.instruments, answers)}
        assert offered.isdisjoint({"mou", "joint-accord", "accord-with-action-plan", "foreign-document"})


def test_only_documents_that_bind_say_that_they_can_carry_a_budget(knowledge: Knowledge) -> None:
    carrying = {document.instrument for document in in_order(knowledge.instruments) if document.budget == "yes"}
    assert carrying == {"cooperation-agreement", "contract"}
