"""Waiting for the screen: as short as possible, never longer than a bound, never a fixed sleep."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Final

from textual.pilot import Pilot

LONGEST: Final = 60.0
"""Seconds after which a test gives up; a slow machine gets there in less."""


async def wait_until(pilot: Pilot[Any], is_true: Callable[[], object], seconds: float = LONGEST) -> None:
    """Let the app work until the condition holds; an AssertionError where it does not in time."""
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {is_true.__code__.co_names}")
        await pilot.pause()
        await asyncio.sleep(0.01)
    await pilot.pause()
