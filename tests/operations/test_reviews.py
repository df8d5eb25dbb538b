"""A review's life: started, carried over, held, approved; and where the chair left off."""

from datetime import date, time
from uuid import uuid4

import pytest

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.errors import Refusal
from medreview.domain.goal import Continuation, Outcome
from medreview.domain.review import Meeting, State
from medreview.operations import approval, edit, example_mark, reviews, whereabouts
from medreview.operations.archives import Archive
from tests.builders import YEAR, a_goal
from tests.operations.worlds import a_started_review, a_stored_committee, approved, held


def code_of(refusal: pytest.ExceptionInfo[Refusal]) -> tuple[str, dict[str, object]]:
    """Return what was refused and of what."""
    return refusal.value.code, refusal.value.params


def test_the_first_review_has_the_agenda_and_no_goals_to_look_back_on(archive: Archive) -> None:
    dossier = a_started_review(archive)
    assert dossier.last_goals == ()
    assert [item.title for item in dossier.agenda][:1] == ["Godkendelse af dagsorden"]
    assert reviews.load(archive, dossier.review.id) == dossier


def test_the_agenda_is_in_the_language_asked_for(archive: Archive) -> None:
    committee = a_stored_committee(archive)
    dossier = reviews.start_review(archive, committee.id, YEAR, language=type(committee.language).ENGLISH)
    assert dossier.agenda[0].title == "Approval of the agenda"


def test_a_year_can_be_started_once_and_not_before_a_later_one(archive: Archive) -> None:
    committee_id = a_started_review(archive).committee.id
    with pytest.raises(Refusal) as twice:
        reviews.start_review(archive, committee_id, YEAR)
    with pytest.raises(Refusal) as earlier:
        reviews.start_review(archive, committee_id, YEAR - 1)
    assert code_of(twice) == ("year_exists", {"year": YEAR})
    assert code_of(earlier) == ("later_review", {"year": YEAR - 1, "latest": YEAR})


def test_what_is_not_there(archive: Archive) -> None:
    with pytest.raises(Refusal, match="gone"):
        reviews.start_review(archive, uuid4(), YEAR)
    with pytest.raises(Refusal, match="gone"):
        reviews.load(archive, uuid4())


def test_the_next_year_starts_from_this_one(archive: Archive) -> None:
    first = a_started_review(archive)
    goal, closed = a_goal(first, position=0), a_goal(first, "Støjen er væk", position=1)
    done = Action(review_id=first.review.id, what="Bestil", status=ActionStatus.DONE)
    edit.add(archive, goal, closed, Action(review_id=first.review.id, what="Mål støjen"), done)
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    assert [one.text for one in second.last_goals] == [goal.text, closed.text]
    assert [one.predecessor_id for one in second.goals] == [goal.id, closed.id]
    assert [one.what for one in second.actions] == ["Mål støjen"]
    judged = next(one for one in second.evaluations if one.goal_id == closed.id)
    edit.change(archive, judged, outcome=Outcome.MET, continuation=Continuation.CLOSE)
    third = reviews.start_review(archive, first.committee.id, YEAR + 2)
    assert [one.text for one in third.last_goals] == [goal.text]
    history = reviews.goal_history(archive, third.goals[0])
    assert [one.goal.year for one in history] == [YEAR, YEAR + 1, YEAR + 2]


def test_the_next_year_has_the_members_of_today(archive: Archive) -> None:
    first = approved(archive, a_started_review(archive))
    leaving = first.members[4]
    edit.change(archive, leaving, left=date(YEAR + 1, 1, 31))
    edit.change(archive, first.committee, level_name="Nyt niveau")
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    assert leaving.id not in {one.member_id for one in second.attendance}
    assert second.committee.level_name == "Nyt niveau"
    assert reviews.load(archive, first.review.id).committee.level_name == ""


def test_a_second_date_brings_its_attendance_list(archive: Archive) -> None:
    dossier = a_started_review(archive)
    second = Meeting(review_id=dossier.review.id, position=1, held_on=date(YEAR, 12, 1), starts=time(9))
    reviews.add_meeting(archive, second)
    loaded = reviews.load(archive, dossier.review.id)
    listed = [[one.id for one, _ in loaded.attendance_at(meeting)] for meeting in loaded.meetings]
    assert listed[0] == listed[1] == [member.id for member in dossier.members]


def test_a_date_in_place_of_the_only_one_brings_its_attendance_list_again(archive: Archive) -> None:
    dossier = a_started_review(archive)
    edit.remove(archive, dossier.meetings[0])
    edit.change(archive, dossier.members[4], left=date(YEAR, 1, 31))
    reviews.add_meeting(archive, Meeting(review_id=dossier.review.id))
    loaded = reviews.load(archive, dossier.review.id)
    listed = [member.id for member, _ in loaded.attendance_at(loaded.meetings[0])]
    assert listed == [member.id for member in dossier.members if member != dossier.members[4]]


def test_the_state_moves_until_approval(archive: Archive) -> None:
    dossier = a_started_review(archive)
    changes = reviews.set_state(archive, dossier.review, State.IN_SESSION)
    assert changes.review_id == dossier.review.id
    assert reviews.load(archive, dossier.review.id).review.state is State.IN_SESSION
    with pytest.raises(Refusal, match="approve_instead"):
        reviews.set_state(archive, dossier.review, State.APPROVED)


def test_an_approved_review_is_read_only(archive: Archive) -> None:
    dossier = approved(archive, a_started_review(archive))
    assert dossier.is_read_only
    assert dossier.review.approved_by == "Karen Lund og Bo Ørsted"
    with pytest.raises(Refusal, match="approved"):
        reviews.set_state(archive, dossier.review, State.PREPARING)
    with pytest.raises(Refusal, match="approved"):
        approval.approve(archive, dossier.review, date(YEAR, 12, 2), "Ali Demir")
    with pytest.raises(Refusal, match="approved"):
        reviews.add_meeting(archive, Meeting(review_id=dossier.review.id))
    assert reviews.load(archive, dossier.review.id) == dossier


def test_an_approved_review_is_as_it_was_whatever_happens_to_the_committee(archive: Archive) -> None:
    dossier = approved(archive, a_started_review(archive))
    edit.change(archive, dossier.members[0], name="Et andet navn")
    edit.change(archive, dossier.committee, name="Et andet udvalg")
    assert reviews.load(archive, dossier.review.id) == dossier


def test_what_makes_minutes_worthless_stops_approval(archive: Archive) -> None:
    dossier = a_started_review(archive)
    with pytest.raises(Refusal, match="not_ready"):
        approval.approve(archive, dossier.review, date(YEAR, 12, 1), "Karen Lund")
    held(archive, dossier)
    with pytest.raises(Refusal, match="approved_by_nobody"):
        approval.approve(archive, dossier.review, date(YEAR, 12, 1), "  ")
    approval.approve(archive, dossier.review, date(YEAR, 12, 1), "Karen Lund", "Punkt 3 rettet.")
    assert reviews.load(archive, dossier.review.id).review.amendments == "Punkt 3 rettet."


def test_the_example_is_never_approved(archive: Archive) -> None:
    assert not example_mark.is_example(archive)
    example_mark.mark_as_example(archive)
    assert example_mark.is_example(archive)
    dossier = held(archive, a_started_review(archive))
    with pytest.raises(Refusal, match="example_never_approved"):
        approval.approve(archive, dossier.review, date(YEAR, 12, 1), "Karen Lund")


def test_the_chair_returns_to_where_the_chair_was(archive: Archive) -> None:
    committee_id, review_id = uuid4(), uuid4()
    assert whereabouts.last_place(archive) is None
    whereabouts.remember_place(archive, committee_id, None, "")
    assert whereabouts.last_place(archive) == (committee_id, None, "")
    whereabouts.remember_place(archive, committee_id, review_id, "look_back")
    assert whereabouts.last_place(archive) == (committee_id, review_id, "look_back")


def test_minutes_are_not_approved_before_the_meeting(archive: Archive) -> None:
    dossier = held(archive, a_started_review(archive))
    with pytest.raises(Refusal, match="approved_before_meeting"):
        approval.approve(archive, dossier.review, date(1990, 1, 1), "Karen Lund")


def test_a_year_started_by_mistake_is_deleted_and_last_year_stays(archive: Archive) -> None:
    first = a_started_review(archive)
    edit.add(archive, a_goal(first))
    second = reviews.start_review(archive, first.committee.id, YEAR + 1)
    with pytest.raises(Refusal, match="later_review"):
        reviews.discard(archive, first.review)
    reviews.discard(archive, second.review)
    assert reviews.load(archive, first.review.id).goals
    again = reviews.start_review(archive, first.committee.id, YEAR + 1)
    assert len(again.goals) == 1


def test_a_year_whose_meeting_began_is_not_deleted(archive: Archive) -> None:
    dossier = a_started_review(archive)
    reviews.set_state(archive, dossier.review, State.IN_SESSION)
    with pytest.raises(Refusal, match="only_preparing"):
        reviews.discard(archive, dossier.review)
