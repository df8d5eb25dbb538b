"""When memory is tidied: never while somebody works, for that holds up everything for as long as it takes."""

from __future__ import annotations

import gc
from time import monotonic
from typing import Final, TypeVar

from textual import events

from medreview.tui.in_turn import InTurnApp

R = TypeVar("R")

_YOUNG: Final = (1_000, 10, 1_000_000)
"""What the collector does by itself: look through what was made just now, never through all there is; and often, for
what it takes then grows with what was made since: after a whole step as long as drawing it.
"""

_PAUSE: Final = 0.5
"""Seconds without a key after which what was made lately is looked through: amid what a key does it would be felt."""

_LOOK: Final = 30.0
"""Seconds between two looks whether somebody is still there, and without a key after which another program is used."""

_AWAY: Final = 300.0
"""Seconds without a key after which nobody sits there: all there is is looked through, which takes up to a second."""


def end_start() -> None:
    """Let the collector work from now on; what is loaded by now stays, so that it need never look at it again."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_YOUNG)
        gc.enable()


class TidyApp(InTurnApp[R]):
    """An app that collects what closed screens left behind once nobody is there to notice, and only then."""

    _touched = 0.0
    _is_tidy = True
    _waits = False
    """Whether a pause is waited for."""

    def on_mount(self) -> None:
        """Look now and then whether nobody is there."""
        self.set_interval(_LOOK, self._tidy)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is at work."""
        if isinstance(event, events.InputEvent):
            self._touched = monotonic()
            self._is_tidy = False
            if not self._waits:
                self._waits = True
                self.set_timer(_PAUSE, self._tidy_lately_made)
        await super().on_event(event)

    def _tidy_lately_made(self) -> None:
        """Look through what was made lately, or wait on where the pause was none."""
        left = self._touched + _PAUSE - monotonic()
        if left > 0:
            self.set_timer(left, self._tidy_lately_made)
        else:
            self._waits = False
            gc.collect(1)

    def _tidy(self) -> None:
        """Look through all there is once nobody is there."""
        quiet = monotonic() - self._touched
        if not self._is_tidy and quiet >= (_AWAY if self.app_focus else _LOOK):
            gc.collect()
            self._is_tidy = True
