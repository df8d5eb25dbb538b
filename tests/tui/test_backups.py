"""Backups are made while one works, listed, and lead back; what hinders them is said and stands in nobody's way."""

import asyncio
import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList, Static

from medreview.operations import backups, whereabouts
from medreview.tui import backing_up
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.restore import RestoreBackup
from medreview.tui.screens.backups import BackupsScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.settings import SettingsScreen
from tests.archives import a_full_review, an_archive_with
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import said, shown, shows
from tests.tui.waiting import LONGEST, wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]
WORDS = "Vi holder fire møder [/]"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back up at once after the start, and never again by itself."""
    monkeypatch.setattr(backing_up, "START", 0.01)
    monkeypatch.setattr(backing_up, "EVERY", 3600.0)


def make(path: Path) -> None:
    """Create an archive with the full review."""
    an_archive_with(path, a_full_review())


def made(app: MedreviewApp) -> tuple[backups.Backup, ...]:
    """Return the backups that there are."""
    return backups.backups(app.archive_path)


async def write(app: MedreviewApp, words: str = WORDS) -> None:
    """Write into the review that is shown, as a form would."""
    from medreview.operations import edit

    assert app.dossier is not None
    await app.saver.run(edit.change, app.archive, app.dossier.closing, how_we_cooperate=words)


def place(app: MedreviewApp) -> str:
    """Return the step at which the chair is, as the archive remembers it."""
    found = whereabouts.last_place(app.archive)
    return found[2] if found else ""


async def opened(pilot: Pilot[Any]) -> BackupsScreen:
    """Open the backups over what is shown, and wait for the list."""
    await pilot.app.run_action("app.backups")
    await shows(pilot, BackupsScreen)
    screen = pilot.app.screen
    assert isinstance(screen, BackupsScreen)
    await wait_until(pilot, lambda: "Changed since" in since(screen) or "Nothing changed" in since(screen))
    return screen


def since(screen: BackupsScreen) -> str:
    """Return what is told below the list."""
    return str(screen.query_one("#since", Static).render())


async def test_one_is_made_after_the_start_and_then_only_after_a_change(make_app_on: MakeAppOn) -> None:
    app = make_app_on(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        assert await app.backing_up.back_up() is None
        await write(app)
        assert await app.backing_up.back_up()
        assert [backup.reason for backup in made(app)] == ["regular", "regular"]
        assert said(app) == ""


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_tells_what_changed_and_a_press_makes_one_more(
    make_app_on: MakeAppOn, size: tuple[int, int]
) -> None:
    app = make_app_on(make)
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        await write(app)
        screen = await opened(pilot)
        assert "√ " in shown(screen.query_one("#list"))
        assert "automatic" in shown(screen.query_one("#list"))
        assert f"“{WORDS}”" in since(screen)
        screen.query_one("#now", Button).press()
        await wait_until(pilot, lambda: len(made(app)) == 2)
        await wait_until(pilot, lambda: "Nothing changed" in since(screen))
        assert "Backed up: own " in said(app)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_restoring_asks_keeps_the_present_and_stays_where_the_chair_is(
    make_app_on: MakeAppOn, size: tuple[int, int]
) -> None:
    app = make_app_on(make)
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: bool(app.screen.query("StepView")))
        await app.screen.run_action("screen.go_to('goals')")
        await wait_until(pilot, lambda: place(app) == "goals")
        await write(app)
        before = app.archive
        await opened(pilot)
        await pilot.press("enter")
        await shows(pilot, RestoreBackup)
        assert f"“{WORDS}”" in str(app.screen.query("Static").last().render())
        await pilot.press("escape")
        await shows(pilot, BackupsScreen)
        assert app.archive is before
        app.screen.query_one("#list").focus()
        await pilot.press("enter")
        await shows(pilot, RestoreBackup)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "The state before is kept" in said(app))
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        assert screen.step_key == "goals"
        assert screen.dossier.closing.how_we_cooperate != WORDS
        assert [backup.reason for backup in made(app)][-2:] == ["restore", "regular"]


async def test_a_damaged_one_is_shown_as_such_and_cannot_be_restored(make_app_on: MakeAppOn) -> None:
    app = make_app_on(make)
    async with app.run_test(size=(100, 30)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        bad = backups.folder_of(app.archive_path) / "own 2020-01-01 120000.medreview"
        bad.write_bytes(b"SQLite format 3\x00 and no more")
        screen = await opened(pilot)
        assert "× damaged" in shown(screen.query_one("#list"))
        await pilot.press("down")
        await wait_until(pilot, lambda: not screen.query_one("#restore").display)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen


async def test_a_backup_that_spoils_meanwhile_is_refused_and_the_archive_opens_again(make_app_on: MakeAppOn) -> None:
    app = make_app_on(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        await write(app)
        await opened(pilot)
        [backup] = made(app)
        await pilot.press("enter")
        await shows(pilot, RestoreBackup)
        backup.path.write_bytes(b"")
        await pilot.press("enter")
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: "is damaged and was not restored" in said(app))
        assert app.dossier is not None
        assert app.dossier.closing.how_we_cooperate == WORDS


async def test_what_hinders_is_said_once_and_shown_in_the_list(make_app_on: MakeAppOn) -> None:
    app = make_app_on(make)
    backups.folder_of(app.archive_path).write_text("in the way")
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: "There is no new backup." in said(app))
        assert "All saved · no backup" in shown(app.screen).splitlines()[0]
        await app.backing_up.back_up()
        assert said(app).count("There is no new backup.") == 1
        await write(app)
        await app.run_action("app.backups")
        await shows(pilot, BackupsScreen)
        await wait_until(pilot, lambda: "is a file, not a folder" in " ".join(shown(app.screen).split()))
        assert "There is no backup yet." in shown(app.screen)


async def test_the_second_place_is_chosen_in_the_settings_and_its_absence_said(
    make_app_on: MakeAppOn, tmp_path: Path
) -> None:
    app = make_app_on(make)
    stick = tmp_path / "stick [b]"
    async with app.run_test(size=(120, 50)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        await app.run_action("app.settings")
        await shows(pilot, SettingsScreen)
        app.screen.query_one("#backups", Input).focus()
        app.screen.query_one("#backups", Input).value = str(stick)
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
        assert app.settings.backup_folder == str(stick)
        await app.backing_up.back_up()
        assert "The second place for backups" in said(app)
        stick.mkdir()
        await app.backing_up.back_up()
        assert app.backing_up.missed is None
        [copied] = stick.rglob("*.medreview")
        assert copied.name == made(app)[0].path.name
        screen = await opened(pilot)
        assert str(stick) in shown(screen)


async def test_little_room_is_said(make_app_on: MakeAppOn, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_500_000))
    monkeypatch.setattr(backups, "ROOM", 100)
    app = make_app_on(make)
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: "There is little room on the disk: 1.5 MB." in said(app))
        screen = await opened(pilot)
        assert "There is little room on the disk." in shown(screen)


async def test_the_example_has_no_backups(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        assert await app.backing_up.back_up(always=True) is None
        await app.run_action("app.backups")
        await shows(pilot, BackupsScreen)
        await wait_until(pilot, lambda: "The example is made anew" in shown(app.screen))
        assert not app.screen.query_one("#now").display
        assert not app.screen.query_one("#list", OptionList).option_count


async def test_no_key_waits_for_a_backup(make_app_on: MakeAppOn, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app_on(make)
    begun, goes_on, back_up = Event(), Event(), backups.make_backup

    def slow(*words: Any) -> backups.Backup:
        begun.set()
        assert goes_on.wait(LONGEST)
        return back_up(*words)

    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: len(made(app)) == 1)
        monkeypatch.setattr(backups, "make_backup", slow)
        job = asyncio.create_task(app.backing_up.back_up(always=True))
        await wait_until(pilot, begun.is_set)
        await app.run_action("app.settings")
        await shows(pilot, SettingsScreen)
        assert not job.done()
        goes_on.set()
        assert await job is not None
