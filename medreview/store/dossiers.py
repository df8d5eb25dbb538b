"""Whole reviews in the archive: load and insert."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from medreview.domain.addendum import Addendum
from medreview.domain.attendance import Attendance, Guest, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.cooperation import Content, Cooperation, FocusArea, PlannedMeeting
from medreview.domain.decision import Action, Closing, Decision, Disagreement, RaisedMatter
from medreview.domain.dossier import Dossier
from medreview.domain.expertise import Expertise, Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import AgendaItem, Meeting, Preparation, Review, State, StepNote
from medreview.domain.status import Figure, Indicator, Status
from medreview.domain.timing import TimeSpan
from medreview.domain.version import Version, approved_version
from medreview.store import carried, entities
from medreview.store.session import Session

SECTIONS: Final[dict[str, type[Entity]]] = {
    "preparation": Preparation,
    "status": Status,
    "content": Content,
    "cooperation": Cooperation,
    "expertise": Expertise,
    "closing": Closing,
}
"""The parts of which every review has exactly one."""

_OWNED: Final[dict[str, tuple[type[Entity], str, str]]] = {
    "members": (Member, "committee_id", "committee"),
    "meetings": (Meeting, "review_id", "review"),
    "agenda": (AgendaItem, "review_id", "review"),
    "notes": (StepNote, "review_id", "review"),
    "attendance": (Attendance, "meeting_id", "meetings"),
    "guests": (Guest, "meeting_id", "meetings"),
    "timed_lines": (TimedLine, "meeting_id", "meetings"),
    "time_spans": (TimeSpan, "meeting_id", "meetings"),
    "evaluations": (Evaluation, "review_id", "review"),
    "indicators": (Indicator, "review_id", "review"),
    "figures": (Figure, "indicator_id", "indicators"),
    "focus_areas": (FocusArea, "review_id", "review"),
    "planned_meetings": (PlannedMeeting, "review_id", "review"),
    "training": (Training, "review_id", "review"),
    "decisions": (Decision, "review_id", "review"),
    "actions": (Action, "review_id", "review"),
    "disagreements": (Disagreement, "review_id", "review"),
    "raised_matters": (RaisedMatter, "review_id", "review"),
}
"""Each list of a dossier: its kind, the field that names its owner, and the part the owner is in."""


def load(session: Session, review_id: UUID) -> Dossier | None:
    """Return the review with everything that belongs to it; an approved one as it was approved."""
    review = entities.get(session, Review, review_id)
    if review is None:
        return None
    in_force = version_in_force(session, review_id) if review.state is State.APPROVED else None
    if in_force is None:
        return _assemble(session, review)
    approved = in_force.dossier
    addenda = _found(session, Addendum, review_id=review_id, version=in_force.number)
    later = _followed_up(session, _ids(approved.goals), _ids(approved.actions))
    return approved.model_copy(update={"addenda": addenda, "later_follow_ups": later})


def review_id_of(session: Session, committee_id: UUID, year: int) -> UUID | None:
    """Return the id of the committee's review of that year."""
    found = entities.find(session, Review, committee_id=committee_id, year=year)
    return found[0].id if found else None


def newest_before(session: Session, committee_id: UUID, year: int) -> UUID | None:
    """Return the id of the committee's newest review before that year."""
    earlier = [one for one in entities.find(session, Review, committee_id=committee_id) if one.year < year]
    return earlier[-1].id if earlier else None


def version_in_force(session: Session, review_id: UUID) -> Version | None:
    """Return the version of the minutes that is approved and not withdrawn."""
    versions = entities.find(session, Version, review_id=review_id)
    return next((one for one in versions if one.withdrawn_on is None), None)


def insert(session: Session, dossier: Dossier) -> None:
    """Store a new review with all it holds, leaving out what the archive already has under the same id."""
    held = (entity for part, entity in dossier.entities() if part != "addenda")
    entities.insert(session, [entity for entity in held if _is_new(session, entity)])
    if dossier.is_read_only:
        entities.insert(session, [approved_version(dossier)])
        entities.insert(session, dossier.addenda)


def _is_new(session: Session, entity: Entity) -> bool:
    return entities.get(session, type(entity), entity.id) is None


def _assemble(session: Session, review: Review) -> Dossier:
    parts: dict[str, Any] = {"review": review, "committee": _one(session, Committee, id=review.committee_id)}
    for name, kind in SECTIONS.items():
        parts[name] = _one(session, kind, review_id=review.id)
    for name, (kind, field, owner) in _OWNED.items():
        parts[name] = _found(session, kind, **{field: _ids(parts[owner])})
    parts["goals"] = _found(session, Goal, committee_id=review.committee_id, year=review.year)
    parts["last_goals"] = _found(session, Goal, id=[one.goal_id for one in parts["evaluations"]])
    both_years = _ids((*parts["last_goals"], *parts["goals"]))
    parts["activities"] = _found(session, Activity, goal_id=both_years)
    earlier = [one.predecessor_id for one in parts["actions"] if one.predecessor_id]
    parts["follow_ups"] = _followed_up(session, _ids(parts["last_goals"]), earlier)
    parts["later_follow_ups"] = _followed_up(session, _ids(parts["goals"]), _ids(parts["actions"]))
    dossier = Dossier.model_construct(**parts)
    return dossier.with_untouched(carried.untouched(session, dossier))


def _followed_up(session: Session, goals: Sequence[UUID], actions: Sequence[UUID]) -> tuple[Entity, ...]:
    """Return the notes on these goals, then those on these actions."""
    return (*_found(session, FollowUp, goal_id=goals), *_found(session, FollowUp, action_id=actions))


def _one(session: Session, kind: type[Entity], **equal: object) -> Entity:
    """Return what every review has once; its row can only be missing where somebody took it out of the file."""
    found = entities.find(session, kind, **equal)
    if not found:
        raise sqlite3.DatabaseError(f"{entities.table_of(kind)} is missing")
    return found[0]


def _found(session: Session, kind: type[Entity], **equal: object) -> tuple[Entity, ...]:
    return tuple(entities.find(session, kind, **equal))


def _ids(part: Entity | Iterable[Entity]) -> list[UUID]:
    return [part.id] if isinstance(part, Entity) else [one.id for one in part]
