"""An empty A4 document with our styles, header, footer and properties."""

from dataclasses import dataclass
from datetime import date, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from simpul.documents.parts import writable
from simpul.documents.styles import language_tag, set_styles
from simpul.text import Language

_SHORT, _LONG = Mm(210), Mm(297)
# Room for two holes of a binder on the left.
_LEFT, _OTHER = Mm(25), Mm(20)
_PROPERTY_MOST = 255
# Parts of python-docx's template that say where it was made, or that nothing of ours uses.
_UNUSED = {
    RT.THEME,
    RT.FONT_TABLE,
    RT.WEB_SETTINGS,
    RT.CUSTOM_XML,
    RT.THUMBNAIL,
    RT.EXTENDED_PROPERTIES,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
_SETTINGS_OF_A_MACHINE = ("w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:savePreviewPicture", "w:proofState")


@dataclass(frozen=True)
class About:
    """What a document says of itself. `page_of` holds {page} and {pages}; `date` is that of its content."""

    title: str
    language: Language
    subject: str
    publisher: str
    source: str
    page_of: str
    date: date
    landscape: bool = False


def new_document(about: About) -> Document:
    """An A4 document without content: `about` stands in its header, footer and properties, nothing else does."""
    document = docx.Document()
    _drop_unused(document)
    set_styles(document, about.language)
    _set_paper(document.sections[0], about.landscape)
    _write_properties(document, about)
    _write_margins(document.sections[0], about)
    return document


def text_width(document: Document) -> Length:
    """The width between the margins."""
    section = document.sections[0]
    paper, left, right = section.page_width, section.left_margin, section.right_margin
    if paper is None or left is None or right is None:  # pragma: no cover - set by new_document
        raise ValueError("no paper")
    return Length(paper - left - right)


def _drop_unused(document: Document) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _UNUSED]:
            del rels[key]
    settings = document.settings.element
    for name in _SETTINGS_OF_A_MACHINE:
        for element in settings.findall(qn(name)):
            settings.remove(element)
    for element in [child for child in settings if "wordprocessingml/2006" not in child.tag]:
        settings.remove(element)
    zoom = settings.find(qn("w:zoom"))
    if zoom is not None:
        zoom.set(qn("w:percent"), "100")
    mode = settings.find(f".//{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']")
    if mode is not None:  # 14 would open as "compatibility mode", without clickable boxes
        mode.set(qn("w:val"), "15")


def _set_paper(section: Section, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.left_margin = _OTHER if landscape else _LEFT
    section.right_margin = section.bottom_margin = _OTHER
    section.top_margin = _LEFT if landscape else _OTHER
    section.header_distance = section.footer_distance = Mm(10)


def _write_properties(document: Document, about: About) -> None:
    properties = document.core_properties
    properties.title, properties.subject = _property(about.title), _property(about.subject)
    properties.author = properties.last_modified_by = _property(about.publisher)
    properties.comments = ""
    properties.language = language_tag(about.language)
    properties.created = properties.modified = datetime(about.date.year, about.date.month, about.date.day)
    properties.revision = 1


def _property(text: str) -> str:
    """What fits a property: the format holds no more than 255 characters."""
    return writable(text)[:_PROPERTY_MOST]


def _write_margins(section: Section, about: About) -> None:
    """The title above, the number of the page and the source below: numbers first, because an address may wrap."""
    _paragraph(section.header.paragraphs[0], writable(about.title))
    foot = _paragraph(section.footer.paragraphs[0], "")
    for text, field in _pieces(about.page_of):
        if text:
            foot.add_run(writable(text))
        if field:
            _add_number(foot, field)
    foot.add_run(writable(f" · {about.source}"))


def _paragraph(paragraph: Paragraph, text: str) -> Paragraph:
    """The paragraph of a margin: text at its start, without the stops of the template."""
    stops = paragraph.style.element.find(f"{qn('w:pPr')}/{qn('w:tabs')}") if paragraph.style else None
    if stops is not None:
        stops.getparent().remove(stops)
    paragraph.add_run(text)
    return paragraph


def _pieces(page_of: str) -> list[tuple[str, str]]:
    """The text before each number, and the field that counts it."""
    before, _, rest = page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return [(before, "PAGE"), (between, "NUMPAGES"), (after, "")]


def _add_number(paragraph: Paragraph, field: str) -> None:
    """A number that the reader's program works out; until then it reads 1."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), field)
    run = paragraph.add_run("1")
    element.append(run._r)
    paragraph._p.append(element)
