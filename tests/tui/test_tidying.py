"""When memory is tidied: never so that somebody who works waits for it."""

import gc

import pytest

from medreview.tui import tidying
from medreview.tui.tidying import TidyApp


@pytest.mark.parametrize(
    ("seconds", "is_in_front", "collected"),
    [(29, True, []), (31, True, [1]), (29, False, []), (31, False, [2]), (299, True, [1]), (301, True, [2])],
)
async def test_everything_is_looked_through_only_when_nobody_is_there(
    monkeypatch: pytest.MonkeyPatch, seconds: float, is_in_front: bool, collected: list[int]
) -> None:
    app = TidyApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("x")
        if not is_in_front:
            app.app_focus = False
        seen: list[int] = []
        monkeypatch.setattr(gc, "collect", lambda generation=2: seen.append(generation))
        monkeypatch.setattr(tidying, "monotonic", lambda: app._touched + seconds)
        app._tidy()
        monkeypatch.undo()
    assert seen == collected


async def test_what_is_tidy_is_left_alone_until_the_next_key(monkeypatch: pytest.MonkeyPatch) -> None:
    app = TidyApp[None]()
    async with app.run_test() as pilot:
        await pilot.press("x")
        seen: list[int] = []
        monkeypatch.setattr(gc, "collect", lambda generation=2: seen.append(generation))
        monkeypatch.setattr(tidying, "monotonic", lambda: app._touched + 301)
        app._tidy()
        app._tidy()
        monkeypatch.undo()
    assert seen == [2]
