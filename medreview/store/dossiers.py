"""Whole reviews in the archive: load and insert."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from medreview.domain.base import Entity
from medreview.domain.committee import Committee
from medreview.domain.cooperation import Content, Cooperation
from medreview.domain.decision import Closing
from medreview.domain.dossier import Dossier
from medreview.domain.expertise import Expertise
from medreview.domain.review import Preparation, Review, State
from medreview.domain.status import Status
from medreview.store import entities, tables
from medreview.store.entities import column, to_entity
from medreview.store.tables import ROWS, FrozenRow, GoalRow, ReviewRow

_SECTIONS: Final[dict[str, type[Entity]]] = {
    "preparation": Preparation,
    "status": Status,
    "content": Content,
    "cooperation": Cooperation,
    "expertise": Expertise,
    "closing": Closing,
}
_OWNED: Final[dict[str, tuple[type[SQLModel], str, str]]] = {
    "members": (tables.MemberRow, "committee_id", "committee"),
    "meetings": (tables.MeetingRow, "review_id", "review"),
    "agenda": (tables.AgendaItemRow, "review_id", "review"),
    "notes": (tables.StepNoteRow, "review_id", "review"),
    "attendance": (tables.AttendanceRow, "meeting_id", "meetings"),
    "guests": (tables.GuestRow, "meeting_id", "meetings"),
    "timed_lines": (tables.TimedLineRow, "meeting_id", "meetings"),
    "evaluations": (tables.EvaluationRow, "review_id", "review"),
    "indicators": (tables.IndicatorRow, "review_id", "review"),
    "figures": (tables.FigureRow, "indicator_id", "indicators"),
    "focus_areas": (tables.FocusAreaRow, "review_id", "review"),
    "planned_meetings": (tables.PlannedMeetingRow, "review_id", "review"),
    "training": (tables.TrainingRow, "review_id", "review"),
    "decisions": (tables.DecisionRow, "review_id", "review"),
    "actions": (tables.ActionRow, "review_id", "review"),
    "disagreements": (tables.DisagreementRow, "review_id", "review"),
    "raised_matters": (tables.RaisedMatterRow, "review_id", "review"),
}
"""Each list of a dossier: its table, the column that names its owner, and the part the owner is in."""


def load(session: Session, review_id: UUID) -> Dossier | None:
    """Return the review with everything that belongs to it; an approved one as it was approved."""
    review = entities.get(session, Review, review_id)
    if review is None:
        return None
    if review.state is State.APPROVED and (frozen := session.get(FrozenRow, review_id)):
        return Dossier.model_validate_json(frozen.content)
    return _assemble(session, review)


def review_id_of(session: Session, committee_id: UUID, year: int) -> UUID | None:
    """Return the id of the committee's review of that year."""
    query = select(ReviewRow.id).where(col(ReviewRow.committee_id) == committee_id, col(ReviewRow.year) == year)
    return session.exec(query).first()


def newest_before(session: Session, committee_id: UUID, year: int) -> UUID | None:
    """Return the id of the committee's newest review before that year."""
    query = (
        select(ReviewRow.id)
        .where(col(ReviewRow.committee_id) == committee_id, col(ReviewRow.year) < year)
        .order_by(col(ReviewRow.year).desc())
    )
    return session.exec(query).first()


def insert(session: Session, dossier: Dossier) -> None:
    """Store a new review with all it holds, leaving out what the archive already has under the same id."""
    entities.insert(session, (entity for _, entity in dossier.entities() if _is_new(session, entity)))
    if dossier.is_read_only:
        freeze(session, dossier)


def freeze(session: Session, dossier: Dossier) -> None:
    """Keep the content of an approved review as it is now."""
    session.merge(FrozenRow(review_id=dossier.review.id, content=dossier.model_dump_json()))


def thaw(session: Session, review_id: UUID) -> None:
    """Forget the kept content, so that the review can be changed again."""
    if frozen := session.get(FrozenRow, review_id):
        session.delete(frozen)


def _is_new(session: Session, entity: Entity) -> bool:
    return session.get(ROWS[type(entity)], entity.id) is None


def _assemble(session: Session, review: Review) -> Dossier:
    parts: dict[str, Any] = {"review": review, "committee": entities.get(session, Committee, review.committee_id)}
    for name, kind in _SECTIONS.items():
        parts[name] = entities.find(session, kind, review_id=review.id)[0]
    for name, (row, owner_column, owner) in _OWNED.items():
        parts[name] = _rows_of(session, row, owner_column, _ids(parts[owner]))
    parts["goals"] = _goals(session, review.committee_id, review.year)
    judged = {evaluation.goal_id for evaluation in parts["evaluations"]}
    parts["last_goals"] = _rows_of(session, GoalRow, "id", judged)
    both_years = _ids((*parts["last_goals"], *parts["goals"]))
    parts["activities"] = _rows_of(session, tables.ActivityRow, "goal_id", both_years)
    return Dossier.model_construct(**parts)


def _goals(session: Session, committee_id: UUID, year: int) -> tuple[Entity, ...]:
    query = (
        select(GoalRow)
        .where(col(GoalRow.committee_id) == committee_id, col(GoalRow.year) == year)
        .order_by(col(GoalRow.position), col(GoalRow.id))
    )
    return tuple(to_entity(_kind_of(GoalRow), row) for row in session.exec(query))


def _rows_of(session: Session, row: type[SQLModel], owner_column: str, owners: Iterable[UUID]) -> tuple[Entity, ...]:
    wanted = list(owners)
    if not wanted:
        return ()
    kind = _kind_of(row)
    query = select(row).where(column(row, owner_column).in_(wanted))
    order = [column(row, name) for name in ("position", "held_on", "at", "year") if name in kind.model_fields]
    query = query.order_by(*order, column(row, "id"))
    return tuple(to_entity(kind, one) for one in session.exec(query))


def _kind_of(row: type[SQLModel]) -> type[Entity]:
    return next(kind for kind, table in ROWS.items() if table is row)


def _ids(part: Entity | tuple[Entity, ...]) -> list[UUID]:
    return [one.id for one in (part if isinstance(part, tuple) else (part,))]
