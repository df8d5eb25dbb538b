"""Killing the program loses at most the last second of typing, and the next start resumes where it was."""

import shutil
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

from tests.fault import rounds
from tests.fault.left import leave_at
from tests.fault.terminal import Terminal

pytestmark = pytest.mark.fault


@pytest.fixture
def archive_file(english_example: Path, tmp_path: Path) -> Path:
    """The example archive in English, with the chair in this year's review."""
    return leave_at(Path(shutil.copy(english_example, tmp_path / "archive.medreview")), "preparation")


@pytest.mark.long(8)
def test_kill_at_any_moment_loses_nothing_that_is_older_than_a_second(archive_file: Path, tmp_path: Path) -> None:
    played = [rounds.play(archive_file, tmp_path, seed) for seed in range(1, rounds.ROUNDS + 1)]
    assert [one for one in played if one.lost] == []
    assert sum(one.due for one in played) > 0


@pytest.mark.long(5)
def test_the_next_start_tells_where_it_resumed_and_a_clean_end_is_not_told(archive_file: Path, tmp_path: Path) -> None:
    with Terminal(archive_file, tmp_path) as first:
        first.wait_for("0/9")
        rounds.wait_until_in_use(archive_file)
        first.settle()
        assert not first.shows("Resumed")
        first.kill(signal.SIGKILL)
        assert first.left_as_found() != []
    with Terminal(archive_file, tmp_path) as second:
        second.wait_for("Resumed at Preparation")
        assert second.kill(signal.SIGTERM) == 0
    with Terminal(archive_file, tmp_path) as third:
        third.wait_for("0/9")
        third.settle()
        assert not third.shows("Resumed")
