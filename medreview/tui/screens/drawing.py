"""How a screen is drawn: what is seen of it only, once for all that changed, and in a turn of the loop of its own."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

from textual import events, on
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from medreview.tui.nearby import Nearby

R = TypeVar("R")


class Drawing(Screen[R]):
    """A screen that is laid out in one turn of the loop and drawn in the next: keys come in between."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus; what it looks like is drawn by whom it comes to and leaves, and nothing else changes."""

    _waits_to_draw = False
    """Whether all was laid out in this turn of the loop."""

    _was_shown = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._compositor = Nearby()

    @on(events.ScreenResume)
    def _style_once(self, event: events.ScreenResume) -> None:
        """Style of a new screen only itself: all that is in it was styled a moment ago, when it was composed."""
        if event.refresh_styles and not self._was_shown:
            event.refresh_styles = False
            self.app.stylesheet.update_nodes([self])
        self._was_shown = True

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out now and draw in the next turn of the loop: what comes meanwhile waits for one of both only."""
        if not self._waits_to_draw:
            self._waits_to_draw = True
            asyncio.get_running_loop().call_soon(self._end_turn)
        super()._refresh_layout(size, scroll)

    def _end_turn(self) -> None:
        self._waits_to_draw = False
        self.call_later(self._compositor_refresh)

    def _compositor_refresh(self) -> None:
        """Draw, but not while several changes belong together: what is drawn then reaches no terminal."""
        if self.app._batch_count:
            self.refresh()
        elif not self._waits_to_draw:
            super()._compositor_refresh()
