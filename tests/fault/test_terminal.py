"""Terminals of any size and kind, and whatever is pasted into one."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from medreview.domain.cleaning import clean_text
from medreview.operations import reviews, whereabouts
from medreview.operations.archives import create_archive, open_archive
from tests.fault.corpora import HOSTILE
from tests.operations.worlds import a_started_review

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.fault.terminal import Terminal

pytestmark = pytest.mark.fault

SIZES = ((1, 1), (2, 50), (300, 2), (20, 5), (40, 12), (300, 100), (79, 23), (1, 1), (80, 24))


@pytest.fixture
def archive_file(tmp_path: Path) -> Path:
    """An archive of which the name is hard on programs, open at the last step of a review."""
    folder = tmp_path / "æøå 漢 😀 ' & % mappe"
    folder.mkdir()
    archive = create_archive(folder / "årkiv 'å' & 100%.medreview")
    dossier = a_started_review(archive)
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    archive.close()
    return archive.path


def written(path: Path) -> str:
    """Return what is stored in the first field of the last step."""
    archive = open_archive(path)
    try:
        place = whereabouts.last_place(archive)
        assert place is not None
        assert place[1] is not None
        return reviews.load(archive, place[1]).closing.how_we_cooperate
    finally:
        archive.close()


def pasted(text: str) -> str:
    """Return what a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def test_every_size_while_typing_keeps_the_text(archive_file: Path, tmp_path: Path) -> None:
    words = ""
    with Terminal(archive_file, tmp_path, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("9/9")
        for number, size in enumerate(SIZES * 3):
            terminal.resize(*size)
            terminal.type(f"w{number} ")
            words += f"w{number} "
            terminal.look(0.02)
        terminal.resize(100, 40)
        terminal.wait_for(words.split()[-1])
        terminal.settle()
        assert b"\x1b[38;2;" not in terminal.raw
        terminal.type("\x11")
        assert terminal.ended("Ctrl+Q") == 0
    assert written(archive_file) == words


def test_pasted_commands_are_text(archive_file: Path, tmp_path: Path) -> None:
    """Terminals take ESC out of what is pasted; the control characters of eight bits they leave in."""
    payload = "".join(f"{one}\n" for one in HOSTILE).replace("\x1b", "")
    with Terminal(archive_file, tmp_path, size=(100, 60)) as terminal:
        terminal.wait_for("9/9")
        terminal.type(pasted(f"Ba\u030ak A\u030ase {payload}"))
        terminal.wait_for("  tag ")
        terminal.type("still here")
        terminal.wait_for("still here")
        terminal.settle()
        shown = terminal.raw.decode(errors="replace")
        assert all(one not in shown for one in "\x90\x9b\x9c\x9d\u202e\u2066\u200b")
        terminal.type("\x11")
        assert terminal.ended("Ctrl+Q") == 0
    stored = written(archive_file)
    assert stored == clean_text(f"Ba\u030ak A\u030ase {payload}") + "still here"
    assert unicodedata.is_normalized("NFC", stored)
    assert stored.startswith("Båk Åse [/")


def test_a_paste_of_a_megabyte_is_refused_in_words(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as terminal:
        terminal.wait_for("9/9")
        terminal.type("kept ")
        text = pasted("y" * 1_000_000)
        for start in range(0, len(text), 2048):
            terminal.type(text[start : start + 2048])
            terminal.look(0.001)
        terminal.wait_for("too long")
        terminal.type("on")
        terminal.wait_for("kept on")
        terminal.pass_time(1.0)
    assert written(archive_file) == "kept on"


def test_a_dumb_terminal_and_none_at_all(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path, environment={"TERM": "dumb"}) as terminal:
        terminal.wait_for("9/9")
    words = [sys.executable, "-m", "medreview", "--language", "en", "--archive", str(archive_file)]
    environment = {**os.environ, "HOME": str(tmp_path)}
    ended = subprocess.run(
        words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False
    )
    assert ended.returncode == 2
    assert b"needs a terminal" in ended.stderr
    assert b"\x1b" not in ended.stdout + ended.stderr


def test_documents_go_into_a_folder_with_any_name(archive_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "til 'æøå' & 漢 😀 100%"
    words = ["--language", "en", "--archive", str(archive_file), "export", "--format", "md", "--output", str(folder)]
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "medreview", *words]
    ended = subprocess.run(command, env=environment, capture_output=True, timeout=30, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    assert [path.suffix for path in folder.iterdir()] == [".md"]
