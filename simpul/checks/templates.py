"""Templates: what they name exists, and each has its page in both languages."""

from collections.abc import Iterator

from simpul.checks.references import each, slugs_in, unknown, unknown_cases, unknown_terms
from simpul.knowledge import Knowledge
from simpul.messages import problem
from simpul.model.template import Template
from simpul.problem import Problem
from simpul.text import LANGUAGES

# The macros by which a page shows a template: what it is for with its document, and its content.
SHOWING = ("template_download", "template_content")


def _path(template: Template) -> str:
    return f"templates/{template.slug}.yml"


def check_template_references_exist(knowledge: Knowledge) -> Iterator[Problem]:
    """The moment, works, regulations, cases and lists that a template names exist."""
    for template in knowledge.templates.values():
        path = _path(template)
        yield from unknown_terms(knowledge, path, "moment", [(("moment",), template.moment)])
        works = each(("sources",), template.sources)
        yield from unknown(knowledge, path, "unknown-source", knowledge.works, works)
        yield from unknown_cases(knowledge, path, each(("cases",), template.cases))
        lists = each(("checklists",), template.checklists)
        yield from unknown(knowledge, path, "unknown-pause-point", slugs_in(knowledge, "checklists"), lists)
        rules = list(each(("regulations",), template.regulations))
        for section in template.sections.values():
            for clause in section.clauses.values():
                loc = ("sections", section.slug, "clauses", clause.slug, "regulations")
                rules += each(loc, clause.regulations)
        yield from unknown(knowledge, path, "unknown-regulation", knowledge.regulations, rules)


def check_every_template_is_shown(knowledge: Knowledge) -> Iterator[Problem]:
    """A template has a page of its name in each language, which offers its document and shows what stands in it."""
    for template in knowledge.templates.values():
        for language in LANGUAGES:
            name = f"templates/{template.slug}"
            page = knowledge.pages.get((language, name))
            if page is None:
                file = f"docs/{language}/{name}.md"
                yield knowledge.problem(_path(template), (), "template-without-page", name=file)
                continue
            for macro in SHOWING:
                if not any(call.name == macro and call.texts == (template.slug,) for call in page.macros):
                    values = {"expected": f'{macro}("{template.slug}")'}
                    yield problem(page.file, (page.body_line, 1), "template-not-shown", **values)


def check_pages_of_templates_have_data(knowledge: Knowledge) -> Iterator[Problem]:
    """A page in templates/ shows a template of its name."""
    for page in knowledge.pages.values():
        folder, _, slug = page.path.rpartition("/")
        if folder == "templates" and slug != "index" and f"templates/{slug}.yml" not in knowledge.files:
            yield problem(page.file, (1, 1), "page-without-template", slug=slug)
