"""The program as a process of its own: encodings, pipes and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from medreview import __version__
from tests.archives import a_full_review, an_archive_with

ROOT = Path(__file__).parents[2]


def start(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "medreview", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the full review."""
    return an_archive_with(tmp_path_factory.mktemp("own") / "æøå 漢 & %.medreview", a_full_review())


def test_the_version() -> None:
    ended = start("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"medreview {__version__}{os.linesep}".encode(), b"")


def test_a_pipe_that_says_it_is_something_else_gets_utf_8(archive: Path) -> None:
    ended = start("--archive", archive, "show", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ended.returncode == 0
    assert "Bo Ørsted" in ended.stdout.decode("utf-8")
    assert ended.stderr == b""


def test_errors_are_utf_8_too(tmp_path: Path) -> None:
    missing = tmp_path / "Åsted 漢.medreview"
    ended = start("--language", "da", "--archive", missing, "show", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert ended.returncode == 1
    assert str(missing) in ended.stderr.decode("utf-8")


def test_without_a_terminal_it_says_so() -> None:
    ended = start("--language", "en")
    assert ended.returncode == 2
    assert ended.stdout == b""
    assert ended.stderr.decode().startswith("medreview needs a terminal")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_has_seen_enough(archive: Path) -> None:
    command = f'"{sys.executable}" -m medreview --archive "{archive}" show | head -c 20'
    ended = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert len(ended.stdout) == 20
    assert ended.stderr == b""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_path_that_is_no_text() -> None:
    words = [sys.executable, "-m", "medreview", "--archive", os.fsdecode(b"/nowhere/\xff.medreview"), "show"]
    ended = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert b"/nowhere/\xff.medreview" in ended.stderr
