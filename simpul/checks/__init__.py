"""Every check on the knowledge as a whole. A check is a function `check_<the truth it defends>`."""

from collections.abc import Callable, Iterable, Mapping

from simpul.checks import (
    avoided_words,
    cases,
    checklists,
    crosslinks,
    glossary,
    instruments,
    literature,
    pages,
    regulations,
    self_check,
    templates,
    wording,
)
from simpul.knowledge import Knowledge
from simpul.messages import WORDING
from simpul.problem import Problem

Check = Callable[[Knowledge], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    cases.check_case_terms_exist,
    cases.check_case_places_exist,
    cases.check_case_sources_exist,
    cases.check_case_sources_are_used,
    cases.check_cases_state_their_cautions,
    cases.check_cases_join_institutions,
    cases.check_cases_are_bounded_in_time,
    cases.check_cases_were_verified,
    cases.check_every_case_has_its_pages,
    cases.check_stories_bear_the_title_of_their_case,
    crosslinks.check_stories_show_every_part_of_their_case,
    crosslinks.check_pages_about_a_facet_show_its_cases,
    crosslinks.check_pages_lead_to_a_case_and_a_list,
    checklists.check_item_terms_exist,
    checklists.check_facets_of_items_are_asked,
    checklists.check_item_references_exist,
    checklists.check_item_texts_are_short,
    checklists.check_item_slugs_are_unique,
    checklists.check_every_item_can_be_selected,
    checklists.check_lists_keep_their_bounds,
    literature.check_kinds_of_works_exist,
    literature.check_claims_are_grounded,
    literature.check_works_are_used,
    glossary.check_glossary_references_exist,
    glossary.check_names_lead_to_one_term,
    glossary.check_ordinary_words_are_names_of_their_term,
    self_check.check_statements_name_what_exists,
    self_check.check_the_self_check_is_short,
    instruments.check_rules_of_documents_name_answers,
    instruments.check_document_references_exist,
    instruments.check_documents_have_a_basis,
    instruments.check_every_document_can_be_shown,
    instruments.check_every_answer_leads_on,
    regulations.check_topics_of_regulations_exist,
    regulations.check_regulations_are_used,
    templates.check_template_references_exist,
    templates.check_every_template_is_shown,
    templates.check_pages_of_templates_have_data,
    pages.check_pages_have_twins,
    pages.check_headings_are_anchored,
    pages.check_headings_of_twins_agree,
    pages.check_macros_of_twins_agree,
    pages.check_macros_name_what_exists,
    pages.check_pages_list_what_they_cite,
    pages.check_front_matter_names_what_exists,
    pages.check_links_stay_in_their_language,
    pages.check_pages_are_short,
    wording.check_placeholders_of_strings_agree,
    wording.check_strings_hold_no_markup,
    wording.check_strings_and_templates_agree,
    avoided_words.check_avoided_words_do_not_appear,
    avoided_words.check_avoided_words_are_allowed_on_pages_that_exist,
)

# A reference into a file that could not be built says nothing: the mistake is reported where it was made.
_LOOKED_UP_IN: Mapping[str, str] = {
    "unknown-source": "data/literature.yml",
    "unknown-regulation": "data/regulations.yml",
    "unknown-claim": "data/claims.yml",
    "unknown-term": "data/vocabulary.yml",
    "unknown-place": "data/vocabulary.yml",
    "unknown-facet": "data/questions.yml",
    "unused-source": "data/literature.yml",
    "unknown-glossary-term": "data/glossary.yml",
}

# Every rule that can be reported, for `--rule` and `--skip`.
RULES = sorted(WORDING)


def check(knowledge: Knowledge) -> list[Problem]:
    """Every problem of the knowledge, of form, shape and relations, sorted by place."""
    found = set(knowledge.problems)
    broken = {problem.path for problem in found}
    for one in CHECKS:
        found.update(problem for problem in one(knowledge) if _LOOKED_UP_IN.get(problem.rule) not in broken)
    return sorted(found)
