"""Preparation: when and where, who leads and writes, the agenda, how the employees were heard."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from medreview.domain import timing
from medreview.domain.findings import meets_in_another_year
from medreview.domain.review import AgendaItem, Meeting, Preparation
from medreview.i18n import N_, current, ntr, tr
from medreview.tui.steps.words import names, position, row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Deed, Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

_MINUTES: Final = 8
"""Cells for the minutes of an agenda item, as in "120 min."."""


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Records(
            Listing(
                N_("Dates"),
                rows=lambda scope: scope.dossier.meetings,
                label=meeting_row,
                new=lambda scope: Meeting(review_id=scope.dossier.review.id),
                add_label=N_("Another date"),
            ),
            Form(Meeting, (("held_on", "starts", "ends"), "place"), lambda scope: scope.owner),
            Panel(year_of_date),
        ),
        Form(
            Preparation,
            (("leader", "minute_taker", "case_number"), "heard"),
            lambda scope: scope.dossier.preparation,
            names={"leader": names, "minute_taker": names},
        ),
        Records(
            Listing(
                N_("Agenda"),
                rows=lambda scope: scope.dossier.agenda,
                label=_item_row,
                new=lambda scope: AgendaItem(review_id=scope.dossier.review.id),
                movable=True,
                add_label=N_("Agenda item"),
                deeds=(Deed(N_("Correct last year's minutes"), "screen.correct_last_year", _has_last_year),),
            ),
            Form(
                AgendaItem,
                ("title", "type", ("minutes", "case_number"), "closed", "presentation", "recommendation", "annexes"),
                lambda scope: scope.owner,
            ),
        ),
        Panel(minutes_in_all),
        Button(Content(tr("Begin the meeting")), action="screen.begin", classes="main", compact=True),
    )


def year_of_date(scope: Scope) -> Content:
    """Say that a date is hardly one of this review; else nothing."""
    meeting, review = scope.owner, scope.dossier.review
    if not isinstance(meeting, Meeting) or not meets_in_another_year(review, meeting):
        return Content("")
    words = current()
    said = words.finding("another_year", date=meeting.held_on, year=review.year)
    return Content.styled(f"! {said}", "$warn")


def meeting_row(meeting: Meeting, _scope: Scope) -> Content:
    """Return a meeting date as a row: day, time, place."""
    words = current()
    hours = "–".join(words.time(moment) for moment in (meeting.starts, meeting.ends) if moment)
    text = " · ".join(part for part in (words.date(meeting.held_on, weekday=True), hours, meeting.place) if part)
    return row(text, placeholder=tr("No date yet"))


def _item_row(item: AgendaItem, scope: Scope) -> Content:
    """The minutes stand below each other before the title, which is cut where there is no room for all."""
    minutes = tr("{count} min", count=item.minutes) if item.minutes is not None else ""
    planned = Content.styled(minutes.rjust(_MINUTES), "$muted")
    kind = current().term(item.type)
    return Content.assemble(row(item.title, position(scope, "agenda", item), planned), (f"  {kind}", "$muted"))


def _has_last_year(scope: Scope) -> bool:
    return scope.dossier.review.previous_year is not None


def minutes_in_all(scope: Scope) -> Content:
    """The planned minutes of all items, and how many of them the meeting has no time for."""
    minutes = timing.planned(scope.dossier.agenda)
    told = Content(ntr("Planned: {count} minute in all.", "Planned: {count} minutes in all.", minutes))
    lasts = timing.lasting(scope.dossier.meetings)
    over = minutes - lasts
    if not lasts or over <= 0:
        return told
    more = ntr("{count} minute more than the meeting lasts.", "{count} minutes more than the meeting lasts.", over)
    return told + Content.styled(f" ! {more}", "$warn")
