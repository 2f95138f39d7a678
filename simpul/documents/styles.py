"""The look of every document: few styles, all of them in use, in a typeface that offices have.

The template python-docx begins with carries some ninety table styles and the fonts of one maker; what is not named
here is taken out, so that a document is small and shows only our styles in the list of its reader's program.
"""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

# Arial, which Word has and LibreOffice replaces with Liberation Sans of the same widths.
FONT = "Arial"
INK = RGBColor(0x14, 0x21, 0x1F)
BRAND = RGBColor(0x0B, 0x45, 0x40)
MUTED = RGBColor(0x4A, 0x5A, 0x57)
# Grounds pale enough to read on, and to print without emptying the cartridge.
HEAD_FILL = "DFEBE7"
NOTE_FILL = "FFF4D6"
EXAMPLE_FILL = "F2F2F2"
LINE = "6F827D"

TABLE = "Simpul Table"
FIELDS = "Simpul Fields"
NOTE = "Simpul Note"
CELL = "Simpul Cell"
CELL_HEAD = "Simpul Cell Heading"
EXAMPLE = "Simpul Example"
LABEL = "Simpul Label"
BOX = "Simpul Box"
GAP = "Simpul Gap"

_KEPT = {
    "Normal",
    "Header",
    "Footer",
    "Title",
    "Subtitle",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "List Bullet",
    "List Number",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
}
_LANGUAGE_TAGS = {"id": "id-ID", "en": "en-GB"}


def language_tag(language: str) -> str:
    """The tag by which word processors choose their dictionary."""
    return _LANGUAGE_TAGS[language]


def style_id(name: str) -> str:
    """How a document refers to one of our styles."""
    return name.replace(" ", "")


def set_styles(document: Document, language: str) -> None:
    """Give `document` our styles and take out all others."""
    _prune(document)
    _set_defaults(document, language)
    _set_paragraphs(document)
    _add_paragraphs(document)
    _add_tables(document)


def _prune(document: Document) -> None:
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.element.getparent().remove(style.element)
    root = document.styles.element
    for element in (*root.findall(qn("w:latentStyles")), *root.findall(".//" + qn("w:link"))):
        element.getparent().remove(element)
    # A font or colour named by theme wins over one named outright.
    for element in (*root.findall(".//" + qn("w:rFonts")), *root.findall(".//" + qn("w:color"))):
        element.getparent().remove(element)


def _set_defaults(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"'
    tag = language_tag(language)
    new = parse_xml(
        f'<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:color w:val="{INK}"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    defaults.getparent().replace(defaults, new)


def _set_paragraphs(document: Document) -> None:
    """Title, headings and foot in our sizes; (size, space before, space after, bold, colour)."""
    looks = {
        "Title": (Pt(20), Pt(0), Pt(4), True, BRAND),
        "Subtitle": (Pt(12), Pt(0), Pt(12), False, MUTED),
        "Heading 1": (Pt(14), Pt(16), Pt(6), True, BRAND),
        "Heading 2": (Pt(12), Pt(12), Pt(4), True, BRAND),
        "Heading 3": (Pt(11), Pt(8), Pt(3), True, INK),
        "Header": (Pt(9), Pt(0), Pt(0), False, MUTED),
        "Footer": (Pt(9), Pt(0), Pt(0), False, MUTED),
    }
    for name, (size, before, after, bold, colour) in looks.items():
        style = _paragraph_style(document, name)
        style.font.size, style.font.bold, style.font.italic = size, bold, False
        style.font.color.rgb = colour
        style.paragraph_format.space_before, style.paragraph_format.space_after = before, after
        for element in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            element.getparent().remove(element)
        for wide in style.element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
            wide.getparent().remove(wide)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):  # pragma: no cover - the names above are those of paragraphs
        raise TypeError(name)
    return style


def _add_paragraphs(document: Document) -> None:
    border = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, size, space, colour in (
            ("top", 4, 4, NOTE_FILL),
            ("left", 24, 8, "FFC83D"),
            ("bottom", 4, 4, NOTE_FILL),
            ("right", 4, 4, NOTE_FILL),
        )
    )
    _add(
        document,
        "paragraph",
        NOTE,
        f'<w:pPr><w:keepLines/><w:pBdr>{border}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{NOTE_FILL}"/>'
        '<w:spacing w:before="80" w:after="160"/><w:ind w:left="227" w:right="113"/></w:pPr>'
        '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
    )
    cell = '<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
    small = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    kept = '<w:pPr><w:keepNext/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
    _add(document, "paragraph", CELL, f"{cell}<w:rPr>{small}</w:rPr>")
    _add(document, "paragraph", CELL_HEAD, f"{kept}<w:rPr><w:b/>{small}</w:rPr>")
    _add(document, "paragraph", EXAMPLE, f'{cell}<w:rPr><w:color w:val="{MUTED}"/>{small}</w:rPr>')
    _add(document, "paragraph", LABEL, f"{cell}<w:rPr><w:b/>{small}</w:rPr>")
    gap = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
    _add(document, "paragraph", GAP, f'<w:pPr>{gap}</w:pPr><w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr>')
    _add(document, "paragraph", BOX, '<w:pPr><w:spacing w:after="80"/><w:ind w:left="397" w:hanging="397"/></w:pPr>')


def _add_tables(document: Document) -> None:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>' for edge in edges)
    margins = (
        '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/></w:tcPr></w:tblStylePr>'
    )
    _add(document, "table", TABLE, f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>{head}")
    ruled = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
    ruled = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>{ruled}'
    _add(document, "table", FIELDS, f"<w:tblPr><w:tblBorders>{ruled}</w:tblBorders>{margins}</w:tblPr>")


def _add(document: Document, kind: str, name: str, content: str) -> None:
    base = "TableNormal" if kind == "table" else "Normal"
    style = parse_xml(
        f'<w:style {nsdecls("w")} w:type="{kind}" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>{content}</w:style>'
    )
    document.styles.element.append(style)
