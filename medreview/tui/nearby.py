"""Drawing again only what lies where something changed: a key in a field asks no other row what it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual._compositor import Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


class Nearby(Compositor):
    """A compositor that draws of each widget the rows that changed; Textual's own draws all rows of all that share a
    clip."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out; what gets its first size by that need not ask for all to be laid out and drawn once more.

        What scrolls by itself finds out only then how many lines it has, and asks.
        """
        result = super().reflow(parent, size)
        for widget in result.shown:
            if not widget.outer_size and not isinstance(widget, ScrollView):
                widget.set_reactive(Widget.virtual_size, self._full_map[widget].virtual_size)
        return result

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        everything = self.visible_widgets
        if crop is None:
            return super()._get_renders(crop)
        rows = Region(0, crop.y, self.size.width, crop.height)
        self._visible_widgets = {
            one: (region, clip.intersection(rows))
            for one, (region, clip) in everything.items()
            if crop.overlaps(region)
        }
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = everything
