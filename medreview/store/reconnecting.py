"""A drive that was away and is there again: the old connection stays dead, and the file may have another number."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from medreview.domain.errors import Refusal
from medreview.store import checks
from medreview.store.connection import connect

Mark = tuple[int, str]
"""The number and time of the last step of the journal."""


def mark_of(connection: sqlite3.Connection) -> Mark | None:
    """Return how far an archive has come; None for one in which nothing was ever done."""
    try:
        found = connection.execute("SELECT id, at FROM journal_step ORDER BY id DESC LIMIT 1").fetchone()
    except sqlite3.OperationalError:  # it is only being made
        return None
    return (int(found[0]), str(found[1])) if found else None


def connect_again(path: Path, mark: Mark | None) -> sqlite3.Connection | None:
    """Return a new connection to the archive at the path, where it is to the last step as it was left; None otherwise.

    Whatever else lies there by now is never written to.
    """
    with suppress(Refusal, sqlite3.DatabaseError, OSError):
        checks.check(path, whole=False)
        connection = connect(path)
        with suppress(sqlite3.DatabaseError):
            if mark_of(connection) == mark:
                return connection
        connection.close()
    return None
