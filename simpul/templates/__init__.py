"""Templates in one language: what stands in each, and the document a reader downloads."""

from simpul.templates.document import template_document
from simpul.templates.form import Form, FormSection, FormTable, prepare_form
from simpul.templates.place import document_name, document_path

__all__ = [
    "Form",
    "FormSection",
    "FormTable",
    "document_name",
    "document_path",
    "prepare_form",
    "template_document",
]
