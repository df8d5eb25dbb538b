"""Dates, times, numbers and words as each language writes them."""

from datetime import date, time
from decimal import Decimal

import pytest

from medreview.domain.committee import Side
from medreview.domain.goal import Outcome
from medreview.domain.parsing import parse_number
from medreview.i18n import Translator, current, ntr, tr, use
from medreview.i18n.calendar_words import month_name
from medreview.i18n.system import system_language

DAY = date(2026, 11, 22)
DATES = [("da", "22. november 2026"), ("sv", "22 november 2026"), ("en", "22 November 2026")]


@pytest.mark.parametrize(("language", "written"), DATES)
def test_date(language: str, written: str) -> None:
    assert Translator(language).date(DAY) == written
    assert Translator(language).date(None) == ""


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("da", "søndag den 22. november 2026"),
        ("sv", "söndag 22 november 2026"),
        ("en", "Sunday 22 November 2026"),
    ],
)
def test_date_with_weekday(language: str, written: str) -> None:
    assert Translator(language).date(DAY, weekday=True) == written


@pytest.mark.parametrize(("language", "written"), [("da", "22.11.2026"), ("sv", "2026-11-22"), ("en", "22/11/2026")])
def test_date_in_figures(language: str, written: str) -> None:
    assert Translator(language).short_date(DAY) == written
    assert Translator(language).short_date(None) == ""


@pytest.mark.parametrize(("language", "written"), [("da", "kl. 9.00"), ("sv", "kl. 9.00"), ("en", "at 9:00")])
def test_time_of_day(language: str, written: str) -> None:
    words = Translator(language)
    assert words.tr("at {time}", time=words.time(time(9, 0))) == written
    assert words.time(None) == ""


@pytest.mark.parametrize(
    ("language", "written"),
    [("da", ["5,2", "−0,30", "12"]), ("sv", ["5,2", "−0,30", "12"]), ("en", ["5.2", "−0.30", "12"])],
)
def test_number(language: str, written: list[str]) -> None:
    words = Translator(language)
    assert [words.number(Decimal("5.2")), words.number(Decimal("-0.3"), 2), words.number(12)] == written
    assert words.number(None) == ""


@pytest.mark.parametrize(
    ("language", "written"),
    [("da", "1.250.000,5"), ("sv", "1\N{NO-BREAK SPACE}250\N{NO-BREAK SPACE}000,5"), ("en", "1,250,000.5")],
)
def test_a_long_number_is_divided_and_can_be_typed_so(language: str, written: str) -> None:
    words, value = Translator(language), Decimal("1250000.5")
    assert words.number(value) == written
    assert parse_number(written, language) == value
    assert words.number(-value, grouped=False).replace(",", ".") == "−1250000.5"
    assert words.number(2026) == "2026"


@pytest.mark.parametrize(("language", "months"), [("da", "marts maj"), ("sv", "mars maj"), ("en", "March May")])
def test_month(language: str, months: str) -> None:
    assert f"{month_name(3, language)} {month_name(5, language)}" == months


@pytest.mark.parametrize(("language", "word"), [("da", "delvist nået"), ("sv", "delvis uppnått"), ("en", "partly met")])
def test_term(language: str, word: str) -> None:
    assert Translator(language).term(Outcome.PARTLY) == word


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Ingen fra ledelsessiden var til stede."),
        ("sv", "Ingen från arbetsgivarsidan var närvarande."),
        ("en", "Nobody from the management side was present."),
    ],
)
def test_finding_with_a_word_of_the_field(language: str, sentence: str) -> None:
    assert Translator(language).finding("side_missing", side=Side.MANAGEMENT) == sentence


def test_user_text_in_a_sentence_is_never_a_template() -> None:
    hostile = "{goal} {0} {year} %s [/b] \\n"
    assert Translator("da").finding("reason_missing", goal=hostile) == f"Der mangler en begrundelse: {hostile}"


def test_empty_text_stays_empty() -> None:
    assert Translator("da").tr("") == ""


def test_text_without_translation_stays_english() -> None:
    assert Translator("sv").tr("Nobody has translated this {name}.", name="yet") == "Nobody has translated this yet."


def test_language_of_the_screens_is_switched_live() -> None:
    before = current().language
    try:
        use("da")
        assert (tr("Decision"), current().language) == ("Beslutning", "da")
        use("sv")
        assert (
            ntr("Planned: {count} minute in all.", "Planned: {count} minutes in all.", 2)
            == "Planerat: 2 minuter totalt."
        )
    finally:
        use(before)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "", "LANG": "en_GB"}, "en"),
    ],
)
def test_language_of_the_computer(environment: dict[str, str], language: str) -> None:
    assert system_language(environment) == language
