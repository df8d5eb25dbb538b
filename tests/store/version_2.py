"""A made-up second schema, for tests of taking an archive over: a column more, a table more, and other content."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from unittest.mock import patch

from medreview.store import journal, migrations, schema, story, triggers
from tests.store.golden import golden_schema

COLUMN = "sphere VARCHAR(300) DEFAULT 'all' NOT NULL"
TABLE = "CREATE TABLE remark (id CHAR(32) NOT NULL, about VARCHAR(300) NOT NULL, PRIMARY KEY (id))"
LEVEL = "the level of version 2"


def to_version_2(connection: sqlite3.Connection) -> None:
    """Take the tables and what is in them to the second schema."""
    connection.execute(f"ALTER TABLE goal ADD COLUMN {COLUMN}")
    connection.execute(TABLE)
    connection.execute("INSERT INTO remark VALUES ('1', 'taken over')")
    connection.execute("UPDATE committee SET level_name = ?", (LEVEL,))


def statements() -> list[str]:
    """Return what creates the second schema in an empty file, as somebody would write it who never knew the first."""
    first = golden_schema(1)
    created = [one for one in first if not one.startswith("CREATE TRIGGER")]
    created = [re.sub(r"^(CREATE TABLE goal \(\n)", rf"\1{COLUMN},\n", one) for one in created]
    created.append(TABLE)
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in created:
            connection.execute(statement)
        columns: dict[str, Sequence[str]] = {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")] for table in story.TABLES
        }
        # a column that is added stands last
        columns["goal"] = [*(name for name in columns["goal"] if name != "sphere"), "sphere"]
    return [*created, *triggers.statements(), *journal.statements(columns)]


def fingerprint() -> str:
    """Return the fingerprint of a new file of the second schema."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements():
            connection.execute(statement)
        return schema.fingerprint(connection)


class Version2:
    """The program as it will be with the second schema, for the time of a context."""

    def __init__(self, migration: migrations.Migration = to_version_2) -> None:
        created = statements()
        self._patches = (
            patch.object(schema, "SCHEMA", 2),
            patch.object(schema, "FINGERPRINTS", {**schema.FINGERPRINTS, 2: fingerprint()}),
            patch.object(schema, "statements", lambda: created),
            patch.object(migrations, "MIGRATIONS", {2: migration}),
        )

    def __enter__(self) -> None:
        for one in self._patches:
            one.start()

    def __exit__(self, *_: object) -> None:
        for one in self._patches:
            one.stop()
