"""How a screen ends: what goes on there ends first, then its parts go, so that nothing looks for them in vain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

R = TypeVar("R")


class Ending(Screen[R]):
    """A screen that keeps its parts as long as anything goes on there that may ask for them.

    Textual takes the parts away before it ends what was begun on a screen, and does what was put off until something
    is drawn on whichever screen is on top by then.
    """

    _deeds = 0
    """How many actions are being done here."""
    _rests: asyncio.Event | None = None
    """Set when none is done any more, where somebody waits for that."""

    @property
    def is_open(self) -> bool:
        """Whether the screen is still there; what it asked for may come when it was closed meanwhile."""
        return self.is_running and not self._pruning and self in self.app.screen_stack

    @property
    def is_whole(self) -> bool:
        """Whether it is there with all its parts: one that is shown just now is still without them."""
        return self.is_mounted and self.is_open

    def close(self) -> None:
        """Close this screen with what lies over it; one that is closed already takes nothing else with it.

        That is not awaited: this may be where the key was pressed.
        """
        stack = self.app.screen_stack
        for _ in stack[stack.index(self) :] if self in stack else ():
            self.app.pop_screen()

    def run_worker(self, work: Any, *args: Any, **options: Any) -> Worker[Any]:
        """Begin something that ends with this screen; what is asked for while it goes ends at once."""
        worker: Worker[Any] = super().run_worker(work, *args, **options)
        if not self.is_running:
            worker.cancel()
        return worker

    @contextmanager
    def doing(self) -> Iterator[None]:
        """Keep the parts of the screen while an action is done."""
        self._deeds += 1
        try:
            yield
        finally:
            self._deeds -= 1
            if self._rests is not None and not self._deeds:
                self._rests.set()

    async def _message_loop_exit(self) -> None:
        """End what was begun here, and let what is being done here be done, before the parts go."""
        self.workers.cancel_node(self)
        while self._deeds:
            self._rests = asyncio.Event()
            await self._rests.wait()
        await super()._message_loop_exit()

    def _invoke_later(self, callback: Any, sender: MessagePump) -> None:
        """Put something off until after drawing: on the screen it is about, and never for one that is gone."""
        bound = callback.func if isinstance(callback, partial) else callback
        about = getattr(bound, "__self__", self)
        if not isinstance(about, Widget):
            super()._invoke_later(callback, sender)
        elif about.is_running:
            Screen._invoke_later(about.screen, callback, sender)
