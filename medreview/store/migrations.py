"""Taking an archive of an earlier version of medreview over to this version's schema: all of it or nothing.

Every schema has a number, kept in `PRAGMA user_version`; a function for each number leads to it from the one before.
However many are pending, they run in one exclusive transaction, after a backup that was read back, so that a computer
that stops in the middle leaves the archive as it was. The triggers are not taken over but made anew.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from medreview.domain.errors import Refusal
from medreview.store import journal, schema, story, triggers
from medreview.store.connection import connect
from medreview.store.failures import refusal_for

Migration = Callable[[sqlite3.Connection], None]
"""Changes tables and what is in them, with statements of SQLite alone: what the program's tables are later is no part
of it. It never changes what was approved."""

MIGRATIONS: Final[Mapping[int, Migration]] = {}
"""The way to each schema from the one before, by its number."""

DEED: Final = "migrate"


def migrate(path: Path, version: int) -> None:
    """Take a sound archive with the schema of that number over to ours.

    Raises:
        Refusal: `not_migrated` where it came out otherwise than a new archive, or what was approved changed; or those
            of `failures`. The archive is as it was.
    """
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")  # a table that is made anew would take its rows' rows along
        try:
            connection.execute("BEGIN EXCLUSIVE")
            _migrate(connection, version)
            if not _is_as_new(connection):
                raise Refusal("not_migrated", path=path)
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise refusal_for(error, path) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    approved = _approved(connection)
    _drop_triggers(connection)
    for number in range(version + 1, schema.SCHEMA + 1):
        MIGRATIONS[number](connection)
    story.tell_on(connection, journal.begin(connection, DEED))
    _create_triggers(connection)
    connection.execute(f"PRAGMA user_version = {schema.SCHEMA}")
    if _approved(connection) != approved:
        raise sqlite3.IntegrityError(triggers.REFUSED)


def _approved(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT review_id, number, content, sha256 FROM version ORDER BY id").fetchall()


def _drop_triggers(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def _create_triggers(connection: sqlite3.Connection) -> None:
    for statement in schema.statements():
        if statement.startswith("CREATE TRIGGER"):
            connection.execute(statement)


def _is_as_new(connection: sqlite3.Connection) -> bool:
    """Return whether the archive is sound and has the schema of a new one."""
    sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    owned = connection.execute("PRAGMA foreign_key_check").fetchone() is None
    return bool(sound and owned and schema.is_ours(connection, schema.SCHEMA) and story.is_told(connection))
