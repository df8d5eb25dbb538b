"""Plain text in 78 columns or as many as there are, with tables whose long cells run on below each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from medreview.minutes.columns import column_widths, keeps_words
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
    lines_of,
    with_colon,
)

WIDTH: Final = 78
"""Columns of a file, whoever reads it where."""

_GAP: Final = "  "
_LABEL_WIDTH: Final = 30
_UNDERLINES: Final = {1: "=", 2: "-", 3: "."}


def render(document: Document, width: int = WIDTH) -> str:
    """Return the document as plain text in so many columns; only a word that is wider than all of them runs over."""
    return _Page(width).document(document)


@dataclass(frozen=True)
class _Page:
    """Writes with a given number of columns."""

    width: int

    def document(self, document: Document) -> str:
        """Return the whole document."""
        parts = [
            *([" · ".join(document.banner)] if document.banner else []),
            self._heading(1, document.title),
            self._wrapped(document.subject),
            *([self._wrapped(document.seal)] if document.seal else []),
            *(self._block(block) for block in document.blocks),
        ]
        return "\n\n".join(parts) + "\n"

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level, text):
                return self._heading(level, text)
            case Byline(text) | Paragraph(text):
                return self._wrapped(text)
            case Facts(rows):
                return "\n".join(self._facts(rows))
            case Table():
                return "\n".join(self._table(block))
            case BulletList(texts):
                return "\n".join(self._hanging("- ", text) for text in texts)
            case Note(text):
                return self._hanging("> ", text)
            case Resolution(verb, text):
                return self._wrapped(f"{verb.upper()}. {text}".rstrip())
            case WritingRoom(prompt, lines):
                return "\n\n".join([self._wrapped(prompt), *["_" * self.width] * lines])
            case SignatureLines(signers):
                return "\n\n".join(f"\n{'_' * (self.width // 2)}\n{self._wrapped(signer)}" for signer in signers)
            case Chart(title, _, summary):
                return f"{self._wrapped(title)}\n{self._wrapped(summary)}"

    def _heading(self, level: int, text: str) -> str:
        """Headings are underlined, the main ones with a line of air above."""
        lines = _wrap(text, self.width)
        if level in _UNDERLINES:
            lines.append(_UNDERLINES[level] * max(map(len, lines)))
        return "\n".join(["", *lines] if level == 2 else lines)

    def _facts(self, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
        """Values stand in a column; a label too long for its own stands on a line above."""
        widest = min(_LABEL_WIDTH, self.width * 2 // 5)
        width = min(max(len(with_colon(label)) for label, _ in rows), widest)
        for label, value in rows:
            name = with_colon(label)
            if len(name) > width:
                yield from _wrap(name, self.width)
                name = ""
            yield self._hanging(f"{name:{width}}{_GAP}", value)

    def _hanging(self, first: str, text: str) -> str:
        """Lines of which the first begins with `first` and the others are as far in."""
        lines = _wrap(text, self.width - len(first))
        return "\n".join(
            (first if number == 0 else " " * len(first)) + line for number, line in enumerate(lines)
        ).rstrip()

    def _wrapped(self, text: str) -> str:
        return "\n".join(_wrap(text, self.width))

    def _table(self, table: Table) -> Iterator[str]:
        """The caption and what is in the table; in few columns row for row where words would be broken otherwise."""
        room = self.width - len(_GAP) * (len(table.header) - 1)
        if table.caption:
            yield from [*_wrap(table.caption, self.width), ""]
        if self.width < WIDTH and not keeps_words(table, room):
            yield "\n\n".join("\n".join(self._facts(_named(table.header, row))) for row in table.rows)
        else:
            yield from self._side_by_side(table, room)

    def _side_by_side(self, table: Table, room: int) -> Iterator[str]:
        """Header, a rule, and the rows; a blank line between rows where one of them has several lines."""
        widths = column_widths(table, room)
        rows = [_row(row, widths, table.numbers) for row in table.rows]
        yield from _row(table.header, widths, table.numbers)
        yield _GAP.join("-" * width for width in widths)
        between = "\n\n" if any(len(row) > 1 for row in rows) else "\n"
        yield between.join("\n".join(row) for row in rows)


def _wrap(text: str, width: int, *, hard: bool = False) -> list[str]:
    """Wrap every line of the text; only `hard` breaks a word, such as a long address, that is wider."""
    return [part for line in lines_of(text) for part in _wrap_line(line, width, hard) or [""]]


def _wrap_line(line: str, width: int, hard: bool) -> list[str]:
    return wrap(line, width, replace_whitespace=False, break_long_words=hard, break_on_hyphens=False)


def _named(header: tuple[str, ...], row: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what is written in the cells of a row, each with the heading of its column."""
    cells = zip(header, row, strict=True)
    return tuple((name, cell) for name, cell in cells if cell.strip()) or ((header[0], ""),)


def _row(cells: tuple[str, ...], widths: list[int], numbers: frozenset[int]) -> list[str]:
    columns = [_wrap(cell, width, hard=True) for cell, width in zip(cells, widths, strict=True)]
    return [
        _GAP.join(
            f"{part:>{width}}" if column in numbers else f"{part:{width}}"
            for column, (part, width) in enumerate(zip(parts, widths, strict=True))
        ).rstrip()
        for parts in zip_longest(*columns, fillvalue="")
    ]
