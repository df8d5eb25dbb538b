"""The connection to an archive: how SQLite has to keep it, asked back and never assumed."""

import sqlite3
from pathlib import Path
from typing import Final

from medreview.domain.errors import Refusal
from medreview.store.failures import refusal_for

PATIENCE: Final = 2.0
"""Seconds to wait for another program that has the file just then."""

_SETTINGS: Final[dict[str, tuple[str, object]]] = {
    "foreign_keys": ("ON", 1),
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
}
"""What is set, and what SQLite must answer when it is asked afterwards."""

_MAY_LACK: Final = frozenset({"mmap_size", "trusted_schema"})
"""What an older SQLite does not have, or one built without it, so that there is nothing to switch off."""

_OF_THE_FILE: Final = frozenset({"journal_mode"})
"""What stands in the file itself, which somebody who only reads does not touch."""


def connect(path: Path, *, reading: bool = False) -> sqlite3.Connection:
    """Connect to the file that is there, with all settings; one begins and ends transactions oneself.

    A file left in the middle of a transaction is put right even by somebody who only reads, where it can be written.

    Raises:
        Refusal: `storage_unsafe` where a setting does not come back as it was set, or those of `failures`.
    """
    try:
        connection = sqlite3.connect(
            f"{uri_of(path)}?mode=rw", uri=True, isolation_level=None, check_same_thread=False, timeout=PATIENCE
        )
    except sqlite3.DatabaseError as error:
        raise refusal_for(error, path) from error
    try:
        _set_up(connection, path, reading)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise refusal_for(error, path) from error
        raise
    return connection


def _set_up(connection: sqlite3.Connection, path: Path, reading: bool) -> None:
    for name, (value, wanted) in _SETTINGS.items():
        if reading and name in _OF_THE_FILE:
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        answer = connection.execute(f"PRAGMA {name}").fetchone()
        if answer != (wanted,) and not (answer is None and name in _MAY_LACK):
            raise Refusal("storage_unsafe", path=path, setting=name)
    if reading:
        connection.execute("PRAGMA query_only = ON")


def uri_of(path: Path) -> str:
    """Return the path as SQLite wants it: a server's name (Windows) is part of the path and not of the address."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)
