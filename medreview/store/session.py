"""A transaction on an archive: it reads with SQLite itself and writes through the tables.

The tables need SQLModel, whose import takes longer than all else at a start. What a screen shows is read without it,
so that nobody waits for it; the first write, or `Archive.prepare_writing` before it, loads it.
"""

import sqlite3
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from medreview.store import journal

if TYPE_CHECKING:
    from medreview.store.writer import Writer


class Session:
    """A transaction that is under way."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writer: "Callable[[], Writer]",
        deed: str,
        ensure_writable: Callable[[], None],
    ) -> None:
        self.connection = connection
        self._writer = writer
        self._deed = deed
        self._ensure_writable = ensure_writable
        self.step: int | None = None
        """The number under which the journal keeps what is written; None as long as nothing is."""

    @property
    def writer(self) -> "Writer":
        """What inserts, updates and deletes; the journal notes what becomes of it."""
        self.begin_step()
        return self._writer()

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
        found = self.connection.execute(query, [_stored(value) for values in wanted.values() for value in values])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]


def _stored(value: object) -> object:
    """Return a value as the tables store it: an id as hexadecimal digits, a choice by its name."""
    match value:
        case UUID():
            return value.hex
        case Enum():
            return value.name
    return value
