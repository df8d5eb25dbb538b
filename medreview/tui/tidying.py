"""When memory is tidied: never while somebody works, for that holds up everything for as long as it takes."""

from __future__ import annotations

import gc
from time import monotonic
from typing import Final, TypeVar

from textual import events
from textual.app import App

R = TypeVar("R")

_YOUNG: Final = (5_000, 10, 1_000_000)
"""What the collector does by itself: look through what was made lately, never through all there is."""

_QUIET: Final = 30.0
"""Seconds without a key after which what was made lately is looked through; that takes no longer than a key."""

_AWAY: Final = 300.0
"""Seconds without a key after which nobody sits there: all there is is looked through, which takes up to a second."""


def end_start() -> None:
    """Let the collector work from now on; what is loaded by now stays, so that it need never look at it again."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_YOUNG)
        gc.enable()


class TidyApp(App[R]):
    """An app that collects what closed screens left behind once nobody is there to notice, and only then."""

    _touched = 0.0
    _is_tidy = True

    def on_mount(self) -> None:
        """Look now and then whether it is quiet."""
        self.set_interval(_QUIET, self._tidy)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is at work."""
        if isinstance(event, events.InputEvent):
            self._touched = monotonic()
            self._is_tidy = False
        await super().on_event(event)

    def _tidy(self) -> None:
        quiet = monotonic() - self._touched
        if self._is_tidy or quiet < _QUIET:
            return
        if quiet >= _AWAY or not self.app_focus:
            gc.collect()
            self._is_tidy = True
        else:
            gc.collect(1)
