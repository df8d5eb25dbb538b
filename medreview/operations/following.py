"""Noting between the meetings how a goal or an action is going, after the minutes were approved too."""

from collections.abc import Iterable
from typing import Final

from medreview.domain.base import Entity
from medreview.domain.decision import Action, ActionStatus
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import status_after
from medreview.domain.review import Review, State
from medreview.operations.changes import Changes
from medreview.operations.edit import ensure_editable, with_values
from medreview.store import entities, queries
from medreview.store.archive import Archive
from medreview.store.session import Session

_TELLING: Final = frozenset({"course", "noted_on"})
"""The fields of a note on which it depends how an action is going."""


def note(archive: Archive, entity: FollowUp, **values: object) -> Changes:
    """Store values in a follow-up, inserting it where the archive does not have it yet.

    A new status is also that of the action in a review whose minutes are not approved, so that they tell the same.

    Raises:
        InvalidField: a value does not fit; nothing was stored.
        Refusal: `approved` when the review that looked back on it is approved, `gone` when its goal or action is.
    """
    kinds: set[type[Entity]] = {FollowUp}
    with archive.transaction() as session:
        current = entities.get(session, FollowUp, entity.id)
        changed = with_values(current or entity, values)
        review = entities.review_of(session, changed)
        if review is not None:
            ensure_editable(review)
        if current is None:
            _ensure_there(session, changed)
            entities.insert(session, [changed])
        else:
            entities.update(session, changed)
        if _TELLING.intersection(values) and changed.action_id is not None:
            actions = (*entities.find(session, Action, id=changed.action_id), *_carried(session, changed))
            kinds.update(type(one) for one in _taken_over(session, _newest(session, changed), actions))
        newest = queries.reviews(session, changed.committee_id)
    return Changes(frozenset(kinds), changed.committee_id, newest[0].id if newest else None)


def remove(archive: Archive, entity: FollowUp) -> Changes:
    """Delete a note. An action that has its status from it goes as the newest one left says, or as before all notes.

    Raises:
        Refusal: `approved` when the review that looked back on it is approved.
    """
    kinds: set[type[Entity]] = {FollowUp}
    with archive.transaction() as session:
        removed = entities.get(session, FollowUp, entity.id) or entity
        review = entities.review_of(session, removed)
        if review is not None:
            ensure_editable(review)
        was_newest = _newest(session, removed).id == removed.id and removed.course is not Course.NOT_SAID
        entities.delete(session, removed)
        if was_newest and removed.action_id is not None:
            kinds.update(type(one) for one in _set_back(session, removed))
        newest = queries.reviews(session, removed.committee_id)
    return Changes(frozenset(kinds), removed.committee_id, newest[0].id if newest else None)


def take_over(session: Session, notes: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """Store what was noted in another archive and return it.

    A note that the archive has stays as it is, and an approved look back takes in none. The action itself came with
    its status; only what carries it on follows the note.
    """
    new = []
    for one in notes:
        review = entities.review_of(session, one)
        is_sealed = review is not None and review.state is State.APPROVED
        if not is_sealed and entities.get(session, FollowUp, one.id) is None:
            entities.insert(session, [one])
            new.append(one)
            if one.course is not Course.NOT_SAID:
                _taken_over(session, _newest(session, one), _carried(session, one))
    return tuple(new)


def _ensure_there(session: Session, note: FollowUp) -> None:
    """Refuse a note on an action that was removed meanwhile; of a goal the file itself sees to that."""
    found = (entities.find(session, Action, **{field: note.action_id}) for field in ("id", "predecessor_id"))
    if note.action_id is not None and not any(found):
        raise Refusal("gone")


def _newest(session: Session, changed: FollowUp) -> FollowUp:
    """Return the newest note with a status on the same action; the changed one where none has a status any more."""
    notes = entities.find(session, FollowUp, action_id=changed.action_id) if changed.action_id else []
    said = (one for one in notes if one.course is not Course.NOT_SAID)
    return max(said, key=lambda one: one.noted_on, default=changed)


def _carried(session: Session, note: FollowUp) -> list[Action]:
    return entities.find(session, Action, predecessor_id=note.action_id) if note.action_id else []


def _set_back(session: Session, removed: FollowUp) -> list[Action]:
    """Give the action of a removed note the status it has without it, unless somebody set another by hand since."""
    own = [*entities.find(session, Action, id=removed.action_id), *_carried(session, removed)]
    given = [action for action in own if action.status is status_after(action, removed.course)]
    left = _newest(session, removed)
    if left.id != removed.id:
        return _taken_over(session, left, given)
    return [action for action in given if _updated(session, action, _first_status(session, action))]


def _first_status(session: Session, action: Action) -> ActionStatus:
    """Return how an action stood before anything was noted: as it came from the year before, or open."""
    before = entities.get(session, Action, action.predecessor_id) if action.predecessor_id else None
    return before.status if before is not None and before.is_open else ActionStatus.OPEN


def _updated(session: Session, action: Action, status: ActionStatus) -> bool:
    """Give an action a status where its minutes are still open; return whether it had another."""
    review = entities.get(session, Review, action.review_id)
    if review is None or review.state is State.APPROVED or status is action.status:
        return False
    entities.update(session, with_values(action, {"status": status}))
    return True


def _taken_over(session: Session, changed: FollowUp, actions: Iterable[Action]) -> list[Action]:
    """Give actions the noted status where their minutes are still open."""
    return [action for action in actions if _updated(session, action, status_after(action, changed.course))]
