"""Undoing and redoing what was changed, step by step, also what was changed before the last start."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.carry_over import first_review
from medreview.domain.committee import Committee
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import FollowUp
from medreview.i18n import current, tr
from medreview.minutes.difference import BACK, Section, difference
from medreview.operations.changes import Changes
from medreview.operations.deeds import DEEDS, EMPTIED, NEW_ENTRIES
from medreview.operations.edit import check_name
from medreview.store import dossiers, entities, journal, queries, steps
from medreview.store.archive import Archive
from medreview.store.entities import Session
from medreview.store.journal import Change
from medreview.templates import DEFAULT, load_template

_LINES: Final = 3
"""As many differences are told."""


@dataclass(frozen=True)
class Undone:
    """What an undo or redo changed, told for the review that it touched."""

    changes: Changes
    deed: str
    sections: tuple[Section, ...] = ()
    place: str = ""
    """The committee, and the year where it has one."""
    note: str = ""
    """The step whose note changed."""
    matter: str = ""
    """The matter of the annual wheel that changed."""
    entry: str = ""
    """The id of the entity that changed first, in hexadecimal digits."""
    field: str = ""
    """Its field, where no other changed."""
    blank: str = ""
    """What adding or removing an entry is called in which nothing was written."""
    lost: frozenset[UUID] = frozenset()
    """The committee and the review, where they are no longer there."""

    def words(self) -> str:
        """Return what changed in the language of the screens."""
        if self.deed in DEEDS:
            return tr(DEEDS[self.deed])
        if self.matter:
            return tr("Annual wheel: {matter}", matter=self.matter)
        lines = [line for section in self.sections for line in section.lines]
        more = [tr("and {count} more", count=len(lines) - _LINES)] if len(lines) > _LINES else []
        return "\n".join([*lines[:_LINES], *more]) or self._blank_words()

    def _blank_words(self) -> str:
        return tr(self.blank) if self.blank else tr("the last change")


def undo(archive: Archive) -> Undone:
    """Undo the last step that is not undone yet.

    Raises:
        Refusal: `nothing_to_undo`, also where the last thing done was an approval, which has gone out of the house;
            `changed_since` where another program changed the same, `committee_exists` where a committee would get
            a name that another one has by now.
    """
    return _move(archive, journal.UNDO, steps.undoable, steps.revert)


def latest(archive: Archive) -> int:
    """Return the number of the step that would be undone; 0 where there is none."""
    with archive.transaction() as session:
        return steps.undoable(session) or 0


def redo(archive: Archive) -> Undone:
    """Do the step again that was undone last.

    Raises:
        Refusal: `nothing_to_redo`, `changed_since`, `committee_exists`.
    """
    return _move(archive, journal.REDO, steps.redoable, steps.repeat)


def _move(
    archive: Archive, deed: str, find: Callable[[Session], int | None], put: Callable[[Session, int], bool]
) -> Undone:
    with archive.transaction(deed) as session:
        step = find(session)
        if step is None:
            raise Refusal("nothing_to_undo") if deed == journal.UNDO else Refusal("nothing_to_redo")
        changed = steps.changes(session, step)
        before = _dossier(session, changed)
        if not put(session, step):
            raise Refusal("changed_since")
        _check_names(session, changed)
        after = _dossier(session, changed)
        return _undone(session, steps.step_of(session, step).deed, changed, before, after)


def _check_names(session: Session, changed: Sequence[Change]) -> None:
    """Refuse what would leave two committees of a municipality with one name."""
    for change in changed:
        if change.table == "committee" and (committee := _committee_of(session, change)):
            check_name(session, committee)


def _undone(
    session: Session, deed: str, changed: Sequence[Change], before: Dossier | None, after: Dossier | None
) -> Undone:
    kinds = frozenset(steps.KINDS[one.table] for one in changed)
    shown = after or before
    if shown is None:
        return Undone(Changes(kinds), deed)
    committee, review = shown.committee, shown.review
    return Undone(
        Changes(kinds, committee.id, review.id),
        deed,
        _told(before, after, kinds),
        f"{committee.name} {review.year}",
        _note(changed),
        _matter(changed),
        changed[0].row,
        _field(changed[0]),
        _blank(changed),
        frozenset(one.id for one in (committee, review) if entities.get(session, type(one), one.id) is None),
    )


def _note(changed: Sequence[Change]) -> str:
    """Return the step whose note changed."""
    notes = (one.before or one.after or {} for one in changed if one.table == "step_note")
    return next((str(note["step"]) for note in notes), "")


def _matter(changed: Sequence[Change]) -> str:
    """Return what a matter of the wheel is called now, or was called before it was taken away."""
    rows = ({**(one.before or {}), **(one.after or {})} for one in changed if one.table == "wheel_matter")
    return next((str(row["text"]) for row in rows), "")


def _field(change: Change) -> str:
    fields = list(change.after or ()) if change.before else []
    return fields[0] if len(fields) == 1 else ""


def _blank(changed: Sequence[Change]) -> str:
    """Return what adding or removing an entry is called; empty where something else was done."""
    added = (NEW_ENTRIES[one.table] for one in changed if one.before is None and one.table in NEW_ENTRIES)
    is_removed = any(one.after is None and one.table in NEW_ENTRIES for one in changed)
    return next(added, EMPTIED if is_removed else "")


def _dossier(session: Session, changed: Sequence[Change]) -> Dossier | None:
    """Return the review that was changed; for a committee or member its newest one, or one that nobody has started."""
    review_id = next((UUID(one.review) for one in changed if one.review), None)
    if review_id is not None:
        return dossiers.load(session, review_id)
    committee = next((found for one in changed if (found := _committee_of(session, one))), None)
    if committee is None:
        return None
    newest = queries.reviews(session, committee.id)
    if newest:
        return dossiers.load(session, newest[0].id)
    members = queries.members(session, committee.id)
    return first_review(committee, members, load_template(DEFAULT), date.today().year, committee.language)


def _committee_of(session: Session, change: Change) -> Committee | None:
    row = change.before or change.after or {}
    key = row.get("id") if change.table == "committee" else row.get("committee_id")
    return entities.get(session, Committee, UUID(key)) if isinstance(key, str) else None


def _told(before: Dossier | None, after: Dossier | None, kinds: Collection[type[Entity]]) -> tuple[Section, ...]:
    if before is None or after is None:
        return ()
    parts = {steps.PART_OF[kind] for kind in kinds if kind in steps.PART_OF}
    if FollowUp in kinds:
        parts.add("later_follow_ups")
    return difference(before, after, load_template(after.review.template), current(), parts, BACK)
