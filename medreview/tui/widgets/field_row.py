"""Fields side by side, whose controls stand on one line however long their labels are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.layout import ArrangeResult, Layout
from textual.layouts.horizontal import HorizontalLayout
from textual.widgets import Label

from medreview.tui.widgets.pile import Pile

if TYPE_CHECKING:
    from textual.geometry import Size
    from textual.widget import Widget


class _OnOneLine(HorizontalLayout):
    """From left to right; what has a lower label than its neighbours begins as much further down."""

    name = "on one line"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Place each child beside the one before, its label above the same line."""
        placed = super().arrange(parent, children, size, greedy)
        heights = [_label_height(one.widget, one.region.width) for one in placed]
        tallest = max(heights, default=0)
        pairs = zip(placed, heights, strict=True)
        return [one._replace(region=one.region.translate((0, tallest - height))) for one, height in pairs]


def _label_height(field: Widget, width: int) -> int:
    """Return how many lines the label takes that a field begins with; none where it has none."""
    label = next(iter(field.children), None)
    if not isinstance(label, Label) or not label.display:
        return 0
    return label.get_content_height(field.size, field.app.viewport_size, width)


class FieldRow(Horizontal, Pile):
    """Holds fields side by side."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    """

    @property
    def layout(self) -> Layout:
        """The layout of the row."""
        return _ON_ONE_LINE


_ON_ONE_LINE = _OnOneLine()
