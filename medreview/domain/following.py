"""What is followed up between the meetings, and how each goal and action is going.

Until the meeting of a review is over, its goals and actions that are carried on are still those of the year before: a
note on one is kept under what it carries on, so that the review looks back on it. From then on it is kept under the
goal or action itself, and the next review looks back on it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID, uuid5

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier, in_order
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.goal import Goal, Outcome
from medreview.domain.review import State

Followed = Goal | Action

_UNDER_WAY: Final = (State.PREPARING, State.IN_SESSION)

_STATUS: Final = {
    Course.ON_TRACK: ActionStatus.STARTED,
    Course.BEHIND: ActionStatus.STARTED,
    Course.DONE: ActionStatus.DONE,
}


def followed(dossier: Dossier) -> tuple[Followed, ...]:
    """Return the goals and actions that are followed up: what is open, and what was noted as done since."""
    actions = (one for one in in_order(dossier.actions) if one.is_open or notes_of(dossier, one))
    return (*in_order(dossier.open_goals), *actions)


def subject_of(dossier: Dossier, item: Followed) -> UUID:
    """Return under which goal or action the next note on an item is kept."""
    is_under_way = dossier.review.state in _UNDER_WAY
    return item.predecessor_id if is_under_way and item.predecessor_id else item.id


def new_note(dossier: Dossier, item: Followed, today: date) -> FollowUp:
    """Return the note of that day on an item, blank; its id is the same each time, so that it is made only once."""
    subject = subject_of(dossier, item)
    return FollowUp(
        id=uuid5(subject, f"follow-up {today.isoformat()}"),
        committee_id=dossier.committee.id,
        goal_id=subject if isinstance(item, Goal) else None,
        action_id=subject if isinstance(item, Action) else None,
        noted_on=today,
    )


def notes_of(dossier: Dossier, item: Followed) -> tuple[FollowUp, ...]:
    """Return the notes on an item and on what it carries on from the year before, the newest first."""
    return _about({item.id, item.predecessor_id}, (*dossier.follow_ups, *dossier.later_follow_ups))


def looked_back(dossier: Dossier, item: Followed) -> tuple[FollowUp, ...]:
    """Return the notes that the review looks back on, of one of last year's goals or a carried action, oldest first."""
    subject = item.predecessor_id if isinstance(item, Action) else item.id
    return _about({subject}, dossier.follow_ups)[::-1]


def newest_note(dossier: Dossier, item: Followed) -> FollowUp | None:
    """Return the note that tells how an item is going now; None where the committee has judged it since."""
    said = (one for one in notes_of(dossier, item) if one.course is not Course.NOT_SAID)
    return next((one for one in said if _holds(dossier, item, one)), None)


def noted_since(dossier: Dossier, item: Followed) -> FollowUp | None:
    """Return the note that tells how an open item of approved minutes has been going since the meeting.

    The minutes themselves do not know it.
    """
    if not dossier.is_read_only or (isinstance(item, Action) and not item.is_open):
        return None
    notes = _about({item.id}, dossier.later_follow_ups)
    held_on = dossier.held_on or date.min
    return next((one for one in notes if one.course is not Course.NOT_SAID and one.noted_on > held_on), None)


def is_done_since(dossier: Dossier, item: Followed) -> bool:
    """Return whether an item of approved minutes was noted as done since."""
    note = noted_since(dossier, item)
    return note is not None and note.course is Course.DONE


def is_followed_up(dossier: Dossier) -> bool:
    """Return whether anything of approved minutes was followed up since."""
    return any(noted_since(dossier, item) for item in followed(dossier))


def is_sealed(dossier: Dossier, note: FollowUp) -> bool:
    """Return whether the review has looked back on a note and is approved."""
    return dossier.is_read_only and any(one.id == note.id for one in dossier.follow_ups)


def is_settled(dossier: Dossier, item: Followed) -> bool:
    """Return whether nothing is waited for any more: it is noted as done, or an action is no longer open."""
    if isinstance(item, Action) and not item.is_open:
        return True
    note = newest_note(dossier, item)
    return note is not None and note.course is Course.DONE


def is_on_track_since(dossier: Dossier, goal: Goal, day: date) -> bool:
    """Return whether a goal was last noted to be on track or done, on that day or later."""
    note = newest_note(dossier, goal)
    return note is not None and note.noted_on >= day and note.course in (Course.ON_TRACK, Course.DONE)


def status_after(action: Action, course: Course) -> ActionStatus:
    """Return the status of an action that is going that way; what is stuck may have begun or not, but is not done."""
    return _STATUS.get(course, action.status if action.is_open else ActionStatus.STARTED)


def _about(subjects: set[UUID | None], notes: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    own = [one for one in notes if one.subject in subjects and one.says_something]
    return tuple(sorted(own, key=lambda one: one.noted_on, reverse=True))


def _holds(dossier: Dossier, item: Followed, note: FollowUp) -> bool:
    """Whether the committee has not had its say on it since, at the meeting that looked back on the note."""
    if note.subject == item.id:
        return True
    if isinstance(item, Action):
        return dossier.review.state in _UNDER_WAY
    judged = next((one for one in dossier.evaluations if one.goal_id == note.goal_id), None)
    is_judged = judged is not None and judged.outcome is not Outcome.NOT_ASSESSED
    held_on = dossier.held_on
    return not is_judged or (held_on is not None and note.noted_on > held_on)
