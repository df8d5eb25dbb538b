"""Undoing and redoing what was changed, step by step, also what was changed before the last start."""

from collections.abc import Callable
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.review import Review
from medreview.i18n import N_, current, tr
from medreview.minutes.difference import Section, difference
from medreview.operations.changes import Changes
from medreview.store import dossiers, entities, journal, queries
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.store.journal import Change
from medreview.templates import load_template

_DEEDS: Final = {
    "start_review": N_("the start of a year"),
    "discard": N_("the deletion of a year"),
    "import": N_("the import of a review"),
    "create_committee": N_("the new committee"),
}
"""What is undone as a whole and told by its name."""

_LINES: Final = 3
"""As many differences are told."""


@dataclass(frozen=True)
class Undone:
    """What an undo or redo changed, told for the review that it touched."""

    changes: Changes
    deed: str
    sections: tuple[Section, ...] = ()

    def words(self) -> str:
        """Return what changed in the language of the screens."""
        if self.deed in _DEEDS:
            return tr(_DEEDS[self.deed])
        lines = [f"{section.heading}: {line}" for section in self.sections for line in section.lines]
        more = [tr("and {count} more", count=len(lines) - _LINES)] if len(lines) > _LINES else []
        return "\n".join([*lines[:_LINES], *more]) or tr("the last change")


def undo(archive: Archive) -> Undone:
    """Undo the last step that is not undone yet.

    Raises:
        Refusal: `nothing_to_undo`, also where the last thing done was an approval, which has gone out of the house;
            `changed_since` where another program changed the same.
    """
    return _move(archive, journal.UNDO, journal.undoable, journal.revert)


def redo(archive: Archive) -> Undone:
    """Do the step again that was undone last.

    Raises:
        Refusal: `nothing_to_redo`, `changed_since`.
    """
    return _move(archive, journal.REDO, journal.redoable, journal.repeat)


def _move(
    archive: Archive,
    deed: str,
    find: Callable[[Connection], int | None],
    put: Callable[[Connection, int], bool],
) -> Undone:
    with archive.transaction(deed) as session:
        step = find(session.connection)
        if step is None:
            raise Refusal(f"nothing_to_{deed}")
        changed = journal.changes(session.connection, step)
        before = _dossier(session, changed)
        journal.mark(session.connection, session.begin_step(), step)
        session.connection.execute("PRAGMA defer_foreign_keys = ON")
        if not put(session.connection, step):
            raise Refusal("changed_since")
        after = _dossier(session, changed)
        return Undone(
            _changes(changed, before or after), journal.deed_of(session.connection, step), _told(before, after)
        )


def _dossier(session: Session, changed: list[Change]) -> Dossier | None:
    """Return the review that was changed; for a committee or member its newest one."""
    review_id = next((UUID(one.review) for one in changed if one.review), None)
    if review_id is None:
        committees = (_committee_of(one) for one in changed)
        found = next((queries.reviews(session, key) for key in committees if key), [])
        review_id = found[0].id if found else None
    if review_id is None or entities.get(session, Review, review_id) is None:
        return None
    return dossiers.load(session, review_id)


def _committee_of(change: Change) -> UUID | None:
    row = change.before or change.after or {}
    key = row.get("id") if change.table == "committee" else row.get("committee_id")
    return UUID(key) if isinstance(key, str) else None


def _changes(changed: list[Change], dossier: Dossier | None) -> Changes:
    kinds = frozenset(_KINDS[one.table] for one in changed if one.table in _KINDS)
    if dossier is None:
        return Changes(kinds)
    return Changes(kinds, dossier.committee.id, dossier.review.id)


def _told(before: Dossier | None, after: Dossier | None) -> tuple[Section, ...]:
    if before is None or after is None:
        return ()
    return difference(before, after, load_template(after.review.template), current())


_KINDS: Final = {entities.table_of(kind): kind for kind in Entity.__subclasses__()}
