"""A goal through the years: each year's goal with what came of it, and what the chain leads back to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from medreview.domain.follow_up import FollowUp
from medreview.domain.goal import Evaluation, Goal, Outcome


@dataclass(frozen=True)
class GoalYear:
    """One year in a goal's history: the goal as it was set, and the later evaluation of it."""

    goal: Goal
    evaluation: Evaluation | None
    notes: tuple[FollowUp, ...] = ()
    """What was noted between the meetings, oldest first."""

    @property
    def judged(self) -> Evaluation | None:
        """The evaluation, once somebody has said what came of the goal."""
        is_judged = self.evaluation is not None and self.evaluation.outcome is not Outcome.NOT_ASSESSED
        return self.evaluation if is_judged else None

    @property
    def reached(self) -> Decimal | None:
        """The figure that was reached."""
        return self.evaluation.reached if self.evaluation else None


@dataclass(frozen=True)
class Reading:
    """A goal's figure at one time: the baseline it started from, or what a year's goal reached."""

    year: int
    value: Decimal
    of: GoalYear | None
    """The year whose goal reached it; None for the baseline."""


def readings(years: Sequence[GoalYear]) -> tuple[Reading, ...]:
    """Return the figures of a goal's history, oldest first: the first baseline, then what each year reached.

    A goal whose unit changed on the way tells only of the years that count in the newest unit.
    """
    alike = [year for year in years if year.goal.unit.strip() == years[-1].goal.unit.strip()]
    first = alike[0].goal if alike else None
    found = [Reading(year.goal.year, year.reached, year) for year in alike if year.reached is not None]
    if first is not None and first.baseline is not None:
        found.insert(0, Reading(first.baseline_year or first.year - 1, first.baseline, None))
    return tuple(found)


def by_id(goals: Iterable[Goal]) -> dict[UUID, Goal]:
    """Return goals by their ids."""
    return {goal.id: goal for goal in goals}


def chain(goal: Goal, known: Mapping[UUID, Goal]) -> Iterator[Goal]:
    """Yield a goal and the earlier ones it carries on, newest first, as far as they are known."""
    seen: set[UUID] = set()
    current: Goal | None = goal
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = known.get(current.predecessor_id) if current.predecessor_id else None
