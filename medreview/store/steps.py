"""The steps of the journal: reading them, undoing them and doing them again.

What is done and what is undone follows from the steps themselves, so that it goes on after a restart.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, get_args

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.review import Review, State
from medreview.domain.version import Version
from medreview.domain.wheel import WheelMatter
from medreview.store import journal
from medreview.store.entities import from_row, table_of
from medreview.store.journal import Change, Row
from medreview.store.session import Session

_PARTS: Final[Mapping[str, Any]] = {
    part: next(iter(get_args(info.annotation)), info.annotation) for part, info in Dossier.model_fields.items()
}

PART_OF: Final[Mapping[type[Entity], str]] = {kind: part for part, kind in _PARTS.items()}
"""The part of a review that holds each kind of entity; of both years' goals those that the review sets."""

KINDS: Final[Mapping[str, type[Entity]]] = {
    **{table_of(kind): kind for kind in PART_OF},
    "version": Version,
    "wheel_matter": WheelMatter,
}
"""The kind of entity that each table keeps."""

_OF_THE_COMMITTEE: Final = """SELECT step FROM journal_change WHERE review_id IS NULL AND (
    entry = 'committee' AND row = :committee OR entry = 'member' AND instr(coalesce(before, after), :committee))"""


@dataclass(frozen=True)
class Step:
    """A transaction that changed something."""

    id: int
    at: datetime
    device: str
    deed: str
    undoes: int | None
    """The step that it undid or did again."""


@dataclass(frozen=True)
class Turn:
    """An entity that a step changed, added or removed."""

    entity: Entity
    """As it is after the step, or was before it where it is gone."""
    before: Entity | None
    after: Entity | None


def step_of(session: Session, key: int) -> Step:
    """Return the step of that number."""
    return next(_steps(session, "id = :key", {"key": key, "limit": 1}))


def of_review(session: Session, review: Review, until: int | None = None, limit: int = -1) -> list[Step]:
    """Return the steps that changed a review, the newest first, and between them those that changed its committee.

    `until` is the number below which steps are wanted. What changes in the committee once the minutes are approved is
    no change of theirs.
    """
    own = "SELECT step FROM journal_change WHERE review_id = :review"
    first, last = f"(SELECT min(step) FROM ({own}))", f"(SELECT max(step) FROM ({own}))"  # noqa: S608
    theirs = f"id > {first} AND (NOT :closed OR id < {last}) AND (deed = :restore OR id IN ({_OF_THE_COMMITTEE}))"
    values: dict[str, object] = {
        "review": review.id.hex,
        "committee": review.committee_id.hex,
        "closed": review.state is State.APPROVED,
        "restore": journal.RESTORE,
        "until": until,
        "limit": limit,
    }
    return list(_steps(session, f"(:until IS NULL OR id < :until) AND (id IN ({own}) OR {theirs})", values))


def changes(session: Session, step: int) -> list[Change]:
    """Return what a step changed, in order."""
    with _sound():
        found = journal.changes(session.connection, step)
        if not KINDS.keys() >= {one.table for one in found}:
            raise KeyError(step)
        return found


def turn(change: Change) -> Turn:
    """Return a changed row as the entity before and after.

    Raises:
        ValidationError: the journal was changed by another program.
    """
    kind = KINDS[change.table]
    before = from_row(kind, change.before) if change.before is not None else None
    if change.after is None:
        return Turn(from_row(kind, change.before or {}), before, None)
    after = from_row(kind, {**(change.before or {}), **change.after})
    return Turn(after, before, after)


def undoable(session: Session) -> int | None:
    """Return the step that undoing would undo."""
    done, _ = _stacks(session)
    return done[-1] if done else None


def redoable(session: Session) -> int | None:
    """Return the step that redoing would do again."""
    _, undone = _stacks(session)
    return undone[-1] if undone else None


def revert(session: Session, step: int) -> bool:
    """Put every row back to what it was before the step; return whether each was as the step had left it."""
    found = reversed(changes(session, step))
    return _move(session, step, [(one, one.after, one.before) for one in found])


def repeat(session: Session, step: int) -> bool:
    """Put every row to what it was after the step; return whether each was as it had been before it."""
    return _move(session, step, [(one, one.before, one.after) for one in changes(session, step)])


def _steps(session: Session, where: str, values: Mapping[str, object]) -> Iterator[Step]:
    query = f"SELECT id, at, device, deed, undoes FROM journal_step WHERE {where} ORDER BY id DESC LIMIT :limit"  # noqa: S608
    for key, at, device, deed, undoes in session.connection.execute(query, values):
        yield Step(key, datetime.fromisoformat(at), device, deed, undoes)


@contextmanager
def _sound() -> Iterator[None]:
    """Take what no journal of ours says for damage; what is in a file may have been written by anybody."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise sqlite3.DatabaseError("malformed journal") from error


def _stacks(session: Session) -> tuple[list[int], list[int]]:
    """Return the steps that are done and those that are undone since the last deed that is never undone."""
    places = ", ".join("?" * len(journal.FINAL))
    since = f"coalesce((SELECT max(id) FROM journal_step WHERE deed IN ({places})), 0)"  # noqa: S608
    query = f"SELECT id, deed, undoes FROM journal_step WHERE id > {since} ORDER BY id"  # noqa: S608
    done: list[int] = []
    undone: list[int] = []
    with _sound():
        for key, deed, undoes in session.connection.execute(query, journal.FINAL):
            if deed == journal.CLOCK:
                continue
            if deed == journal.UNDO:
                done.remove(undoes)
                undone.append(undoes)
            elif deed == journal.REDO:
                undone.remove(undoes)
                done.append(undoes)
            else:
                done.append(key)
                undone.clear()
    return done, undone


def _move(session: Session, step: int, moves: Sequence[tuple[Change, Row | None, Row | None]]) -> bool:
    """Take each row from the state it should be in now to the wanted one, as a step of its own."""
    connection = session.connection
    connection.execute("UPDATE journal_step SET undoes = ? WHERE id = ?", (step, session.begin_step()))
    connection.execute("PRAGMA defer_foreign_keys = ON")
    with _sound():
        return all(_put(connection, change, now, wanted) for change, now, wanted in moves)


def _put(connection: sqlite3.Connection, change: Change, now: Row | None, wanted: Row | None) -> bool:
    """Take a row from one state to another; return whether it was in the first."""
    table = change.table
    if wanted is None:
        done = connection.execute(f"DELETE FROM {table} WHERE id = ?", (change.row,))  # noqa: S608
    elif now is None:
        columns = _columns(connection, table, wanted)
        names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
        values: list[Any] = [wanted[name] for name in columns]
        done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", values)  # noqa: S608
    else:
        columns = _columns(connection, table, change.after or {})
        setting = ", ".join(f'"{name}" = ?' for name in columns)
        equal = " AND ".join(f'"{name}" IS ?' for name in columns)
        values = [*(wanted[name] for name in columns), change.row, *(now[name] for name in columns)]
        done = connection.execute(f"UPDATE {table} SET {setting} WHERE id = ? AND {equal}", values)  # noqa: S608
    return done.rowcount == 1


def _columns(connection: sqlite3.Connection, table: str, names: Mapping[str, object]) -> list[str]:
    """Return those names that are columns; what is in a file may have been written by anybody."""
    known = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    return [name for name in names if name in known]
