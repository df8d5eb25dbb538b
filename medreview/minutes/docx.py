"""A Word document that a secretary can go on with: named styles, real tables and lists, nothing set by hand."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import Table as Grid
from docx.table import _Row
from docx.text.paragraph import Paragraph as Lines

from medreview.minutes import docx_file
from medreview.minutes.columns import column_widths
from medreview.minutes.document import (
    Block,
    BulletList,
    Byline,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
)
from medreview.minutes.docx_file import WIDTH, holdable

_LABEL_WIDTH: Final = Cm(5)
_ROOM: Final = 88
"""Characters of a table's text on one line."""

_CELL_GAP: Final = 2
"""Characters that the space between two columns takes."""

_WHOLE: Final = 600
"""Characters; a row with a longer cell may run over to the next page."""


def render(document: Document) -> bytes:
    """Return the document as a DOCX file; the same document always gives the same bytes."""
    word = docx_file.empty(document)
    _line(word, document.title, "Title")
    _line(word, document.subject, "Subtitle")
    for block in document.blocks:
        _block(word, block)
    return docx_file.packed(word)


def _block(word: Word, block: Block) -> None:
    match block:
        case Heading(level, text):
            _line(word, text, f"Heading {level - 1}")
        case Byline(text):
            _line(word, text, "Byline")
        case Paragraph(text):
            _line(word, text, "Normal")
        case Note(text, warns):
            _line(word, text, "Warning" if warns else "Note")
        case Facts(rows):
            _facts(word, rows)
        case Table():
            _table(word, block)
        case BulletList(items):
            for item in items:
                _line(word, item, "List Bullet")
        case Resolution(verb, text):
            _resolution(word, verb, text)
        case WritingRoom(prompt, lines):
            _line(word, prompt, "Prompt")
            for _ in range(lines):
                _line(word, "\t", "Writing Line")
        case SignatureLines(signers):
            for signer in signers:
                _line(word, "\t", "Signature Line")
                _line(word, signer, "Signer")


def _line(word: Word, text: str, style: str) -> None:
    word.add_paragraph(holdable(text), style)


def _resolution(word: Word, verb: str, text: str) -> None:
    paragraph = word.add_paragraph(style="Resolution")
    paragraph.add_run(holdable(f"{verb}."), "Verb")
    if text:
        paragraph.add_run(holdable(f" {text}"))


def _facts(word: Word, rows: tuple[tuple[str, str], ...]) -> None:
    grid = _grid(word, "Facts", [_LABEL_WIDTH, Length(WIDTH - _LABEL_WIDTH)])
    for row in rows:
        _fill(grid.add_row(), row, ("Fact Label", "Table Text"))
    _end(word, grid, header=False)


def _table(word: Word, table: Table) -> None:
    if table.caption:
        _line(word, table.caption, "Caption")
    columns = range(len(table.header))
    grid = _grid(word, "Overview", _widths(table))
    header = grid.add_row()
    _fill(
        header, table.header, ["Table Number Heading" if one in table.numbers else "Table Heading" for one in columns]
    )
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        _fill(grid.add_row(), row, ["Table Number" if one in table.numbers else "Table Text" for one in columns])
    _end(word, grid, header=True)


def _widths(table: Table) -> list[Length]:
    """Share the page's width among the columns as their texts need it."""
    needed = [width + _CELL_GAP for width in column_widths(table, _ROOM - _CELL_GAP * len(table.header))]
    edges = [WIDTH * so_far // sum(needed) for so_far in accumulate(needed, initial=0)]
    return [Length(right - left) for left, right in pairwise(edges)]


def _grid(word: Word, style: str, widths: list[Length]) -> Grid:
    grid = word.add_table(0, len(widths), style)
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    return grid


def _fill(row: _Row, texts: tuple[str, ...], styles: list[str] | tuple[str, ...]) -> None:
    if max(map(len, texts)) <= _WHOLE:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for paragraph, text, style in zip(_cells(row), texts, styles, strict=True):
        paragraph.style = style
        if text:
            paragraph.add_run(holdable(text))


def _cells(row: _Row) -> Iterator[Lines]:
    return (cell.paragraphs[0] for cell in row.cells)


def _end(word: Word, grid: Grid, *, header: bool) -> None:
    """Say what the first row and column are; without a paragraph after it, Word would join it to the next table."""
    look = grid._tbl.tblPr.find(qn("w:tblLook"))
    look.attrib.clear()
    for name, applies in (("firstRow", header), ("firstColumn", not header), ("noVBand", True)):
        look.set(qn(f"w:{name}"), str(int(applies)))
    _line(word, "", "After Table")
