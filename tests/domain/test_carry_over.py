"""How a review begins: nothing unfinished is lost, nothing that was judged or decided stays."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.carry_over import late_arrivals, next_review
from medreview.domain.cooperation import Content, FocusArea
from medreview.domain.decision import Action, ActionStatus, Closing
from medreview.domain.dossier import Dossier
from medreview.domain.expertise import Expertise
from medreview.domain.goal import Activity, Continuation, Evaluation, Goal, Outcome
from medreview.domain.review import State
from medreview.domain.status import Answer, Status
from tests.builders import (
    YEAR,
    a_full_dossier,
    a_goal,
    a_second_year,
    a_template,
    an_empty_dossier,
    with_goals,
)

FULL = a_full_dossier()
NEXT = next_review(FULL, a_template(), YEAR + 1, "da")

SAME_IN_BOTH = {"committee", "members", "last_goals", "follow_ups", "later_follow_ups"}
"""Parts whose entities belong to more than one review."""


def years(first: Dossier, count: int) -> Dossier:
    """Return the review that stands `count` years after the first, nothing judged in between."""
    for year in range(first.review.year + 1, first.review.year + count + 1):
        first = next_review(first, a_template(), year, "da")
    return first


def ids(dossier: Dossier, without: set[str]) -> set[UUID]:
    return {entity.id for part, entity in dossier.entities() if part not in without}


def test_every_open_goal_is_carried_with_a_link_and_its_activities() -> None:
    assert NEXT.review.previous_year == YEAR
    assert NEXT.last_goals == FULL.open_goals
    assert [goal.predecessor_id for goal in NEXT.goals] == [goal.id for goal in FULL.open_goals]
    for old, new in zip(FULL.open_goals, NEXT.goals, strict=True):
        changed = {"id", "year", "predecessor_id", "focus_area_id"}
        assert new.model_dump(exclude=changed) == old.model_dump(exclude=changed)
        assert new.year == YEAR + 1
        assert [one.what for one in NEXT.activities_of(new)] == [one.what for one in FULL.activities_of(old)]
        assert NEXT.activities_of(old) == FULL.activities_of(old)


def test_every_goal_looked_back_on_waits_for_a_judgement() -> None:
    assert [one.goal_id for one in NEXT.evaluations] == [goal.id for goal in NEXT.last_goals]
    assert {one.outcome for one in NEXT.evaluations} == {Outcome.NOT_ASSESSED}


def test_a_closed_goal_ends_and_the_others_move_up() -> None:
    first = FULL.evaluations[0].model_copy(update={"continuation": Continuation.CLOSE})
    dossier = FULL.model_copy(update={"evaluations": (first, *FULL.evaluations[1:])})
    following = next_review(dossier, a_template(), YEAR + 1, "da")
    assert [goal.text for goal in following.goals] == [FULL.goals[1].text]
    assert [goal.position for goal in following.goals] == [0]
    assert following.last_goals == (FULL.goals[1],)


def test_a_goal_keeps_its_focus_area_while_that_runs() -> None:
    (area,) = NEXT.focus_areas
    assert area.title == FULL.focus_areas[0].title
    assert {goal.focus_area_id for goal in NEXT.goals} == {area.id}


@pytest.mark.parametrize(("ends", "runs"), [(None, True), (date(YEAR + 1, 1, 1), True), (date(YEAR, 12, 31), False)])
def test_a_focus_area_ends_with_its_year_and_its_goals_go_on_without(ends: date | None, runs: bool) -> None:
    area = FULL.focus_areas[0].model_copy(update={"ends": ends})
    following = next_review(FULL.model_copy(update={"focus_areas": (area,)}), a_template(), YEAR + 1, "da")
    assert bool(following.focus_areas) is runs
    assert all((goal.focus_area_id is not None) is runs for goal in following.goals)
    assert len(following.goals) == len(FULL.goals)


def test_open_actions_are_carried_with_a_link_and_finished_ones_are_not() -> None:
    actions = tuple(Action(review_id=FULL.review.id, what=status.value, status=status) for status in ActionStatus)
    item = FULL.agenda[0].id
    actions = tuple(action.model_copy(update={"agenda_item_id": item}) for action in actions)
    following = next_review(FULL.model_copy(update={"actions": actions}), a_template(), YEAR + 1, "da")
    assert [(one.what, one.predecessor_id, one.agenda_item_id) for one in following.actions] == [
        ("open", actions[0].id, None),
        ("started", actions[1].id, None),
    ]


def test_indicators_come_with_all_their_figures() -> None:
    (old,), (new,) = FULL.indicators, NEXT.indicators
    assert new.name == old.name
    assert [(one.year, one.value) for one in NEXT.figures_of(new)] == [
        (one.year, one.value) for one in FULL.figures_of(old)
    ]


def test_the_form_of_cooperation_comes_along_without_last_year_s_judgement() -> None:
    judged = {"judged": "Godt år", "composed": Answer.NO, "composed_comment": "Mangler en AMR"}
    previous = FULL.model_copy(update={"cooperation": FULL.cooperation.model_copy(update=judged)})
    cooperation = next_review(previous, a_template(), YEAR + 1, "da").cooperation
    assert (cooperation.form, cooperation.interval) == (FULL.cooperation.form, FULL.cooperation.interval)
    assert (cooperation.judged, cooperation.composed, cooperation.composed_comment) == ("", Answer.UNANSWERED, "")


def test_the_guideline_keeps_its_date_and_nothing_else_of_the_status_stays() -> None:
    expected = Status(
        id=NEXT.status.id, review_id=NEXT.review.id, guideline_adapted=Answer.YES, guideline_on=date(2025, 6, 3)
    )
    assert NEXT.status == expected


def test_who_leads_the_meeting_stays_and_who_was_heard_does_not() -> None:
    usual = {"leader": "Karen Lund", "minute_taker": "Ida Krog", "heard": "Personalemøde", "case_number": "26/1"}
    previous = FULL.model_copy(update={"preparation": FULL.preparation.model_copy(update=usual)})
    preparation = next_review(previous, a_template(), YEAR + 1, "da").preparation
    assert (preparation.leader, preparation.minute_taker) == ("Karen Lund", "Ida Krog")
    assert (preparation.heard, preparation.case_number) == ("", "")


def test_what_was_noted_decided_or_raised_does_not_come_along() -> None:
    owner = NEXT.review.id
    assert (NEXT.notes, NEXT.guests, NEXT.timed_lines, NEXT.planned_meetings) == ((), (), (), ())
    assert (NEXT.decisions, NEXT.disagreements, NEXT.raised_matters) == ((), (), ())
    assert NEXT.content == Content(id=NEXT.content.id, review_id=owner)
    assert NEXT.expertise == Expertise(id=NEXT.expertise.id, review_id=owner)
    assert NEXT.closing == Closing(id=NEXT.closing.id, review_id=owner)
    assert (NEXT.review.state, NEXT.review.approved_on) == (State.PREPARING, None)
    assert NEXT.held_on is None


def test_two_reviews_share_no_entity_but_committee_members_and_the_goals_between_them() -> None:
    carried = {one.id for goal in FULL.open_goals for one in FULL.activities_of(goal)}
    shared = ids(NEXT, SAME_IN_BOTH) & ids(FULL, SAME_IN_BOTH)
    assert shared == carried


def test_a_year_may_be_skipped() -> None:
    following = next_review(FULL, a_template(), YEAR + 3, "da")
    assert following.review.previous_year == YEAR
    assert {goal.year for goal in following.goals} == {YEAR + 3}


def test_starting_a_review_leaves_the_one_before_as_it_was() -> None:
    before = FULL.model_dump_json()
    next_review(FULL, a_template(), YEAR + 1, "da")
    assert FULL.model_dump_json() == before


def test_goals_and_actions_that_come_in_late_are_carried_too() -> None:
    goal = a_goal(FULL, "Sent mål", position=7, focus_area_id=FULL.focus_areas[0].id)
    activity = Activity(goal_id=goal.id, what="Kursus")
    started = Action(review_id=FULL.review.id, what="Sen opgave", agenda_item_id=FULL.agenda[0].id)
    done = Action(review_id=FULL.review.id, what="Færdig", status=ActionStatus.DONE)
    previous = with_goals(FULL, *FULL.goals, goal).model_copy(
        update={"activities": (*FULL.activities, activity), "actions": (*FULL.actions, started, done)}
    )
    evaluation, carried, copy, action = late_arrivals(previous, NEXT)
    assert isinstance(evaluation, Evaluation)
    assert (evaluation.goal_id, evaluation.review_id) == (goal.id, NEXT.review.id)
    assert isinstance(carried, Goal)
    assert (carried.text, carried.year, carried.predecessor_id) == ("Sent mål", YEAR + 1, goal.id)
    assert (carried.position, carried.focus_area_id) == (len(NEXT.goals), None)
    assert isinstance(copy, Activity)
    assert (copy.what, copy.goal_id) == ("Kursus", carried.id)
    assert copy.id != activity.id
    assert isinstance(action, Action)
    assert (action.what, action.predecessor_id, action.agenda_item_id) == ("Sen opgave", started.id, None)
    assert (action.review_id, action.position) == (NEXT.review.id, len(NEXT.actions))


def test_nothing_is_late_right_after_the_start() -> None:
    assert late_arrivals(FULL, NEXT) == ()


@given(count=st.integers(1, 6))
def test_an_unfinished_goal_is_carried_year_after_year(count: int) -> None:
    last = years(a_second_year(), count)
    assert [goal.text for goal in last.goals] == [goal.text for goal in a_second_year().goals]
    assert [goal.predecessor_id for goal in last.goals] == [goal.id for goal in last.last_goals]
    assert {goal.year for goal in last.last_goals} == {last.review.year - 1}


@given(closed=st.lists(st.booleans(), max_size=8), dated=st.lists(st.booleans(), max_size=4))
def test_nothing_unfinished_is_lost_and_nothing_finished_returns(closed: list[bool], dated: list[bool]) -> None:
    first = an_empty_dossier(year=YEAR - 1)
    goals = tuple(a_goal(first, f"Mål {number}", position=number) for number in range(len(closed)))
    areas = tuple(
        FocusArea(review_id=first.review.id, title=f"{number}", ends=date(YEAR, 1, 1) if ends else None)
        for number, ends in enumerate(dated)
    )
    second = next_review(with_goals(first, *goals).model_copy(update={"focus_areas": areas}), a_template(), YEAR, "da")
    evaluations = tuple(_judged(one, is_closed) for one, is_closed in zip(second.evaluations, closed, strict=True))
    third = next_review(second.model_copy(update={"evaluations": evaluations}), a_template(), YEAR + 1, "da")
    expected = [goal.text for goal, is_closed in zip(goals, closed, strict=True) if not is_closed]
    assert [goal.text for goal in third.goals] == expected
    assert [area.title for area in third.focus_areas] == [f"{number}" for number, ends in enumerate(dated) if not ends]


def _judged(evaluation: Evaluation, is_closed: bool) -> Evaluation:
    follows = Continuation.CLOSE if is_closed else Continuation.CONTINUE
    return evaluation.model_copy(update={"outcome": Outcome.MET, "continuation": follows})
