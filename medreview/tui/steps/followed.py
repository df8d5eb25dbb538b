"""What is noted between the meetings, as the screens show it: mark, word and day together."""

from datetime import date

from textual.content import Content

from medreview.domain.dossier import Dossier
from medreview.domain.due import planned_for
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import Followed, is_settled, newest_note
from medreview.domain.glance import SOON
from medreview.domain.goal import Goal
from medreview.i18n import current, tr
from medreview.tui.marks import marked
from medreview.tui.text import literal, one_line

_ROOM = 30
"""Characters of an activity, so that it stays on its line on the smallest screens."""


def noted(note: FollowUp) -> Content:
    """Return a note on one line: its day, its status and what was written."""
    day = Content.styled(current().short_date(note.noted_on), "$muted")
    said = [] if note.course is Course.NOT_SAID else [marked(note.course)]
    return Content("  ").join([day, *said, *([literal(note.line)] if note.line else [])])


def status(dossier: Dossier, item: Followed, today: FollowUp) -> Content:
    """Return how an item is going: today's status, else the newest one noted, else an action's own."""
    if today.course is not Course.NOT_SAID:
        return marked(today.course)
    newest = newest_note(dossier, item)
    if newest is not None:
        return marked(newest.course)
    return marked(Course.NOT_SAID) if isinstance(item, Goal) else marked(item.status)


def deadline(item: Followed) -> date | None:
    """Return by when a goal or an action is due."""
    return item.runs_until if isinstance(item, Goal) else item.due


def overdue(dossier: Dossier, item: Followed, today: date) -> Content | None:
    """Return that an item is overdue; None where it is not, or nothing is waited for any more."""
    day = deadline(item)
    if day is None or day >= today or is_settled(dossier, item):
        return None
    return _overdue(day)


def activities(dossier: Dossier, item: Followed, today: date, most: int) -> list[Content]:
    """Return a line for each of a goal's next activities: a status of the goal from its day on settles it."""
    planned = planned_for(dossier, item) if isinstance(item, Goal) else ()
    return [
        Content.assemble(_overdue(one.day) if one.day < today else _due(one.day), "  ", one_line(one.text, limit=_ROOM))
        for one in planned[:most]
    ]


def next_activity(dossier: Dossier, item: Followed, today: date) -> Content | None:
    """Return that an activity of a goal is overdue or due soon; None where neither is."""
    planned = planned_for(dossier, item) if isinstance(item, Goal) else ()
    if not planned or planned[0].day > today + SOON:
        return None
    day = current().short_date(planned[0].day)
    if planned[0].day < today:
        return Content.styled(f"! {tr('activity overdue since {date}', date=day)}", "$bad")
    return Content.styled(tr("activity due {date}", date=day), "$muted")


def _due(day: date) -> Content:
    return Content.styled(tr("due {date}", date=current().short_date(day)), "$muted")


def _overdue(day: date) -> Content:
    return Content.styled(f"! {tr('overdue since {date}', date=current().short_date(day))}", "$bad")


def facts(item: Followed, late: Content | None) -> Content:
    """Return what an item is, who is responsible, and by when it is due or that it is overdue."""
    day = deadline(item)
    kind = tr("Goal") if isinstance(item, Goal) else tr("Action")
    due = _due(day).plain if day and late is None else ""
    known = literal(" · ".join(part for part in (kind, item.responsible, due) if part), "$muted")
    return Content.assemble(known, "  ", late) if late else known
