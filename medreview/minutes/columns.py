"""How wide a table's columns are, counted in characters."""

from typing import Final

from medreview.minutes.document import Table, lines_of

_WORD_WIDTH: Final = 24
"""Longer words, such as addresses, may be broken."""

_ONE_LINE: Final = 18
"""A column with no longer lines keeps them whole: "10. september 2026"."""

_HEAVIEST: Final = 200
"""No column weighs more than one with a text of so many characters, so that long texts leave names room."""


def column_widths(table: Table, room: int) -> list[int]:
    """Return the columns' widths: as wide as their longest line, long texts cut down until all fit, words left whole.

    `room` is what the columns have together; they take less where their texts are shorter.
    """
    columns = _columns(table)
    room = max(room, len(columns))
    lines = [max(map(_longest_line, column)) for column in columns]
    words = _words(columns)
    widths = [min(line, room) for line in lines]
    kept = [line if line <= _ONE_LINE else word for line, word in zip(lines, words, strict=True)]
    while sum(widths) > room:
        widths[_next_to_cut(widths, lines, kept, words)] -= 1
    return widths


def keeps_words(table: Table, room: int) -> bool:
    """Return whether the columns have room for their words without breaking one."""
    return sum(_words(_columns(table))) <= room


def _columns(table: Table) -> list[tuple[str, ...]]:
    return list(zip(table.header, *table.rows, strict=True))


def _words(columns: list[tuple[str, ...]]) -> list[int]:
    return [min(max(map(_longest_word, column)), _WORD_WIDTH) for column in columns]


def _next_to_cut(widths: list[int], lines: list[int], kept: list[int], words: list[int]) -> int:
    """The column that is widest for its text, as long as there is one that need not break a short line or a word."""
    places = range(len(widths))
    loose = next(
        (found for least in (kept, words) if (found := [place for place in places if widths[place] > least[place]])),
        places,
    )
    return max(loose, key=lambda place: widths[place] / min(lines[place], _HEAVIEST) ** 0.5)


def _longest_line(text: str) -> int:
    return max(map(len, lines_of(text)))


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=1)
