"""What screens ask of the whole archive: its committees, its reviews, a goal's history."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from medreview.domain.committee import Committee, Member
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.dossier import Dossier
from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.history import GoalYear as GoalYear
from medreview.domain.review import Meeting, Review
from medreview.domain.wheel import Wheel, WheelMatter
from medreview.store import entities
from medreview.store.session import Session


def committees(session: Session) -> list[Committee]:
    """Return all committees, by municipality and name."""
    return sorted(entities.find(session, Committee), key=lambda one: (one.municipality, one.name))


def members(session: Session, committee_id: UUID) -> list[Member]:
    """Return the committee's members, former ones included."""
    return entities.find(session, Member, committee_id=committee_id)


def wheel(session: Session, committee_id: UUID, newest: Dossier | None) -> Wheel:
    """Return the committee's annual wheel, with the dates of all its reviews."""
    matters = tuple(entities.find(session, WheelMatter, committee_id=committee_id))
    reviews = [one.id for one in entities.find(session, Review, committee_id=committee_id)]
    held = entities.find(session, Meeting, review_id=reviews)
    planned = entities.find(session, PlannedMeeting, review_id=reviews)
    return Wheel(matters, (*held, *planned), newest)


def reviews(session: Session, committee_id: UUID) -> list[Review]:
    """Return the committee's reviews, newest first."""
    return entities.find(session, Review, committee_id=committee_id)[::-1]


def goal_history(session: Session, goal: Goal) -> list[GoalYear]:
    """Return the goal's whole chain, oldest year first, whichever year's goal was asked for."""
    chain = [*reversed(list(_earlier(session, goal))), goal, *_later(session, goal)]
    return [GoalYear(one, _evaluation(session, one), _notes(session, one)) for one in chain]


def goal_years(session: Session, committee_id: UUID) -> list[GoalYear]:
    """Return every goal of a committee, with what later reviews say of it, in three queries."""
    goals = entities.find(session, Goal, committee_id=committee_id)
    judged = {one.goal_id: one for one in entities.find(session, Evaluation, goal_id=[goal.id for goal in goals])}
    notes: dict[UUID | None, list[FollowUp]] = {}
    for note in entities.find(session, FollowUp, committee_id=committee_id):
        notes.setdefault(note.goal_id, []).append(note)
    return [GoalYear(goal, judged.get(goal.id), _telling(notes.get(goal.id, ()))) for goal in goals]


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
    while later := entities.find(session, Goal, predecessor_id=goal.id):
        goal = later[0]
        if goal.id in seen or _was_closed(session, goal):
            return
        seen.add(goal.id)
        yield goal


def _was_closed(session: Session, goal: Goal) -> bool:
    return any(one.is_closed for one in entities.find(session, Evaluation, goal_id=goal.predecessor_id))


def _evaluation(session: Session, goal: Goal) -> Evaluation | None:
    return next(iter(entities.find(session, Evaluation, goal_id=goal.id)), None)


def _notes(session: Session, goal: Goal) -> tuple[FollowUp, ...]:
    return _telling(entities.find(session, FollowUp, goal_id=goal.id))


def _telling(notes: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """The notes in which something is said, oldest first."""
    return tuple(sorted((note for note in notes if note.says_something), key=lambda note: note.noted_on))
