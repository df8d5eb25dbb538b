"""A drive that was away and is there again: the old connection stays dead, and the file may have another number."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from medreview.domain.errors import Refusal
from medreview.store import checks
from medreview.store.connection import connect
from medreview.store.journal import Mark, mark_of


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
