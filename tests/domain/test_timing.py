"""The time of a meeting, with a clock that stands where the test puts it."""

from datetime import time
from typing import Any
from uuid import UUID, uuid4

import pytest
from pydantic import ValidationError

from medreview.domain import timing
from medreview.domain.review import AgendaItem, Meeting
from medreview.domain.timing import Move, TimeSpan

REVIEW = uuid4()
MEETING = Meeting(review_id=REVIEW, starts=time(9))


def an_item(minutes: int | None, step: str | None = None) -> AgendaItem:
    return AgendaItem(review_id=REVIEW, minutes=minutes, step=step)


OPENING, GOALS, FIGURES, OTHER = an_item(5), an_item(25, "look_back"), an_item(15, "status"), an_item(5)
AGENDA = (OPENING, GOALS, FIGURES, OTHER)


def a_span(item: AgendaItem | None, starts: str, ends: str = "", **values: Any) -> TimeSpan:
    return TimeSpan(
        meeting_id=MEETING.id,
        agenda_item_id=item.id if item else None,
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends) if ends else None,
        **values,
    )


def after(move: Move, *spans: TimeSpan) -> list[tuple[UUID | None, str, str]]:
    """Return item, beginning and end of each stretch after a move."""
    kept = [one for one in spans if one.id not in {gone.id for gone in (move.changed, move.removed) if gone}]
    now = timing.in_time([*kept, *(one for one in (move.changed, move.new) if one)])
    return [(one.agenda_item_id, f"{one.starts:%H:%M}", f"{one.ends:%H:%M}" if one.ends else "") for one in now]


def test_a_stretch_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="end_before_start"):
        a_span(GOALS, "10:00", "09:59")


@pytest.mark.parametrize(
    ("span", "now", "minutes"),
    [
        (a_span(GOALS, "09:05", "09:30"), None, 25),
        (a_span(GOALS, "09:05", "09:05"), None, 0),
        (a_span(GOALS, "09:05"), time(9, 12, 59), 7),
        (a_span(GOALS, "09:05"), None, 0),
        (a_span(GOALS, "09:05"), time(9), 0),
        (TimeSpan(meeting_id=MEETING.id, ends=time(9)), time(10), 0),
    ],
)
def test_a_stretch_is_as_long_as_the_clock_on_the_wall_says(span: TimeSpan, now: time | None, minutes: int) -> None:
    assert timing.length(span, now) == minutes


def test_an_item_takes_all_its_stretches_together() -> None:
    spans = (a_span(GOALS, "09:05", "09:20"), a_span(None, "09:20", "09:30"), a_span(GOALS, "09:30"))
    assert timing.used(spans, GOALS.id, time(9, 40)) == 25
    assert timing.used(spans, None, time(9, 40)) == 10


def test_moving_on_ends_what_was_on() -> None:
    on = a_span(GOALS, "09:05")
    move = timing.moved_on([on], MEETING.id, FIGURES.id, time(9, 30))
    assert after(move, on) == [(GOALS.id, "09:05", "09:30"), (FIGURES.id, "09:30", "")]


def test_the_first_item_begins() -> None:
    assert after(timing.moved_on([], MEETING.id, GOALS.id, time(9))) == [(GOALS.id, "09:00", "")]


def test_staying_changes_nothing() -> None:
    assert timing.moved_on([a_span(GOALS, "09:05")], MEETING.id, GOALS.id, time(9, 30)) == Move()


def test_a_look_at_another_item_within_a_minute_leaves_no_trace() -> None:
    goals = a_span(GOALS, "09:05", "09:30")
    look = a_span(FIGURES, "09:30")
    back = timing.moved_on([goals, look], MEETING.id, GOALS.id, time(9, 30))
    assert after(back, goals, look) == [(GOALS.id, "09:05", "")]
    further = timing.moved_on([goals, look], MEETING.id, OTHER.id, time(9, 30))
    assert after(further, goals, look) == [(GOALS.id, "09:05", "09:30"), (OTHER.id, "09:30", "")]


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    on = a_span(GOALS, "09:05")
    move = timing.moved_on([on], MEETING.id, FIGURES.id, time(8, 5))
    assert after(move, on) == [(FIGURES.id, "09:05", "")]


@pytest.mark.parametrize(("at", "left"), [(time(9, 30), [(GOALS.id, "09:05", "09:30")]), (time(9, 5), [])])
def test_the_end_of_the_meeting(at: time, left: list[object]) -> None:
    on = a_span(GOALS, "09:05")
    assert after(timing.stopped([on], at), on) == left
    assert timing.stopped([], at) == Move()


@pytest.mark.parametrize(
    ("spans", "step", "item"),
    [
        ([], "status", FIGURES),
        ([], "attendance", OPENING),
        ([a_span(GOALS, "09:05")], "attendance", None),
        ([a_span(GOALS, "09:05")], "status", FIGURES),
    ],
)
def test_which_item_a_step_begins(spans: list[TimeSpan], step: str, item: AgendaItem | None) -> None:
    assert timing.item_of_step(AGENDA, spans, step) == item


def test_a_step_begins_nothing_where_the_agenda_has_no_free_item_first() -> None:
    assert timing.item_of_step((GOALS,), [], "attendance") is None
    assert timing.item_of_step((), [], "attendance") is None


@pytest.mark.parametrize(
    ("spans", "now", "left"),
    [
        ([], time(9), 50),
        ([a_span(OPENING, "09:00")], time(9, 2), 48),
        ([a_span(GOALS, "09:00")], time(9, 10), 35),  # the free item before it is past
        ([a_span(GOALS, "09:00")], time(9, 40), 20),  # beyond its plan nothing is left of it
        ([a_span(FIGURES, "09:00")], time(9, 5), 40),  # another order: the goals are still to come
        ([a_span(GOALS, "09:00", "09:10"), a_span(None, "09:10")], time(9, 20), 35),  # a break uses nothing up
    ],
)
def test_what_is_left(spans: list[TimeSpan], now: time, left: int) -> None:
    assert timing.left(AGENDA, spans, now) == left


def test_a_meeting_beyond_its_plan() -> None:
    spans = [a_span(OPENING, "09:00", "09:05"), a_span(GOALS, "09:05")]
    stand = timing.clock(AGENDA, spans, MEETING, time(9, 34))
    assert (stand.item, stand.used, stand.planned, stand.over) == (GOALS, 29, 25, 4)
    assert (stand.ends, stand.late) == (time(9, 54), 4)


def test_a_meeting_with_a_planned_end_is_measured_against_that() -> None:
    meeting = MEETING.model_copy(update={"ends": time(10)})
    stand = timing.clock(AGENDA, [a_span(OPENING, "09:00")], meeting, time(9, 5))
    assert (stand.ends, stand.late) == (time(9, 50), -10)


def test_a_break_is_on() -> None:
    stand = timing.clock(AGENDA, [a_span(GOALS, "09:00", "09:10"), a_span(None, "09:10")], MEETING, time(9, 18))
    assert (stand.item, stand.in_break, stand.used, stand.over) == (None, True, 8, 0)


def test_an_item_that_goes_on_next_week_keeps_what_it_used() -> None:
    other = Meeting(review_id=REVIEW)
    last_week = a_span(GOALS, "14:00", "14:20").model_copy(update={"meeting_id": other.id})
    stand = timing.clock(AGENDA, [last_week, a_span(GOALS, "09:00")], MEETING, time(9, 3))
    assert stand.used == 23


def test_nothing_is_planned_and_midnight_is_far() -> None:
    stand = timing.clock((an_item(None),), [], Meeting(review_id=REVIEW), time(9))
    assert (stand.ends, stand.late, stand.over) == (time(9), None, 0)
    assert timing.clock((an_item(600),), [], MEETING, time(20)).ends is None


def test_only_what_took_time_is_counted() -> None:
    gone = an_item(5)
    spans = [
        a_span(GOALS, "09:05", "09:30"),
        a_span(gone, "09:30", "09:40"),
        a_span(FIGURES, "09:40"),
        a_span(None, "09:00", "09:05"),
    ]
    assert timing.taken(AGENDA, spans) == [spans[3], spans[0]]
    assert timing.taken((), spans) == []


def test_meetings_last_as_long_as_all_their_dates_and_nobody_knows_where_an_end_is_missing() -> None:
    whole = Meeting(review_id=REVIEW, starts=time(9), ends=time(10, 30))
    assert timing.lasting([whole]) == 90
    assert timing.lasting([whole, Meeting(review_id=REVIEW, starts=time(13), ends=time(14))]) == 150
    assert timing.lasting([whole, MEETING]) == 0
    assert timing.lasting([]) == 0
