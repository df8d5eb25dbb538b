"""A watcher in the event loop: how long it was blocked, and by what."""

import sys
import threading
from asyncio import Handle, Task
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import perf_counter, sleep, thread_time
from types import FrameType
from typing import Any, Final

LONGEST: Final = 0.05
"""Seconds after which somebody who types notices that nothing happens."""

_GLANCE: Final = 0.01
"""Seconds between two looks at what runs."""

_FRAMES: Final = 4


@dataclass(frozen=True)
class Block:
    """A time for which the loop did one thing only."""

    seconds: float
    worked: float
    """Seconds of a processor in it: on a busy machine the rest went to other programs."""
    what: str
    where: str
    """The innermost calls, as they were found about the middle of it."""


class Watcher:
    """Notes every block of the loop in whose thread it is entered; the longest one may be short."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._begun: float | None = None
        self._seen: list[str] = []
        self._thread = threading.get_ident()
        self._is_over = False

    @contextmanager
    def watching(self) -> Iterator["Watcher"]:
        """Watch what the loop runs."""
        run = Handle._run
        looker = threading.Thread(target=self._look, daemon=True)
        Handle._run = self._timed(run)  # type: ignore[method-assign]
        looker.start()
        try:
            yield self
        finally:
            Handle._run = run  # type: ignore[method-assign]
            self._is_over = True
            looker.join()

    @property
    def longest(self) -> Block:
        """The longest block."""
        return max(self.blocks, key=lambda block: block.seconds)

    def _timed(self, run: Any) -> Any:
        def timed(handle: Handle) -> None:
            what = _name(handle)
            self._seen, self._begun, before = [], perf_counter(), thread_time()
            run(handle)
            seconds, worked = perf_counter() - self._begun, thread_time() - before
            self._begun = None
            self.blocks.append(Block(seconds, worked, what, self._seen[len(self._seen) // 2] if self._seen else ""))

        return timed

    def _look(self) -> None:
        while not self._is_over:
            sleep(_GLANCE)
            frame = sys._current_frames().get(self._thread) if self._begun else None
            if frame is not None:
                self._seen.append(_calls(frame))


def _name(handle: Handle) -> str:
    """Return what a handle runs: the name of its task, or of its function."""
    callback = getattr(handle, "_callback", None)
    task = getattr(callback, "__self__", None)
    if isinstance(task, Task):
        with suppress(RuntimeError):
            return f"{task.get_name()} {getattr(task.get_coro(), '__qualname__', '')}"
    return getattr(callback, "__qualname__", repr(callback))


def _calls(frame: FrameType | None) -> str:
    """Return the innermost calls, innermost first."""
    names: list[str] = []
    while frame is not None and len(names) < _FRAMES:
        names.append(frame.f_code.co_qualname)
        frame = frame.f_back
    return " < ".join(names)
