"""Help on what follows from a meeting: where it stands, how it goes, and the dates of approval."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

OUTCOME: Final = {
    "Decision.agenda_item_id": FieldHelp(N_("The item under which it stands in the minutes.")),
    "Action.agenda_item_id": FieldHelp(N_("The item under which it stands in the minutes.")),
    "Action.status": FieldHelp(N_("Open and started actions follow into next year; done and dropped ones stay here.")),
    "Disagreement.advice_followed": FieldHelp(
        N_("Where the advice of the committee was not followed, management gives its reasons within three weeks."),
        duties=("L7",),
    ),
    "Disagreement.agenda_item_id": FieldHelp(N_("The item under which it stands in the minutes.")),
    "RaisedMatter.raised_to": FieldHelp(N_("The committee or person above who can solve it."), N_("Hoved-MED")),
    "Review.approved_on": FieldHelp(
        N_("The day of the approval, often that of the next meeting."), N_("1 December 2026"), duties=("L6",)
    ),
    "Version.withdrawn_on": FieldHelp(N_("The day the approval is withdrawn."), N_("today")),
    "Addendum.made_on": FieldHelp(N_("The day of the addendum."), N_("today")),
    "Addendum.by": FieldHelp(N_("Who makes it, with name and role."), N_("Karen Lund, chair")),
}
