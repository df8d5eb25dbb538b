"""Whether the journal and the rows tell the same story: a cheap check of the whole content, byte for byte.

SQLite sees that a page is no longer a page, not that a letter in a text became another. But every row is kept twice: in
its table, and in the journal, where each change begins with the row as the change before had left it. A letter that
changed on the disk breaks that chain.
"""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Final

from medreview.store import journal
from medreview.store.journal import Row
from medreview.store.triggers import REVIEW_OF

TABLES: Final = ("committee", "member", "wheel_matter", *REVIEW_OF)
"""The tables whose rows the journal keeps."""

_VERSIONS: Final = "SELECT content, sha256 FROM version"

Known = dict[tuple[str, str], Row | None]
"""Every row the journal knows, by table and id, as it should be now; None for one that is deleted."""


def is_told(connection: sqlite3.Connection) -> bool:
    """Return whether every change follows from the one before, and every row is as its last change left it."""
    try:
        known = last_known(connection)
        for (at,) in connection.execute("SELECT at FROM journal_step"):
            datetime.fromisoformat(at)
    except (ValueError, TypeError, AttributeError):  # what stands there is no row any more
        return False
    return (
        known is not None
        and all(_are_as_known(connection, table, known) for table in TABLES)
        and not any(row is not None for row in known.values())
        and all(_digest(content) == digest for content, digest in connection.execute(_VERSIONS))
    )


def last_known(connection: sqlite3.Connection) -> Known | None:
    """Return every row as the journal left it; None where two changes contradict each other."""
    known: Known = {}
    for change in journal.all_changes(connection):
        key = change.table, change.row
        if key in known and not agree(known[key], change.before):
            return None
        known[key] = None if change.after is None else {**(change.before or {}), **change.after}
    return known


def tell_on(connection: sqlite3.Connection, step: int) -> None:
    """Let the journal tell, as a step, of every row that is otherwise than it knows: what changed without triggers."""
    known = last_known(connection) or {}
    for table in TABLES:
        for row in rows(connection, table):
            before = known.pop((table, row["id"]), None)
            if before is not None and not agree(before, row):
                journal.note(connection, step, table, before, row)
    for (table, _), before in known.items():
        if before is not None:
            journal.note(connection, step, table, before, None)


def rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the rows of a table, by column."""
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _are_as_known(connection: sqlite3.Connection, table: str, known: Known) -> bool:
    """Return whether the rows are as the journal knows them; what was looked at is taken out of what is known."""
    return all(agree(known.pop((table, row["id"]), row), row) for row in rows(connection, table))


def agree(known: Row | None, found: Row | None) -> bool:
    """Return whether two states of a row are the same as far as both tell: a later schema may have other columns."""
    if known is None or found is None:
        return known is found
    return all(found.get(name, value) == value for name, value in known.items())


def _digest(content: str) -> str:
    return sha256(content.encode()).hexdigest()
