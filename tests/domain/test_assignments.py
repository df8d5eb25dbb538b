"""Who has something to do, and in which order."""

from datetime import date
from typing import Any

import pytest

from medreview.domain.assignments import assignments, is_responsible, responsible_people
from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Activity, Continuation, Evaluation, Outcome
from tests import builders
from tests.builders import YEAR


def _with_actions(*actions: dict[str, Any]) -> Dossier:
    dossier = builders.an_empty_dossier()
    listed = (Action(review_id=dossier.review.id, position=place, **one) for place, one in enumerate(actions))
    return dossier.model_copy(update={"actions": tuple(listed)})


@pytest.mark.parametrize(
    "line", ["Bo Ørsted", "bo ørsted", "Bo Ørsted og Ida Holm", "TR Bo Ørsted", "Ida Holm/Bo  Ørsted", "(BO ØRSTED)"]
)
def test_a_person_is_found_among_others(line: str) -> None:
    assert is_responsible("Bo Ørsted", line)


@pytest.mark.parametrize("line", ["", "Bo", "Bo Ørstedsen", "Ebo Ørsted", "Bo Ørsted-Hansen", "Bo-Ørsted", "Ørsted Bo"])
def test_part_of_another_name_is_nobody(line: str) -> None:
    assert not is_responsible("Bo Ørsted", line)


@pytest.mark.parametrize("name", ["", " "])
def test_nobody_is_responsible_for_nothing(name: str) -> None:
    assert not is_responsible(name, "Bo Ørsted")


def test_a_name_is_no_pattern() -> None:
    assert not is_responsible("B.", "Bo")
    assert is_responsible("Køkken (aften)", "Køkken (aften) og Bo")


def test_open_first_then_by_date_without_a_date_last() -> None:
    dossier = _with_actions(
        {"what": "no date"},
        {"what": "done", "due": date(YEAR, 1, 1), "status": ActionStatus.DONE},
        {"what": "late", "due": date(YEAR, 12, 31)},
        {"what": "soon", "due": date(YEAR, 12, 1), "status": ActionStatus.STARTED},
        {"what": " ", "responsible": "Karen Lund"},
    )
    assert [one.text for one in assignments(dossier)] == ["soon", "late", "no date", "done"]


def test_goals_and_their_activities_are_numbered_by_the_goal() -> None:
    dossier = builders.a_full_dossier()
    goals = [one for one in assignments(dossier) if not isinstance(one.source, Action)]
    kinds = [(type(one.source).__name__, one.number) for one in sorted(goals, key=lambda one: one.number)]
    assert ("Goal", 1) in kinds
    assert ("Activity", 1) in kinds


def test_activities_planned_for_the_time_before_the_meeting_are_history() -> None:
    dossier = builders.an_empty_dossier()
    goal = builders.a_goal(dossier, "Færre løft")
    days = {"before": date(YEAR - 1, 5, 1), "after": date(YEAR + 1, 1, 1), "some time": None}
    planned = tuple(Activity(goal_id=goal.id, what=what, deadline=day) for what, day in days.items())
    dossier = builders.with_goals(dossier, goal).model_copy(update={"activities": planned})
    texts = [one.text for one in assignments(dossier) if isinstance(one.source, Activity)]
    assert texts == ["after", "some time"]


def test_a_goal_closed_here_is_nobodys_task() -> None:
    dossier = builders.a_second_year()
    closed = tuple(
        Evaluation(review_id=dossier.review.id, goal_id=goal.id, outcome=Outcome.MET, continuation=Continuation.CLOSE)
        for goal in dossier.last_goals
    )
    assert not assignments(dossier.model_copy(update={"evaluations": closed, "actions": ()}))


def test_members_come_first_in_their_order_then_other_lines() -> None:
    dossier = _with_actions(
        {"what": "1", "responsible": "måltidsgruppen"},
        {"what": "2", "responsible": "Bo Ørsted og Ida Holm"},
        {"what": "3", "responsible": "HR"},
        {"what": "4", "responsible": "AMR Karen Lund"},
        {"what": "5", "responsible": "Måltidsgruppen"},
        {"what": "6"},
    )
    assert responsible_people(dossier) == ("Karen Lund", "Bo Ørsted", "HR", "måltidsgruppen")


def test_every_line_belongs_to_somebody_one_may_choose() -> None:
    dossier = builders.a_full_dossier()
    people = responsible_people(dossier)
    for one in assignments(dossier):
        assert not one.responsible or any(is_responsible(person, one.responsible) for person in people)
