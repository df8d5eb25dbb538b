"""Meeting dates proposed from the interval, and the days by which notice and agenda go out."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

SUMMER_WEEKS: Final = (29, 30)
"""The ISO weeks in which nobody meets."""

_EVES: Final = ((6, 5), (12, 24), (12, 31))
_WEEKEND: Final = (5, 6)
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True)
class Deadlines:
    """The last days on which the notice and the agenda of a meeting can go out; None where no rule is set."""

    notice: date | None
    agenda: date | None


@cache
def days_off(year: int) -> frozenset[date]:
    """Return the days on which no meeting is put: Danish and Swedish public holidays and days many have off.

    The latter are Constitution Day, the Friday after Ascension Day, Midsummer Eve, Christmas Eve and New Year's Eve.
    """
    from holidays import country_holidays

    denmark = country_holidays("DK", years=year, language="en_US")
    sweden = country_holidays("SE", years=year, language="en_US")
    return frozenset(
        {
            *denmark,
            *sweden,
            *(day + _DAY for day in denmark.get_named("Ascension Day")),
            *(day - _DAY for day in sweden.get_named("Midsummer Day")),
            *(date(year, month, day) for month, day in _EVES),
        }
    )


def propose_meetings(
    first: date,
    interval_months: int,
    count: int,
    *,
    country_days: Callable[[int], Collection[date]] = days_off,
) -> tuple[date, ...]:
    """Return `count` dates from `first` on, every so many months on the same weekday of the month.

    The second Tuesday stays the second Tuesday; the fifth is the last one where a month has only four. A weekend counts
    as the Monday after it. A date on a day off or in the summer weeks, the first one included, moves on week by week.
    The dates are in order.
    """
    if first.weekday() in _WEEKEND:
        first += timedelta(days=7 - first.weekday())
    meetings: list[date] = []
    for day in _same_weekdays(first, interval_months, count):
        while _is_avoided(day, country_days) or (meetings and day <= meetings[-1]):
            day += _WEEK
        meetings.append(day)
    return tuple(meetings)


def deadlines(meeting: date, notice_weeks: int | None, agenda_weeks: int | None) -> Deadlines:
    """Return the deadlines of a meeting, whole weeks before it."""
    return Deadlines(_before(meeting, notice_weeks), _before(meeting, agenda_weeks))


def _same_weekdays(first: date, interval_months: int, count: int) -> Iterator[date]:
    ordinal = (first.day - 1) // 7
    start = first.year * 12 + first.month - 1
    for month in range(start, start + count * interval_months, interval_months):
        yield _weekday_of_month(month // 12, month % 12 + 1, first.weekday(), ordinal)


def _weekday_of_month(year: int, month: int, weekday: int, ordinal: int) -> date:
    """Return that weekday of the month, `ordinal` 0 for the first; the last where there is no fifth."""
    begins = date(year, month, 1)
    day = begins + timedelta(days=(weekday - begins.weekday()) % 7, weeks=ordinal)
    return day if day.month == month else day - _WEEK


def _is_avoided(day: date, country_days: Callable[[int], Collection[date]]) -> bool:
    return day.isocalendar().week in SUMMER_WEEKS or day in country_days(day.year)


def _before(meeting: date, weeks: int | None) -> date | None:
    return None if weeks is None else meeting - timedelta(weeks=weeks)
