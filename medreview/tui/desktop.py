"""Showing a folder in the file manager of the computer."""

import asyncio
import os
import shutil
import sys
from asyncio.subprocess import DEVNULL
from pathlib import Path
from typing import Final

PATIENCE: Final = 5.0
"""Seconds after which the file manager counts as opened: some go on running until the window is closed."""


async def open_folder(folder: Path) -> bool:
    """Show the folder in the file manager; return whether there is one that can be reached."""
    if sys.platform == "win32":
        try:
            os.startfile(folder)  # noqa: S606 - a folder, shown by Windows itself
        except OSError:
            return False
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or not _has_desktop():
        return False
    return await _ends_well(program, folder)


def _has_desktop() -> bool:
    """Whether there is a window system: without one `xdg-open` would start a text browser in this terminal."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def _ends_well(program: str, folder: Path) -> bool:
    process = await asyncio.create_subprocess_exec(program, folder, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
    try:
        return await asyncio.wait_for(process.wait(), PATIENCE) == 0
    except TimeoutError:
        return True
