"""How the cooperation takes place next year, with its meeting plan."""

from datetime import date

from medreview.domain.cooperation import PlannedMeeting
from medreview.minutes.context import Context, facts, table
from medreview.minutes.document import Block


def cooperation(context: Context) -> list[Block]:
    """Return form, intervals, notice and information, and the meetings planned."""
    rows = context.rows(
        context.dossier.cooperation,
        "form",
        "meetings",
        "interval",
        "called_by",
        "notice_weeks",
        "agenda_weeks",
        "information_between",
        "information_staff",
        "working_groups",
        "composed",
        "composed_comment",
    )
    return [*facts(rows), *_meeting_plan(context)]


def _meeting_plan(context: Context) -> list[Block]:
    words = context.words
    header = [words.field("PlannedMeeting", name) for name in ("held_on", "starts", "ends", "place", "note")]
    meetings = sorted(context.dossier.planned_meetings, key=lambda one: one.held_on or date.max)
    rows = [_row(context, meeting) for meeting in meetings]
    return [*table(header, rows, caption=words.tr("Meeting plan"))]


def _row(context: Context, meeting: PlannedMeeting) -> list[str]:
    day = context.words.date(meeting.held_on, weekday=True)
    return [day, context.clock(meeting.starts), context.clock(meeting.ends), meeting.place, meeting.note]
