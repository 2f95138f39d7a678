"""The templates of the site: what each is for and its document, its content on the page, and all of them by moment."""

from dataclasses import dataclass

from macros.context import PageContext
from macros.rendering import render, sections
from simpul.model.template import Template
from simpul.templates import document_name, prepare_form, template_document


@dataclass(frozen=True)
class Download:
    """A document to download: where it stands, what it is called, and its size in kilobytes."""

    address: str
    name: str
    size: int


def template_download(page: PageContext, template: str) -> str:
    """When a template is used, who fills it in, and its document."""
    found = _template(page, template)
    return render(page, "template_download", about=found, download=_download(page, found))


def template_content(page: PageContext, template: str) -> str:
    """What stands in the document, and why it is built that way."""
    found = _template(page, template)
    form = prepare_form(page.knowledge, found, page.language)
    return render(page, "template_content", about=found, form=form)


def template_list(page: PageContext) -> str:
    """All templates under the moments at which they are used, each with the lists it goes with."""
    points = page.knowledge.pause_points
    lists = {one.slug: [points[slug] for slug in one.checklists] for one in page.knowledge.templates.values()}
    listed = []
    for slug, moment in page.knowledge.terms("moment").items():
        templates = [one for one in page.knowledge.templates.values() if one.moment == slug]
        if templates:
            block = render(page, "template_list", moment=moment, templates=templates, lists=lists)
            listed.append((slug, page.text(moment.label), block))
    return sections(*listed)


def _template(page: PageContext, slug: str) -> Template:
    return page.found(page.knowledge.templates, slug, "templat", "template")


def _download(page: PageContext, template: Template) -> Download:
    form = prepare_form(page.knowledge, template, page.language)
    name = document_name(template, page.language)
    size = len(template_document(page.knowledge, form))
    return Download(f"{page.link(f'templates/{template.slug}')}{name}", name, max(1, round(size / 1024)))


MACROS = (template_download, template_content, template_list)
