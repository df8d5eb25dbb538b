"""How far each step has come: empty, only carried over, answered, or discussed with nothing to note."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Final

from medreview.domain.attendance import Presence
from medreview.domain.base import Entity
from medreview.domain.decision import Result
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Outcome
from medreview.domain.review import State


class StepState(StrEnum):
    """Five different things in the app; the minutes tell what is carried over entry by entry."""

    EMPTY = "empty"
    CARRIED_OVER = "carried_over"
    """All that stands here came along from last year; nobody has changed it or said anything to it."""
    ANSWERED = "answered"
    NOTHING_TO_NOTE = "nothing_to_note"
    POSTPONED = "postponed"


def step_state(dossier: Dossier, step: str) -> StepState:
    """Return how far a step has come."""
    note, result = dossier.note_of(step), dossier.result_of(step)
    if result is Result.POSTPONED:
        return StepState.POSTPONED
    answers = list(_ANSWERS[step](dossier))
    is_taken_up = result not in (None, Result.WITHDRAWN) or any(one.id not in dossier.untouched for one in answers)
    if (answers and is_taken_up) or (note and note.note.strip()):
        return StepState.ANSWERED
    if note and note.nothing_to_note:
        return StepState.NOTHING_TO_NOTE
    return StepState.CARRIED_OVER if answers else StepState.EMPTY


def _filled(entity: Entity, *names: str) -> bool:
    """Return whether one of the named fields, or of all fields that are not keys, differs from its default."""
    fields = type(entity).model_fields
    chosen: Iterable[str] = names or (name for name in fields if name != "id" and not fields[name].is_required())
    return any(getattr(entity, name) != fields[name].default for name in chosen)


def _if_filled(*sections: Entity) -> Iterator[Entity]:
    return (one for one in sections if _filled(one))


def _attended(dossier: Dossier) -> Iterator[Entity]:
    return (one for one in dossier.attendance if one.presence is not Presence.UNKNOWN or one.substitute)


def _judged(dossier: Dossier) -> Iterator[Entity]:
    yield from (one for one in dossier.evaluations if one.outcome is not Outcome.NOT_ASSESSED)
    if _filled(dossier.cooperation, "judged"):
        yield dossier.cooperation


def _cooperates(dossier: Dossier) -> Iterator[Entity]:
    names = [name for name in type(dossier.cooperation).model_fields if name not in ("id", "review_id", "judged")]
    if _filled(dossier.cooperation, *names):
        yield dossier.cooperation
    yield from dossier.planned_meetings


def _aims(dossier: Dossier) -> Iterator[Entity]:
    """Yield the goals with their activities; what is judged of the goal that one carries on sets it again."""
    for goal in dossier.open_goals:
        yield from (goal, *dossier.activities_of(goal))
        judged = (one for one in dossier.evaluations if one.goal_id == goal.predecessor_id)
        yield from (one for one in judged if one.outcome is not Outcome.NOT_ASSESSED)


def _decided(dossier: Dossier) -> Iterator[Entity]:
    yield from (*dossier.decisions, *dossier.actions, *dossier.disagreements, *dossier.raised_matters)
    if _filled(dossier.closing, "communication"):
        yield dossier.closing


def _closed(dossier: Dossier) -> Iterator[Entity]:
    names = ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    if dossier.review.state is State.APPROVED or _filled(dossier.closing, *names):
        yield dossier.closing


_ANSWERS: Final[dict[str, Callable[[Dossier], Iterable[Entity]]]] = {
    "preparation": lambda dossier: (one for one in dossier.meetings if one.held_on),
    "attendance": _attended,
    "look_back": _judged,
    "status": lambda dossier: (*dossier.figures, *_if_filled(dossier.status)),
    "content": lambda dossier: (*dossier.focus_areas, *_if_filled(dossier.content)),
    "cooperation": _cooperates,
    "goals": _aims,
    "expertise": lambda dossier: _if_filled(dossier.expertise, *dossier.training),
    "decisions": _decided,
    "closing": _closed,
}
"""What answers each step."""
