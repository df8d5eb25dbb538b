"""What is due between the meetings, and when the committee meets next."""

from datetime import date, time, timedelta

import pytest

from medreview.domain.addendum import Addendum
from medreview.domain.cooperation import PlannedMeeting
from medreview.domain.decision import Action, ActionStatus, Disagreement
from medreview.domain.dossier import Dossier
from medreview.domain.due import due_items, next_meeting, planned_for
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.glance import NextMeeting
from medreview.domain.goal import Activity, Continuation, Outcome
from medreview.domain.review import Meeting
from tests.builders import YEAR, a_full_dossier, a_goal, an_empty_dossier, with_goals

TODAY = date(YEAR, 12, 1)
EMPTY = an_empty_dossier()


def with_actions(*actions: tuple[str, date | None, ActionStatus]) -> Dossier:
    owner = EMPTY.review.id
    made = tuple(Action(review_id=owner, what=what, due=due, status=status) for what, due, status in actions)
    return EMPTY.model_copy(update={"actions": made})


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        (TODAY - timedelta(days=1), [True]),
        (TODAY, [False]),
        (TODAY + timedelta(days=30), [False]),
        (TODAY + timedelta(days=31), []),
        (None, []),
    ],
)
def test_what_is_overdue_or_due_soon(due: date | None, overdue: list[bool]) -> None:
    dossier = with_actions(("Bestil kursus", due, ActionStatus.OPEN))
    assert [item.is_overdue(TODAY) for item in due_items(dossier, TODAY)] == overdue


def test_finished_actions_are_not_due_and_the_oldest_comes_first() -> None:
    dossier = with_actions(
        ("senere", TODAY, ActionStatus.STARTED),
        ("tidligere", TODAY - timedelta(days=9), ActionStatus.OPEN),
        ("færdig", TODAY, ActionStatus.DONE),
        ("droppet", TODAY, ActionStatus.DROPPED),
    )
    assert [item.text for item in due_items(dossier, TODAY)] == ["tidligere", "senere"]


def test_goals_are_due_with_their_activities_until_they_are_closed() -> None:
    goal = a_goal(EMPTY, "Målet", runs_until=TODAY, responsible="Åse Bæk")
    activity = Activity(goal_id=goal.id, what="Kursus", deadline=TODAY - timedelta(days=1), responsible="Bo Ørsted")
    dossier = with_goals(EMPTY, goal).model_copy(update={"activities": (activity,)})
    found = due_items(dossier, TODAY)
    assert [(item.text, item.responsible) for item in found] == [("Kursus", "Bo Ørsted"), ("Målet", "Åse Bæk")]

    full = a_full_dossier()
    ended = full.evaluations[0].model_copy(update={"outcome": Outcome.MET, "continuation": Continuation.CLOSE})
    dated = full.goals[0].model_copy(update={"runs_until": TODAY})
    closed = full.model_copy(update={"evaluations": (ended,), "goals": (dated,), "disagreements": ()})
    assert due_items(closed, TODAY) == ()


@pytest.mark.parametrize(("year", "is_due"), [(YEAR - 1, False), (YEAR, True)])
def test_what_was_planned_for_earlier_years_is_history(year: int, is_due: bool) -> None:
    goal = a_goal(EMPTY)
    activities = (
        Activity(goal_id=goal.id, what="Kursus", deadline=date(year, 11, 1)),
        Activity(goal_id=goal.id, what="Uden frist"),
    )
    dossier = with_goals(EMPTY, goal).model_copy(update={"activities": activities})
    assert [item.text for item in due_items(dossier, TODAY)] == (["Kursus"] if is_due else [])
    assert [one.text for one in planned_for(dossier, goal)] == (["Kursus"] if is_due else [])


def test_what_is_planned_for_a_goal_is_its_own_with_a_day_the_first_first() -> None:
    goal, other = a_goal(EMPTY), a_goal(EMPTY)
    days = {"B": -2, "A": -9, "Far": 99}
    own = [Activity(goal_id=goal.id, what=what, deadline=TODAY + timedelta(days=by)) for what, by in days.items()]
    others = Activity(goal_id=other.id, what="Other", deadline=TODAY - timedelta(days=1))
    dossier = with_goals(EMPTY, goal, other).model_copy(
        update={"activities": (*own, Activity(goal_id=goal.id, what="Some day"), others)}
    )
    assert [one.text for one in planned_for(dossier, goal)] == ["A", "B", "Far"]
    done = FollowUp(committee_id=EMPTY.committee.id, goal_id=goal.id, noted_on=TODAY, course=Course.DONE)
    assert planned_for(dossier.model_copy(update={"later_follow_ups": (done,)}), goal) == ()


def test_reasons_are_due_until_they_are_given() -> None:
    owed = Disagreement(review_id=EMPTY.review.id, topic="Vagtplan", decided_on=date(YEAR, 11, 24))
    dossier = EMPTY.model_copy(update={"disagreements": (owed,)})
    assert [(item.text, item.due) for item in due_items(dossier, TODAY)] == [("Vagtplan", date(YEAR, 12, 15))]
    for values in ({"reasons_given_on": TODAY}, {"reasons": "For mange byttevagter."}):
        given = owed.model_copy(update=values)
        assert due_items(EMPTY.model_copy(update={"disagreements": (given,)}), TODAY) == ()


@pytest.mark.parametrize(
    ("said", "is_due"), [("Begrundelse for VAGTPLAN: for dyrt", False), ("Datoen var forkert", True)]
)
def test_in_approved_minutes_reasons_are_given_by_an_addendum_on_the_topic(said: str, is_due: bool) -> None:
    owed = Disagreement(review_id=EMPTY.review.id, topic=" Vagtplan ", decided_on=date(YEAR, 11, 24))
    addendum = Addendum(review_id=EMPTY.review.id, number=1, made_on=date(YEAR, 12, 1), reason="Uenighed", text=said)
    dossier = EMPTY.model_copy(update={"disagreements": (owed,), "addenda": (addendum,)})
    assert bool(due_items(dossier, TODAY)) is is_due


def test_the_next_meeting_is_the_first_that_lies_ahead() -> None:
    owner = EMPTY.review.id
    dossier = EMPTY.model_copy(
        update={
            "meetings": (Meeting(review_id=owner, held_on=TODAY - timedelta(days=1)), Meeting(review_id=owner)),
            "planned_meetings": (
                PlannedMeeting(review_id=owner, held_on=date(2027, 5, 11)),
                PlannedMeeting(review_id=owner, held_on=date(2027, 2, 9), starts=time(9), place="Store sal"),
            ),
        }
    )
    assert next_meeting(dossier, TODAY) == NextMeeting(date(2027, 2, 9), time(9), "Store sal")
    assert next_meeting(dossier, date(2027, 6, 1)) is None


def test_a_meeting_today_is_the_next_meeting() -> None:
    meeting = Meeting(review_id=EMPTY.review.id, held_on=TODAY)
    found = next_meeting(EMPTY.model_copy(update={"meetings": (meeting,)}), TODAY)
    assert found == NextMeeting(TODAY, None, "")


@pytest.mark.parametrize(
    ("course", "noted_on", "is_due"),
    [
        (Course.ON_TRACK, TODAY, False),
        (Course.DONE, TODAY, False),
        (Course.BEHIND, TODAY, True),
        (Course.ON_TRACK, TODAY - timedelta(days=2), True),
    ],
)
def test_what_was_planned_is_seen_to_where_its_goal_was_on_track_since(
    course: Course, noted_on: date, is_due: bool
) -> None:
    goal = a_goal(EMPTY)
    activity = Activity(goal_id=goal.id, what="Kursus", deadline=TODAY - timedelta(days=1))
    note = FollowUp(committee_id=EMPTY.committee.id, goal_id=goal.id, noted_on=noted_on, course=course)
    dossier = with_goals(EMPTY, goal).model_copy(update={"activities": (activity,), "later_follow_ups": (note,)})
    assert [item.text for item in due_items(dossier, TODAY)] == (["Kursus"] if is_due else [])
