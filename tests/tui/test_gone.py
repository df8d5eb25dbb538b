"""The drive is pulled out in the middle: going on says what is wrong, and nothing ends."""

from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import committees, reviews
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows, typed_into
from tests.tui.test_review_screen import opened
from tests.tui.waiting import wait_until


async def test_what_is_not_saved_is_said_in_full_before_what_has_no_backup(
    make_app: MakeApp, archive_file: Path, tmp_path: Path
) -> None:
    app = make_app(language="da")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "goals")
        app.backing_up.hindered = Refusal("disk_error", path="x")
        away = archive_file.rename(tmp_path / "away.medreview")
        await typed_into(pilot, "text", "mere")
        await wait_until(pilot, lambda: "Ctrl+G gemmer et andet sted" in shown(screen).splitlines()[0])
        assert "sikkerhed" not in shown(screen).splitlines()[0]
        away.rename(archive_file)


async def test_one_can_leave_a_review_while_the_archive_is_gone(
    make_app: MakeApp, archive_file: Path, tmp_path: Path
) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await opened(pilot, "goals")
        away = archive_file.rename(tmp_path / "away.medreview")
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
        assert any("cannot be found" in one.message for one in app._notifications)
        away.rename(archive_file)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)


@pytest.mark.parametrize("code", ["archive_vanished", "disk_error"])
async def test_what_a_key_cannot_read_is_said(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "goals")

        def refused(*_args: object) -> None:
            raise Refusal(code, path="archive.medreview")

        monkeypatch.setattr(committees, "overview", refused)
        monkeypatch.setattr(reviews, "goal_history", refused)
        await pilot.press("escape")
        await wait_until(pilot, lambda: len(app._notifications))
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert app.screen is screen
        assert app.return_code is None
