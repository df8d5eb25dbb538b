"""Judging last year's goals and setting new ones."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid4

from medreview.domain.dossier import Dossier
from medreview.domain.goal import Activity, Continuation, Evaluation, Goal, Outcome
from medreview.domain.history import by_id, chain
from medreview.domain.review import Review
from medreview.operations import edit
from medreview.operations.changes import Changes
from medreview.store import entities
from medreview.store.archive import Archive

_ENDS: Final = (Outcome.MET, Outcome.MET_EARLY, Outcome.DROPPED)


def evaluate(archive: Archive, evaluation: Evaluation, **values: object) -> Changes:
    """Store a judgement of one of last year's goals.

    A new outcome also settles what follows from it, until the chair says otherwise: a goal that is met or dropped
    is closed, any other continues.

    Raises:
        InvalidField: a value does not fit; `close_without_outcome` and `dropped_but_continued` among them.
        Refusal: `approved` when the review is read-only.
    """
    outcome = values.get("outcome")
    if isinstance(outcome, Outcome):
        follows = Continuation.CLOSE if outcome in _ENDS else Continuation.CONTINUE
        values = {"continuation": follows, **values}
    return edit.change(archive, evaluation, **values)


def years_carried(archive: Archive, dossier: Dossier) -> dict[UUID, int]:
    """Return of this and last year's goals, by id, how many years before its own year each was first set."""
    with archive.transaction() as session:
        known = by_id(entities.find(session, Goal, committee_id=dossier.committee.id))
    return {goal.id: goal.year - _origin(goal, known).year for goal in (*dossier.last_goals, *dossier.goals)}


def _origin(goal: Goal, known: Mapping[UUID, Goal]) -> Goal:
    return list(chain(goal, known))[-1]


def copy_goal(archive: Archive, review: Review, goal: Goal, activities: tuple[Activity, ...], position: int) -> Changes:
    """Set last year's goal again as a new one, with its activities; it is not a continuation of the old one."""
    values = {"id": uuid4(), "year": review.year, "position": position, "predecessor_id": None, "focus_area_id": None}
    copy = goal.model_copy(update=values)
    copies = [activity.model_copy(update={"id": uuid4(), "goal_id": copy.id}) for activity in activities]
    return edit.add(archive, copy, *copies, deed="copy_goal")
