"""What one review tells about itself."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.attendance import Attendance, Presence
from medreview.domain.committee import Member, Office, Role, Side
from medreview.domain.decision import Decision
from medreview.domain.dossier import Dossier, after_last, in_order
from medreview.domain.goal import Activity, Continuation, Evaluation, Goal, Outcome
from medreview.domain.review import AgendaItem, Meeting, State, StepNote
from tests.builders import YEAR, a_full_dossier, a_goal, a_second_year, an_empty_dossier, with_goals

FULL = a_full_dossier()
EMPTY = an_empty_dossier()


def test_a_full_dossier_survives_its_own_json() -> None:
    assert Dossier.model_validate_json(FULL.model_dump_json()) == FULL


def test_only_an_approved_review_is_read_only() -> None:
    for state in State:
        review = EMPTY.review.model_copy(update={"state": state})
        assert EMPTY.model_copy(update={"review": review}).is_read_only is (state is State.APPROVED)


def test_a_review_is_held_on_its_first_date() -> None:
    assert EMPTY.held_on is None
    days = (date(YEAR, 11, 24), None, date(YEAR, 11, 10))
    meetings = tuple(Meeting(review_id=EMPTY.review.id, held_on=day) for day in days)
    assert EMPTY.model_copy(update={"meetings": meetings}).held_on == date(YEAR, 11, 10)


def test_a_goal_is_open_until_its_predecessor_is_closed() -> None:
    dossier = a_second_year()
    own = a_goal(dossier, "Et nyt mål")
    dossier = with_goals(dossier, *dossier.goals, own)
    carried, _, _ = dossier.goals
    assert dossier.open_goals == dossier.goals

    closed = dossier.evaluations[0].model_copy(update={"outcome": Outcome.MET, "continuation": Continuation.CLOSE})
    dossier = dossier.model_copy(update={"evaluations": (closed, *dossier.evaluations[1:])})
    assert carried not in dossier.open_goals
    assert len(dossier.open_goals) == 2
    assert own in dossier.open_goals


def test_activities_belong_to_one_goal_and_keep_their_order() -> None:
    one, other = a_goal(EMPTY), a_goal(EMPTY)
    activities = tuple(Activity(goal_id=goal.id, what=what) for goal, what in ((one, "a"), (other, "b"), (one, "c")))
    dossier = EMPTY.model_copy(update={"goals": (one, other), "activities": activities})
    assert [activity.what for activity in dossier.activities_of(one)] == ["a", "c"]
    assert dossier.activities_of(a_goal(EMPTY)) == ()


def test_parts_are_found_by_what_they_belong_to() -> None:
    first, second = FULL.last_goals
    evaluation = FULL.evaluation_of(second)
    assert evaluation is not None
    assert evaluation.goal_id == second.id
    assert FULL.evaluation_of(a_goal(FULL)) is None
    assert FULL.note_of("content") == FULL.notes[0]
    assert FULL.note_of("goals") is None
    assert FULL.find(Goal, first.id) == first
    assert FULL.find(Goal, FULL.committee.id) is None
    assert FULL.find(Evaluation, uuid4()) is None


def test_figures_of_an_indicator_are_in_the_order_of_years() -> None:
    backwards = FULL.model_copy(update={"figures": FULL.figures[::-1]})
    (indicator,) = backwards.indicators
    assert [figure.year for figure in backwards.figures_of(indicator)] == [YEAR - 1, YEAR]
    assert backwards.figures_of(indicator.model_copy(update={"id": uuid4()})) == ()


def test_attendance_at_a_meeting_is_in_the_order_of_the_members() -> None:
    shuffled = FULL.model_copy(update={"attendance": FULL.attendance[::-1]})
    (meeting,) = shuffled.meetings
    assert [member for member, _ in shuffled.attendance_at(meeting)] == list(shuffled.members)
    assert shuffled.attendance_at(Meeting(review_id=FULL.review.id)) == ()


def test_a_member_is_present_in_person_or_through_a_substitute() -> None:
    assert FULL.present() == FULL.members
    assert EMPTY.present() == ()
    assert {member.role for member in FULL.present(Side.MANAGEMENT)} == {Role.MANAGEMENT, Role.SUPERVISOR}
    away = tuple(one.model_copy(update={"presence": Presence.APOLOGY, "substitute": ""}) for one in FULL.attendance)
    assert FULL.model_copy(update={"attendance": away}).present() == ()


def test_one_date_is_enough_to_have_been_present() -> None:
    meetings = (*FULL.meetings, Meeting(review_id=FULL.review.id, position=1))
    absent = tuple(
        Attendance(meeting_id=meetings[1].id, member_id=member.id, presence=Presence.ABSENT) for member in FULL.members
    )
    dossier = FULL.model_copy(update={"meetings": meetings, "attendance": (*FULL.attendance, *absent)})
    assert dossier.present() == FULL.members


def test_an_office_is_held_by_whoever_has_not_left() -> None:
    chair = EMPTY.holder(Office.CHAIR)
    assert chair is not None
    former = chair.model_copy(update={"left": date(YEAR, 1, 31)})
    others = tuple(member for member in EMPTY.members if member != chair)
    assert EMPTY.model_copy(update={"members": (former, *others)}).holder(Office.CHAIR) is None
    successor = Member(committee_id=EMPTY.committee.id, name="Jens Toft", office=Office.CHAIR)
    assert EMPTY.model_copy(update={"members": (former, *others, successor)}).holder(Office.CHAIR) == successor


def test_every_part_is_walked_and_owners_come_before_what_they_own() -> None:
    walked = list(FULL.entities())
    assert {part for part, _ in walked} == set(Dossier.model_fields) - {"addenda"}
    places = {entity.id: number for number, (_, entity) in enumerate(walked)}
    assert len(places) == len(walked)
    owners = ("committee_id", "review_id", "meeting_id", "member_id", "indicator_id", "agenda_item_id", "focus_area_id")
    for number, (_, entity) in enumerate(walked):
        keys = [getattr(entity, owner, None) for owner in (*owners, "goal_id", "predecessor_id")]
        assert all(places[key] < number for key in keys if key in places)


@given(st.lists(st.integers(0, 5)))
def test_order_is_by_position_and_keeps_what_has_none(positions: list[int]) -> None:
    goals = [a_goal(EMPTY, position=position) for position in positions]
    assert [goal.position for goal in in_order(goals)] == sorted(positions)
    notes = [StepNote(review_id=EMPTY.review.id, step=str(number)) for number in positions]
    assert in_order(notes) == tuple(notes)


@pytest.mark.parametrize(("positions", "following"), [([], 0), ([0], 1), ([0, 4, 2], 5)])
def test_something_new_comes_after_the_last(positions: list[int], following: int) -> None:
    assert after_last(a_goal(EMPTY, position=position) for position in positions) == following


def test_changed_entities_take_the_place_of_those_with_their_ids() -> None:
    dossier = a_full_dossier()
    goal = dossier.goals[0].model_copy(update={"text": "Et andet mål"})
    content = dossier.content.model_copy(update={"plan": "En anden plan"})
    changed = dossier.with_changed(goal, content)
    assert changed is not None
    assert (changed.goals[0], changed.content) == (goal, content)
    assert changed.goals[1:] == dossier.goals[1:]
    assert dossier.with_changed(a_goal(dossier, "Nyt")) is None


def test_entries_that_nobody_wrote_are_left_out() -> None:
    dossier = a_full_dossier()
    blank = Decision(review_id=dossier.review.id, position=9), AgendaItem(review_id=dossier.review.id, position=9)
    slipped = dossier.model_copy(
        update={"decisions": (*dossier.decisions, blank[0]), "agenda": (*dossier.agenda, blank[1])}
    )
    assert slipped.without_blanks() == dossier.without_blanks()
    assert dossier.without_blanks().decisions == dossier.decisions
