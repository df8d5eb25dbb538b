"""What is followed up between the meetings, and what becomes of it when the next year is started."""

from datetime import date
from typing import Any, Final

import pytest
from pydantic import ValidationError

from medreview.domain.carry_over import late_arrivals, next_review
from medreview.domain.consistency import contradictions, dangling, repeated
from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.due import due_items
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import (
    followed,
    is_settled,
    looked_back,
    new_note,
    newest_note,
    notes_of,
    status_after,
    subject_of,
)
from medreview.domain.goal import Goal, Outcome
from medreview.domain.review import State
from tests.builders import YEAR, a_full_dossier, a_template

DAY: Final = date(YEAR + 1, 2, 1)
AFTER: Final = a_full_dossier().model_copy(update={"later_follow_ups": (), "follow_ups": ()})
"""The meeting is over: what was decided is followed up."""
OVER: Final = AFTER.model_copy(update={"review": AFTER.review.model_copy(update={"state": State.FOR_APPROVAL})})


def noted(dossier: Dossier, item: Goal | Action, course: Course, day: date = DAY, line: str = "") -> Dossier:
    """Return the review with a note on one of its goals or actions."""
    note = new_note(dossier, item, day).model_copy(update={"course": course, "line": line})
    part = "later_follow_ups" if note.subject == item.id else "follow_ups"
    return dossier.model_copy(update={part: (*getattr(dossier, part), note)})


def begun(dossier: Dossier) -> Dossier:
    """Return the next year as it is started."""
    return next_review(dossier, a_template(), YEAR + 1, "da")


@pytest.mark.parametrize("owners", [{}, {"goal_id": True, "action_id": True}])
def test_a_note_is_on_either_a_goal_or_an_action(owners: dict[str, bool]) -> None:
    values: dict[str, Any] = dict.fromkeys(owners, AFTER.goals[0].id)
    with pytest.raises(ValidationError, match="follow_up_of_one"):
        FollowUp(committee_id=AFTER.committee.id, noted_on=DAY, **values)


def test_all_that_is_open_is_followed_up_goals_first() -> None:
    assert followed(OVER) == (*OVER.open_goals, *OVER.actions)
    done = OVER.model_copy(update={"actions": tuple(_with_status(one, ActionStatus.DONE) for one in OVER.actions)})
    assert followed(done) == OVER.open_goals
    assert followed(noted(done, done.actions[0], Course.DONE)) == (*OVER.open_goals, *done.actions)


def test_the_newest_status_holds_and_a_line_alone_changes_none() -> None:
    goal = OVER.goals[0]
    dossier = noted(OVER, goal, Course.STUCK, date(YEAR + 1, 1, 5))
    dossier = noted(dossier, goal, Course.ON_TRACK, date(YEAR + 1, 3, 5))
    dossier = noted(dossier, goal, Course.NOT_SAID, date(YEAR + 1, 4, 5), "Talt om på mødet")
    assert [one.course for one in notes_of(dossier, goal)] == [Course.NOT_SAID, Course.ON_TRACK, Course.STUCK]
    newest = newest_note(dossier, goal)
    assert newest is not None
    assert newest.course is Course.ON_TRACK
    assert newest_note(dossier, OVER.goals[1]) is None
    assert notes_of(noted(OVER, goal, Course.NOT_SAID), goal) == ()


def test_what_is_done_is_due_no_more() -> None:
    action = OVER.actions[0]
    assert action.due is not None
    assert action.id in [one.followed for one in due_items(OVER, action.due)]
    for course, is_due in ((Course.BEHIND, True), (Course.STUCK, True), (Course.DONE, False)):
        dossier = noted(OVER, action, course)
        assert (action.id in [one.followed for one in due_items(dossier, action.due)]) is is_due
        assert is_settled(dossier, action) is not is_due


def test_until_the_meeting_is_over_a_note_is_on_what_is_carried_on() -> None:
    following_year = begun(OVER)
    for one in followed(following_year):
        assert subject_of(following_year, one) == one.predecessor_id
        assert new_note(following_year, one, DAY) == new_note(following_year, one, DAY)
    over = following_year.model_copy(
        update={"review": following_year.review.model_copy(update={"state": State.FOR_APPROVAL})}
    )
    assert [subject_of(over, one) for one in followed(over)] == [one.id for one in followed(over)]


@pytest.mark.parametrize(
    ("course", "status"),
    [
        (Course.DONE, ActionStatus.DONE),
        (Course.ON_TRACK, ActionStatus.STARTED),
        (Course.BEHIND, ActionStatus.STARTED),
        (Course.STUCK, ActionStatus.OPEN),
    ],
)
def test_an_action_comes_along_as_it_is_going_with_its_notes(course: Course, status: ActionStatus) -> None:
    action = OVER.actions[0]
    dossier = noted(OVER, action, course, line="Bestilt")
    for carried in (
        begun(dossier).actions,
        tuple(one for one in late_arrivals(dossier, begun(_without_actions(OVER))) if isinstance(one, Action)),
    ):
        assert [(one.predecessor_id, one.status) for one in carried] == [(action.id, status)]
    following_year = begun(dossier)
    assert [one.line for one in looked_back(following_year, following_year.actions[0])] == ["Bestilt"]
    assert [*dangling(following_year), *repeated(following_year), *contradictions(following_year, a_template())] == []


def test_what_was_done_is_carried_once_and_then_history() -> None:
    dossier = noted(OVER, OVER.actions[0], Course.DONE)
    assert begun(begun(dossier)).actions == ()


def test_a_judgement_at_the_meeting_comes_after_what_was_noted_before_it() -> None:
    dossier = noted(OVER, OVER.goals[0], Course.DONE)
    following_year = begun(dossier)
    goal = following_year.goals[0]
    assert is_settled(following_year, goal)
    judged = following_year.evaluations[0].model_copy(update={"outcome": Outcome.PARTLY})
    meeting = following_year.meetings[0].model_copy(update={"held_on": date(YEAR + 1, 11, 24)})
    others = following_year.evaluations[1:]
    following_year = following_year.model_copy(update={"evaluations": (judged, *others), "meetings": (meeting,)})
    assert newest_note(following_year, goal) is None
    assert not is_settled(following_year, goal)
    assert [one.course for one in notes_of(following_year, goal)] == [Course.DONE]
    since = noted(following_year, goal, Course.BEHIND, date(YEAR + 1, 12, 1))
    newest = newest_note(since, goal)
    assert newest is not None
    assert newest.course is Course.BEHIND


def test_what_was_done_by_mistake_is_begun_again() -> None:
    done = _with_status(OVER.actions[0], ActionStatus.DONE)
    assert status_after(done, Course.STUCK) is ActionStatus.STARTED
    assert status_after(_with_status(done, ActionStatus.OPEN), Course.STUCK) is ActionStatus.OPEN


def _with_status(action: Action, status: ActionStatus) -> Action:
    return action.model_copy(update={"status": status})


def _without_actions(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"actions": ()})
