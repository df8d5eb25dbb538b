"""Backups on full disks and under kill: no half file under a final name; after restoring the old archive or the new."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import backups
from medreview.operations.restoring import restore
from medreview.store import backup as store
from tests.archives import a_full_review, an_archive_with
from tests.checks.project import run_python

pytestmark = pytest.mark.fault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with the full review."""
    return an_archive_with(tmp_path / "archive.medreview", a_full_review())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork, nor limit the size of files")
@pytest.mark.long(3)
def test_stopped_at_any_write_a_backup_is_whole_or_none_and_a_restoring_done_or_not(tmp_path: Path) -> None:
    ended = run_python("-m", "tests.fault.half_backups", str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    counts = json.loads(ended.stdout)
    assert counts["backups killed"] >= 5
    assert counts["restores killed"] >= 10
    assert counts["disks full"] == 9


@pytest.mark.parametrize("pages", [1, 2, 10, 50])
def test_a_full_disk_leaves_no_half_backup_and_no_half_archive(
    path: Path, monkeypatch: pytest.MonkeyPatch, pages: int
) -> None:
    sound = backups.make_backup(path)
    whole = path.read_bytes()
    monkeypatch.setattr(store, "_NEW_COPY", (*store._NEW_COPY, f"max_page_count = {pages}"))
    with pytest.raises(Refusal, match="no_room"):
        backups.make_backup(path)
    path.write_bytes(whole[:5000])
    with pytest.raises(Refusal, match="no_room"):
        restore(path, sound)
    assert path.read_bytes() == whole[:5000]
    monkeypatch.undo()
    assert restore(path, sound).is_changed
    assert backups.newest_verified(path) == sound
    assert not list(path.parent.rglob("*.tmp"))


def test_a_truncated_backup_is_never_offered_wherever_it_ends(path: Path) -> None:
    backup = backups.make_backup(path)
    whole = backup.path.read_bytes()
    for size in (0, 1, 15, 16, 100, 1000, 4096, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        backup.path.write_bytes(whole[:size])
        assert backups.newest_verified(path) is None, size
        with pytest.raises(Refusal, match="backup_damaged"):
            restore(path, backup)
    backup.path.write_bytes(whole)
    assert backups.newest_verified(path) == backup


def test_what_a_killed_program_left_goes_with_a_later_backup(path: Path) -> None:
    backups.make_backup(path)
    left = backups.folder_of(path) / f".{'0a' * 16}.tmp"
    new = left.with_name(f".{'0b' * 16}.tmp")
    for one in (left, new):
        one.write_bytes(b"half")
    yesterday = time.time() - 2 * 24 * 3600
    os.utime(left, (yesterday, yesterday))
    backups.make_backup(path)
    assert not left.exists()
    assert new.exists()
