"""Waiting until what fields have posted has reached whoever stores it."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from textual.screen import Screen

from medreview.tui.widgets.field import Field

LONGEST: Final = 0.5
"""Seconds that are waited at most: a screen that is busy with leaving passes nothing on."""


async def all_arrived(screens: Sequence[Screen[Any]]) -> None:
    """Let every value that a field has posted go its way up to its screen, and from there to the thread that stores."""
    fields = [field for screen in screens for field in screen.query(Field)]
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*(_passed_on(field) for field in fields)), LONGEST)
    await asyncio.sleep(0)  # what the screens began begins


async def _passed_on(field: Field) -> None:
    """Wait until each widget from a field up to its screen has handled what came before."""
    for widget in field.ancestors_with_self:
        passed = asyncio.Event()
        widget.call_later(passed.set)
        await passed.wait()
        if isinstance(widget, Screen):
            return
