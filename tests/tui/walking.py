"""Walking through every place of the table with one start of the app."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from tests.tui.looking import shown, shows
from tests.tui.places import PLACES


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until nothing on the screen changes any more."""
    before = ""
    for _ in range(60):
        await pilot.pause()
        busy = [one for one in pilot.app.workers if one.group not in ("place", "load ahead") and one.is_running]
        now = shown(pilot.app.screen)
        if now == before and not busy:
            return
        before = now
        await asyncio.sleep(0.01)


@asynccontextmanager
async def at_home(app: MedreviewApp, size: tuple[int, int]) -> AsyncIterator[Pilot[Any]]:
    """Run the app until its home screen is there."""
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        yield pilot


async def places(pilot: Pilot[Any]) -> AsyncIterator[str]:
    """Open one place after the other, each over home, and yield its name."""
    for name, opened in PLACES.items():
        while not isinstance(pilot.app.screen, HomeScreen):
            await pilot.app.pop_screen()
        await opened(pilot)
        await settled(pilot)
        yield name
