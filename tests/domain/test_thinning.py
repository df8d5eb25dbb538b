"""Backups are thinned with age, and no clock however wrong makes them all go."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.thinning import ALWAYS, Stamp, surplus

NOW = datetime(2026, 11, 22, 10, 42, 33)
DAY = timedelta(days=1)
RECENT = [Stamp(NOW - timedelta(minutes=10 * number)) for number in range(ALWAYS)]
"""As many new ones as stay whatever the clock says, so that the rules of age alone decide about the rest."""


def left(*ages: timedelta, now: datetime = NOW) -> list[timedelta]:
    """Return which of backups of these ages, behind recent ones, stay."""
    stamps = [*RECENT, *(Stamp(NOW - age) for age in ages)]
    gone = surplus(stamps, now)
    return [NOW - stamp.at for place, stamp in enumerate(stamps) if place not in gone][ALWAYS:]


@pytest.mark.parametrize(
    ("ages", "kept"),
    [
        pytest.param([], [], id="none"),
        pytest.param([3, 4, 20, 47, 48], [3, 4, 20, 47, 48], id="all of two days"),
        pytest.param([50, 51, 52], [50], id="one of the day before that"),
        pytest.param([50, 74, 98], [50, 74, 98], id="one of each day"),
        pytest.param([24 * 30 - 1, 24 * 30], [24 * 30 - 1], id="the last of the days"),
        pytest.param([24 * 32, 24 * 34, 24 * 35], [24 * 32, 24 * 35], id="one of each week, which begins on Monday"),
        pytest.param([24 * 170, 24 * 177, 24 * 182], [24 * 170, 24 * 177, 24 * 182], id="weeks up to half a year"),
        pytest.param([24 * 184, 24 * 215], [24 * 184, 24 * 215], id="one of each month"),
        pytest.param([24 * 190, 24 * 191, 24 * 195], [24 * 190], id="one of a month"),
        pytest.param([24 * 3650, 24 * 3651, 24 * 7300], [24 * 3650, 24 * 7300], id="months for good"),
    ],
)
def test_fewer_stay_the_older_they_are(ages: list[int], kept: list[int]) -> None:
    assert left(*(timedelta(hours=age) for age in ages)) == [timedelta(hours=age) for age in kept]


@pytest.mark.parametrize("years", [-30, -2, 2, 30])
def test_a_wrong_clock_leaves_the_newest(years: int) -> None:
    stamps = [Stamp(NOW - timedelta(minutes=10 * number)) for number in range(100)]
    gone = surplus(stamps, NOW + 365 * years * DAY)
    assert gone == frozenset(range(ALWAYS, 100))


def test_what_lies_ahead_of_a_clock_that_was_set_back_goes_with_age_like_the_rest() -> None:
    ahead = [Stamp(NOW + 730 * DAY - timedelta(minutes=10 * number)) for number in range(50)]
    stamps = [*RECENT, *ahead]
    assert surplus(stamps, NOW) == frozenset(range(ALWAYS + 1, ALWAYS + 50))


def test_the_newest_verified_one_stays_among_many_that_are_not() -> None:
    stamps = [Stamp(NOW - timedelta(days=400, minutes=number), is_verified=number == 60) for number in range(90)]
    assert 60 not in surplus(stamps, NOW)


def test_of_a_day_the_verified_one_stays() -> None:
    ages = [(50, False), (51, True), (52, True), (53, False)]
    stamps = [*RECENT, *(Stamp(NOW - timedelta(hours=age), verified) for age, verified in ages)]
    assert surplus(stamps, NOW) == {ALWAYS, ALWAYS + 2, ALWAYS + 3}


STAMPS = st.lists(
    st.builds(Stamp, st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)), st.booleans()), max_size=60
)


@given(STAMPS, st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)))
def test_whatever_the_times_the_newest_and_the_newest_verified_one_stay(stamps: list[Stamp], now: datetime) -> None:
    gone = surplus(stamps, now)
    assert gone <= set(range(ALWAYS, len(stamps)))
    verified = [place for place, stamp in enumerate(stamps) if stamp.is_verified]
    assert not verified or verified[0] not in gone


@given(STAMPS, st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)))
def test_thinning_twice_is_thinning_once(stamps: list[Stamp], now: datetime) -> None:
    gone = surplus(stamps, now)
    assert not surplus([stamp for place, stamp in enumerate(stamps) if place not in gone], now)
