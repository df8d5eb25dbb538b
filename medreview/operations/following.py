"""Noting between the meetings how a goal or an action is going, after the minutes were approved too."""

from medreview.domain.base import Entity
from medreview.domain.decision import Action
from medreview.domain.follow_up import FollowUp
from medreview.domain.following import status_after
from medreview.domain.review import Review, State
from medreview.operations.changes import Changes
from medreview.operations.edit import ensure_editable, with_values
from medreview.store import entities, queries
from medreview.store.archive import Archive
from medreview.store.session import Session


def note(archive: Archive, entity: FollowUp, **values: object) -> Changes:
    """Store values in a follow-up, inserting it where the archive does not have it yet.

    A new status is also that of the action in a review whose minutes are not approved, so that they tell the same.

    Raises:
        InvalidField: a value does not fit; nothing was stored.
        Refusal: `approved` when the review that looked back on it is approved.
    """
    kinds: set[type[Entity]] = {FollowUp}
    with archive.transaction() as session:
        current = entities.get(session, FollowUp, entity.id)
        changed = with_values(current or entity, values)
        review = entities.review_of(session, changed)
        if review is not None:
            ensure_editable(review)
        if current is None:
            entities.insert(session, [changed])
        else:
            entities.update(session, changed)
        if "course" in values and changed.action_id is not None and _is_newest(session, changed):
            kinds.update(type(one) for one in _taken_over(session, changed))
        newest = queries.reviews(session, changed.committee_id)
    return Changes(frozenset(kinds), changed.committee_id, newest[0].id if newest else None)


def _is_newest(session: Session, changed: FollowUp) -> bool:
    others = entities.find(session, FollowUp, action_id=changed.action_id)
    return all(one.noted_on <= changed.noted_on for one in others)


def _taken_over(session: Session, changed: FollowUp) -> list[Action]:
    """Give the action, and what carries it on, the noted status where their minutes are still open."""
    own = entities.find(session, Action, id=changed.action_id)
    carried = entities.find(session, Action, predecessor_id=changed.action_id)
    updated = []
    for action in (*own, *carried):
        review = entities.get(session, Review, action.review_id)
        status = status_after(action, changed.course)
        if review is not None and review.state is not State.APPROVED and status is not action.status:
            entities.update(session, with_values(action, {"status": status}))
            updated.append(action)
    return updated
