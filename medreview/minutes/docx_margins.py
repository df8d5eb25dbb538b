"""What stands at the head and foot of the pages of a Word document."""

import re
from io import BytesIO
from typing import Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Length, Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from medreview.domain.errors import Refusal
from medreview.i18n import Translator
from medreview.minutes.document import Document, Letterhead
from medreview.minutes.docx_text import holdable
from medreview.minutes.letterhead import logo_kind

_LOGO_WIDTH: Final = Mm(60)
_LOGO_HEIGHT: Final = Mm(14)
"""A logo is no larger than this."""

_LONGEST_NAME: Final = 100
"""Characters of a document's name that leave room for the number of the page."""


def set_margins(section: Section, document: Document, width: Length) -> None:
    """Write head and foot of every page; a letterhead stands on the first page alone."""
    _banner(section.header, document)
    _foot(section.footer, document)
    letterhead = document.letterhead
    if letterhead.name or letterhead.unit or letterhead.logo:
        section.different_first_page_header_footer = True
        _banner(section.first_page_header, document)
        _sender(section.first_page_header, letterhead, width)
        _foot(section.first_page_footer, document)


def _banner(header: _Header, document: Document) -> None:
    if document.banner:
        paragraph = header.paragraphs[0]
        paragraph.style = "Banner"
        paragraph.add_run(holdable(" · ".join(document.banner)))


def _foot(footer: _Footer, document: Document) -> None:
    first = footer.paragraphs[0]
    first.style = "Footer"
    name = holdable(f"{document.title} – {document.subject}")
    first.add_run(f"{name}\t" if len(name) <= _LONGEST_NAME else f"{name}\n\t")
    _number_pages(first, Translator(document.language))
    for text, style in ((document.seal, "Footer Seal"), (document.letterhead.footer, "Footer Line")):
        if text:
            footer.add_paragraph(holdable(text), style)


def _sender(header: _Header, letterhead: Letterhead, width: Length) -> None:
    """Name and unit to the left, the logo to the right, above what else the header holds."""
    grid = header.add_table(1, 2, width)
    grid.style = "Letterhead"
    grid.autofit = False
    header._element.insert(0, grid._tbl)
    names, logo = grid.rows[0].cells
    for place, one in enumerate((Length(width - _LOGO_WIDTH), _LOGO_WIDTH)):
        grid.columns[place].width = grid.rows[0].cells[place].width = one
    first = names.paragraphs[0]
    first.style = "Sender"
    first.add_run(holdable(letterhead.name))
    if letterhead.unit:
        names.add_paragraph(holdable(letterhead.unit), "Sender Unit")
    _logo(logo, letterhead)


def _logo(cell: _Cell, letterhead: Letterhead) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Logo"
    if png := _png(letterhead.logo):
        picture = paragraph.add_run().add_picture(BytesIO(png))
        scale = min(_LOGO_WIDTH / picture.width, _LOGO_HEIGHT / picture.height)
        picture.width, picture.height = Length(int(picture.width * scale)), Length(int(picture.height * scale))
        picture._inline.docPr.set("descr", holdable(letterhead.name))


def _png(logo: bytes) -> bytes:
    """Return the logo as PNG, which every Word can show; nothing where it cannot be made one."""
    kind = logo_kind(logo)
    if kind == "svg":
        from medreview.minutes.pdf import as_png

        try:
            return as_png(logo, _LOGO_HEIGHT.mm)
        except Refusal:
            return b""
    return logo if kind else b""


def _number_pages(paragraph: Paragraph, words: Translator) -> None:
    """Write "page 1 of 5" with fields that Word keeps right."""
    text = words.tr("Page {page} of {pages}", page="PAGE", pages="NUMPAGES")
    for part in filter(None, re.split("(NUMPAGES|PAGE)", text)):
        run = paragraph.add_run("1" if part.isupper() else part)
        if part.isupper():
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), part)
            run._r.addprevious(field)
            field.append(run._r)
