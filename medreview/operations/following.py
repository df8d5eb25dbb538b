"""Noting between the meetings how a goal or an action is going, after the minutes were approved too."""

from collections.abc import Iterable
from typing import Final

from medreview.domain.base import Entity
from medreview.domain.decision import Action
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


def _taken_over(session: Session, changed: FollowUp, actions: Iterable[Action]) -> list[Action]:
    """Give actions the noted status where their minutes are still open."""
    updated = []
    for action in actions:
        review = entities.get(session, Review, action.review_id)
        status = status_after(action, changed.course)
        if review is not None and review.state is not State.APPROVED and status is not action.status:
            entities.update(session, with_values(action, {"status": status}))
            updated.append(action)
    return updated
