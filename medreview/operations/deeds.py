"""What the steps of the journal are called that are known by a name better than by a list of differences."""

from typing import Final

from medreview.i18n import N_

DEEDS: Final = {
    "start_review": N_("the start of a year"),
    "discard": N_("the deletion of a year"),
    "import": N_("the import of a review"),
    "create_committee": N_("the new committee"),
    "begin": N_("the begin of the meeting"),
    "all_present": N_("everybody noted as present"),
    "clock": N_("the clock of the meeting"),
    "plan_meetings": N_("the proposed dates"),
    "copy_goal": N_("the goal set again"),
    "reorder": N_("the new order"),
    "approve": N_("the approval"),
    "withdraw": N_("the withdrawal of the approval"),
    "addendum": N_("the addendum"),
    "erase": N_("the deletion for good"),
    "start_wheel": N_("the annual wheel from the template"),
    "migrate": N_("the archive taken over by a newer version of medreview"),
    "rescue": N_("the rescue of a damaged archive"),
    "example": N_("the example as it begins"),
    "restore": N_("the restored backup"),
}
"""The names, by what `Archive.transaction` was told."""

NEW_ENTRIES: Final = {
    "agenda_item": N_("the new agenda item"),
    "guest": N_("the new guest"),
    "timed_line": N_("the new line on who came late or left early"),
    "time_span": N_("the new time"),
    "focus_area": N_("the new focus area"),
    "planned_meeting": N_("the new planned meeting"),
    "activity": N_("the new activity"),
    "figure": N_("the new year of a key figure"),
    "decision": N_("the new decision"),
    "action": N_("the new action"),
    "disagreement": N_("the new disagreement"),
    "raised_matter": N_("the new matter for the level above"),
}
"""What adding an entry is called in which nothing is written yet, so that there is no difference to tell; by table."""

EMPTIED: Final = N_("the removal of an entry in which nothing was written")
