"""A Word document that a secretary can go on with: named styles, real tables and lists, nothing set by hand."""

from collections.abc import Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import Table as Grid
from docx.table import _Row

from medreview.minutes import docx_file
from medreview.minutes.columns import shares
from medreview.minutes.document import (
    Block,
    BulletList,
    Byline,
    Chart,
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
from medreview.minutes.docx_file import WIDTH
from medreview.minutes.docx_text import holdable

_LABEL_WIDTH: Final = Cm(5.5)
_KEPT_ROWS: Final = range(2)
"""Rows of facts that stay on the page of their heading, with the row after them."""

_WHOLE: Final = 600
"""Characters; a row with a longer cell may run over to the next page."""

_FULL_LINE: Final = 40
"""Characters that a line break counts as."""


def render(document: Document) -> bytes:
    """Return the document as a DOCX file; the same document always gives the same bytes."""
    word = docx_file.empty(document)
    _line(word, document.title, "Title")
    _line(word, document.subject, "Subtitle")
    if document.seal:
        _line(word, document.seal, "Seal")
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        leads = isinstance(block, Paragraph) and isinstance(following, Table)
        _block(word, block, kept=leads or isinstance(following, SignatureLines))
    return docx_file.packed(word)


def _block(word: Word, block: Block, *, kept: bool) -> None:
    """Write a block; `kept` keeps what leads to a table or a line to sign on with it."""
    match block:
        case Heading(level, text):
            _line(word, text, f"Heading {level - 1}")
        case Byline(text):
            _line(word, text, "Byline")
        case Paragraph(text):
            _line(word, text, "Introduction" if kept else "Normal")
        case Note(text, warns):
            _line(word, text, ("Warning Kept" if kept else "Warning") if warns else "Note")
        case Facts(rows):
            _facts(word, rows, kept=kept)
        case Table():
            _table(word, block)
        case BulletList(items):
            for item in items:
                _line(word, item, "List Bullet")
        case Resolution(verb, text):
            _resolution(word, verb, text)
        case WritingRoom(prompt, lines):
            _line(word, prompt, "Prompt")
            for left in reversed(range(lines)):
                _line(word, "\t", "Writing Line Kept" if left else "Writing Line")
        case SignatureLines(signers):
            _signatures(word, signers)
        case Chart(title, _, summary):
            _line(word, title, "Caption")
            _line(word, summary, "Normal")


def _line(word: Word, text: str, style: str) -> None:
    word.add_paragraph(holdable(text), style)


def _resolution(word: Word, verb: str, text: str) -> None:
    paragraph = word.add_paragraph(style="Resolution")
    paragraph.add_run(holdable(f"{verb}."), "Verb")
    if text:
        paragraph.add_run(holdable(f" {text}"))


def _facts(word: Word, rows: tuple[tuple[str, str], ...], *, kept: bool) -> None:
    grid = _grid(word, "Facts", len(rows), [_LABEL_WIDTH, Length(WIDTH - _LABEL_WIDTH)])
    for number, (row, texts) in enumerate(zip(grid.rows, rows, strict=True)):
        stays = kept or number in _KEPT_ROWS or number == len(rows) - 2
        _fill(row, texts, ("Fact Label Kept" if stays else "Fact Label", "Table Text"))
    _end(word, grid, header=False, kept=kept)


def _signatures(word: Word, signers: tuple[str, ...]) -> None:
    """Two beside each other, so that they seldom need a page of their own."""
    pairs = list(zip_longest(signers[::2], signers[1::2], fillvalue=""))
    grid = _grid(word, "Facts", len(pairs), [Length(WIDTH // 2)] * 2)
    for row, pair in zip(grid.rows, pairs, strict=True):
        _fill(row, pair, ["Signer" if signer else "Table Text" for signer in pair])
    _end(word, grid, header=False)


def _table(word: Word, table: Table) -> None:
    if table.caption:
        _line(word, table.caption, "Caption")
    grid = _grid(word, "Overview", 1 + len(table.rows), _widths(table))
    header, *rows = grid.rows
    _fill(header, table.header, _styles(table, "Table Heading", "Table Number Heading"))
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, texts in zip(rows, table.rows, strict=True):
        _fill(row, texts, _styles(table, "Table Text", "Table Number"))
    _end(word, grid, header=True)


def _styles(table: Table, of_text: str, of_number: str) -> list[str]:
    return [of_number if column in table.numbers else of_text for column in range(len(table.header))]


def _widths(table: Table) -> list[Length]:
    """Share the page's width among the columns as their texts need it."""
    parts = shares(table)
    edges = [WIDTH * so_far // sum(parts) for so_far in accumulate(parts, initial=0)]
    return [Length(right - left) for left, right in pairwise(edges)]


def _grid(word: Word, style: str, rows: int, widths: list[Length]) -> Grid:
    grid: Grid = word.add_table(rows, len(widths), style)
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return grid


def _fill(row: _Row, texts: Sequence[str], styles: Sequence[str]) -> None:
    if max(len(text) + _FULL_LINE * text.count("\n") for text in texts) <= _WHOLE:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, style in zip(row.cells, texts, styles, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        if text:
            paragraph.add_run(holdable(text))


def _end(word: Word, grid: Grid, *, header: bool, kept: bool = False) -> None:
    """Say what the first row and column are; without a paragraph after it, Word would join it to the next table."""
    look = grid._tbl.tblPr.find(qn("w:tblLook"))
    look.attrib.clear()
    for name, applies in (("firstRow", header), ("firstColumn", not header), ("noVBand", True)):
        look.set(qn(f"w:{name}"), str(int(applies)))
    _line(word, "", "After Table Kept" if kept else "After Table")
