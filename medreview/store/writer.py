"""Writing through the tables; loaded by the first write (see `session`)."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Executable, create_engine, delete, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from medreview.store import tables


class Writer:
    """The tables on an archive's own connection, whose transactions the archive begins and ends."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool, skip_autocommit_rollback=True
        )

    def create_tables(self) -> None:
        """Create all tables in an empty archive."""
        with self._connected() as connection:
            SQLModel.metadata.create_all(connection, tables=list(_TABLES.values()))

    @property
    def columns(self) -> dict[str, Sequence[str]]:
        """The columns of every table."""
        return {name: table.columns.keys() for name, table in _TABLES.items()}

    def insert(self, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        """Insert rows, given by table, one statement for each table, owners before what they own."""
        for name, table in _TABLES.items():
            if name in rows:
                self._execute(insert(table), rows[name])

    def update(self, table: str, key: UUID, values: Mapping[str, Any]) -> None:
        """Set other values in the row with that id."""
        self._execute(update(_TABLES[table]).where(_TABLES[table].c.id == key).values(values))

    def delete(self, table: str, **equal: object) -> None:
        """Delete the rows whose columns equal the given values."""
        self._execute(delete(_TABLES[table]).filter_by(**equal))

    def _execute(self, statement: Executable, rows: Sequence[Mapping[str, Any]] | None = None) -> None:
        with self._connected() as connection:
            connection.execute(statement, rows)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        """Yield the connection; what goes wrong is raised as SQLite said it."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise error.orig or error from error


_ROWS: list[type[SQLModel]] = [*tables.ROWS.values(), tables.SettingRow, tables.StepRow, tables.ChangeRow]
_TABLES = {str(row.__tablename__): SQLModel.metadata.tables[str(row.__tablename__)] for row in _ROWS}
"""The tables by name, owners before what they own."""
