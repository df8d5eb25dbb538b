"""Help on the fields of approval, of what comes after it, and of the annual wheel."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

APPROVAL: Final = {
    "Review.approved_by": FieldHelp(
        N_("Who approves the minutes, with name and role, one on each line: usually the chair and the vice chair."),
        N_("Karen Lund, chair"),
        duties=("L6",),
        weak=N_("Everybody"),
    ),
    "Review.amendments": FieldHelp(
        N_("What was changed when the minutes were approved; change the text of the step as well."),
        N_("Item 4: the deadline is 1 June, not 1 May."),
        weak=N_("A few corrections."),
    ),
    "WheelMatter.text": FieldHelp(
        N_("What the committee takes up in those months every year."),
        N_("Absence statistics for the last quarter."),
        N_("Follow-up."),
    ),
    "WheelMatter.months": FieldHelp(
        N_("In which months it is taken up. The space bar ticks a month and takes the tick away again.")
    ),
    "WheelMatter.fixed": FieldHelp(
        N_("Whether all committees take it up, as the main committee has announced; otherwise it is your own.")
    ),
    "FollowUp.course": FieldHelp(
        N_("How it is going today. The newest status shows on home; what is done is no longer due."),
    ),
    "FollowUp.line": FieldHelp(
        N_("What happened since last time, or what is in the way. Next year's look back shows it."),
        N_("Two of three teams have held the talks; the last one waits for its new leader."),
        N_("Going fine."),
    ),
    "FollowUp.noted_on": FieldHelp(
        N_(
            "The day it is about: today, unless you write another one. "
            "There is one note a day for each goal and action."
        ),
    ),
    "Version.reason": FieldHelp(
        N_("Why the approval is withdrawn. It stays in the history, beside the version it is about."),
        N_("A decision was missing under item 4."),
        N_("Error."),
    ),
    "Addendum.reason": FieldHelp(
        N_("What was wrong or missing in the minutes."),
        N_("The figure for absence under item 3 was that of the year before."),
        N_("Error."),
    ),
    "Addendum.text": FieldHelp(
        N_("The addition or correction itself, so that it can be understood on its own."),
        N_("Item 3: sickness absence was 4.9 % in 2026, not 5.9 %."),
        N_("Wrong figure, see the chair."),
    ),
}
