"""The journal: what every transaction changed, kept so that it can be undone, redone and told.

Triggers note each row as it was and as it became, cascades included, whatever program wrote it. A step is one
transaction; steps are ordered by their number, never by a clock, and none is ever removed or changed but one: while
somebody goes on typing in one field, the step of that field grows. An update keeps the whole row as it was (`before`)
and the columns that changed (`after`).
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from platform import node
from typing import Any, Final
from uuid import uuid4

from medreview.store.triggers import REVIEW_OF

EDIT: Final = "edit"
UNDO: Final = "undo"
REDO: Final = "redo"
FINAL: Final = ("approve", "withdraw", "addendum", "erase", "migrate")
"""Deeds that are never undone, nor anything before them: what was approved has gone out of the house."""

BURST: Final = timedelta(seconds=10)
"""Typing in one field goes on as long as no pause is longer."""

_RUN: Final = uuid4().hex
"""This run of the program; what an earlier one wrote does not grow."""

_LEFT_OUT: Final = {"version": ("content",)}
"""Columns that are kept elsewhere for good."""

_NEVER: Final = frozenset({"setting", "journal_step", "journal_change"})

_PAIR: Final = re.compile(r"(\w+)=(NULL|'(?:[^']|'')*'|-?\d+)(?:;|$)")

Row = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """A transaction that changed something."""

    id: int
    at: datetime
    device: str
    deed: str
    undoes: int | None


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


def begin(connection: sqlite3.Connection, deed: str) -> int:
    """Begin a step within a transaction that is going to write; return its number."""
    values = (datetime.now(UTC).isoformat(timespec="milliseconds"), node(), deed, _RUN)
    cursor = connection.execute("INSERT INTO journal_step (at, device, deed, run) VALUES (?, ?, ?, ?)", values)
    return int(cursor.lastrowid or 0)


def settle(connection: sqlite3.Connection, step: int) -> None:
    """Keep of a step what really changed; one that changed nothing is none, and one that goes on typing is merged."""
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
        connection.execute("DELETE FROM journal_step WHERE id = ?", (step,))


def changes(connection: sqlite3.Connection, step: int) -> list[Change]:
    """Return what a step changed, in order."""
    return [change for _, change in _changes(connection, step)]


def steps(connection: sqlite3.Connection, review: str | None = None, limit: int = -1) -> list[Step]:
    """Return the steps, or those that changed a review, the newest first."""
    where = "WHERE id IN (SELECT step FROM journal_change WHERE review_id = ?)" if review else ""
    query = f"SELECT id, at, device, deed, undoes FROM journal_step {where} ORDER BY id DESC LIMIT ?"  # noqa: S608
    found = connection.execute(query, (*([review] if review else []), limit))
    return [Step(key, datetime.fromisoformat(at), device, deed, undoes) for key, at, device, deed, undoes in found]


def undoable(connection: sqlite3.Connection) -> int | None:
    """Return the step that undoing would undo."""
    done, _ = _stacks(connection)
    return done[-1] if done else None


def redoable(connection: sqlite3.Connection) -> int | None:
    """Return the step that redoing would do again."""
    _, undone = _stacks(connection)
    return undone[-1] if undone else None


def mark(connection: sqlite3.Connection, step: int, undoes: int) -> None:
    """Say which step a step undoes or does again."""
    connection.execute("UPDATE journal_step SET undoes = ? WHERE id = ?", (undoes, step))


def revert(connection: sqlite3.Connection, step: int) -> bool:
    """Put every row back to what it was before the step; return whether each was as the step had left it."""
    return all(_put(connection, one, one.after, one.before) for one in reversed(changes(connection, step)))


def repeat(connection: sqlite3.Connection, step: int) -> bool:
    """Put every row to what it was after the step; return whether each was as it had been before it."""
    return all(_put(connection, one, one.before, one.after) for one in changes(connection, step))


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
    """Let the step before grow by this one where both are typing in the same fields of the same row."""
    query = "SELECT id, at, deed, run, undoes FROM journal_step WHERE id < ? ORDER BY id DESC LIMIT 1"
    last = connection.execute(query, (step,)).fetchone()
    at, deed = connection.execute("SELECT at, deed FROM journal_step WHERE id = ?", (step,)).fetchone()
    if last is None or (deed, EDIT, _RUN) != (last[2], last[2], last[3]):
        return False
    pause = datetime.fromisoformat(at) - datetime.fromisoformat(last[1])
    found = _changes(connection, last[0])
    if not timedelta() <= pause <= BURST or len(found) != 1 or len(kept) != 1:
        return False
    (key, earlier), (later,) = found[0], kept
    if not _is_same_field(earlier, later):
        return False
    after = {**(earlier.after or {}), **(later.after or {})}
    _keep(connection, key, earlier.before, after)
    connection.execute("UPDATE journal_step SET at = ? WHERE id = ?", (at, last[0]))
    connection.execute("DELETE FROM journal_change WHERE step = ?", (step,))
    return True


def _keep(connection: sqlite3.Connection, key: int, before: Row | None, after: Row | None) -> None:
    rows = [None if row is None else json.dumps(row, ensure_ascii=False) for row in (before, after)]
    connection.execute("UPDATE journal_change SET before = ?, after = ? WHERE id = ?", (*rows, key))


def _is_same_field(earlier: Change, later: Change) -> bool:
    if None in (earlier.before, later.before) or not earlier.after or not later.after:
        return False
    return (earlier.table, earlier.row, earlier.after.keys()) == (later.table, later.row, later.after.keys())


def _stacks(connection: sqlite3.Connection) -> tuple[list[int], list[int]]:
    """Return the steps that are done and those that are undone since the last deed that is never undone."""
    places = ", ".join("?" * len(FINAL))
    since = f"coalesce((SELECT max(id) FROM journal_step WHERE deed IN ({places})), 0)"  # noqa: S608
    query = f"SELECT id, deed, undoes FROM journal_step WHERE id > {since} ORDER BY id"  # noqa: S608
    done: list[int] = []
    undone: list[int] = []
    for key, deed, undoes in connection.execute(query, FINAL):
        if deed == UNDO:
            done.remove(undoes)
            undone.append(undoes)
        elif deed == REDO:
            undone.remove(undoes)
            done.append(undoes)
        else:
            done.append(key)
            undone.clear()
    return done, undone


def _put(connection: sqlite3.Connection, change: Change, now: Row | None, wanted: Row | None) -> bool:
    """Take a row from the state it should be in now to the wanted one; return whether it was in that state."""
    known = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({_known(change.table)})")}
    table = _known(change.table)
    if wanted is None:
        done = connection.execute(f"DELETE FROM {table} WHERE id = ?", (change.row,))  # noqa: S608
    elif now is None:
        columns = [name for name in wanted if name in known]
        names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        values = [wanted[name] for name in columns]
        done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", values)  # noqa: S608
    else:
        columns = [name for name in (change.after or {}) if name in known]
        setting = ", ".join(f'"{name}" = ?' for name in columns)
        equal = " AND ".join(f'"{name}" IS ?' for name in columns)
        values = [*(wanted[name] for name in columns), change.row, *(now[name] for name in columns)]
        done = connection.execute(f"UPDATE {table} SET {setting} WHERE id = ? AND {equal}", values)  # noqa: S608
    return done.rowcount == 1


def _known(table: str) -> str:
    """Return the name if it is one of ours; what is in a file may have been written by anybody."""
    if table not in {*REVIEW_OF, "committee", "member"}:
        raise sqlite3.DatabaseError("malformed journal")
    return table


def deed_of(connection: sqlite3.Connection, step: int) -> str:
    """Return what a step is called."""
    return str(connection.execute("SELECT deed FROM journal_step WHERE id = ?", (step,)).fetchone()[0])
