"""A goal through the years: its figures from the first baseline on, and the chain that leads back."""

from decimal import Decimal
from typing import Any

from medreview.domain.goal import Evaluation, Goal, Outcome
from medreview.domain.history import GoalYear, by_id, chain, readings
from tests.builders import YEAR, a_committee

COMMITTEE = a_committee()


def a_goal(year: int, **values: Any) -> Goal:
    """Return a goal of a year that counts in dB."""
    return Goal(**{"committee_id": COMMITTEE.id, "year": year, "unit": "dB", **values})


def judged(goal: Goal, reached: str | None, outcome: Outcome = Outcome.PARTLY) -> GoalYear:
    """Return the goal with what it reached."""
    value = None if reached is None else Decimal(reached)
    return GoalYear(goal, Evaluation(review_id=goal.id, goal_id=goal.id, outcome=outcome, reached=value))


def test_figures_begin_with_the_first_baseline() -> None:
    first = a_goal(YEAR - 2, baseline=Decimal(72), baseline_year=YEAR - 3)
    years = [judged(first, "70"), judged(a_goal(YEAR - 1, baseline=Decimal(70)), None), judged(a_goal(YEAR), "68")]
    found = readings(years)
    assert [(one.year, int(one.value)) for one in found] == [(YEAR - 3, 72), (YEAR - 2, 70), (YEAR, 68)]
    assert [one.of is None for one in found] == [True, False, False]


def test_a_baseline_without_a_year_is_of_the_year_before() -> None:
    [reading] = readings([GoalYear(a_goal(YEAR, baseline=Decimal(5)), None)])
    assert reading.year == YEAR - 1


def test_figures_of_another_unit_are_not_mixed_in() -> None:
    years = [judged(a_goal(YEAR - 1, unit="%"), "5"), judged(a_goal(YEAR, baseline=Decimal(12)), "11")]
    assert [one.value for one in readings(years)] == [12, 11]
    assert readings([]) == ()


def test_a_year_is_judged_once_somebody_said_what_came_of_it() -> None:
    goal = a_goal(YEAR)
    assert GoalYear(goal, None).judged is None
    pending = judged(goal, "70", Outcome.NOT_ASSESSED)
    assert pending.judged is None
    assert pending.reached == 70
    assert judged(goal, "70").judged is not None


def test_a_chain_leads_back_as_far_as_it_is_known() -> None:
    first = a_goal(YEAR - 2)
    second = a_goal(YEAR - 1, predecessor_id=first.id)
    third = a_goal(YEAR, predecessor_id=second.id)
    assert list(chain(third, by_id([first, second, third]))) == [third, second, first]
    assert list(chain(third, by_id([first, third]))) == [third]
    circle = first.model_copy(update={"predecessor_id": third.id})
    assert list(chain(third, by_id([circle, second, third]))) == [third, second, circle]
