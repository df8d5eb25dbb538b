"""The annual wheel as a document: a year at a glance on one page, a row for each month."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from medreview.domain.wheel import WheelMonth
from medreview.i18n.calendar_words import month_name
from medreview.minutes.context import Context, capital, table
from medreview.minutes.document import Block, Note
from medreview.minutes.shortened import shortened

_LINE: Final = 70
"""Characters of a deadline, so that the year stands on one page."""


def year_at_a_glance(context: Context) -> list[Block]:
    """Return the year of the wheel; columns in which nothing stands are left out."""
    tr = context.words.tr
    months = context.wheel.year(context.wheel_year)
    if all(month.is_empty for month in months):
        return [Note(tr("Nothing stands on the wheel yet."))]
    header = (tr("Month"), tr("All committees"), tr("Our own"), tr("Meetings and deadlines"))
    return [*table(header, [_row(context, month) for month in months])]


def on_day(context: Context, day: date) -> str:
    """Return a day without its year: "9. februar"."""
    return context.words.date(day).rsplit(" ", 1)[0]


def _row(context: Context, month: WheelMonth) -> list[str]:
    return [
        capital(month_name(month.number, context.words.language)),
        _cell(one.text for one in month.matters if one.fixed),
        _cell(one.text for one in month.matters if not one.fixed),
        _cell(_dated(context, month)),
    ]


def _cell(texts: Iterable[str]) -> str:
    """Several things in a cell have a dash each, as a long one runs over several lines."""
    filled = [text.strip() for text in texts if text.strip()]
    return "\n".join(f"– {text}" for text in filled) if len(filled) > 1 else "".join(filled)


def _dated(context: Context, month: WheelMonth) -> Iterator[str]:
    for one in month.meetings:
        yield " ".join(filter(None, (context.words.tr("Meeting"), on_day(context, one.day), context.clock(one.starts))))
    for one in month.deadlines:
        who = f" ({one.who})" if one.who and context.choices.names else ""
        yield f"{on_day(context, one.day)}: {shortened(one.text, _LINE)}{who}"
