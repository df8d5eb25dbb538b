"""Keys in their turn: what one key does is done before the next one is looked at."""

from __future__ import annotations

import asyncio
from typing import Final, TypeVar

from textual import events
from textual.app import App
from textual.widget import Widget

R = TypeVar("R")

_TURNS: Final = 20
"""Turns of the loop that a key waits at most: a screen may be busy for long with something else."""


class InTurnApp(App[R]):
    """An app in which quick keys mean what they would mean slowly.

    Textual does what a screen's key asks for at once, but puts what is meant for a list or a field into its queue:
    a digit and then the key for the next row would set the digit on that next row.
    """

    async def on_event(self, event: events.Event) -> None:
        """Let what was pressed before be done first; without a screen the program is closing, and hears nothing."""
        if isinstance(event, (events.InputEvent, events.Paste)) and not self.screen_stack:
            return
        if isinstance(event, events.Key):
            await self._catch_up()
        await super().on_event(event)

    async def _catch_up(self) -> None:
        for _ in range(_TURNS):
            focused = self.focused if self.screen_stack else None
            around = focused.ancestors_with_self if focused else []
            if not any(isinstance(one, Widget) and one.message_queue_size for one in around):
                return
            await asyncio.sleep(0)
