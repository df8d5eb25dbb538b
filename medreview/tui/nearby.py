"""Drawing again only what lies where something changed: a key in a field asks no other row what it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

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


class Nearby(Compositor):
    """A compositor that draws of each widget the rows that changed; Textual's own draws all rows of all that share a
    clip."""

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
