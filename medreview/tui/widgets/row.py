"""Buttons side by side, on as many lines as they need."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.geometry import Offset, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement

from medreview.tui.widgets.pile import Pile

if TYPE_CHECKING:
    from textual.widget import Widget


class _Flowing(Layout):
    """From left to right, and on to the next line where there is no room."""

    name = "flowing"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002
        """Place each child beside the one before, or below where it would stick out."""
        x = y = below = 0
        placements = []
        for child in children:
            box = child._get_box_model(size, parent.app.viewport_size, Fraction(size.width), Fraction(size.height))
            width, height, margin = int(box.width), int(box.height), box.margin
            if x and x + margin.left + width > size.width:
                x, y = 0, below
            region = Region(x + margin.left, y + margin.top, width, height)
            placements.append(WidgetPlacement(region, Offset(), Spacing(), child, fixed=False, overlay=False))
            x, below = region.right + margin.right, max(below, region.bottom + margin.bottom)
        return placements


class Row(Horizontal, Pile):
    """Holds buttons; one that finds no room goes to the next line."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row > Button { max-width: 100%; height: auto; }
    """

    @property
    def layout(self) -> Layout:
        """The layout of the row."""
        return _FLOWING


_FLOWING = _Flowing()
