"""Drawing again only what lies where something changed: a key in a field asks no other row what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from textual import events
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


@cache
def hears(kind: type[Widget], *asked: type[events.Event]) -> bool:
    """Return whether widgets of a kind do something at one of these events, besides what all widgets do."""
    names = {f"{prefix}{event.handler_name}" for event in asked for prefix in ("", "_")}
    kinds = [vars(one) for one in kind.__mro__ if one is not Widget]
    return any(names & one.keys() or set(asked) & one.get("_decorated_handlers", {}).keys() for one in kinds)


Piece = tuple[int, int, int]
"""A row, and from where up to where something is seen in it."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A widget, where it lies, the part of that which nothing around it cuts off, and what nothing covers of that."""

    widget: Widget
    region: Region
    in_sight: Region
    pieces: list[Piece]

    def drawn(self, rows: list[int]) -> dict[int, Strip]:
        """Draw rows of the screen, given from top to bottom."""
        strips: dict[int, Strip] = {}
        for first, last in _runs(rows):
            part = Region(self.in_sight.x, first, self.in_sight.width, last - first + 1)
            lines = self.widget.render_lines(part.translate(-self.region.offset))
            strips.update(zip(range(first, last + 1), lines, strict=True))
        return strips


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other."""
    first = last = rows[0]
    for row in rows:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def _taken(gaps: list[list[tuple[int, int]]], region: Region) -> list[Piece]:
    """Take from the gaps of each row what a region fills of them, and return that."""
    left, right = region.column_span
    found: list[Piece] = []
    for y in region.line_range:
        if taken := [(max(start, left), min(end, right)) for start, end in gaps[y] if start < right and end > left]:
            found.extend((y, start, end) for start, end in taken)
            parts = (part for start, end in gaps[y] for part in ((start, min(end, left)), (max(start, right), end)))
            gaps[y] = [(start, end) for start, end in parts if start < end]
    return found


class Nearby(Compositor):
    """A compositor that draws of each widget what changed and is seen; Textual's own draws all rows of all that share a
    clip."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: list[Seen] = []
        """What is seen of whom, from front to back, as of when the cuts were made."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out, and return to whom it is told: only those who do something then.

        What gets its first size by that need not ask for all to be laid out and drawn once more; what scrolls by itself
        finds out only then how many lines it has, and asks.
        """
        hidden, shown, resized = super().reflow(parent, size)
        self._full_map_invalidated = False  # it is new: nobody need lay out all once more to find a widget
        focused = parent.focused if isinstance(parent, Screen) else None
        for widget in shown:
            if not widget.outer_size and not isinstance(widget, ScrollView):
                widget.set_reactive(Widget.virtual_size, self._full_map[widget].virtual_size)
        return ReflowResult(
            hidden={one for one in hidden if one is focused or hears(type(one), events.Hide)},
            shown={one for one in shown if hears(type(one), events.Show, events.Resize)},
            resized={one for one in resized if hears(type(one), events.Resize)},
        )

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Note what is to be drawn again; what is out of sight just then moves nothing, so all keep their places."""
        is_behind = self._full_map_invalidated
        super().update_widgets(widgets)
        self._full_map_invalidated = is_behind

    @property
    def cuts(self) -> list[list[int]]:
        """Where in each row another widget begins to be seen; Textual cuts also what is covered, and what covers it."""
        if self._cuts is None:
            width, height = self.size
            gaps = [[(0, width)] for _ in range(height)]
            shown = ((one, region, region.intersection(clip)) for one, (region, clip) in self.visible_widgets.items())
            self._seen = [Seen(one, place, in_sight, _taken(gaps, in_sight)) for one, place, in_sight in shown]
            self._cuts = [[width, *(start for start, _ in left)] for left in gaps]
            for y, start, _ in (piece for seen in self._seen for piece in seen.pieces):
                self._cuts[y].append(start)
            for cuts in self._cuts:
                cuts.sort()
        return self._cuts

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> list[dict[int, Strip]]:
        """Draw of each widget what is seen of it; Textual draws all of it, and throws away what others cover."""
        chops: list[dict[int, Any]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        rows = {y for y in crop.line_range if is_rendered_line(y)}
        left, right = crop.column_span
        for seen in self._seen:
            pieces = [piece for piece in seen.pieces if piece[0] in rows and piece[1] < right and piece[2] > left]
            if pieces:
                strips = seen.drawn([y for y, _, _ in pieces])
                for y, start, end in pieces:
                    chops[y][start] = strips[y].crop(start - seen.in_sight.x, end - seen.in_sight.x)
        return chops
