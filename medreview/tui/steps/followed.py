"""What is noted between the meetings, as the screens show it: mark, word and day together."""

from datetime import date

from textual.content import Content

from medreview.domain.dossier import Dossier
from medreview.domain.due import late_activities as late_of
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import Followed, is_settled, newest_note
from medreview.domain.goal import Goal
from medreview.i18n import current, tr
from medreview.tui.marks import marked
from medreview.tui.text import literal, one_line

_MOST, _ROOM = 2, 30
"""Lines for overdue activities and characters of each, so that on the smallest screens the fields are still seen."""


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


def late_activities(dossier: Dossier, item: Followed, today: date) -> list[Content]:
    """Return a line for each activity of a goal that is overdue: a status of the goal from then on settles it."""
    late = late_of(dossier, item, today) if isinstance(item, Goal) else ()
    return [Content.assemble(_overdue(one.day), "  ", one_line(one.text, limit=_ROOM)) for one in late[:_MOST]]


def _overdue(day: date) -> Content:
    return Content.styled(f"! {tr('overdue since {date}', date=current().short_date(day))}", "$bad")


def facts(item: Followed, late: Content | None) -> Content:
    """Return what an item is, who is responsible, and by when it is due or that it is overdue."""
    day = deadline(item)
    kind = tr("Goal") if isinstance(item, Goal) else tr("Action")
    due = tr("due {date}", date=current().short_date(day)) if day and late is None else ""
    known = literal(" · ".join(part for part in (kind, item.responsible, due) if part), "$muted")
    return Content.assemble(known, "  ", late) if late else known
