"""Dates, times and numbers as a chair types them, and the refusals with an example in their language."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.errors import Refusal
from medreview.domain.parsing import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    parse_count,
    parse_date,
    parse_number,
    parse_time,
)
from medreview.i18n import LANGUAGES, Translator
from medreview.i18n.terms import REFUSALS

TODAY = date(2026, 11, 22)
languages = st.sampled_from(LANGUAGES)

PARSERS: dict[str, Callable[[str, str], object]] = {
    "date": lambda text, language: parse_date(text, language, TODAY),
    "time": parse_time,
    "number": parse_number,
    "count": parse_count,
}


@pytest.mark.parametrize(
    "typed",
    [
        "24.11.2026",
        "24/11-26",
        "24/11/2026",
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


@given(day=st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)), language=languages, weekday=st.booleans())
def test_a_date_can_be_typed_as_it_is_shown(day: date, language: str, weekday: bool) -> None:
    shown = Translator(language)
    for typed in (shown.short_date(day), shown.date(day, weekday=weekday), day.isoformat()):
        assert parse_date(typed, language, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("9.30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9 30", time(9, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("13,30", time(13, 30)),
        ("kl. 9", time(9)),
        ("Kl 9.00", time(9)),
        ("klokken 14", time(14)),
        ("klockan 14.15", time(14, 15)),
        ("0", time(0)),
        ("23.59", time(23, 59)),
    ],
)
def test_times_of_day(typed: str, expected: time) -> None:
    assert parse_time(typed, "da") == expected


@pytest.mark.parametrize("typed", ["24", "24.00", "9.60", "9.5", "-9", "ni", "9.30.00", "kl.", "12345", "9-11"])
def test_no_such_time(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_time(typed, "da")
    assert refusal.value.code == "not_a_time"


@given(moment=st.times().map(lambda one: one.replace(second=0, microsecond=0)), language=languages)
def test_a_time_can_be_typed_as_it_is_shown(moment: time, language: str) -> None:
    assert parse_time(Translator(language).time(moment), language) == moment


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5,2", "5.2"),
        ("5.2", "5.2"),
        (",5", "0.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u202f234\u00a0567", "1234567"),
        ("4.200", "4200"),
        ("4,200", "4.200"),
        ("0.125", "0.125"),
        ("−20", "-20"),
        ("- 20", "-20"),
        ("–5,3 %", "-5.3"),
        ("+4", "4"),
        ("20 %", "20"),
        ("12 dage", "12"),
        ("65point", "65"),
        ("5 år.", "5"),
        ("0", "0"),
    ],
)
def test_numbers(typed: str, expected: str) -> None:
    assert str(parse_number(typed, "da")) == expected


@pytest.mark.parametrize(("typed", "expected"), [("4.200", "4.200"), ("4,200", "4200"), ("5,2", "5.2")])
def test_in_english_the_comma_divides_thousands(typed: str, expected: str) -> None:
    assert str(parse_number(typed, "en")) == expected


@pytest.mark.parametrize(
    "typed",
    ["fem", "-", "%", "5,", "5 2", "1.2.3", "1 234.567.8", "5e3", "5-6", "--5", "kr. 5", "NaN", "Infinity", "٣", "½"],
)
def test_no_number(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_number(typed, "da")
    assert refusal.value.code == "not_a_number"


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6), language=languages)
def test_a_number_can_be_typed_as_it_is_shown(value: Decimal, language: str) -> None:
    assert parse_number(Translator(language).number(value), language) == value


@pytest.mark.parametrize(("typed", "expected"), [("7", 7), ("7 sager", 7), ("4,0", 4), ("4.200", 4200), ("-1", -1)])
def test_whole_numbers(typed: str, expected: int) -> None:
    assert parse_count(typed, "da") == expected


def test_a_fraction_is_no_whole_number() -> None:
    with pytest.raises(Refusal) as refusal:
        parse_count("4,5", "da")
    assert (refusal.value.code, refusal.value.params) == ("not_a_count", {"example": "5"})


@pytest.mark.parametrize("kind", PARSERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_field_is_none(kind: str, language: str) -> None:
    assert PARSERS[kind]("", language) is None
    assert PARSERS[kind](" \t\n\u00a0", language) is None


@pytest.mark.parametrize("kind", PARSERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_refusal_is_itself_understood(kind: str, language: str) -> None:
    with pytest.raises(Refusal) as refusal:
        PARSERS[kind]("¿", language)
    example = str(refusal.value.params["example"])
    assert PARSERS[kind](example, language) is not None
    assert example in Translator(language).refusal(refusal.value.code, **refusal.value.params)


@given(text=st.text(max_size=60) | st.from_regex(r"[-+0-9., /:]{1,25}", fullmatch=True), language=languages)
def test_whatever_is_typed_is_understood_or_refused(text: str, language: str) -> None:
    for parse in PARSERS.values():
        assert _refused_as(parse, text, language) in (None, *REFUSALS)


def _refused_as(parse: Callable[[str, str], object], text: str, language: str) -> str | None:
    try:
        parse(text, language)
    except Refusal as refusal:
        return refusal.code
    return None


@given(language=languages, digits=st.integers(1000, 20_000))
def test_a_very_long_number_is_still_a_number(language: str, digits: int) -> None:
    assert parse_number("9" * digits, language) == Decimal("9" * digits)
    assert parse_count("9" * digits, language) == 10**digits - 1
