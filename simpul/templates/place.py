"""What the document of a template is called, and where it stands on the site."""

from simpul.model.template import Template
from simpul.text import Language


def document_name(template: Template, language: Language) -> str:
    """The name of the file, such as `memo-serah-terima.docx`."""
    stem = template.file_name.id if language == "id" else template.file_name.en
    return f"{stem}.docx"


def document_path(template: Template, language: Language) -> str:
    """The file below the root of the site: beside the page that offers it."""
    return f"{language}/templates/{template.slug}/{document_name(template, language)}"
