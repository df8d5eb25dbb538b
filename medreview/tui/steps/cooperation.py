"""Form of cooperation: the form, the intervals, the dates, who calls, and information."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from medreview.domain.cooperation import Cooperation, PlannedMeeting
from medreview.domain.meeting_plan import deadlines
from medreview.i18n import N_, current, tr
from medreview.tui.steps.warnings import findings_of
from medreview.tui.steps.words import names, row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Deed, Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Form(
            Cooperation,
            ("form", ("meetings", "interval"), ("called_by", "notice_weeks", "agenda_weeks")),
            lambda scope: scope.dossier.cooperation,
            names={"called_by": names},
        ),
        Panel(findings_of("cooperation")),
        Records(
            Listing(
                N_("Meetings next year"),
                rows=lambda scope: scope.dossier.planned_meetings,
                label=_meeting_row,
                new=lambda scope: PlannedMeeting(review_id=scope.dossier.review.id),
                add_label=N_("Date"),
                deeds=(Deed(N_("Propose dates"), "screen.propose_dates"),),
                empty=N_("No dates yet. “Propose dates” follows the interval and avoids holidays and weeks 29–30."),
            ),
            Form(PlannedMeeting, (("held_on", "starts", "ends"), ("place", "note")), lambda scope: scope.owner),
        ),
        Form(
            Cooperation,
            ("information_between", "information_staff", "working_groups", "composed", "composed_comment"),
            lambda scope: scope.dossier.cooperation,
        ),
    )


def _meeting_row(meeting: PlannedMeeting, scope: Scope) -> Content:
    words = current()
    if meeting.held_on is None:
        return row("", placeholder=tr("No date yet"))
    cooperation = scope.dossier.cooperation
    due = deadlines(meeting.held_on, cooperation.notice_weeks, cooperation.agenda_weeks)
    agenda = tr("agenda by {date}", date=words.short_date(due.agenda)) if due.agenda else ""
    start = tr("at {time}", time=words.time(meeting.starts)) if meeting.starts else ""
    before = " ".join(part for part in (words.date(meeting.held_on, weekday=True), start) if part)
    after = " · ".join(part for part in (meeting.place, agenda) if part)
    return Content.assemble(row(before), (f"  {after}", "$muted"))
