"""Erasing for good: rows, versions, and what the journal keeps of them; only that something was erased stays."""

import sqlite3
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.store import glances, journal
from medreview.store.entities import table_of
from medreview.store.session import Session

_OWNERS: Final = ("committee_id", "review_id", "meeting_id", "indicator_id", "goal_id", "action_id")
"""The columns that name what a row belongs to, and with which it goes."""


def erase(session: Session, *entities: Entity) -> None:
    """Delete the entities with all they own, and all that the journal knows of either.

    Raises:
        DatabaseError: approved content goes only with its committee (see `triggers`).
    """
    step = session.begin_step()
    for entity in entities:
        session.writer.delete(table_of(type(entity)), id=entity.id)
    gone = {change.row for change in journal.changes(session.connection, step)}
    _forget(session.connection, gone | {entity.id.hex for entity in entities})


def forget_settings(session: Session, keys: set[UUID]) -> None:
    """Delete the archive's own settings that name one of these ids, and what home showed."""
    glances.forget(session)
    for row in session.select("setting"):
        if any(str(one) in f"{row['key']} {row['value']}" or one.hex in row["key"] for one in keys):
            session.writer.delete("setting", key=row["key"])


def _forget(connection: sqlite3.Connection, gone: set[str]) -> None:
    """Delete every change of these rows and of what ever belonged to them, deleted long ago or not."""
    changes = list(journal.all_changes(connection))
    found = len(gone) - 1
    while found < len(gone):
        found = len(gone)
        gone |= {one.row for one in changes if _belongs(one, gone)}
    for key in gone:
        connection.execute("DELETE FROM journal_change WHERE row = ? OR review_id = ?", (key, key))


def _belongs(change: journal.Change, gone: set[str]) -> bool:
    row = change.before or change.after or {}
    return change.review in gone or any(row.get(owner) in gone for owner in _OWNERS)
