"""An unexpected error anywhere ends in words, not in a traceback; what is typed is stored and nothing of it is logged."""

import asyncio
import re
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from medreview.example import create_example
from medreview.i18n import LANGUAGES, use
from medreview.log import LARGEST, log_file, note_error
from medreview.operations import committees, reviews
from medreview.operations.archives import open_archive
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.crash import Answer, Crash, CrashApp
from medreview.tui.screens.opening import Opening
from tests.tui.looking import shown, typed_into
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

CANARY: Final = "CANARY-4711"


class Injected(Exception):  # noqa: N818 - nothing but the tests raises it
    """An error that no handler expects, with what somebody typed in its text."""


@pytest.fixture(scope="module")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in English."""
    path = tmp_path_factory.mktemp("example") / "example.medreview"
    create_example(path, "en", date.today())
    return path


@pytest.fixture
def archive_file(example_file: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(example_file, tmp_path / "archive.medreview"))


def app_on(path: Path) -> MedreviewApp:
    """Return the app in English; its settings and logs lie beside the archive."""
    use("en")
    folder = path.parent
    paths = Paths(path, folder / "settings.json", folder / "logs", folder / "exports")
    return MedreviewApp(path, Settings(language="en"), paths)


def explode(*_: object) -> None:
    """Raise the error that nobody expects."""
    typed = CANARY
    raise Injected(f"{typed} stands in the message and in a local variable")


async def explode_later() -> None:
    """Raise it in a coroutine."""
    explode()


def ended_well(app: MedreviewApp) -> str:
    """Check that the app ended in order and return the log, in which nothing stands of what was typed."""
    assert app.crash is not None
    assert not app.has_archive
    assert app.is_all_stored
    assert app._exit_renderables == []
    log = log_file(app.paths.logs).read_text(encoding="utf-8")
    assert CANARY not in log
    assert "Injected" in log
    assert re.search(r"tests\.fault\.test_crash_screen:explode:\d+", log)
    assert str(app.paths.logs.parent) not in log
    return log


async def opened(pilot: Pilot[None]) -> None:
    """Wait until the archive is open and its screen is shown."""
    await wait_until(pilot, lambda: not isinstance(pilot.app.screen, Opening) and pilot.app.screen.is_mounted)


Way = Callable[[Pilot[None]], Any]


async def _review(pilot: Pilot[None], *keys: str) -> None:
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    committee = (await app.saver.run(committees.list_committees, app.archive))[0]
    overview = await app.saver.run(committees.overview, app.archive, committee.id)
    approved = [one for one in overview.reviews if one.approved_on]
    wanted = approved[0] if "approved" in keys and approved else overview.reviews[0]
    await app.show_review(await app.saver.run(reviews.load, app.archive, wanted.id))
    await wait_until(pilot, lambda: pilot.app.screen.query("StepView"))


async def _action(pilot: Pilot[None], action: str) -> None:
    await pilot.app.screen.run_action(action)


async def _in_review(pilot: Pilot[None], action: str) -> None:
    await _review(pilot)
    await _action(pilot, action)


async def _history(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    assert app.dossier is not None
    await app.show_history(app.dossier.last_goals[0])


SCREENS: Final[dict[str, tuple[Way, str]]] = {
    "home": (lambda pilot: pilot.pause(), "HomeScreen"),
    "review": (_review, "ReviewScreen"),
    "committee": (partial(_action, action="app.edit_committee"), "CommitteeScreen"),
    "export": (partial(_action, action="app.export"), "ExportScreen"),
    "settings": (partial(_action, action="app.settings"), "SettingsScreen"),
    "help": (partial(_action, action="app.help"), "HelpScreen"),
    "history": (_history, "HistoryScreen"),
    "palette": (partial(_action, action="app.palette"), "Palette"),
    "committees": (partial(_action, action="app.switch_committee"), "Pick"),
    "entry": (partial(_in_review, action="screen.new_decision"), "Entry"),
    "approve": (partial(_in_review, action="screen.approve"), "Approve"),
    "pick": (partial(_in_review, action="screen.pick_step"), "Pick"),
    "files": (partial(_action, action="app.open_archive"), "PickFile"),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_an_error_behind_a_key_of_any_screen(name: str, archive_file: Path) -> None:
    way, kind = SCREENS[name]
    app = app_on(archive_file)
    with pytest.raises(Injected):
        async with app.run_test() as pilot:
            await opened(pilot)
            await way(pilot)
            await wait_until(pilot, lambda: type(app.screen).__name__ == kind)
            app.screen.action_explode = explode  # type: ignore[attr-defined]
            app.screen._bindings.bind("f12", "screen.explode", priority=True)
            await pilot.press("f12")
    ended_well(app)


CHANNELS: Final[dict[str, Callable[[Screen[Any], MedreviewApp], object]]] = {
    "message": lambda screen, _: screen.call_later(explode),
    "timer": lambda screen, _: screen.set_timer(0.01, explode),
    "worker": lambda screen, _: screen.run_worker(explode_later()),
    "thread of the saver": lambda _, app: app.run_worker(partial(app.saver.run, explode)),
    "app": lambda _, app: app.call_later(explode),
    "loop": lambda *_: asyncio.get_running_loop().call_soon(explode),
    "task": lambda *_: asyncio.get_running_loop().create_task(explode_later()),
    "terminal": lambda _, app: app.panic(CANARY),
}


@pytest.mark.parametrize("channel", [name for name in CHANNELS if name != "terminal"])
async def test_what_is_typed_at_that_moment_is_stored(channel: str, archive_file: Path) -> None:
    app = app_on(archive_file)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - a worker's error comes wrapped
        async with app.run_test() as pilot:
            await opened(pilot)
            await _review(pilot)
            await pilot.app.screen.action_go_to("closing")  # type: ignore[attr-defined]
            await typed_into(pilot, "how_we_cooperate", f" {CANARY}")
            CHANNELS[channel](app.screen, app)
            await wait_until(pilot, lambda: app.crash is not None, 5)
    assert isinstance(getattr(raised.value, "error", raised.value), Injected)
    ended_well(app)
    archive = open_archive(archive_file)
    place = reviews.last_place(archive)
    assert place is not None
    assert place[1] is not None
    assert CANARY in reviews.load(archive, place[1]).closing.how_we_cooperate
    archive.close()
