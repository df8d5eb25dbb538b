"""What a chair types, turned into dates, times and numbers; empty text is None.

Where something can be read in two ways the language decides, and a refusal shows an example in that language.
"""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final

from medreview.domain.base import EARLIEST_YEAR, LATEST_YEAR
from medreview.domain.errors import Refusal

PAST_WITHOUT_YEAR: Final = timedelta(days=60)
"""A date without a year lies ahead, unless it was this short a time ago: minutes are written after the meeting."""

YEARS_AHEAD: Final = 30
"""Two figures mean a year at most so far ahead, else one of the century before."""

_EXAMPLES: Final = {
    "not_a_date": {"da": "24.11.2026", "sv": "2026-11-24", "en": "24/11/2026"},
    "not_a_time": {"da": "9.30", "sv": "9.30", "en": "9:30"},
    "not_a_number": {"da": "5,2", "sv": "5,2", "en": "5.2"},
    "not_a_count": {"da": "5", "sv": "5", "en": "5"},
}

_DAYS_FROM_TODAY: Final = {
    **dict.fromkeys(("i går", "igår", "yesterday"), -1),
    **dict.fromkeys(("i dag", "idag", "today"), 0),
    **dict.fromkeys(("i morgen", "imorgen", "i morgon", "imorgon", "tomorrow"), 1),
}

_MONTHS: Final = (
    ("januari", "january"),
    ("februari", "february"),
    ("marts", "mars", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
"""The longest names in the three languages; a name may end after three letters (so *januar* and *august* fit)."""

_LEAD: Final = re.compile(
    r"(?:(?:(?:man|tirs|ons|tors|fre|lør|søn|mån|tis|lör|sön)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?"
    r"(?:den |d\. ?)?"
)
_FIGURES: Final = re.compile(r"([0-9]{1,4}) ?([./–-]) ?([0-9]{1,2})(?: ?[./ –-] ?([0-9]{1,4}))?\.?")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})(?:\.|st|nd|rd|th)? ?([a-z]{3,})\.?,?(?: ([0-9]{1,4}))?")
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?(?: ([0-9]{1,4}))?")
_TIME: Final = re.compile(r"(?:(?:kl\.?|klokken|klockan) ?)?([0-9]{1,2})(?:[.:, ]?([0-9]{2}))?")
_NUMBER: Final = re.compile(r"([+-]?) ?([0-9., ]*[0-9]) ?(?:[%‰]|[^\W\d_]\D*)?")
_DECIMAL: Final = re.compile(r"[0-9]*[.,]?[0-9]+")
_THOUSANDS: Final = {
    ".": re.compile(r"[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\1[0-9]{3})*(?:,[0-9]+)?"),
    ",": re.compile(r"[1-9][0-9]{0,2}([, ])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?"),
}
_MINUS: Final = str.maketrans("−–", "--")


def parse_date(text: str, language: str, today: date, year: int | None = None, *, is_past: bool = False) -> date | None:
    """Return the date of "24.11.2026", "24/11-26", "24/11", "241126", "24. november", "2026-11-24" or "i dag".

    Where no year is typed, `year` is meant; without one the date that comes next, or came last where it `is_past`.

    Raises:
        Refusal: `not_a_date`, also for a day that the calendar does not have.
    """
    typed = _simplified(text)
    if not typed:
        return None
    if typed in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[typed])
    try:
        figures, month, day = _parts_of_date(typed, language)
        if figures:
            return date(_full_year(figures, today), month, day)
        return date(year, month, day) if year else _without_year(month, day, today, is_past=is_past)
    except ValueError:
        raise _refusal("not_a_date", language) from None


def parse_time(text: str, language: str) -> time | None:
    """Return the time of day of "9", "9.30", "9:30", "kl. 9", "0930" or "13,30".

    Raises:
        Refusal: `not_a_time`.
    """
    typed = _simplified(text)
    if not typed:
        return None
    match = _TIME.fullmatch(typed)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise _refusal("not_a_time", language)
    return time(int(match[1]), int(match[2] or 0))


def parse_number(text: str, language: str) -> Decimal | None:
    """Return the number of "5,2", "5.2", "1.234,5", "−20" or "20 %"; a unit after it is left out.

    One mark with three figures after it divides thousands where the language writes them so: "4.200" is 4200 in
    Danish and Swedish, 4.2 in English.

    Raises:
        Refusal: `not_a_number`.
    """
    typed = _simplified(text)
    if not typed:
        return None
    number = _number(typed, language)
    if number is None:
        raise _refusal("not_a_number", language)
    return number


def parse_count(text: str, language: str) -> int | None:
    """Return the whole number that is typed.

    Raises:
        Refusal: `not_a_count`.
    """
    typed = _simplified(text)
    if not typed:
        return None
    number = _number(typed, language)
    if number is None or number != number.to_integral_value():
        raise _refusal("not_a_count", language)
    return int(number)


def _simplified(text: str) -> str:
    return " ".join(text.lower().split())


def _refusal(code: str, language: str) -> Refusal:
    return Refusal(code, example=_EXAMPLES[code][language])


def _parts_of_date(typed: str, language: str) -> tuple[str | None, int, int]:
    """Return year as typed, month and day; a ValueError when the text is no date at all."""
    typed = _LEAD.sub("", typed, count=1) if not typed[0].isdigit() else _with_marks(typed, language)
    if match := _FIGURES.fullmatch(typed):
        first, mark, second, third = match.groups()
        swedish = language == "sv" and mark == "-" and len(first) == len(third or "") == 2
        year, day = (first, third) if len(first) == 4 or swedish else (third, first)
        return year, int(second), int(day or 0)
    if match := _DAY_FIRST.fullmatch(typed):
        return match[3], _month(match[2]), int(match[1])
    if match := _MONTH_FIRST.fullmatch(typed):
        return match[3], _month(match[1]), int(match[2])
    raise ValueError(typed)


def _with_marks(typed: str, language: str) -> str:
    """Put marks into a date typed as six or eight figures: the year stands first in Swedish, last elsewhere."""
    if not typed.isdecimal() or len(typed) not in (6, 8):
        return typed
    cuts = (-4, -2) if language == "sv" else (2, 4)
    return "-".join((typed[: cuts[0]], typed[cuts[0] : cuts[1]], typed[cuts[1] :]))


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names):
            return number
    raise ValueError(word)


def _full_year(figures: str, today: date) -> int:
    year = int(figures)
    if len(figures) == 2:
        year += today.year // 100 * 100
        return year - 100 if year > today.year + YEARS_AHEAD else year
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(figures)
    return year


def _without_year(month: int, day: int, today: date, *, is_past: bool) -> date:
    """Return the last such date until today, or the first that is not long past; 29 February may be 8 years away."""
    years = range(today.year, today.year - 9, -1) if is_past else range(today.year - 1, today.year + 9)
    dates = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    first = today - PAST_WITHOUT_YEAR
    found = next((one for one in dates if (one <= today if is_past else one >= first)), None)
    if found is None:
        raise ValueError(day)
    return found


def _number(typed: str, language: str) -> Decimal | None:
    match = _NUMBER.fullmatch(typed.translate(_MINUS))
    figures = _figures(match[2], language) if match else None
    return Decimal(match[1] + figures) if match and figures else None


def _figures(typed: str, language: str) -> str | None:
    """Return the figures with a decimal point and nothing between thousands."""
    own, other = (",", ".") if language == "en" else (".", ",")
    for pattern, mark in ((_THOUSANDS[own], own), (_DECIMAL, ""), (_THOUSANDS[other], other)):
        if pattern.fullmatch(typed):
            return typed.replace(" ", "").replace(mark, "").replace(",", ".")
    return None
