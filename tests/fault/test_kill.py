"""Killing the terminal loses at most the last second of typing, and the next start returns to the same step."""

import shutil
import signal
import sys
from datetime import date
from pathlib import Path

import pytest

from medreview.domain.dossier import Dossier
from medreview.example import create_example
from medreview.operations import reviews
from medreview.operations.archives import open_archive

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.fault.terminal import Terminal

pytestmark = pytest.mark.fault

F4, F5 = "\x1bOS", "\x1b[15~"


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


def stored(path: Path) -> Dossier:
    """Return the review at which the chair was last."""
    archive = open_archive(path)
    try:
        place = reviews.last_place(archive)
        assert place is not None
        assert place[1] is not None
        return reviews.load(archive, place[1])
    finally:
        archive.close()


def write_in_the_closing(terminal: Terminal, words: str) -> None:
    """Go from home to the last step and write into its first field."""
    terminal.wait_for("Continue")
    terminal.type(F5)
    terminal.wait_for("0/9")
    terminal.type(F4)
    terminal.wait_for("Go to step")
    terminal.type("9")
    terminal.wait_for("9/9")
    terminal.type(words)
    terminal.wait_for(words)


def test_kill_loses_at_most_a_second_and_the_next_start_returns_there(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal, "Four meetings")
        terminal.look(1.0)
        terminal.kill(signal.SIGKILL)
    assert stored(archive_file).closing.how_we_cooperate == "Four meetings"
    with Terminal(archive_file, tmp_path) as again:
        again.wait_for("9/9")
        again.wait_for("Four meetings")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_closed_terminal_loses_nothing(archive_file: Path, tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal, "Four meetings")
        assert terminal.kill(number) == 0
    assert stored(archive_file).closing.how_we_cooperate == "Four meetings"


def test_quitting_loses_nothing(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        write_in_the_closing(terminal, "Four meetings")
        terminal.type("\x11")
        terminal.look(2.0)
    assert stored(archive_file).closing.how_we_cooperate == "Four meetings"
