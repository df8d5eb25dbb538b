"""How the three languages write dates and times (Babel is only there when the package is built)."""

from datetime import date, time
from typing import Final

_MONTHS: Final = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_WEEKDAYS: Final = {
    "da": [
        "mandag",
        "tirsdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lørdag",
        "søndag",
    ],
    "sv": [
        "måndag",
        "tisdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lördag",
        "söndag",
    ],
    "en": [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
}


def date_in_words(day: date, language: str, *, weekday: bool) -> str:
    """Return "søndag den 22. november 2026", "söndag 22 november 2026" or "Sunday 22 November 2026"."""
    dot = "." if language == "da" else ""
    words = f"{day.day}{dot} {_MONTHS[language][day.month - 1]} {day.year}"
    if not weekday:
        return words
    article = " den" if language == "da" else ""
    return f"{_WEEKDAYS[language][day.weekday()]}{article} {words}"


def date_in_figures(day: date, language: str) -> str:
    """Return "22.11.2026" in Danish, "2026-11-22" in Swedish, "22/11/2026" in English."""
    if language == "sv":
        return day.isoformat()
    return day.strftime("%d.%m.%Y" if language == "da" else "%d/%m/%Y")


def time_in_figures(moment: time, language: str) -> str:
    """Return "9.00" in Danish and Swedish, "9:00" in English."""
    mark = ":" if language == "en" else "."
    return f"{moment.hour}{mark}{moment.minute:02}"


def month_name(month: int, language: str) -> str:
    """Return the name of a month (1 to 12)."""
    return _MONTHS[language][month - 1]
