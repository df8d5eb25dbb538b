"""How far each step has come: empty, answered, or discussed with nothing to note."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final

from medreview.domain.attendance import Presence
from medreview.domain.base import Entity
from medreview.domain.decision import Result
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Outcome
from medreview.domain.review import State


class StepState(StrEnum):
    """Four different things, in the app and in the minutes."""

    EMPTY = "empty"
    ANSWERED = "answered"
    NOTHING_TO_NOTE = "nothing_to_note"
    POSTPONED = "postponed"


def step_state(dossier: Dossier, step: str) -> StepState:
    """Return how far a step has come."""
    note = dossier.note_of(step)
    if dossier.result_of(step) is Result.POSTPONED:
        return StepState.POSTPONED
    if _HAS_CONTENT[step](dossier) or (note and note.note.strip()):
        return StepState.ANSWERED
    return StepState.NOTHING_TO_NOTE if note and note.nothing_to_note else StepState.EMPTY


def _filled(entity: Entity, *names: str) -> bool:
    """Return whether one of the named fields, or of all fields that are not keys, differs from its default."""
    fields = type(entity).model_fields
    chosen: Iterable[str] = names or (name for name in fields if name != "id" and not fields[name].is_required())
    return any(getattr(entity, name) != fields[name].default for name in chosen)


def _attended(dossier: Dossier) -> bool:
    return any(one.presence is not Presence.UNKNOWN or one.substitute for one in dossier.attendance)


def _judged(dossier: Dossier) -> bool:
    judged = any(one.outcome is not Outcome.NOT_ASSESSED for one in dossier.evaluations)
    return judged or _filled(dossier.cooperation, "judged")


def _cooperates(dossier: Dossier) -> bool:
    names = [name for name in type(dossier.cooperation).model_fields if name not in ("id", "review_id", "judged")]
    return _filled(dossier.cooperation, *names) or bool(dossier.planned_meetings)


def _decided(dossier: Dossier) -> bool:
    lists = (dossier.decisions, dossier.actions, dossier.disagreements, dossier.raised_matters)
    return any(lists) or _filled(dossier.closing, "communication")


def _closed(dossier: Dossier) -> bool:
    names = ("how_we_cooperate", "what_was_decided", "how_followed_up", "where_found", "how_judged")
    return dossier.review.state is State.APPROVED or _filled(dossier.closing, *names)


_HAS_CONTENT: Final[dict[str, Callable[[Dossier], bool]]] = {
    "preparation": lambda dossier: dossier.held_on is not None,
    "attendance": _attended,
    "look_back": _judged,
    "status": lambda dossier: bool(dossier.figures) or _filled(dossier.status),
    "content": lambda dossier: bool(dossier.focus_areas) or _filled(dossier.content),
    "cooperation": _cooperates,
    "goals": lambda dossier: bool(dossier.open_goals),
    "expertise": lambda dossier: any(_filled(one) for one in (dossier.expertise, *dossier.training)),
    "decisions": _decided,
    "closing": _closed,
}
