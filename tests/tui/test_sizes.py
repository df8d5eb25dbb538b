"""Every place at every size: whole, without scrolling sideways, and as it was looked at last.

The pictures in letters lie in `golden/`; `UPDATE_GOLDEN=1 pytest tests/tui/test_sizes.py` writes them anew, and what
changed is then read in the difference before it is committed.
"""

import os
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

import pytest
from textual.screen import Screen

from tests.tui.looking import shown
from tests.tui.places import PLACES
from tests.tui.still import create_world, standing_still, still_app
from tests.tui.walking import at_home, places, settled
from tests.tui.wholeness import faults

SIZES: Final = [(80, 24), (60, 16), (68, 18), (120, 40), (200, 60)]
"""The first one is that in which the places are opened."""

KEPT: Final = [size for size in SIZES if size != (200, 60)]
"""The sizes of which pictures are kept."""

GOLDEN: Final = Path(__file__).parent / "golden"
_BAR: Final = re.compile(r" *[▀▄]$", re.MULTILINE)
_CHECKSUM: Final = re.compile(r"\b[0-9a-f]{4}(?: [0-9a-f]{4}){3,}\b")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[None]:
    """The archive of the walks, in a world that stands still."""
    with standing_still(tmp_path):
        create_world()
        yield


async def test_every_place_is_whole_at_every_size_and_looks_as_it_did(world: None) -> None:
    wrong: list[str] = []
    seen: dict[tuple[str, tuple[int, int]], str] = {}
    kinds: set[type[Screen[Any]]] = set()
    async with at_home(still_app(), SIZES[0]) as pilot:
        async for name in places(pilot):
            kinds.add(type(pilot.app.screen))
            for size in SIZES:
                if size != pilot.app.size:
                    await pilot.resize_terminal(*size)
                    await settled(pilot)
                wrong += [f"{name} {size}: {fault}" for fault in faults(pilot.app.screen)]
                seen[name, size] = shown(pilot.app.screen)
            await pilot.resize_terminal(*SIZES[0])
    assert not wrong, "\n".join(wrong)
    assert not _screens() - kinds, "these have no line in tests/tui/places.py"
    kept = {f"{name}-{size[0]}x{size[1]}.txt": _steady(text) for (name, size), text in seen.items() if size in KEPT}
    if os.environ.get("UPDATE_GOLDEN"):
        _write(kept)
    assert _differences(kept) == []


def _screens() -> set[type[Screen[Any]]]:
    """Return the classes of screens and dialogs of the package that no other is made from."""
    return {kind for kind in _without_others(Screen) if kind.__module__.startswith("medreview.")}


def _without_others(kind: type[Screen[Any]]) -> set[type[Screen[Any]]]:
    below = [one for one in kind.__subclasses__() if one.__module__.startswith(("medreview.", "textual."))]
    return {leaf for one in below for leaf in _without_others(one)} or {kind}


def _steady(text: str) -> str:
    """Return the text without checksums and ends of scroll bars.

    The former are taken over ids that were made before the world stood still, the latter differ while a preview loads.
    """
    return _BAR.sub("", _CHECKSUM.sub(lambda found: re.sub(r"\w", "0", found[0]), text))


def _write(kept: dict[str, str]) -> None:
    for path in GOLDEN.glob("*.txt"):
        path.unlink()
    for name, text in kept.items():
        (GOLDEN / name).write_text(f"{text.rstrip()}\n", encoding="utf-8")


def _differences(kept: dict[str, str]) -> list[str]:
    """Return the first line that differs of each picture that does."""
    found = []
    for name, text in kept.items():
        path = GOLDEN / name
        was = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        now = text.rstrip().splitlines()
        if was != now:
            pairs = enumerate(zip_longest(was, now, fillvalue=""), start=1)
            found.append(f"{name}: {next(f'line {at}: {pair}' for at, pair in pairs if pair[0] != pair[1])}")
    return found


def test_no_picture_is_left_of_a_place_that_is_gone() -> None:
    known = {f"{name}-{width}x{height}.txt" for name in PLACES for width, height in KEPT}
    assert {path.name for path in GOLDEN.glob("*.txt")} <= known
