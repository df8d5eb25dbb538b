"""Whatever ends the program or its window: everything is stored and the terminal is as it was, within two seconds."""

import shutil
import signal
import sys
from pathlib import Path
from time import sleep

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has neither these signals nor a pseudo-terminal of this kind", allow_module_level=True)

from medreview.i18n import use
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.widgets.field import Field
from tests.fault.left import leave_at
from tests.fault.rounds import check_whole, stored
from tests.fault.terminal import Terminal
from tests.tui.looking import typed_into
from tests.tui.waiting import wait_until

pytestmark = pytest.mark.fault

CTRL_C, CTRL_Q = "\x03", "\x11"
WORDS = "Four meetings"


@pytest.fixture
def archive_file(english_example: Path, tmp_path: Path) -> Path:
    """The example archive in English, with the chair in the last step of this year's review."""
    return leave_at(Path(shutil.copy(english_example, tmp_path / "archive.medreview")), "closing")


def write_in_the_closing(terminal: Terminal) -> None:
    """Write into the first field of the last step, where the program opens."""
    terminal.wait_for("9/9")
    terminal.settle()
    terminal.type(WORDS)
    terminal.wait_for(WORDS)


def kept(archive: Path) -> str:
    """Return what is stored of it."""
    check_whole(archive)
    return stored(archive).closing.how_we_cooperate


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_ends_the_program_cleanly(archive_file: Path, tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal)
        assert terminal.kill(number) == 0
        assert terminal.left_as_found() == []
    assert kept(archive_file) == WORDS


def test_quitting_ends_the_program_cleanly(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal)
        terminal.type(CTRL_Q)
        assert terminal.ended("Ctrl+Q") == 0
        assert terminal.left_as_found() == []
    assert kept(archive_file) == WORDS


@pytest.mark.parametrize("is_owner", [True, False], ids=["of its own", "of another program"])
def test_a_closed_window_loses_nothing_and_leaves_nothing_running(
    archive_file: Path, tmp_path: Path, is_owner: bool
) -> None:
    with Terminal(archive_file, tmp_path, is_owner=is_owner) as terminal:
        write_in_the_closing(terminal)
        terminal.close_window()
        assert terminal.ended("the window was closed") == 0
    assert kept(archive_file) == WORDS


def test_a_window_that_is_closed_while_much_is_drawn_ends_the_program(archive_file: Path, tmp_path: Path) -> None:
    """The terminal reads nothing any more, so that the program is waiting for it when the window goes."""
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal)
        for _ in range(30):
            terminal.resize(60, 20)
            terminal.resize(100, 40)
            sleep(0.02)
        terminal.close_window()
        assert terminal.ended("the window was closed") == 0
    assert kept(archive_file) == WORDS


def test_ctrl_c_ends_nothing_and_says_how_to_leave_and_sigterm_ends_cleanly(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal)
        terminal.type(CTRL_C)
        terminal.wait_for("Ctrl+Q closes medreview")
        terminal.type(" a year")
        terminal.wait_for(f"{WORDS} a year")
        assert terminal.kill(signal.SIGTERM) == 0
        assert terminal.left_as_found() == []
    assert kept(archive_file) == f"{WORDS} a year"


def test_a_signal_during_the_start_ends_the_program_and_harms_nothing(archive_file: Path, tmp_path: Path) -> None:
    before = stored(archive_file)
    for pause in (0.0, 0.15, 0.3, 0.45):
        with Terminal(archive_file, tmp_path) as terminal:
            terminal.look(0.1)
            sleep(pause)
            terminal.kill(signal.SIGTERM)
    check_whole(archive_file)
    assert stored(archive_file) == before


async def test_what_is_on_its_way_to_be_stored_when_the_program_leaves_arrives(archive_file: Path) -> None:
    use("en")
    folder = archive_file.parent
    paths = Paths(archive_file, folder / "settings.json", folder / "logs", folder / "exports")
    app = MedreviewApp(archive_file, Settings(language="en"), paths)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: app.screen.query("Field.how_we_cooperate"))
        await typed_into(pilot, "how_we_cooperate", "Qx")
        app.screen.query_one("Field.how_we_cooperate", Field)._store()
        app._told_to_leave()
        await wait_until(pilot, lambda: app._exit)
    assert kept(archive_file) == "Qx"
