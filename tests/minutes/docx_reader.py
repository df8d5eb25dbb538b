"""Reading a Word document back as a reader sees it."""

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

EMPTY_STYLES = frozenset({"After Table", "Writing Line", "Writing Line Kept"})
"""Paragraphs that hold no text: air, and lines to write on."""


def opened(content: bytes) -> Word:
    """Return the document in a file's content."""
    return docx.Document(BytesIO(content))


def paragraphs(word: Word) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body in reading order, with those in tables."""
    for block in word.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                yield from (cell.paragraphs[0] for cell in row.cells)


def style_of(paragraph: Paragraph) -> str:
    """Return the name of a paragraph's style."""
    return str(paragraph.style and paragraph.style.name)


def docx_texts(content: bytes) -> list[str]:
    """Return the texts of header and body in order, without the full stop that a decision's verb has."""
    word = opened(content)
    banner = "".join(paragraph.text for paragraph in word.sections[0].header.paragraphs)
    body = (text for paragraph in paragraphs(word) for text in _texts(paragraph))
    return [*filter(None, banner.split(" · ")), *body]


def _texts(paragraph: Paragraph) -> list[str]:
    style = style_of(paragraph)
    if style == "Resolution":
        verb, *rest = (run.text for run in paragraph.runs)
        return [verb.removesuffix("."), *(text.removeprefix(" ") for text in rest)]
    if style in EMPTY_STYLES:
        assert not paragraph.text.strip("\t")
        return []
    return [paragraph.text] if paragraph.text else []


def field_codes(word: Word) -> list[str]:
    """Return the codes of the fields in the footer."""
    element = word.sections[0].footer.paragraphs[0]._p
    return [str(field.get(qn("w:instr"))) for field in element.iter(qn("w:fldSimple"))]
