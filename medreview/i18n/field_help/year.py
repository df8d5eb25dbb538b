"""Help on the smaller fields of the coming year: focus areas, dates, training."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

YEAR: Final = {
    "FocusArea.text": FieldHelp(
        N_("What it means for your workplace."),
        N_(
            "High emotional demands in dementia care: supervision every month, and time to talk after violent episodes."
        ),
        N_("Important for everybody."),
        duties=("AA-4b",),
    ),
    "FocusArea.own": FieldHelp(
        N_("Ticked for a theme the committee has chosen itself; otherwise it was announced from above.")
    ),
    "FocusArea.starts": FieldHelp(N_("From when it applies."), N_("1 January 2027")),
    "FocusArea.ends": FieldHelp(
        N_("Until when it applies; leave it empty where nothing is said."), N_("31 December 2028")
    ),
    "Cooperation.meetings": FieldHelp(N_("How many ordinary meetings you hold in a year."), N_("4"), duties=("L2",)),
    "Cooperation.called_by": FieldHelp(
        N_("Who sends the notice."), N_("The chair and vice chair together"), duties=("AA-4c",)
    ),
    "PlannedMeeting.held_on": FieldHelp(
        N_("The date. Public holidays and weeks 29 and 30 are never proposed."), N_("9 February 2027"), duties=("L2",)
    ),
    "PlannedMeeting.starts": FieldHelp(
        N_("When it begins; without a time it stands as a whole day in calendars."), N_("9")
    ),
    "PlannedMeeting.ends": FieldHelp(
        N_("When it ends; calendars keep the time free until then, and an hour where nothing is said."), N_("11")
    ),
    "PlannedMeeting.place": FieldHelp(N_("Where it is held."), N_("Meeting room 2")),
    "PlannedMeeting.note": FieldHelp(N_("What is special about this meeting."), N_("With the safety group")),
    "Cooperation.working_groups": FieldHelp(
        N_("Groups that prepare something for the committee: who, for what, until when."),
        N_("Noise group: Ida, Lars and the janitor; a proposal in March."),
        N_("As needed."),
    ),
    "Cooperation.composed_comment": FieldHelp(
        N_("What should change, and who takes it further."),
        N_("The night shift is not represented; the shop stewards find somebody before February."),
        N_("Fine."),
    ),
    "Activity.deadline": FieldHelp(N_("When it should be done."), N_("1 June 2027"), duties=("AA-6a",)),
    "Training.taken": FieldHelp(
        N_("Days of supplementary training the member has taken this year."), N_("1.5"), duties=("L5",)
    ),
    "Training.wish": FieldHelp(
        N_("What the member wants to learn, and what is planned."), N_("Course in conflict handling, in spring")
    ),
}
