"""What is due between the meetings, and when the committee meets next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medreview.domain.base import Entity
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Action, Disagreement
from medreview.domain.dossier import Dossier
from medreview.domain.folding import fold
from medreview.domain.following import is_on_track_since, is_settled
from medreview.domain.glance import DueItem, NextMeeting, due_now, next_of
from medreview.domain.goal import Activity, Goal
from medreview.domain.review import Meeting


@dataclass(frozen=True)
class Deadline:
    """An entry that is to be done by a day, and the step in which it is written."""

    entity: Entity
    step: str
    text: str
    responsible: str
    day: date


def due_items(dossier: Dossier, today: date) -> tuple[DueItem, ...]:
    """Return what is overdue or due within 30 days, the oldest first."""
    return due_now(open_items(dossier), today)


def open_items(dossier: Dossier) -> tuple[DueItem, ...]:
    """Return all that is open and has a day."""
    return tuple(DueItem(one.text, one.responsible, one.day, _followed(one.entity)) for one in deadlines(dossier))


def planned_for(dossier: Dossier, goal: Goal) -> tuple[Deadline, ...]:
    """Return the open activities of a goal that have a day, in that order; how they go is noted on the goal."""
    known = () if is_settled(dossier, goal) else _planned(dossier, goal)
    return tuple(sorted(known, key=lambda one: one.day))


def next_meeting(dossier: Dossier, today: date) -> NextMeeting | None:
    """Return the next date of the review itself or of the meeting plan."""
    return next_of(meetings(dossier), today)


def meetings(dossier: Dossier) -> tuple[NextMeeting, ...]:
    """Return the dates of the review itself and of the meeting plan."""
    dated: list[Meeting | PlannedMeeting] = [*dossier.meetings, *dossier.planned_meetings]
    return tuple(NextMeeting(one.held_on, one.starts, one.place) for one in dated if one.held_on)


def deadlines(dossier: Dossier) -> Iterator[Deadline]:
    """Yield all that is open and has a day; what a goal had planned for earlier years is history, not overdue.

    What was followed up as done is open no more, nor is what a goal had planned until a day on which it was on track.
    """
    for action in dossier.actions:
        if action.due and not is_settled(dossier, action):
            yield Deadline(action, "decisions", action.what, action.responsible, action.due)
    for goal in dossier.open_goals:
        if is_settled(dossier, goal):
            continue
        if goal.runs_until:
            yield Deadline(goal, "goals", goal.text, goal.responsible, goal.runs_until)
        yield from _planned(dossier, goal)
    for disagreement in dossier.disagreements:
        if disagreement.reasons_due and are_reasons_owed(dossier, disagreement):
            yield Deadline(disagreement, "decisions", disagreement.topic, "", disagreement.reasons_due)


def are_reasons_owed(dossier: Dossier, disagreement: Disagreement) -> bool:
    """Return whether the committee waits for reasons; once approved, they are given in an addendum on the topic."""
    if disagreement.reasons_due is None or disagreement.are_reasons_given:
        return False
    topic = " ".join(fold(disagreement.topic).split())
    told = (" ".join(fold(f"{one.reason} {one.text}").split()) for one in dossier.addenda)
    return not topic or not any(topic in one for one in told)


def _planned(dossier: Dossier, goal: Goal) -> Iterator[Deadline]:
    for activity in dossier.activities_of(goal):
        day = activity.deadline
        if day is None or day.year < dossier.review.year or is_on_track_since(dossier, goal, day):
            continue
        yield Deadline(activity, "goals", activity.what, activity.responsible, day)


def _followed(entity: Entity) -> UUID | None:
    match entity:
        case Goal() | Action():
            return entity.id
        case Activity():
            return entity.goal_id
    return None
