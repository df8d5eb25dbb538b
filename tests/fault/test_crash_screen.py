"""An unexpected error anywhere ends in words, not in a traceback; what is typed is stored, and not in the log."""

import asyncio
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from medreview.domain.committee import Committee
from medreview.domain.dossier import Dossier
from medreview.i18n import LANGUAGES, use
from medreview.log import LARGEST, log_file, note_error
from medreview.operations import reviews, whereabouts
from medreview.operations.archives import open_archive
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.crashing import TerminalFailure
from medreview.tui.dialogs.addendum import WriteAddendum
from medreview.tui.dialogs.withdraw import Withdraw
from medreview.tui.screens.crash import Answer, Crash, CrashApp
from medreview.tui.screens.new_committee import NewCommitteeScreen
from medreview.tui.screens.opening import Opening
from medreview.tui.screens.steps import StepsScreen
from medreview.tui.screens.versions import VersionsScreen
from tests.fault.left import leave_at
from tests.tui.approvals import three_stages
from tests.tui.looking import shown, typed_into
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

CANARY: Final = "CANARY-4711"


class Injected(Exception):  # noqa: N818 - nothing but the tests raises it
    """An error that no handler expects, with what somebody typed in its text."""


@pytest.fixture(scope="module")
def in_the_closing(english_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in English, left at the last step of this year's review."""
    return leave_at(Path(shutil.copy(english_example, tmp_path_factory.mktemp("example"))), "closing")


@pytest.fixture
def archive_file(in_the_closing: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(in_the_closing, tmp_path / "archive.medreview"))


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


Way = Callable[[Pilot[None]], Any]


async def _review(pilot: Pilot[None]) -> None:
    await wait_until(pilot, lambda: pilot.app.screen.query("StepView"))


def the_review(app: App[None]) -> Dossier:
    """Return the review of the committee that is shown."""
    assert isinstance(app, MedreviewApp)
    assert app.dossier is not None
    return app.dossier


def by_action(action: str) -> Way:
    """Return the way to a screen that an action of the screen before shows."""
    return lambda pilot: pilot.app.screen.run_action(action)


def pushed(make: Callable[[Dossier], Screen[Any]]) -> Way:
    """Return the way to a screen that is made for a review."""
    return lambda pilot: pilot.app.push_screen(make(the_review(pilot.app)))


def in_review(action: str) -> Way:
    """Return the way to a screen that an action of a review shows."""

    async def way(pilot: Pilot[None]) -> None:
        await _review(pilot)
        await pilot.app.screen.run_action(action)

    return way


async def _history(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, MedreviewApp)
    await app.show_history(the_review(app).last_goals[0])


SCREENS: Final[dict[str, Way]] = {
    "HomeScreen": lambda pilot: pilot.pause(),
    "ReviewScreen": _review,
    "CommitteeScreen": by_action("app.edit_committee"),
    "ExportScreen": by_action("app.export"),
    "SettingsScreen": by_action("app.settings"),
    "HelpScreen": by_action("app.help"),
    "GuideScreen": by_action("app.guide"),
    "HistoryScreen": _history,
    "VersionsScreen": pushed(lambda dossier: VersionsScreen(dossier, three_stages())),
    "NewCommitteeScreen": pushed(lambda _: NewCommitteeScreen({})),
    "Palette": by_action("app.palette"),
    "Finder": by_action("app.switch_committee"),
    "PickFile": by_action("app.open_archive"),
    "Year": by_action("screen.start_year"),
    "Entry": in_review("screen.new_decision"),
    "Approve": in_review("screen.approve"),
    "Erase": in_review("screen.erase"),
    "Pick": in_review("screen.pick_step"),
    "Withdraw": pushed(Withdraw),
    "WriteAddendum": pushed(lambda dossier: WriteAddendum(dossier, None)),
    "FirstStartScreen": lambda pilot: pilot.pause(),
    "ProblemScreen": lambda pilot: pilot.pause(),
}


IN_REVIEW: Final = frozenset({"ReviewScreen", "Entry", "Approve", "Erase", "Pick"})
"""The screens before which the program is opened in a review."""


async def crashed(app: MedreviewApp, act: Way) -> BaseException:
    """Run the app, do something in it that an unexpected error comes of, and return that error."""
    with pytest.raises(Exception) as raised:  # noqa: PT011 - whatever error it is, `ended_well` looks at it
        await _run(app, act)
    return getattr(raised.value, "error", raised.value)  # a worker's error comes wrapped


async def _run(app: MedreviewApp, act: Way) -> None:
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: not isinstance(app.screen, Opening) and app.screen.is_mounted)
        await act(pilot)
        await wait_until(pilot, lambda: app.crash is not None)


def file_for(kind: str, example: Path, folder: Path) -> Path:
    """Return the archive with which the app shows that screen: none for the first start, a text for a problem."""
    path = folder / "archive.medreview"
    if kind == "ProblemScreen":
        path.write_text("This is no archive.", encoding="utf-8")
    elif kind != "FirstStartScreen":
        shutil.copy(example, path)
    return path


@pytest.mark.parametrize("kind", SCREENS)
async def test_an_error_behind_a_key_of_any_screen(
    kind: str, english_example: Path, in_the_closing: Path, tmp_path: Path
) -> None:
    app = app_on(file_for(kind, in_the_closing if kind in IN_REVIEW else english_example, tmp_path))

    async def act(pilot: Pilot[None]) -> None:
        await SCREENS[kind](pilot)
        await wait_until(pilot, lambda: type(app.screen).__name__ == kind)
        app.screen.action_explode = explode  # type: ignore[attr-defined]
        app.screen._bindings.bind("f12", "screen.explode", priority=True)
        await pilot.press("f12")

    error = await crashed(app, act)
    assert isinstance(error, Injected), repr(error)
    ended_well(app)


CHANNELS: Final[dict[str, Callable[[Screen[Any], MedreviewApp], object]]] = {
    "message": lambda screen, _: screen.call_later(explode),
    "timer": lambda screen, _: screen.set_timer(0.01, explode),
    "worker": lambda screen, _: screen.run_worker(explode_later()),
    "thread of the saver": lambda _, app: app.run_worker(app.saver.run(explode)),
    "app": lambda _, app: app.call_later(explode),
    "loop": lambda *_: asyncio.get_running_loop().call_soon(explode),
}


@pytest.mark.parametrize("channel", CHANNELS)
async def test_what_is_typed_at_that_moment_is_stored(channel: str, archive_file: Path) -> None:
    app = app_on(archive_file)

    async def act(pilot: Pilot[None]) -> None:
        await _review(pilot)
        await typed_into(pilot, "how_we_cooperate", "Qx")
        CHANNELS[channel](app.screen, app)

    assert isinstance(await crashed(app, act), Injected)
    ended_well(app)
    assert last_review(archive_file).closing.how_we_cooperate.endswith("Qx")


async def test_an_error_of_what_is_taken_apart_at_the_end_is_noted_and_ends_nothing_else(archive_file: Path) -> None:
    app = app_on(archive_file)
    async with app.run_test() as pilot:
        await _review(pilot)
        await app.leave()
        app._handle_exception(Injected("too late"))
    assert app.crash is None
    assert app.return_code == 0
    assert "Injected" in log_file(app.paths.logs).read_text(encoding="utf-8")


async def test_what_cannot_be_stored_any_more_is_said(archive_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(archive_file)

    async def act(pilot: Pilot[None]) -> None:
        await _review(pilot)
        await typed_into(pilot, "how_we_cooperate", "Q")
        monkeypatch.setattr(app.saver, "run", explode)
        explode_in(app)

    assert isinstance(await crashed(app, act), Injected)
    assert not app.is_all_stored
    assert not app.has_archive


def explode_in(app: App[None]) -> None:
    """Let a handler of the screen that is shown fail."""
    app.screen.call_later(explode)


async def test_a_terminal_that_cannot_be_read_is_an_error_too(archive_file: Path) -> None:
    app = app_on(archive_file)

    async def act(_: Pilot[None]) -> None:
        app.panic(f"a traceback with {CANARY}")

    assert isinstance(await crashed(app, act), TerminalFailure)
    assert app._exit_renderables == []
    assert CANARY not in log_file(app.paths.logs).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(68, 18), (120, 40)])
async def test_the_crash_screen_says_where_the_data_is(language: str, size: tuple[int, int], tmp_path: Path) -> None:
    use(language)
    crash = Crash(tmp_path / "a[b].medreview", tmp_path / "errors.log")
    app = CrashApp(crash, "light")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        told = "".join(shown(app.screen).split())
        assert str(crash.archive) in told
        assert str(crash.log) in told
        await pilot.press("1")
    assert app.return_value is Answer.GO_ON


@pytest.mark.parametrize(
    ("keys", "is_repeated", "answer"),
    [
        (("enter",), False, Answer.GO_ON),
        (("2",), False, Answer.QUIT),
        (("2",), True, Answer.FRONT_PAGE),
        (("3",), True, Answer.QUIT),
        (("down", "enter"), True, Answer.FRONT_PAGE),
        (("escape",), True, Answer.QUIT),
        (("ctrl+q",), False, Answer.QUIT),
    ],
)
async def test_the_answers(keys: tuple[str, ...], is_repeated: bool, answer: Answer, tmp_path: Path) -> None:
    use("en")
    app = CrashApp(Crash(tmp_path, tmp_path, is_repeated=is_repeated, is_all_stored=False, is_noted=False), "dark")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "last second may be missing" in shown(app.screen)
        assert "could not be written" in shown(app.screen)
        await pilot.press(*keys)
    assert app.return_value is answer


def test_the_log_holds_places_and_never_more_than_a_megabyte(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    old = os.umask(0)
    try:
        for _ in range(3):
            assert note_error(folder, caught(lambda: Committee.model_validate({"name": CANARY, "language": CANARY})))
    finally:
        os.umask(old)
    text = log_file(folder).read_text(encoding="utf-8")
    assert text.count("ValidationError") == 3
    assert CANARY not in text
    assert str(tmp_path) not in text
    if os.name == "posix":  # Windows gives a new file the rights of its folder
        assert log_file(folder).stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700
    log_file(folder).write_bytes(b"x" * LARGEST)
    assert note_error(folder, caught(deeper))
    assert log_file(folder).stat().st_size < LARGEST
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2 * LARGEST
    assert len(list(folder.iterdir())) == 2


def test_a_log_that_cannot_be_written_is_no_further_error(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    assert not note_error(tmp_path / "logs", caught(explode))


def caught(act: Callable[[], object]) -> BaseException:
    """Return the error that something raises."""
    with pytest.raises(Exception) as raised:  # noqa: PT011 - any
        act()
    return raised.value


def deeper() -> None:
    """Recur without end."""
    deeper()


def last_review(path: Path) -> Dossier:
    """Return the review at which the chair was last."""
    archive = open_archive(path)
    try:
        place = whereabouts.last_place(archive)
        assert place is not None
        assert place[1] is not None
        return reviews.load(archive, place[1])
    finally:
        archive.close()


async def test_the_place_is_remembered_of_a_step_that_was_only_just_opened(
    archive_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StepsScreen, "remember_place", never)
    app = app_on(archive_file)

    async def act(pilot: Pilot[None]) -> None:
        await _review(pilot)
        await pilot.app.screen.run_action("screen.go_to('goals')")
        await wait_until(pilot, lambda: getattr(pilot.app.screen, "step_key", "") == "goals")
        pilot.app.call_later(explode)

    assert isinstance(await crashed(app, act), Injected)
    ended_well(app)
    archive = open_archive(archive_file)
    try:
        place = whereabouts.last_place(archive)
        assert place is not None
        assert place[2] == "goals"
    finally:
        archive.close()


async def never(_screen: StepsScreen) -> None:
    """Remember no place: the error comes before."""


def test_where_no_archive_is_yet_nothing_is_said_to_be_stored(tmp_path: Path) -> None:
    use("en")
    crash = Crash(tmp_path / "archive.medreview", tmp_path / "errors.log", is_there=False)
    assert crash.stored_words().endswith("so that what you typed last is not stored:")
