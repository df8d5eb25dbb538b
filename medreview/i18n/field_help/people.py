"""Help on the committee and its members."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

PEOPLE: Final = {
    "Committee.municipality": FieldHelp(N_("The municipality as it is called in documents."), N_("Eksempel Kommune")),
    "Committee.level_name": FieldHelp(N_("What your MED agreement calls this level."), N_("Lokal-MED")),
    "Committee.parent_name": FieldHelp(
        N_("The committee to which you raise what you cannot solve."), N_("Område-MED Ældre")
    ),
    "Committee.size_class": FieldHelp(N_("How many are employed where you are; duties follow from it.")),
    "Committee.management_side": FieldHelp(N_("What you call the side of the managers."), N_("Management")),
    "Committee.employee_side": FieldHelp(N_("What you call the side of the employees."), N_("The employees")),
    "Committee.language": FieldHelp(
        N_("The language in which documents are proposed; each can be written in another one.")
    ),
    "Member.name": FieldHelp(N_("First and last name, as it should stand in the minutes."), N_("Mette Holm")),
    "Member.role": FieldHelp(
        N_("As what the member has the seat: manager, safety representative (AMR), shop steward (TR) …")
    ),
    "Member.side": FieldHelp(
        N_("Management or employees. Both sides must be there for the discussion."), duties=("L6",)
    ),
    "Member.vacant": FieldHelp(N_("A seat nobody holds just now; it is neither present nor absent.")),
    "Member.mandatory_training_on": FieldHelp(
        N_("The day the member completed the mandatory working environment training."),
        N_("12 April 2026"),
        duties=("L5",),
    ),
}
