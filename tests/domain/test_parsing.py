"""Times and numbers as a chair types them, and the refusals of whatever is typed (see `test_parsing_dates`)."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.errors import Refusal
from medreview.domain.parsing import (
    parse_count,
    parse_date,
    parse_number,
    parse_time,
)
from medreview.i18n import LANGUAGES, Translator
from medreview.i18n.sentences import REFUSALS

TODAY = date(2026, 11, 22)
languages = st.sampled_from(LANGUAGES)

PARSERS: dict[str, Callable[[str, str], object]] = {
    "date": lambda text, language: parse_date(text, language, TODAY),
    "time": parse_time,
    "number": parse_number,
    "count": parse_count,
}


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


@pytest.mark.parametrize(
    ("typed", "expected"), [("12. november", date(2024, 11, 12)), ("12.11.25", date(2025, 11, 12)), ("i dag", TODAY)]
)
def test_a_date_without_a_year_lies_in_the_year_that_is_meant(typed: str, expected: date) -> None:
    assert parse_date(typed, "da", TODAY, 2024) == expected


def test_a_year_that_is_meant_has_no_other_days() -> None:
    with pytest.raises(Refusal):
        parse_date("29. februar", "da", TODAY, 2025)


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
