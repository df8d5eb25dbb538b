"""Storing in the background, in the order in which it was asked for."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Saver:
    """One thread that works through the operations, so that the screen never waits for the disk."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="archive")
        self._is_closed = False
        self.saved_at: datetime | None = None
        """When something was last stored."""

    async def run(self, operation: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run an operation after those asked for earlier and return its result; refusals are raised here."""
        if self._is_closed:
            raise asyncio.CancelledError  # the program is ending, and what was asked for earlier is done
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: operation(*args, **kwargs))

    def close(self) -> None:
        """Finish what was asked for; nothing more is begun."""
        self._is_closed = True
        self._thread.shutdown(wait=True)
