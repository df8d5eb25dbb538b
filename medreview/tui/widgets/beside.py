"""Two years side by side, a row for each matter; on a narrow screen they stand below each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual.content import Content
from textual.widgets import Static

WIDE: Final = 90
"""Columns from which on two years stand side by side."""

_INDENT: Final = 2
_BETWEEN: Final = " │ "


@dataclass(frozen=True)
class Pair:
    """What two years say of one matter, and what has changed."""

    title: Content
    then: Content
    now: Content
    said: Content = Content("")  # noqa: RUF009 - a text never changes


class Beside(Static):
    """Pairs below each other, each with its two years."""

    DEFAULT_CSS = """
    Beside { height: auto; width: 100%; }
    """

    def __init__(self, years: tuple[str, str], pairs: Sequence[Pair]) -> None:
        super().__init__()
        self._years = years
        self._pairs = pairs

    def on_resize(self) -> None:
        """Break the lines anew, in two columns under their years or in one."""
        room = self.content_size.width or 60
        then, now = (Content.styled(year, "bold $accent") for year in self._years)
        lines = self._columns(then, now, room - _INDENT) if room >= WIDE else []
        for pair in self._pairs:
            lines += [*self._pair(pair, room), Content("")]
        self.update(Content("\n").join(lines[:-1]))

    def _pair(self, pair: Pair, room: int) -> Iterator[Content]:
        yield from _wrapped(pair.title, room)
        cells = self._columns(pair.then, pair.now, room - _INDENT) if room >= WIDE else self._stack(pair, room)
        yield from (*cells, *map(_indented, _wrapped(pair.said, room - _INDENT)))

    def _columns(self, then: Content, now: Content, room: int) -> list[Content]:
        width = (room - len(_BETWEEN)) // 2
        pairs = zip_longest(_wrapped(then, width), _wrapped(now, width), fillvalue=Content(""))
        padded = ((left.pad_right(max(width - left.cell_length, 0)), right) for left, right in pairs)
        return [_indented(Content.assemble(left, (_BETWEEN, "$muted"), right)) for left, right in padded]

    def _stack(self, pair: Pair, room: int) -> Iterator[Content]:
        margin = max(map(len, self._years)) + _INDENT
        for year, cell in zip(self._years, (pair.then, pair.now), strict=True):
            for number, line in enumerate(_wrapped(cell, room - _INDENT - margin)):
                yield _indented(Content.assemble((f"{'' if number else year:<{margin}}", "bold $accent"), line))


def _indented(line: Content) -> Content:
    return Content.assemble(" " * _INDENT, line)


def _wrapped(text: Content, room: int) -> list[Content]:
    """Return the lines of a text, none for an empty one."""
    if not text.plain:
        return []
    parts = text.split("\n", allow_blank=True)
    return [line.rstrip() for part in parts for line in part.wrap(max(room, 1))]
