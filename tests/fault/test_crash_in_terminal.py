"""An unexpected error in the real program: going on, leaving, and what is left in the terminal and in files."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.checks.project import ROOT
from tests.fault.corpora import plant
from tests.fault.terminal import F4, F5, Terminal

pytestmark = pytest.mark.fault

CANARY: Final = "KANARIE"

SPOIL_STEPS: Final = """
from medreview.tui.screens.review import ReviewScreen
def explode(self):
    typed = self.dossier.committee.name
    raise RuntimeError(f"of {typed}")
ReviewScreen.action_pick_step = explode
"""

SPOIL_CRASH_SCREEN: Final = """
from medreview.tui.screens.crash import CrashApp
CrashApp.compose = explode
"""

TITLES: Final = re.compile(rb"\x1b\][012];(.*?)(?:\x07|\x1b\\)", re.DOTALL)


@pytest.fixture(scope="module")
def example_file(english_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive in English, with a canary in every free text."""
    path = Path(shutil.copy(english_example, tmp_path_factory.mktemp("example")))
    plant(path, lambda number, limit: f"{CANARY}{number}"[:limit])
    return path


def spoilt(folder: Path, example: Path, program: str) -> Terminal:
    """Start the real program on a copy of the archive, with something in it that goes wrong."""
    own = folder / "spoilt"
    own.mkdir()
    (own / "sitecustomize.py").write_text(program, encoding="utf-8")
    archive = shutil.copy(example, folder / "archive.medreview")
    path = os.pathsep.join((str(own), str(ROOT)))  # the module is read before the project's own folder is on the path
    return Terminal(Path(archive), folder, environment={"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"})


def explode_in_review(terminal: Terminal, told: str) -> None:
    """Go from home into a review and press the key behind which the error is."""
    terminal.wait_for("Continue")
    terminal.type(F5)
    terminal.wait_for("0/9")
    terminal.type(F4)
    terminal.wait_for(told)


@pytest.mark.long(5)
def test_the_chair_goes_on_at_the_same_place_or_from_the_front_page_or_quits(
    example_file: Path, tmp_path: Path
) -> None:
    with spoilt(tmp_path, example_file, SPOIL_STEPS) as terminal:
        explode_in_review(terminal, "Something went wrong")
        assert not terminal.shows("front page")
        terminal.type("1")
        terminal.wait_for("0/9")
        terminal.type(F4)
        terminal.wait_for("front page")
        terminal.type("2")
        explode_in_review(terminal, "Something went wrong")
        terminal.type("3")
        assert terminal.ended("Quit") == 3
        assert terminal.left_as_found() == []
    written = bytes(terminal.raw)
    assert CANARY.encode() in written
    assert b"Traceback" not in written
    assert not any(CANARY.encode() in title for title in TITLES.findall(written))
    assert told_of(tmp_path) == []
    [log] = tmp_path.rglob("errors.log")
    assert log.read_text(encoding="utf-8").count("RuntimeError") == 3


def test_where_not_even_that_can_be_shown_plain_words_are_left(example_file: Path, tmp_path: Path) -> None:
    with spoilt(tmp_path, example_file, SPOIL_STEPS + SPOIL_CRASH_SCREEN) as terminal:
        explode_in_review(terminal, "error of its own")
        terminal.wait_for("archive.medreview")
        terminal.wait_for("errors.log")
        assert terminal.ended("the error") == 3
        assert terminal.left_as_found() == []
    assert b"Traceback" not in bytes(terminal.raw)
    assert told_of(tmp_path) == []


def told_of(folder: Path) -> list[Path]:
    """Return the files besides the archive and its backups in which something of it stands."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".medreview"]
    assert files
    return [path for path in files if CANARY.encode() in path.read_bytes()]
