"""How wide a table's columns are, counted in characters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from medreview.minutes.document import Table, lines_of

_WORD_WIDTH: Final = 24
"""Longer words, such as addresses, may be broken."""

_PAGE: Final = 92
"""Characters of a table's print that fill a line on A4."""

_GAP: Final = 4
"""Characters that the space after a column takes."""

_ONE_LINE: Final = 18
"""A line no longer than this should stay whole: "10. september 2026"."""

_BROKEN: Final = 100
"""What it costs to break a line that should stay whole (see `_tall`): as much as a text of fourteen lines."""

_HEAVIEST: Final = 200
"""No line weighs more than one of so many characters, so that long texts leave names room."""

_LOST: Final = 1.1
"""Lines that are broken between words hold less than their width."""


@dataclass(frozen=True)
class _Column:
    """A column's texts; its heading may always be broken between words."""

    header: str
    cells: tuple[str, ...]

    @property
    def word(self) -> int:
        """The longest word, as far as it stays whole."""
        words = (word for text in (self.header, *self.cells) for word in text.split())
        return min(max(map(len, words), default=1), _WORD_WIDTH)

    @property
    def line(self) -> int:
        """The longest line."""
        return max(max(map(len, lines_of(text))) for text in (self.header, *self.cells))

    def burden(self, width: int) -> int:
        """How hard its texts are to read in that width: a short column of many lines is worse than two of a few."""
        cells = sum(_burden(len(line), width) for text in self.cells for line in lines_of(text))
        return cells + _tall(len(self.header), width)


def column_widths(table: Table, room: int) -> list[int]:
    """Return the columns' widths: as wide as their longest line, cut down until all fit where it does least harm.

    `room` is what the columns have together; they take less where their texts are shorter. Words stay whole as long
    as there is room.
    """
    columns = _columns(table)
    room = max(room, len(columns))
    widths = [min(column.line, room) for column in columns]
    burdens = [cache(column.burden) for column in columns]
    for least in ([column.word for column in columns], [1] * len(columns)):
        while (over := sum(widths) - room) > 0 and (cuts := [*_cuts(widths, least, over, burdens)]):
            _, place, width = min(cuts)
            widths[place] = width
    return widths


def _cuts(
    widths: list[int], least: list[int], over: int, burdens: Sequence[Callable[[int], int]]
) -> Iterator[tuple[float, int, int]]:
    """Yield what each character costs that a column is made narrower by, the column's place and its new width."""
    for place, (width, lowest, burden) in enumerate(zip(widths, least, burdens, strict=True)):
        for narrower in range(max(lowest, width - over), width):
            yield (burden(narrower) - burden(width)) / (width - narrower), place, narrower


def shares(table: Table) -> list[int]:
    """Return the columns' parts of a printed page's width; the widest one takes what the others leave."""
    parts = [width + _GAP for width in column_widths(table, _PAGE - _GAP * len(table.header))]
    parts[parts.index(max(parts))] += max(0, _PAGE - sum(parts))
    return parts


def keeps_words(table: Table, room: int) -> bool:
    """Return whether the columns have room for their words without breaking one."""
    return sum(column.word for column in _columns(table)) <= room


def _columns(table: Table) -> list[_Column]:
    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.header)
    return [_Column(header, texts) for header, texts in zip(table.header, cells, strict=True)]


def _burden(length: int, width: int) -> int:
    return _tall(length, width) + (_BROKEN if width < length <= _ONE_LINE else 0)


def _tall(length: int, width: int) -> int:
    """The lines that a line of that length takes, each one counted as often as it has lines above it, and once more."""
    lines = 1 if length <= width else -int(-min(length, _HEAVIEST) * _LOST // width)
    return lines * (lines + 1) // 2
