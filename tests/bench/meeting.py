"""A meeting from keys, with a watcher in the loop: `python -m tests.bench.meeting ARCHIVE STEPS` prints its blocks."""

import asyncio
import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from tests.bench.watcher import Block, Watcher

_SIZE: Final = (120, 40)
_WORDS: Final = "Vi er enige om at prøve det."
_PAUSE: Final = 0.02
_BREATH: Final = 0.7
"""Seconds after which what was typed is stored."""


def keys(steps: int) -> Iterator[str]:
    """Yield the keys of a meeting of so many steps: written, decided, presented, and a look at all else."""
    yield from ("f5", "breath")
    for number in range(steps):
        yield from (*_typed(_WORDS), "breath", "tab", "tab", *_typed("1."), "down", "up", "f8", "f7")
        if number % 3 == 0:
            yield from ("f9", "pause", *_typed(_WORDS), "tab", *_typed("Godkendt"), "escape")
            yield from ("f5", "pause", *["pagedown"] * 4, "pageup", "f5", "pause")
        yield "ctrl+n"
    yield from ("ctrl+f", *_typed("kolleger"), "escape", "f1", "pause", "escape", "ctrl+p", *_typed("gem"), "escape")
    yield from ("f4", "pause", "3", "escape", "ctrl+z", "ctrl+y", "f6", "pause", "escape", *["ctrl+b"] * (steps - 1))
    yield from ("escape", "breath", "f2", "pause", "escape", "f5", "pause", "escape", "breath")


async def held(archive: Path, steps: int) -> list[Block]:
    """Hold a meeting on the archive, which opens at home; return what the loop did, but for pressing the keys."""
    folder = archive.parent
    paths = Paths(archive, folder / "settings.json", folder / "logs", folder / "exports")
    app = MedreviewApp(archive, Settings(language="da"), paths)
    with Watcher().watching() as watcher:
        async with app.run_test(size=_SIZE) as pilot:
            while not isinstance(app.screen, HomeScreen):
                await pilot.pause(_PAUSE)
            for key in keys(steps):
                if key in ("pause", "breath"):
                    await pilot.pause(_PAUSE if key == "pause" else _BREATH)
                else:
                    await pilot.press(key)
            await app.leave()
    own = f"{asyncio.current_task().get_name()} "  # type: ignore[union-attr]  # this is one
    return [block for block in watcher.blocks if not block.what.startswith(own)]


def _typed(words: str) -> list[str]:
    named = {" ": "space", ".": "full_stop"}
    return [named.get(letter, letter) for letter in words]


if __name__ == "__main__":
    gc.disable()  # as the program does when it starts
    blocks = sorted(asyncio.run(held(Path(sys.argv[1]), int(sys.argv[2]))), key=lambda block: -block.seconds)
    sys.stdout.write(json.dumps([asdict(block) for block in blocks[:20]]))
