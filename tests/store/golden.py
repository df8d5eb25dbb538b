"""The golden files: every released schema, and a small archive of it, as SQL that a test builds a file from."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from medreview.store import journal, triggers
from medreview.store.schema import APPLICATION_ID
from medreview.store.writer import Writer

FOLDER: Final = Path(__file__).parent / "golden"


def schema_statements(connection: sqlite3.Connection) -> list[str]:
    """Return what creates the schema of a file: tables, then indexes, then triggers; each without an empty line."""
    query = """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
        ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name"""
    return [re.sub(r"[ \t]*\n\s*", "\n", sql) for (sql,) in connection.execute(query)]


def create_all(connection: sqlite3.Connection) -> None:
    """Create tables, indexes and triggers as the program describes them today."""
    writer = Writer(connection)
    writer.create_tables()
    for statement in (*triggers.statements(), *journal.statements(writer.columns)):
        connection.execute(statement)


def golden_schema(version: int) -> list[str]:
    """Return the statements of a released schema."""
    return (FOLDER / f"schema-{version}.sql").read_text(encoding="utf-8").strip().split("\n\n")


def build(path: Path, version: int) -> Path:
    """Make a file of the golden archive of a released schema."""
    rows = (FOLDER / f"archive-{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        statements = golden_schema(version)
        first_trigger = next(number for number, one in enumerate(statements) if one.startswith("CREATE TRIGGER"))
        for statement in statements[:first_trigger]:
            connection.execute(statement)
        connection.executescript(rows)
        for statement in statements[first_trigger:]:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    return path


def rows_of(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements that insert all rows of an archive."""
    yield from (line for line in connection.iterdump() if line.startswith(("INSERT INTO", "DELETE FROM")))
