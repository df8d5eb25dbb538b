"""Meeting dates from the interval: the weekday of the month, the days off, the summer, the order."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from medreview.domain.meeting_plan import SUMMER_WEEKS, Deadlines, days_off, deadlines, propose_meetings


def days(*iso: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(one) for one in iso)


def no_days_off(year: int) -> tuple[date, ...]:
    return ()


@pytest.mark.parametrize(
    ("first", "interval", "expected"),
    [
        pytest.param("2026-02-10", 3, days("2026-02-10", "2026-05-12", "2026-08-11", "2026-11-10"), id="2nd Tuesday"),
        pytest.param("2026-11-24", 1, days("2026-11-24", "2026-12-22", "2027-01-26"), id="over the turn of the year"),
        pytest.param("2026-01-13", 3, days("2026-01-13", "2026-04-14", "2026-07-28"), id="July moves to week 31"),
        pytest.param("2026-03-05", 1, days("2026-03-05", "2026-04-09"), id="Maundy Thursday 2026 moves on"),
        pytest.param("2026-11-30", 4, days("2026-11-30", "2027-04-05"), id="Easter Monday 2027 moves on"),
        pytest.param("2026-03-06", 1, days("2026-03-06", "2026-04-10"), id="Good Friday moves on"),
        pytest.param("2026-05-15", 12, days("2026-05-22", "2027-05-21"), id="Friday after Ascension, first one too"),
        pytest.param(
            "2028-02-29", 12, days("2028-02-29", "2029-02-27", "2030-02-26"), id="29 February is a last Tuesday"
        ),
        pytest.param("2026-01-30", 1, days("2026-01-30", "2026-02-27", "2026-03-27"), id="5th Friday is the last"),
        pytest.param("2020-12-31", 1, days("2021-01-07", "2021-01-28"), id="week 53, New Year's Eve"),
        pytest.param(
            "2024-12-24", 12, days("2025-01-07", "2025-12-23"), id="Christmas Eve and New Year's Eve in a row"
        ),
        pytest.param("2025-06-05", 12, days("2025-06-12", "2026-06-04"), id="Constitution Day"),
        pytest.param("2026-06-19", 12, days("2026-06-26", "2027-06-18"), id="Midsummer Eve, then the 3rd Friday"),
        pytest.param("2026-11-22", 1, days("2026-11-23", "2026-12-28"), id="a Sunday counts as the Monday after it"),
        pytest.param("2025-01-06", 12, days("2025-01-13", "2026-01-05"), id="Epiphany, a Swedish holiday"),
    ],
)
def test_dates_proposed_from_the_interval(first: str, interval: int, expected: tuple[date, ...]) -> None:
    assert propose_meetings(date.fromisoformat(first), interval, len(expected)) == expected


def test_no_meetings_asked_for_is_none_proposed() -> None:
    assert propose_meetings(date(2026, 2, 10), 3, 0) == ()


def test_a_date_that_moved_pushes_the_next_one_rather_than_meeting_it() -> None:
    august = {date(2026, 8, 4) + timedelta(weeks=week) for week in range(6)}
    meetings = propose_meetings(date(2026, 8, 4), 1, 2, country_days=lambda _: august)
    assert meetings == days("2026-09-15", "2026-09-22")


def test_the_days_off_of_a_year() -> None:
    off = days_off(2026)
    assert set(days("2026-04-02", "2026-04-06", "2026-05-14", "2026-05-15", "2026-05-25", "2026-06-05")) <= off
    assert set(days("2026-01-06", "2026-05-01", "2026-06-06", "2026-06-19", "2026-12-24", "2026-12-31")) <= off
    assert date(2026, 11, 24) not in off


WEEKEND = (5, 6)
first_days = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))


@given(first=first_days, interval=st.integers(1, 12), count=st.integers(0, 12))
def test_what_holds_for_every_proposal(first: date, interval: int, count: int) -> None:
    meetings = propose_meetings(first, interval, count)
    assert len(meetings) == count
    assert list(meetings) == sorted(set(meetings))
    for day in meetings:
        assert day >= first
        assert day.weekday() == (0 if first.weekday() in WEEKEND else first.weekday())
        assert day.isocalendar().week not in SUMMER_WEEKS
        assert day not in days_off(day.year)


@given(first=first_days, interval=st.integers(1, 12))
def test_a_date_that_is_free_keeps_its_place_in_the_month(first: date, interval: int) -> None:
    assume(first.weekday() not in WEEKEND)
    month = (first.month - 1 + interval) % 12 + 1
    assume(not {first.month, month} & {7, 8})
    second = propose_meetings(first, interval, 2, country_days=no_days_off)[1]
    is_last = (second + timedelta(weeks=1)).month != month
    ordinal = (first.day - 1) // 7
    assert second.month == month
    assert (second.day - 1) // 7 == ordinal or (ordinal == 4 and is_last)


@pytest.mark.parametrize(
    ("notice", "agenda", "expected"),
    [
        (4, 2, Deadlines(date(2027, 1, 12), date(2027, 1, 26))),
        (None, 0, Deadlines(None, date(2027, 2, 9))),
        (None, None, Deadlines(None, None)),
    ],
)
def test_deadlines_lie_whole_weeks_before(notice: int | None, agenda: int | None, expected: Deadlines) -> None:
    assert deadlines(date(2027, 2, 9), notice, agenda) == expected
