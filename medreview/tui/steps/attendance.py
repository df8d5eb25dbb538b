"""Attendance: who is there, who sent an apology, who came instead, guests, late and early."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from textual.content import Content
from textual.widget import Widget

from medreview.domain.attendance import Attendance, Guest, Presence, TimedLine
from medreview.domain.committee import Member
from medreview.domain.review import AgendaItem, Meeting
from medreview.domain.timing import TimeSpan, in_time, length
from medreview.i18n import N_, current, tr
from medreview.tui.marks import marked
from medreview.tui.steps.preparation import meeting_row
from medreview.tui.steps.warnings import findings_of
from medreview.tui.steps.words import agenda_items, names, numbered_agenda, person, row
from medreview.tui.timing import clock_of, meeting_on
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Deed, Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

L = TypeVar("L", Guest, TimedLine, TimeSpan)

_BY_DIGIT = {1: Presence.PRESENT, 2: Presence.APOLOGY, 3: Presence.ABSENT, 0: Presence.UNKNOWN}


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Panel(findings_of("attendance")),
        Records(
            Listing(
                N_("At which date"),
                rows=lambda scope: scope.dossier.meetings,
                label=meeting_row,
                fixed=True,
                first=_newest_begun,
            ),
            Records(
                Listing(
                    N_("Members – keys: 1 present, 2 apology, 3 absent"),
                    rows=_attendance,
                    label=_attendance_row,
                    fixed=True,
                    quick=_presence_by_digit,
                    rushes=True,
                    deeds=(Deed(N_("All others present"), "screen.all_present"),),
                    empty=N_("The committee has no members yet. Add them under Members (Ctrl+P)."),
                ),
                Panel(_whose, classes="whose"),
                Form(Attendance, ("presence", "substitute"), lambda scope: scope.owner),
            ),
            Records(
                Listing(
                    N_("Guests"),
                    rows=lambda scope: _of_meeting(scope, scope.dossier.guests),
                    label=lambda guest, _scope: row(f"{guest.name} {guest.capacity}"),
                    new=lambda scope: Guest(meeting_id=_meeting(scope).id),
                    add_label=N_("Guest"),
                ),
                Form(
                    Guest,
                    (("name", "capacity"), "agenda_item_id"),
                    lambda scope: scope.owner,
                    options={"agenda_item_id": agenda_items},
                ),
            ),
            Records(
                Listing(
                    N_("Late and early"),
                    rows=lambda scope: _of_meeting(scope, scope.dossier.timed_lines),
                    label=_timed_row,
                    new=movement,
                    add_label=N_("Came late or left early"),
                ),
                Form(
                    TimedLine,
                    (("person", "at"), "movement", "agenda_item_id"),
                    lambda scope: scope.owner,
                    options={"agenda_item_id": agenda_items},
                    names={"person": names},
                ),
            ),
            Records(
                Listing(
                    N_("Times of the agenda items, and breaks"),
                    rows=lambda scope: in_time(_of_meeting(scope, scope.dossier.time_spans)),
                    label=_span_row,
                    new=lambda scope: TimeSpan(meeting_id=_meeting(scope).id),
                    add_label=N_("Time"),
                    empty=N_("No times yet: the clock runs while the meeting is in session."),
                ),
                Form(
                    TimeSpan,
                    (("starts", "ends"), "agenda_item_id"),
                    lambda scope: scope.owner,
                    options={"agenda_item_id": agenda_items},
                ),
            ),
        ),
    )


def _meeting(scope: Scope) -> Meeting:
    return scope.owner if isinstance(scope.owner, Meeting) else scope.dossier.meetings[0]


def _newest_begun(scope: Scope) -> int:
    """Return the place of the last date that is not after today: a meeting may go on a week later."""
    begun = [place for place, one in enumerate(scope.dossier.meetings) if one.held_on and one.held_on <= date.today()]
    return begun[-1] if begun else 0


def _of_meeting(scope: Scope, lines: Sequence[L]) -> list[L]:
    return [line for line in lines if line.meeting_id == _meeting(scope).id]


def _attendance(scope: Scope) -> list[Attendance]:
    """Whoever sits at the table; a vacant seat is neither present nor absent."""
    listed = scope.dossier.attendance_at(_meeting(scope))
    return [attendance for member, attendance in listed if not member.vacant]


def _whose(scope: Scope) -> Content:
    """Whom the fields below are about: on a small screen the list above has scrolled away."""
    member = scope.dossier.find(Member, scope.owner.member_id) if isinstance(scope.owner, Attendance) else None
    return Content.styled(person(member), "bold") if member else Content("")


def _attendance_row(attendance: Attendance, scope: Scope) -> Content:
    member = scope.dossier.find(Member, attendance.member_id)
    substitute = tr("{name} comes instead", name=attendance.substitute) if attendance.substitute else ""
    after = Content.styled(f"  {substitute}", "$muted")
    return Content.assemble(marked(attendance.presence), f"  {person(member) if member else ''}", after)


def _presence_by_digit(digit: int) -> dict[str, object] | None:
    presence = _BY_DIGIT.get(digit)
    return None if presence is None else {"presence": presence}


def movement(scope: Scope) -> TimedLine:
    """Return a new line; while the meeting is held, with the time and the item that is on now."""
    meeting, running = _meeting(scope), clock_of(scope.dossier)
    if running is None or meeting_on(scope.dossier) != meeting:
        return TimedLine(meeting_id=meeting.id)
    item = running.item.id if running.item else None
    at = running.now.replace(second=0, microsecond=0)
    return TimedLine(meeting_id=meeting.id, at=at, agenda_item_id=item)


def _timed_row(line: TimedLine, scope: Scope) -> Content:
    """The time, who, came or left, and during which item."""
    agenda = numbered_agenda(scope.dossier.agenda)
    number = next((number for number, item in agenda if item.id == line.agenda_item_id), 0)
    during = tr("item {number}", number=number) if number else ""
    text = row(f"{current().time(line.at)} {line.person} {current().term(line.movement)}")
    return Content.assemble(text, (f"  {during}", "$muted"))


def _span_row(span: TimeSpan, scope: Scope) -> Content:
    """Hours, which item or a break, and the minutes; what still goes on has no minutes yet."""
    words = current()
    hours = "–".join(words.time(moment) for moment in (span.starts, span.ends) if moment)
    number = next(
        (number for number, item in numbered_agenda(scope.dossier.agenda) if item.id == span.agenda_item_id), 0
    )
    item = scope.dossier.find(AgendaItem, span.agenda_item_id) if span.agenda_item_id else None
    what = f"{number} {item.title}" if item else tr("Break")
    minutes = tr("{count} min", count=length(span)) if span.ends else tr("goes on") if span.starts else ""
    return Content.assemble(row(f"{hours} {what}".strip()), (f"  {minutes}", "$muted"))
