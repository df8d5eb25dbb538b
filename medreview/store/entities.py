"""Single entities in the archive: read, insert, update, delete."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from re import sub
from typing import Any, TypeVar
from uuid import UUID

from medreview.domain.attendance import Attendance, Guest, Presence, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.decision import Action
from medreview.domain.expertise import Training
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Activity, Evaluation, Goal
from medreview.domain.review import Meeting, Review, State
from medreview.domain.status import Figure, Indicator
from medreview.domain.timing import TimeSpan
from medreview.domain.wheel import WheelMatter
from medreview.store.session import Session as Session

E = TypeVar("E", bound=Entity)

_ORDER = ("position", "number", "held_on", "noted_on", "at", "year")
"""The fields that put entities of one owner in order."""


@cache
def table_of(kind: type[Entity]) -> str:
    """Return the name of the table that keeps entities of this kind: `agenda_item` for AgendaItem."""
    return sub("(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def get(session: Session, kind: type[E], key: UUID) -> E | None:
    """Return the entity with that id."""
    return next(iter(find(session, kind, id=key)), None)


def find(session: Session, kind: type[E], **equal: object) -> list[E]:
    """Return the entities whose fields equal the given values, or one of several, in their order."""
    order = [name for name in _ORDER if name in kind.model_fields]
    return [from_row(kind, row) for row in session.select(table_of(kind), [*order, "id"], **equal)]


def insert(session: Session, entities: Iterable[Entity]) -> None:
    """Store new entities, one statement per kind, owners before what they own."""
    by_table: dict[str, list[dict[str, Any]]] = {}
    for entity in entities:
        by_table.setdefault(table_of(type(entity)), []).append(entity.model_dump())
    session.writer.insert(by_table)


def update(session: Session, entity: Entity) -> None:
    """Store the entity in the place of the one with the same id."""
    session.writer.update(table_of(type(entity)), entity.id, entity.model_dump(exclude={"id"}))


def delete(session: Session, entity: Entity) -> None:
    """Delete the entity and what it owns."""
    session.writer.delete(table_of(type(entity)), id=entity.id)


def review_of(session: Session, entity: Entity) -> Review | None:
    """Return the review that an entity belongs to; None for a committee, its members and its wheel.

    A follow-up belongs to none until there is a review that looks back on it.
    """
    match entity:
        case Review():
            return get(session, Review, entity.id)
        case Committee() | Member() | WheelMatter():
            return None
        case Attendance() | Guest() | TimedLine() | TimeSpan():
            return _review_of(session, Meeting, entity.meeting_id)
        case Figure():
            return _review_of(session, Indicator, entity.indicator_id)
        case Activity():
            return _review_of(session, Goal, entity.goal_id)
        case FollowUp():
            return _looking_back(session, entity)
        case Goal():
            of_that_year = find(session, Review, committee_id=entity.committee_id, year=entity.year)
            return next(iter(of_that_year), None)
    return get(session, Review, entity.review_id)  # type: ignore[attr-defined]


def _review_of(session: Session, kind: type[Entity], key: UUID) -> Review | None:
    owner = get(session, kind, key)
    return None if owner is None else review_of(session, owner)


def _looking_back(session: Session, note: FollowUp) -> Review | None:
    if note.goal_id is not None:
        reviews = [one.review_id for one in find(session, Evaluation, goal_id=note.goal_id)]
    else:
        reviews = [one.review_id for one in find(session, Action, predecessor_id=note.action_id)]
    return get(session, Review, reviews[0]) if reviews else None


def is_in_minutes(session: Session, member: Member) -> bool:
    """Return whether the member has attended, or stands in minutes that are approved."""
    attendance = find(session, Attendance, member_id=member.id)
    listed = (*attendance, *find(session, Training, member_id=member.id))
    reviews = (review_of(session, one) for one in listed)
    return any(one.presence is not Presence.UNKNOWN for one in attendance) or any(
        review is not None and review.state is State.APPROVED for review in reviews
    )


def from_row(kind: type[E], row: Mapping[str, Any]) -> E:
    """Return a row as its frozen entity, validated again: the file may have been changed by others.

    Raises:
        ValidationError: a value does not fit.
    """
    choices = {name: members.get(row[name], row[name]) for name, members in _choices(kind).items() if name in row}
    return kind.model_validate({**row, **choices})


@cache
def _choices(kind: type[Entity]) -> Mapping[str, Mapping[str, Enum]]:
    """Return, for each field that is a choice, its members by the names under which they are stored."""
    types = {name: info.annotation for name, info in kind.model_fields.items()}
    return {name: one.__members__ for name, one in types.items() if isinstance(one, type) and issubclass(one, Enum)}
