"""The course of each indicator over the years, as a chart with a sentence that says what it shows."""

from decimal import Decimal
from typing import Final

from medreview.domain.dossier import in_order
from medreview.domain.status import Indicator
from medreview.i18n import Translator
from medreview.minutes.arithmetic import amount
from medreview.minutes.context import Context
from medreview.minutes.document import Chart, Point

FEWEST: Final = 3
"""Figures that make a course; two are compared in the table."""

Course = dict[int, Decimal]
"""An indicator's known figures by year, oldest first, rounded as they are shown."""


def charts(context: Context) -> list[Chart]:
    """Return a chart of every indicator with at least `FEWEST` known figures, of all its years."""
    courses = ((indicator, _course(context, indicator)) for indicator in in_order(context.dossier.indicators))
    return [_chart(context, indicator, course) for indicator, course in courses if len(course) >= FEWEST]


def label(indicator: Indicator) -> str:
    """Return name and unit of an indicator: "Sygefravær, %"."""
    return ", ".join(filter(None, (indicator.name, indicator.unit)))


def _course(context: Context, indicator: Indicator) -> Course:
    figures = context.dossier.figures_of(indicator)
    return {one.year: round(one.value, indicator.decimals) for one in figures if one.value is not None}


def _chart(context: Context, indicator: Indicator, course: Course) -> Chart:
    words, decimals = context.words, indicator.decimals
    years = [one.year for one in context.dossier.figures_of(indicator)]
    points = (_point(words, year, course.get(year), decimals) for year in range(min(years), max(years) + 1))
    shown = {year: _amount(words, value, indicator) for year, value in course.items()}
    return Chart(label(indicator), tuple(points), f"{_direction(words, course, shown)} {_range(words, course, shown)}")


def _point(words: Translator, year: int, value: Decimal | None, decimals: int) -> Point:
    return Point(str(year)) if value is None else Point(str(year), float(value), words.number(value, decimals))


def _amount(words: Translator, value: Decimal, indicator: Indicator) -> str:
    """Only per cent is named again; other units stand in the title."""
    number = words.number(value, indicator.decimals)
    return amount(words, number, "%").replace(" ", "\N{NO-BREAK SPACE}") if indicator.unit == "%" else number


def _direction(words: Translator, course: Course, shown: dict[int, str]) -> str:
    since, *_, year = course
    params = {"before": shown[since], "since": since, "now": shown[year], "year": year}
    if course[year] > course[since]:
        return words.tr("Risen from {before} in {since} to {now} in {year}.", **params)
    if course[year] < course[since]:
        return words.tr("Fallen from {before} in {since} to {now} in {year}.", **params)
    return words.tr("{now} in {year}, as in {since}.", **params)


def _range(words: Translator, course: Course, shown: dict[int, str]) -> str:
    """Name highest and lowest with every year that has them."""
    high, low = max(course.values()), min(course.values())
    if high == low:
        return words.tr("The same in all years.")
    years = {end: [year for year, value in course.items() if value == end] for end in (high, low)}
    return words.tr(
        "Highest {high} ({high_years}), lowest {low} ({low_years}).",
        high=shown[years[high][0]],
        high_years=", ".join(map(str, years[high])),
        low=shown[years[low][0]],
        low_years=", ".join(map(str, years[low])),
    )
