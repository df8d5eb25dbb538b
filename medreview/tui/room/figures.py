"""Figures for the back row: large digits and plain bars, of characters that every terminal font has."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from textual.content import Content
from textual.widgets import Static

from medreview.domain.cleaning import clean_line
from medreview.i18n import current
from medreview.minutes import arithmetic
from medreview.tui.text import one_line

_DOTS: Final = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    "−": "000 000 111 000 000",
    "-": "000 000 111 000 000",
    "+": "000 010 111 010 000",
    ",": "0 0 0 0 1 1",
    ".": "0 0 0 0 1",
    " ": "0 0 0 0 0",
    "\N{NO-BREAK SPACE}": "0 0 0 0 0",
}
"""Every character as rows of dots, from the top."""

_HALVES: Final = {"00": " ", "10": "▀", "01": "▄", "11": "█"}
"""The block for an upper and a lower dot."""

_ROWS: Final = 6
_GAP: Final = 4
_BAR: Final = 30
"""Characters of the longest bar."""


@dataclass(frozen=True)
class Number:
    """A figure as it is written, with its unit and what it is."""

    label: str
    text: str
    unit: str = ""


@dataclass(frozen=True)
class Bar:
    """A year's figure beside the others: what it is, its value, and the value as it is written."""

    label: str
    value: Decimal
    text: str


class Numbers(Static):
    """Figures side by side in large digits; in plain words where the screen is too narrow for that."""

    DEFAULT_CSS = """
    Numbers { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._numbers: Sequence[Number] = ()

    def show_numbers(self, numbers: Sequence[Number]) -> None:
        """Show other figures; nothing where there are none."""
        self._numbers = numbers
        self.display = bool(numbers)
        self.on_resize()

    def on_resize(self) -> None:
        """Choose digits that fit."""
        columns = [_column(number) for number in self._numbers]
        width = sum(len(column[0]) for column in columns) + _GAP * (len(columns) - 1)
        if not columns or width > (self.content_size.width or 60):
            lines = [Content.assemble(f"{one.label}: ", (_written(one), "bold")) for one in self._numbers]
        else:
            lines = [Content.styled((" " * _GAP).join(row), "bold $accent") for row in zip(*columns, strict=True)]
            lines[-1] = Content.styled(lines[-1].plain, "$text")
        self.update(Content("\n").join(lines))


def large(text: str) -> list[str]:
    """Return a figure as three lines of blocks, all of one width; the text itself where a character has no dots."""
    if not text or not set(text) <= _DOTS.keys():
        return ["", text, ""] if text == "" else [" " * len(text), text, " " * len(text)]
    glyphs = [_glyph(one) for one in text]
    return [" ".join(glyph[row] for glyph in glyphs) for row in range(_ROWS // 2)]


def bars(years: Sequence[Bar], room: int = 0) -> Content:
    """Return a bar for each figure, as long as the figure is; nothing where one is below 0 or all are 0.

    In a room of few columns the bars are shorter, so that each stays on one line with what it says.
    """
    longest = max((year.value for year in years), default=Decimal(0))
    if longest <= 0 or any(year.value < 0 for year in years):
        return Content("\n").join(one_line(f"{year.label}  {year.text}") for year in years)
    width = max(len(year.label) for year in years)
    around = width + 4 + max(one_line(year.text).cell_length for year in years)
    full = max(min(_BAR, room - around), 1) if room else _BAR
    return Content("\n").join(
        Content.assemble(
            f"{year.label:<{width}}  ", (_bar(year.value / longest, full), "$accent"), "  ", one_line(year.text)
        )
        for year in years
    )


def _bar(share: Decimal, full: int) -> str:
    halves = max(round(share * full * 2), 1)
    return "█" * (halves // 2) + "▌" * (halves % 2)


def _column(number: Number) -> list[str]:
    """Three lines of digits, the unit behind the last one, and below them what the figure is, in words too."""
    *above, last = large(number.text)
    lines = [*above, f"{last} {clean_line(number.unit)}".rstrip(), f"{number.label} {_written(number)}"]
    width = max(map(len, lines))
    return [f"{line:<{width}}" for line in lines]


def _written(number: Number) -> str:
    return clean_line(arithmetic.amount(current(), number.text, number.unit)).rstrip()


def _glyph(character: str) -> list[str]:
    dots = _DOTS[character].split()
    dots += ["0" * len(dots[0])] * (_ROWS - len(dots))
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return ["".join(_HALVES[upper + lower] for upper, lower in zip(*pair, strict=True)) for pair in pairs]
