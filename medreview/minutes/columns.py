"""How wide a table's columns are, counted in characters."""

from typing import Final

from medreview.minutes.document import Table, lines_of

_WORD_WIDTH: Final = 24
"""Longer words, such as addresses, may be broken."""


def column_widths(table: Table, room: int) -> list[int]:
    """Return the columns' widths: as wide as their longest line, the widest cut down until all fit, words left whole.

    `room` is what the columns have together; they take less where their texts are shorter.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    room = max(room, len(columns))
    widths = [min(max(map(_longest_line, column)), room) for column in columns]
    words = [min(max(map(_longest_word, column)), _WORD_WIDTH) for column in columns]
    while sum(widths) > room:
        loose = [place for place, width in enumerate(widths) if width > words[place]]
        widths[max(loose or range(len(widths)), key=widths.__getitem__)] -= 1
    return widths


def _longest_line(text: str) -> int:
    return max(map(len, lines_of(text)))


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=1)
