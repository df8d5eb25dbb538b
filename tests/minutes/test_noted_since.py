"""What was noted after the meeting: told by lists that are worked with, never by the minutes."""

from datetime import UTC, date, datetime
from typing import Final

import pytest
from icalendar import Calendar

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.goal import Activity, Goal
from medreview.domain.review import State
from medreview.i18n import Translator
from medreview.minutes import Choices, Document, Kind, build
from medreview.minutes.csv_file import to_csv
from medreview.minutes.document import Note
from medreview.minutes.ics import to_ics
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.worlds import tables_in, with_

NOTED: Final = date(2027, 3, 3)


def _followed_up(course: Course = Course.DONE) -> tuple[Dossier, Goal, Action]:
    """Return approved minutes with a goal that has an activity, and two actions; goal and first action have a note."""
    dossier = everything()
    goal = Goal(committee_id=dossier.committee.id, year=dossier.review.year, text="Ro", runs_until=date(2027, 6, 1))
    activity = Activity(goal_id=goal.id, what="Kursus", deadline=date(2027, 5, 1))
    actions = [
        Action(review_id=dossier.review.id, position=place, what=what, due=date(2027, 1, place + 1))
        for place, what in enumerate(("Bestil filt", "Ring til HR"))
    ]
    notes = [
        FollowUp(committee_id=dossier.committee.id, noted_on=NOTED, course=course, line="Hængt op", **subject)
        for subject in ({"goal_id": goal.id}, {"action_id": actions[0].id})
    ]
    parts = {"goals": (goal,), "activities": (activity,), "actions": tuple(actions), "later_follow_ups": tuple(notes)}
    return with_(dossier, **parts), goal, actions[0]


def _list(dossier: Dossier) -> Document:
    return build(dossier, builders.a_template(), Kind.ACTIONS, "en", Choices(names=False))


def _states(dossier: Dossier) -> list[tuple[str, str]]:
    """Return what is to do, and how it stands."""
    [table] = tables_in(_list(dossier).blocks)
    what, state = table.header.index("What"), table.header.index("Status")
    return [(row[what], row[state]) for row in table.rows]


def test_the_list_of_actions_tells_what_is_done_and_puts_it_last() -> None:
    dossier, *_ = _followed_up()
    assert _states(dossier) == [
        ("Ring til HR", "Open"),
        ("Bestil filt", "Done (3 March 2027)"),
        ("Ro", "Done (3 March 2027)"),
    ]
    note = _list(dossier).blocks[-1]
    assert isinstance(note, Note)
    assert "noted after the meeting" in note.text


def test_the_list_of_actions_tells_what_is_going_on() -> None:
    dossier, *_ = _followed_up(Course.BEHIND)
    assert _states(dossier) == [
        ("Bestil filt", "Behind (3 March 2027)"),
        ("Ring til HR", "Open"),
        ("Kursus", ""),
        ("Ro", "Behind (3 March 2027)"),
    ]


@pytest.mark.parametrize("course", [Course.NOT_SAID, Course.DONE])
def test_nothing_is_told_of_a_note_without_a_status_or_in_a_draft(course: Course) -> None:
    dossier, *_ = _followed_up(course)
    if course is Course.DONE:
        dossier = with_(dossier, review={"state": State.FOR_APPROVAL})
    assert [state for _, state in _states(dossier) if state] == ["Open", "Open"]
    assert all("noted after" not in one.text for one in _list(dossier).blocks if isinstance(one, Note))


def test_the_calendar_says_what_is_done_where_the_deadline_stands() -> None:
    dossier, goal, action = _followed_up()
    made = to_ics(dossier, Translator("en"), names=True, stamped=datetime(2027, 3, 4, tzinfo=UTC))
    calendar = Calendar.from_ical(made)
    events = {str(one["uid"]): one for one in calendar.walk("VEVENT")}
    assert str(events[str(action.id)]["summary"]) == "Done: Bestil filt"
    assert "3 March 2027: done – Hængt op" in str(events[str(action.id)]["description"])
    assert str(events[str(goal.id)]["summary"]) == "Done: Ro"
    assert str(events[str(dossier.actions[1].id)]["summary"]) == "Deadline: Ring til HR"
    assert str(dossier.activities[0].id) not in events


def test_the_table_tells_the_status_of_today() -> None:
    dossier, *_ = _followed_up(Course.STUCK)
    assert dossier.actions[0].status is ActionStatus.OPEN
    rows = to_csv(dossier, Translator("en"), names=False).decode().splitlines()
    assert [("Stuck" in row) for row in rows if "Bestil filt" in row or "Ring til HR" in row] == [True, False]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ACTIONS])
def test_no_document_of_what_was_approved_knows_it(kind: Kind) -> None:
    dossier, *_ = _followed_up()
    choices = Choices(discussion=True, follow_ups=True)
    before = with_(dossier, later_follow_ups=())
    template = builders.a_template()
    assert build(dossier, template, kind, "en", choices) == build(before, template, kind, "en", choices)
