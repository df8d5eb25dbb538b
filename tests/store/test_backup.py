"""Copies in pieces: who writes meanwhile waits for a piece at most, and is in the copy."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from medreview.store import backup

ROWS = 400


class Between(sqlite3.Connection):
    """A connection that does something of its own between two pieces of a copy."""

    does: Callable[[], None] = staticmethod(lambda: None)
    pieces = 0

    def backup(self, target: sqlite3.Connection, *, progress: Any = None, **how: Any) -> None:
        def look(*found: int) -> None:
            self.pieces += 1
            self.does()
            progress(*found)

        super().backup(target, progress=look if progress else None, **how)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(backup, "_PIECE", 10)
    path = tmp_path / "source.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (text TEXT)")
        connection.executemany("INSERT INTO a VALUES (?)", [("x" * 2000,)] * ROWS)
        connection.commit()
    return path


def copied(source: Path, does: Callable[[Between], None]) -> tuple[int, int]:
    """Copy, doing something between the pieces; return how many rows the copy has, and how many pieces there were."""
    with closing(sqlite3.connect(source, factory=Between)) as origin, closing(sqlite3.connect(":memory:")) as new:
        origin.does = lambda: does(origin)
        backup.copy_pages(origin, new)
        assert new.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return new.execute("SELECT count(*) FROM a").fetchone()[0], origin.pieces


def write(source: Path) -> None:
    """Write as somebody who does not wait at all."""
    with closing(sqlite3.connect(source, timeout=0, isolation_level=None)) as other:
        other.execute("INSERT INTO a VALUES ('y')")


def test_who_writes_between_two_pieces_does_not_wait_and_is_in_the_copy(source: Path) -> None:
    rows, pieces = copied(source, lambda origin: write(source) if origin.pieces == 3 else None)
    assert rows == ROWS + 1
    assert pieces > 20


def test_a_copy_ends_although_somebody_writes_all_the_time(source: Path) -> None:
    rows, pieces = copied(source, lambda _origin: write(source))
    assert rows == ROWS + pieces


def test_a_copy_gives_up_on_an_archive_that_stays_locked(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PATIENCE", 0.05)
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            copied(source, lambda _origin: None)
