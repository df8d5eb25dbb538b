"""What home says of a committee: its steps, goals, next meeting and what is due, each in a row."""

from datetime import date
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from medreview.domain.glance import APPROVED, DueItem, Glance, GoalGlance, YearGlance, next_of
from medreview.i18n import current, ntr, tr
from medreview.tui.marks import MARKS, marked_as
from medreview.tui.text import capitalised, one_line

_CARRIED_OVER: Final = "StepState.CARRIED_OVER"

_APART: Final = "  "

_SHORTEST: Final = 20
"""Cells that a goal has at least."""


def steps(glance: Glance) -> list[Content]:
    """Return every step with its symbol, and after them what the one for last year's content means."""
    language = current().language
    found = []
    for step in glance.steps:
        symbol, colour = MARKS[step.state]
        found.append(Content.assemble((f"{symbol} ", colour), one_line(step.names[language])))
    if any(step.state == _CARRIED_OVER for step in glance.steps):
        symbol, _ = MARKS[_CARRIED_OVER]
        found.append(Content.styled(f"({symbol} {current().term_of(_CARRIED_OVER)})", "$muted"))
    return found


def goal_row(goal: GoalGlance, room: int) -> Content:
    """Return the goal with its newest status, or the judgement of the goal it carries on, and its figures.

    In a row of `room` cells a long goal gives way, not its figures.
    """
    words = current()
    figures = " → ".join(words.number(one) for one in (goal.baseline, goal.target) if one is not None)
    figures = f"{figures} {goal.unit}".strip()
    going = marked_as(goal.going) if goal.going else Content.styled(f"○ {tr('New')}", "$muted")
    left = room - going.cell_length - cell_len(figures) - 2 * len(_APART)
    text = one_line(goal.text, limit=max(_SHORTEST, left))
    return Content(_APART).join([going, text, Content.styled(figures, "$muted")])


def next_words(glance: Glance, today: date) -> Content:
    """Return when, in how many days and where the committee meets next."""
    meeting = next_of(glance.meetings, today)
    if meeting is None:
        return Content.styled(tr("No date yet."), "$muted")
    words = current()
    start = tr("at {time}", time=words.time(meeting.starts)) if meeting.starts else ""
    days = (meeting.day - today).days
    when = tr("today") if days == 0 else ntr("in {count} day", "in {count} days", days)
    first = " ".join(part for part in (words.date(meeting.day, weekday=True), start) if part)
    return Content("\n").join(
        [Content(capitalised(first)), one_line(" · ".join(x for x in (when, meeting.place) if x))]
    )


def due_row(item: DueItem, today: date) -> Content:
    """Return what is due on the first line, since when and by whom on the second."""
    is_overdue = item.is_overdue(today)
    mark, colour = ("!", "$bad") if is_overdue else ("○", "$warn")
    day = current().short_date(item.due)
    when = tr("overdue since {date}", date=day) if is_overdue else tr("due {date}", date=day)
    after = " · ".join(part for part in (when, item.responsible) if part)
    return Content.assemble((f"{mark} ", colour), one_line(item.text), (f"\n  {after}", "$muted"))


def year_row(year: YearGlance) -> Content:
    """Return a review's year and how far it has come."""
    return Content(f"{year.year} · {capitalised(current().term_of(year.state))}")


def state_words(newest: YearGlance | None) -> Content:
    """Return how far the newest review has come."""
    if newest is None:
        return Content(tr("Start one with F9."))
    return Content.styled(capitalised(current().term_of(newest.state)), "bold")


def go_on_words(newest: YearGlance | None) -> str:
    """Return what going on means now."""
    if newest is None:
        return tr("Start the first discussion")
    if newest.state == APPROVED:
        return tr("Start {year}", year=newest.year + 1)
    return tr("Continue the discussion")
