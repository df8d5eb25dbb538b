"""A large archive whose pages are still being checked behind the screens: it is read at once, only writing waits."""

from pathlib import Path
from threading import Event

import pytest

from medreview.store import checks
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import shows
from tests.tui.waiting import wait_until


async def test_one_gets_to_a_review_and_home_again_while_the_pages_are_checked(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, checked, is_checking, may_end = make_app(), checks.check, Event(), Event()

    def slowly(path: Path, *, whole: bool = True, briefly: bool = False) -> int:
        if not briefly:
            is_checking.set()
            may_end.wait()
        return checked(path, whole=whole, briefly=briefly)

    monkeypatch.setattr(checks, "LARGE", 0)
    monkeypatch.setattr(checks, "check", slowly)
    async with app.run_test() as pilot:
        try:
            await shows(pilot, HomeScreen)
            await wait_until(pilot, is_checking.is_set)
            await pilot.press("f5")
            await shows(pilot, ReviewScreen)
            await pilot.press("escape")
            await shows(pilot, HomeScreen)
            assert not app.archive.is_checked
        finally:
            may_end.set()
        await wait_until(pilot, lambda: app.archive.is_checked)
