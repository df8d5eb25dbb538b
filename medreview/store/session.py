"""A transaction on an archive: it reads and writes rows with SQLite itself.

The tables are described with SQLModel (see `tables`), whose import takes longer and more memory than all else at a
start; a row is read, inserted and changed without it.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from medreview.store import journal


class Session:
    """A transaction that is under way; what it writes, the journal notes."""

    def __init__(self, connection: sqlite3.Connection, deed: str, ensure_writable: Callable[[], None]) -> None:
        self.connection = connection
        self._deed = deed
        self._ensure_writable = ensure_writable
        self.step: int | None = None
        """The number under which the journal keeps what is written; None as long as nothing is."""

    def begin_step(self) -> int:
        """Begin to note what is written, where that was not done yet; return the number of the step.

        Raises:
            Refusal: those of `Archive.ensure_writable`.
        """
        if self.step is None:
            self._ensure_writable()
            self.step = journal.begin(self.connection, self._deed)
        return self.step

    def select(self, table: str, order: Sequence[str] = (), **equal: object) -> list[dict[str, Any]]:
        """Return the rows, by column, in which each named column has the value, or one of the values, given for it."""
        wanted = {name: value if isinstance(value, (list, tuple)) else (value,) for name, value in equal.items()}
        where = " AND ".join(f"{name} IN ({', '.join('?' * len(values))})" for name, values in wanted.items())
        query = f"SELECT * FROM {table} WHERE {where or 1} ORDER BY {', '.join(order) or 1}"  # noqa: S608 - our own names
        found = self.connection.execute(query, [stored(value) for values in wanted.values() for value in values])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def insert(self, table: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Insert rows, which all have the same columns."""
        self.begin_step()
        names = list(rows[0])
        columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our own names
        self.connection.executemany(statement, [[stored(row[name]) for name in names] for row in rows])

    def update(self, table: str, key: UUID, values: Mapping[str, object]) -> None:
        """Set other values in the row with that id."""
        self.begin_step()
        columns = ", ".join(f'"{name}" = ?' for name in values)
        statement = f"UPDATE {table} SET {columns} WHERE id = ?"  # noqa: S608 - our own names
        self.connection.execute(statement, [stored(value) for value in (*values.values(), key)])

    def delete(self, table: str, **equal: object) -> None:
        """Delete the rows whose columns equal the given values."""
        self.begin_step()
        where = " AND ".join(f'"{name}" = ?' for name in equal)
        statement = f"DELETE FROM {table} WHERE {where}"  # noqa: S608 - our own names
        self.connection.execute(statement, [stored(value) for value in equal.values()])


def stored(value: object) -> object:
    """Return a value as the tables keep it: an id as hexadecimal digits, a choice by its name, an amount exactly."""
    match value:
        case UUID():
            return value.hex
        case Enum():
            return value.name
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="microseconds")
        case Decimal():
            return str(value)
        case tuple():
            return " ".join(map(str, value))
    return value
