"""Dates as a chair types them, with and without a year, in words and in figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.base import EARLIEST_YEAR, LATEST_YEAR
from medreview.domain.errors import Refusal
from medreview.domain.parsing import parse_date
from medreview.i18n import LANGUAGES, Translator

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "typed",
    [
        "24.11.2026",
        "24/11-26",
        "24/11/2026",
        "24/11 2026",
        "24/11 26",
        "d. 24/11",
        "tirsdag d. 24. november",
        "24-11-2026",
        "24. 11. 2026",
        "24.11",
        "24.11.",
        "24/11",
        "241126",
        "24112026",
        "2026-11-24",
        "2026.11.24",
        "24. november 2026",
        "24 nov",
        "24.nov",
        "24 NOV. 2026",
        "den 24. november",
        "tirsdag den 24. november 2026",
        "tisdag 24 november",
        "Tuesday 24 November 2026",
        "November 24, 2026",
        "24th November 26",
        "  24.11.2026\u00a0",
    ],
)
def test_the_same_day_however_it_is_typed(typed: str) -> None:
    assert parse_date(typed, "da", TODAY) == date(2026, 11, 24)


@pytest.mark.parametrize("typed", ["2026-11-24", "26-11-24", "20261124", "261124", "24/11", "24-11-2026"])
def test_in_swedish_the_year_may_stand_first(typed: str) -> None:
    assert parse_date(typed, "sv", TODAY) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("i dag", 0), ("IDAG", 0), ("today", 0), ("i morgen", 1), ("imorgon", 1), ("tomorrow", 1), ("i går", -1)],
)
def test_days_by_name(typed: str, days: int) -> None:
    assert parse_date(typed, "da", TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "today", "expected"),
    [
        pytest.param("15/1", TODAY, date(2027, 1, 15), id="next year"),
        pytest.param("24/9", TODAY, date(2026, 9, 24), id="a meeting not long ago"),
        pytest.param("22/9", TODAY, date(2027, 9, 22), id="too long ago"),
        pytest.param("20/12", date(2027, 1, 8), date(2026, 12, 20), id="last year's December, typed in January"),
        pytest.param("29/2", TODAY, date(2028, 2, 29), id="the next leap year"),
        pytest.param("29/2", date(2096, 11, 1), date(2104, 2, 29), id="eight years away"),
    ],
)
def test_a_date_without_a_year_lies_ahead_or_just_behind(typed: str, today: date, expected: date) -> None:
    assert parse_date(typed, "da", today) == expected


@pytest.mark.parametrize(
    ("typed", "year"), [("1/8-56", 2056), ("1/8-57", 1957), ("1/8-98", 1998), ("1/8-00", 2000), ("1/8-1998", 1998)]
)
def test_two_figures_mean_the_nearest_century(typed: str, year: int) -> None:
    assert parse_date(typed, "da", TODAY) == date(year, 8, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "31.11.2026",
        "29.2.2027",
        "31/11",
        "0/1",
        "32/1",
        "1/13",
        "24",
        "24.11.999",
        "24.11.1899",
        "24.11.2201",
        "2026-11",
        "2026",
        "123-11-24",
        "20261124",
        "24. marvin",
        "24 foobar",
        "foobar 24",
        "24 ma",
        "snart",
        "²4/11",
        "²²²²²²",
        ".",
        "1" * 20_000,
    ],
)
def test_no_such_day(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_date(typed, "da", TODAY)
    assert refusal.value.code == "not_a_date"


@given(
    day=st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)),
    language=st.sampled_from(LANGUAGES),
    weekday=st.booleans(),
)
def test_a_date_can_be_typed_as_it_is_shown(day: date, language: str, weekday: bool) -> None:
    shown = Translator(language)
    for typed in (shown.short_date(day), shown.date(day, weekday=weekday), day.isoformat()):
        assert parse_date(typed, language, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12/3", date(2026, 3, 12)),
        ("22.11.", date(2026, 11, 22)),
        ("23. november", date(2025, 11, 23)),
        ("29/2", date(2024, 2, 29)),
        ("12/3-27", date(2027, 3, 12)),
    ],
)
def test_of_what_has_happened_the_last_such_date_is_meant(typed: str, expected: date) -> None:
    assert parse_date(typed, "da", date(2026, 11, 22), is_past=True) == expected
