"""What screens ask of the whole archive: its committees, its reviews, a goal's history, its own settings."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from medreview.domain.committee import Committee, Member
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.review import Review
from medreview.store import entities
from medreview.store.entities import to_entity
from medreview.store.tables import CommitteeRow, EvaluationRow, GoalRow, ReviewRow, SettingRow


@dataclass(frozen=True)
class GoalYear:
    """One year in a goal's history: the goal as it was set, and the later evaluation of it."""

    goal: Goal
    evaluation: Evaluation | None


def committees(session: Session) -> list[Committee]:
    """Return all committees, by municipality and name."""
    query = select(CommitteeRow).order_by(col(CommitteeRow.municipality), col(CommitteeRow.name))
    return [to_entity(Committee, row) for row in session.exec(query)]


def members(session: Session, committee_id: UUID) -> list[Member]:
    """Return the committee's members, former ones included."""
    return entities.find(session, Member, committee_id=committee_id)


def reviews(session: Session, committee_id: UUID) -> list[Review]:
    """Return the committee's reviews, newest first."""
    query = select(ReviewRow).where(col(ReviewRow.committee_id) == committee_id).order_by(col(ReviewRow.year).desc())
    return [to_entity(Review, row) for row in session.exec(query)]


def goal_history(session: Session, goal: Goal) -> list[GoalYear]:
    """Return the goal's whole chain, oldest year first, whichever year's goal was asked for."""
    chain = [*reversed(list(_earlier(session, goal))), goal, *_later(session, goal)]
    return [GoalYear(one, _evaluation(session, one)) for one in chain]


def setting(session: Session, key: str) -> str | None:
    """Return one of the archive's own settings."""
    row = session.get(SettingRow, key)
    return None if row is None else row.value


def set_setting(session: Session, key: str, value: str) -> None:
    """Remember one of the archive's own settings."""
    session.merge(SettingRow(key=key, value=value))


def _earlier(session: Session, goal: Goal) -> Iterator[Goal]:
    seen = {goal.id}
    while goal.predecessor_id and goal.predecessor_id not in seen:
        earlier = entities.get(session, Goal, goal.predecessor_id)
        if earlier is None:
            return
        seen.add(earlier.id)
        yield earlier
        goal = earlier


def _later(session: Session, goal: Goal) -> Iterator[Goal]:
    seen = {goal.id}
    while row := session.exec(select(GoalRow).where(col(GoalRow.predecessor_id) == goal.id)).first():
        goal = to_entity(Goal, row)
        if goal.id in seen or _was_closed(session, goal):
            return
        seen.add(goal.id)
        yield goal


def _was_closed(session: Session, goal: Goal) -> bool:
    query = select(EvaluationRow).where(col(EvaluationRow.goal_id) == goal.predecessor_id)
    return any(to_entity(Evaluation, row).is_closed for row in session.exec(query))


def _evaluation(session: Session, goal: Goal) -> Evaluation | None:
    row = session.exec(select(EvaluationRow).where(col(EvaluationRow.goal_id) == goal.id)).first()
    return None if row is None else to_entity(Evaluation, row)
