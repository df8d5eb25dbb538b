"""Every page and dialog: readable in all colours, whole at every size, in every language."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot

from medreview.domain.errors import Refusal
from medreview.minutes.difference import Section
from medreview.operations.backups import Backup
from medreview.tui.dialogs.addendum import WriteAddendum
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.restore import RestoreBackup
from medreview.tui.dialogs.withdraw import Withdraw
from medreview.tui.screens.first_start import FirstStartScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.screens.problem import ProblemScreen
from medreview.tui.screens.versions import ReadingScreen, VersionsScreen
from tests.archives import a_full_review, an_approved_review
from tests.tui.approvals import three_stages
from tests.tui.conftest import MakeApp
from tests.tui.contrast import drawn
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

LEAST: Final = {"light": 4.5, "dark": 4.5, "projector": 7.0}
SIZES: Final = [(120, 40), (80, 24), (68, 18)]

NOW: Final = datetime(2026, 11, 22, 10, 42, 33)
TAKEN_BACK: Final = (Section("a [/] b", ("empty → “[b]”",) * 40),)

Open = Callable[[Pilot[Any]], Awaitable[object]]

PAGES: Final[dict[str, Open]] = {
    "committee": lambda pilot: pilot.app.run_action("app.edit_committee"),
    "backups": lambda pilot: pilot.app.run_action("app.backups"),
    "restore": lambda pilot: pilot.app.push_screen(RestoreBackup(Backup(Path("a"), NOW, 1), TAKEN_BACK)),
    "settings": lambda pilot: pilot.app.run_action("app.settings"),
    "guide": lambda pilot: pilot.app.run_action("app.guide"),
    "plain text": lambda pilot: pilot.app.run_action("app.read"),
    "history": lambda pilot: pilot.press("f7"),
    "export": lambda pilot: pilot.press("f6"),
    "help": lambda pilot: pilot.press("f1"),
    "import": lambda pilot: pilot.app.run_action("app.import_file"),
    "committees": lambda pilot: pilot.press("f2"),
    "palette": lambda pilot: pilot.press("ctrl+p"),
    "search": lambda pilot: pilot.press("ctrl+f"),
    "new": lambda pilot: pilot.app.push_screen(NewCommitteeScreen({})),
    "problem": lambda pilot: pilot.app.push_screen(ProblemScreen(Refusal("archive_damaged", path="a [/] b"))),
    "approve": lambda pilot: pilot.app.push_screen(Approve(an_approved_review())),
    "blocked": lambda pilot: pilot.app.push_screen(Approve(a_full_review(), is_example=True)),
    "withdraw": lambda pilot: pilot.app.push_screen(Withdraw(an_approved_review())),
    "addendum": lambda pilot: pilot.app.push_screen(WriteAddendum(an_approved_review(), 2027)),
    "versions": lambda pilot: pilot.app.push_screen(VersionsScreen(an_approved_review(), three_stages())),
    "reading": lambda pilot: pilot.app.push_screen(ReadingScreen(an_approved_review(), "Version 1", "a [/] b\n" * 99)),
    "first": lambda pilot: pilot.app.push_screen(FirstStartScreen(Path("a [/] b"))),
}


async def opened(pilot: Pilot[Any], page: str) -> None:
    """Open a page over home."""
    await shows(pilot, HomeScreen)
    await PAGES[page](pilot)
    await wait_until(pilot, lambda: not isinstance(pilot.app.screen, HomeScreen))
    await pilot.pause(0.3)


@pytest.mark.parametrize("theme", LEAST)
@pytest.mark.parametrize("page", PAGES)
async def test_every_page_can_be_read_with_focus_anywhere(make_app: MakeApp, page: str, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test(size=(110, 50)) as pilot:
        await opened(pilot, page)
        for _ in range(6):
            poor = [f"{one.text!r} {one.ratio:.1f}" for one in drawn(app.screen) if one.ratio < LEAST[theme]]
            assert not poor
            await pilot.press("tab")
            await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["da", "sv", "en"])
async def test_every_page_opens_at_every_size(make_app: MakeApp, size: tuple[int, int], language: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=size) as pilot:
        for page in PAGES:
            await opened(pilot, page)
            assert shown(app.screen).strip(), page
            await app.open_archive(app.archive_path)
