"""Single entities in the archive: read, insert, update, delete."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert as sql_insert
from sqlalchemy import update as sql_update
from sqlmodel import Session as Session
from sqlmodel import SQLModel, col, select

from medreview.domain.attendance import Attendance, Guest, Presence, TimedLine
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.goal import Activity, Goal
from medreview.domain.review import Meeting, Review
from medreview.domain.status import Figure, Indicator
from medreview.store.tables import ROWS, AttendanceRow, ReviewRow

E = TypeVar("E", bound=Entity)


def to_entity(kind: type[E], row: SQLModel) -> E:
    """Return a row as its frozen entity, validated again: the file may have been changed by others."""
    return kind.model_validate(row.model_dump())


def get(session: Session, kind: type[E], key: UUID) -> E | None:
    """Return the entity with that id."""
    row = session.get(ROWS[kind], key)
    return None if row is None else to_entity(kind, row)


def find(session: Session, kind: type[E], **equal: object) -> list[E]:
    """Return the entities whose fields equal the given values, by position where they have one."""
    row = ROWS[kind]
    query = select(row).where(*(column(row, name) == value for name, value in equal.items()))
    if "position" in kind.model_fields:
        query = query.order_by(column(row, "position"), column(row, "id"))
    return [to_entity(kind, one) for one in session.exec(query)]


def insert(session: Session, entities: Iterable[Entity]) -> None:
    """Store new entities, one statement per kind, owners before what they own."""
    by_kind: dict[type[Entity], list[dict[str, Any]]] = {}
    for entity in entities:
        by_kind.setdefault(type(entity), []).append(entity.model_dump())
    for kind in sorted(by_kind, key=list(ROWS).index):
        session.connection().execute(sql_insert(ROWS[kind]), by_kind[kind])


def update(session: Session, entity: Entity) -> None:
    """Store the entity in the place of the one with the same id."""
    row = ROWS[type(entity)]
    values = entity.model_dump(exclude={"id"})
    session.connection().execute(sql_update(row).where(column(row, "id") == entity.id).values(values))


def delete(session: Session, entity: Entity) -> None:
    """Delete the entity and what it owns."""
    row = ROWS[type(entity)]
    session.connection().execute(sql_delete(row).where(column(row, "id") == entity.id))


def column(row: type[SQLModel], name: str) -> Any:
    """Return a column of a table by its name."""
    return col(getattr(row, name))


def review_of(session: Session, entity: Entity) -> Review | None:
    """Return the review that an entity belongs to; None for a committee and its members."""
    match entity:
        case Review():
            return get(session, Review, entity.id)
        case Committee() | Member():
            return None
        case Attendance() | Guest() | TimedLine():
            return _review_of(session, Meeting, entity.meeting_id)
        case Figure():
            return _review_of(session, Indicator, entity.indicator_id)
        case Activity():
            return _review_of(session, Goal, entity.goal_id)
        case Goal():
            query = select(ReviewRow).where(
                col(ReviewRow.committee_id) == entity.committee_id, col(ReviewRow.year) == entity.year
            )
            row = session.exec(query).first()
            return None if row is None else to_entity(Review, row)
    return get(session, Review, entity.review_id)  # type: ignore[attr-defined]


def _review_of(session: Session, kind: type[Entity], key: UUID) -> Review | None:
    owner = get(session, kind, key)
    return None if owner is None else review_of(session, owner)


def has_attended(session: Session, member: Member) -> bool:
    """Return whether anything is recorded of the member at any meeting."""
    query = select(AttendanceRow).where(
        col(AttendanceRow.member_id) == member.id, col(AttendanceRow.presence) != Presence.UNKNOWN
    )
    return session.exec(query).first() is not None
