"""Help on the fields of a meeting: place and hours, its agenda, who came."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

MEETING: Final = {
    "Meeting.held_on": FieldHelp(
        N_("The day of the meeting. Without a year the next such day is meant."), N_("24 November")
    ),
    "Meeting.starts": FieldHelp(
        N_("When the meeting begins. The clock of the agenda starts from here."), N_("9 or 9:30")
    ),
    "Meeting.ends": FieldHelp(N_("When the meeting ends. Compare it with the sum of the planned minutes."), N_("12")),
    "Meeting.place": FieldHelp(N_("The room, so that everybody finds it."), N_("Meeting room 2, ground floor")),
    "Preparation.leader": FieldHelp(N_("Who leads the meeting; usually the chair."), N_("Karen Lund")),
    "Preparation.minute_taker": FieldHelp(
        N_("Who writes the minutes. Somebody without a seat has an easier time of it."), N_("Ida Friis, secretary")
    ),
    "Preparation.case_number": FieldHelp(
        N_("The number of the case in the municipality's filing system; it stands on every document."), N_("26/1234")
    ),
    "AgendaItem.title": FieldHelp(N_("What the item is about, in a few words."), N_("Sickness absence 2026")),
    "AgendaItem.type": FieldHelp(N_("Whether the committee is to decide, discuss or be informed.")),
    "AgendaItem.minutes": FieldHelp(
        N_("How long you want to spend on it. The clock of the meeting compares with this."), N_("15")
    ),
    "AgendaItem.case_number": FieldHelp(N_("Only where the item has a case of its own."), N_("26/1240")),
    "AgendaItem.annexes": FieldHelp(
        N_("What is sent with the agenda, with names by which everybody finds it."),
        N_("Annex 1: Absence by team, October 2026"),
        N_("Various"),
    ),
    "Attendance.presence": FieldHelp(
        N_("Who is there. An apology is given beforehand; without one the member is absent."), duties=("L6",)
    ),
    "Attendance.substitute": FieldHelp(N_("Who comes in the member's place."), N_("Lars Lind")),
    "Guest.name": FieldHelp(N_("Somebody who takes part without a seat."), N_("Lena Sand")),
    "Guest.capacity": FieldHelp(N_("As what the guest takes part."), N_("working environment consultant")),
    "Guest.agenda_item_id": FieldHelp(N_("The item the guest was there for; none: the whole meeting.")),
    "TimedLine.person": FieldHelp(
        N_("Whoever came late or left early, so that the minutes show who took part in what."), N_("Bo Ørsted")
    ),
    "TimedLine.at": FieldHelp(N_("When that was."), N_("9:40")),
    "TimedLine.movement": FieldHelp(N_("Whether the person came or left.")),
    "TimedLine.agenda_item_id": FieldHelp(
        N_("The item that was on, so that the minutes show who took part in what; the clock proposes it.")
    ),
    "TimeSpan.starts": FieldHelp(
        N_("When the item or break began. The clock writes this; put it right where somebody forgot the clock."),
        N_("9:05"),
    ),
    "TimeSpan.ends": FieldHelp(N_("When it ended; empty while it goes on."), N_("9:20")),
    "TimeSpan.agenda_item_id": FieldHelp(N_("The item that was on; none means a break.")),
}
