"""The documents of the templates in the built site, each beside the page that offers it."""

from simpul.finish.built_site import BuiltSite
from simpul.knowledge import Knowledge
from simpul.templates import document_path, prepare_form, template_document
from simpul.text import LANGUAGES


def write(site: BuiltSite, knowledge: Knowledge) -> None:
    """Write the document of each template in each language; nothing where there is no template."""
    for template in knowledge.templates.values():
        for language in LANGUAGES:
            file = site.folder / document_path(template, language)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(template_document(knowledge, prepare_form(knowledge, template, language)))
