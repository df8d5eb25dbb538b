"""Drawing again only what lies where something changed: a key in a field asks no other row what it looks like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual._compositor import Compositor

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip


class Nearby(Compositor):
    """A compositor that passes by widgets outside the changed region; Textual's own draws all that share a clip."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        everything = self.visible_widgets
        if crop is None:
            return super()._get_renders(crop)
        self._visible_widgets = {one: at for one, at in everything.items() if crop.overlaps(at[0])}
        try:
            return list(super()._get_renders(crop))
        finally:
            self._visible_widgets = everything
