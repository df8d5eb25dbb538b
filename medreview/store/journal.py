"""The journal: what every transaction changed, kept so that it can be undone, redone and told.

Triggers note each row as it was and as it became, cascades included, whatever program wrote it. A step is one
transaction; steps are ordered by their number, never by a clock, and none is ever removed or changed but one: while
somebody goes on typing a sentence in one field without leaving it, the step of that field grows. An update keeps the
whole row as it was (`before`) and the columns that changed (`after`). What is done with the steps is in `steps`.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from platform import node
from typing import Any, Final
from uuid import uuid4

from medreview.store.triggers import REVIEW_OF

EDIT: Final = "edit"
UNDO: Final = "undo"
REDO: Final = "redo"
RESTORE: Final = "restore"
ERASE: Final = "erase"
"""A step without changes: what was erased is not kept."""
FINAL: Final = ("approve", "withdraw", "addendum", ERASE, "migrate", "rescue", "example", RESTORE)
"""Deeds that are never undone, nor anything before them: what was approved has gone out of the house."""

CLOCK: Final = "clock"
"""What the clock of the meeting notes by itself; undoing passes over it, for whoever undoes means what they wrote."""

BURST: Final = timedelta(seconds=10)
"""Typing in one field goes on as long as no pause is longer."""

AT_ONCE: Final = 100
"""As many characters of a text are undone at once, a sentence or so."""

_SLIP: Final = 3
"""As many characters taken back while writing are a slip of a finger."""

_RUN: Final = uuid4().hex
"""This run of the program; what an earlier one wrote does not grow."""

_VISIT: Final = ContextVar("visit", default="")
"""The visit to a field during which somebody writes what is stored now."""

_LEFT_OUT: Final = {"version": ("content",)}
"""Columns that are kept elsewhere for good."""

_NEVER: Final = frozenset({"setting", "journal_step", "journal_change"})

_PAIR: Final = re.compile(r"(\w+)=(NULL|'(?:[^']|'')*'|-?\d+)(?:;|$)")

Row = dict[str, Any]

Mark = tuple[int, str]
"""The number of the last step, and when it was made or grew."""


@dataclass(frozen=True)
class Change:
    """A row as it was before a step and as it was after it; None where it was not there."""

    table: str
    row: str
    review: str | None
    before: Row | None
    after: Row | None
    """Of a changed row, only the columns that changed."""


def statements(columns: dict[str, Sequence[str]]) -> Iterator[str]:
    """Yield the statements that create the triggers, given the columns of every table."""
    for table, names in columns.items():
        if table in _NEVER:
            continue
        kept = [name for name in names if name not in _LEFT_OUT.get(table, ())]
        old, new = _as_text("OLD", kept), _as_text("NEW", kept)
        yield _trigger(table, "INSERT", "NEW", "NULL", new)
        yield _trigger(table, "UPDATE", "NEW", old, new)
        yield _trigger(table, "DELETE", "OLD", old, "NULL")


@contextmanager
def visit(key: str) -> Iterator[None]:
    """Let what is stored meanwhile belong to a visit to a field: what is typed during another never joins its step."""
    before = _VISIT.set(key)
    try:
        yield
    finally:
        _VISIT.reset(before)


def begin(connection: sqlite3.Connection, deed: str) -> int:
    """Begin a step within a transaction that is going to write; return its number."""
    values = (datetime.now(UTC).isoformat(timespec="milliseconds"), node(), deed, _RUN + _VISIT.get())
    cursor = connection.execute("INSERT INTO journal_step (at, device, deed, run) VALUES (?, ?, ?, ?)", values)
    return int(cursor.lastrowid or 0)


def settle(connection: sqlite3.Connection, step: int) -> None:
    """Keep of a step what really changed; one that changed nothing is none, unless it is never undone."""
    found = _changes(connection, step)
    for key, change in found:
        after = change.after
        if change.before is not None and after is not None:
            after = {name: value for name, value in after.items() if change.before.get(name) != value}
        if after == {}:
            connection.execute("DELETE FROM journal_change WHERE id = ?", (key,))
        else:
            _keep(connection, key, change.before, after)
    kept = [one for _, one in _changes(connection, step)]
    if not kept or _merged(connection, step, kept):
        places = ", ".join("?" * len(FINAL))
        connection.execute(f"DELETE FROM journal_step WHERE id = ? AND deed NOT IN ({places})", (step, *FINAL))  # noqa: S608


def mark_of(connection: sqlite3.Connection) -> Mark | None:
    """Return how far an archive has come; None for one in which nothing was ever done."""
    try:
        found = connection.execute("SELECT id, at FROM journal_step ORDER BY id DESC LIMIT 1").fetchone()
    except sqlite3.OperationalError:  # it is only being made
        return None
    return (int(found[0]), str(found[1])) if found else None


def note(connection: sqlite3.Connection, step: int, table: str, before: Row, after: Row | None) -> None:
    """Note in a step what became of a row, where no trigger did."""
    key = connection.execute(
        "INSERT INTO journal_change (step, entry, row) VALUES (?, ?, ?)", (step, table, before["id"])
    ).lastrowid
    if after is not None:
        after = {name: value for name, value in after.items() if name not in before or before[name] != value}
    _keep(connection, int(key or 0), before, after)


def changes(connection: sqlite3.Connection, step: int) -> list[Change]:
    """Return what a step changed, in order."""
    return [change for _, change in _changes(connection, step)]


def all_changes(connection: sqlite3.Connection) -> Iterator[Change]:
    """Yield every change the journal has, in order."""
    query = "SELECT entry, row, review_id, before, after FROM journal_change ORDER BY id"
    return (change_of(*values) for values in connection.execute(query))


def change_of(table: str, row: str, review: str | None, before: str | None, after: str | None) -> Change:
    """Return a change from the columns in which the journal keeps it."""
    return Change(table, row, review, _read(before), _read(after))


def _as_text(row: str, columns: Sequence[str]) -> str:
    """Return what makes a row a text: SQLite's JSON functions may not be used in triggers of a distrusted file."""
    pairs = (f"'{name}=' || quote({row}.\"{name}\")" for name in columns)
    return " || ';' || ".join(pairs)


def _trigger(table: str, event: str, row: str, before: str, after: str) -> str:
    review = REVIEW_OF.get(table, "NULL").format(row=row)
    return (
        f"CREATE TRIGGER {table}_{event.lower()}_journal AFTER {event} ON {table} BEGIN "  # noqa: S608 - our own names
        f"INSERT INTO journal_change (step, entry, row, review_id, before, after) "
        f"SELECT max(id), '{table}', {row}.id, {review}, {before}, {after} FROM journal_step HAVING max(id); END"
    )


def _changes(connection: sqlite3.Connection, step: int) -> list[tuple[int, Change]]:
    query = "SELECT id, entry, row, review_id, before, after FROM journal_change WHERE step = ? ORDER BY id"
    return [
        (key, Change(table, row, review, _read(before), _read(after)))
        for key, table, row, review, before, after in connection.execute(query, (step,))
    ]


def _read(text: str | None) -> Row | None:
    """Return a row from JSON, or from the text of a trigger."""
    if text is None or text.startswith("{"):
        return None if text is None else json.loads(text)
    return {name: _value(literal) for name, literal in _PAIR.findall(text)}


def _value(literal: str) -> object:
    if literal.startswith("'"):
        return literal[1:-1].replace("''", "'")
    return None if literal == "NULL" else int(literal)


def _merged(connection: sqlite3.Connection, step: int, kept: Sequence[Change]) -> bool:
    """Let the step before grow by this one where both are typing in the same field of the same row."""
    query = "SELECT id, at, deed, run FROM journal_step WHERE id <= ? ORDER BY id DESC LIMIT 2"
    (_, at, *written), *before = connection.execute(query, (step,))
    if written[0] != EDIT or not before or [*before[0][2:]] != written:
        return False
    last, since = before[0][:2]
    pause = datetime.fromisoformat(at) - datetime.fromisoformat(since)
    found = _changes(connection, last)
    if not timedelta() <= pause <= BURST or len(found) != 1 or len(kept) != 1:
        return False
    (key, earlier), (later,) = found[0], kept
    if not _goes_on(earlier, later):
        return False
    _keep(connection, key, earlier.before, {**(earlier.after or {}), **(later.after or {})})
    connection.execute("UPDATE journal_step SET at = ? WHERE id = ?", (at, last))
    connection.execute("DELETE FROM journal_change WHERE step = ?", (step,))
    return True


def _keep(connection: sqlite3.Connection, key: int, before: Row | None, after: Row | None) -> None:
    rows = [None if row is None else json.dumps(row, ensure_ascii=False) for row in (before, after)]
    connection.execute("UPDATE journal_change SET before = ?, after = ? WHERE id = ?", (*rows, key))


def _goes_on(earlier: Change, later: Change) -> bool:
    """Return whether somebody goes on writing in a field, or deleting, and undoing both at once takes back little."""
    if earlier.before is None or not earlier.after or not later.after:
        return False
    if (earlier.table, earlier.row, earlier.after.keys()) != (later.table, later.row, later.after.keys()):
        return False
    return all(_is_one(*(row[name] for row in (earlier.before, earlier.after, later.after))) for name in later.after)


def _is_one(before: object, now: object, then: object) -> bool:
    """Return whether from one value over the next to the last is one step: what was written in it is not lost again."""
    if then == before:
        return False
    first, middle, last = (len(str(value or "")) for value in (before, now, then))
    grown, more = middle - first, last - middle
    return abs(grown + more) <= AT_ONCE and (grown * more >= 0 or abs(more) <= _SLIP)
