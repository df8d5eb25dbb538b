"""Bounded waiting: a test goes on as soon as something is true, and fails when it never is."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.pilot import Pilot

LONGEST = 10.0
"""Seconds until a test gives up: far more than any screen needs, for machines that are busy."""


async def wait_until(pilot: Pilot[Any], is_true: Callable[[], bool]) -> None:
    """Let the app work until something is true.

    Raises:
        TimeoutError: it did not become true.
    """
    until = monotonic() + LONGEST
    while not is_true():
        if monotonic() > until:
            raise TimeoutError("this did not become true in time")
        await pilot.pause(0.02)
