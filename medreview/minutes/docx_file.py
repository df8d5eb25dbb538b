"""The file around a Word document: its styles, page, language and properties, and the same bytes every time."""

import datetime as dt
from collections.abc import Iterable
from importlib.resources import files
from io import BytesIO
from typing import Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Pt

from medreview.minutes.choices import Kind
from medreview.minutes.document import Document
from medreview.minutes.docx_margins import set_margins
from medreview.minutes.docx_text import holdable

WIDTH: Final = Cm(17)
"""Of the text, between margins of 2 cm on A4."""

_MARGIN: Final = Cm(2)
_EDGE: Final = Cm(1)
"""From the paper's edge to header and footer."""

_LOCALES: Final = {"da": "da-DK", "sv": "sv-SE", "en": "en-GB"}
_OWN_PARTS: Final = {"styles": RT.STYLES, "settings": RT.SETTINGS, "numbering": RT.NUMBERING}
_KEPT: Final = frozenset({*_OWN_PARTS.values(), RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
_SMALL: Final = Pt(9)

_LONGEST_PROPERTY: Final = 255
"""Characters; Word takes no more."""


def empty(document: Document) -> Word:
    """Return a Word document without content that has the document's page, header, footer and properties."""
    word = docx.Document()
    _use_own_parts(word)
    (language,) = word.styles.element.xpath("w:docDefaults//w:lang")
    language.set(qn("w:val"), _LOCALES[document.language])
    _set_properties(word, document)
    _set_stamp(word, document.stamp)
    _set_page(word.sections[0], document)
    if document.kind is Kind.WHEEL:
        _set_small_print(word)
    if document.kind is Kind.NOTESHEET:
        _without_rules(word)
    return word


def packed(word: Word) -> bytes:
    """Return the file, whose bytes depend on nothing but the content."""
    saved, normal = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as source, ZipFile(normal, "w") as target:
        for name in sorted(source.namelist()):
            entry = ZipInfo(name)
            entry.create_system = 0
            target.writestr(entry, source.read(name), ZIP_DEFLATED)
    return normal.getvalue()


def _use_own_parts(word: Word) -> None:
    """Fill the parts that count with our own, and leave out what else the library begins with."""
    for name, kind in _OWN_PARTS.items():
        own = parse_xml(files(__package__).joinpath(f"minutes.{name}.xml").read_bytes())
        _fill(word.part, kind, own)
    for relations in (word.part.rels, word.part.package.rels):
        _keep_only(relations)


def _fill(owner: Part | OpcPackage, kind: str, children: Iterable[BaseOxmlElement]) -> None:
    cast("XmlPart", owner.part_related_by(kind)).element[:] = list(children)


def _keep_only(relations: Relationships) -> None:
    for key in [key for key, one in relations.items() if one.reltype not in _KEPT]:
        del relations[key]


def _set_properties(word: Word, document: Document) -> None:
    properties = word.core_properties
    _fill(word.part.package, RT.CORE_PROPERTIES, ())
    properties.title = holdable(document.title)[:_LONGEST_PROPERTY]
    properties.author = properties.subject = holdable(document.subject)[:_LONGEST_PROPERTY]
    properties.language = _LOCALES[document.language]
    if document.day:
        properties.created = properties.modified = dt.datetime.combine(document.day, dt.time())


def _set_page(section: Section, document: Document) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = _EDGE
    set_margins(section, document, WIDTH)


def _set_small_print(word: Word) -> None:
    """Let a year at a glance stand on one page as long as it can."""
    for name in ("Table Text", "Table Heading"):
        style = word.styles[name]
        style.font.size = _SMALL
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.line_spacing = 1.0


def _without_rules(word: Word) -> None:
    """Between lines to write on, a rule above a heading would look like one more."""
    for rule in word.styles["Heading 1"].element.xpath("w:pPr/w:pBdr"):
        rule.getparent().remove(rule)


def _set_stamp(word: Word, stamp: str) -> None:
    """Keep the stamp as a variable of the document: a property could hold no more than 255 characters."""
    if stamp:
        variables, variable = OxmlElement("w:docVars"), OxmlElement("w:docVar")
        variable.set(qn("w:name"), "medreview")
        variable.set(qn("w:val"), stamp)
        variables.append(variable)
        word.settings.element.append(variables)
