"""What belongs into a field, with a good and a weak example: what F1 shows; the texts are translated when shown.

The keys are those of `terms.FIELDS`; every field that can be written in has one. The duties are told by the template.
"""

from typing import Final

from medreview.i18n.field_help.after import APPROVAL
from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.field_help.future import COMING_YEAR, DECIDED, GOAL
from medreview.i18n.field_help.meeting import MEETING
from medreview.i18n.field_help.numbers import NUMBERS
from medreview.i18n.field_help.outcome import OUTCOME
from medreview.i18n.field_help.past import BEFORE, LOOK_BACK, STATUS
from medreview.i18n.field_help.people import PEOPLE
from medreview.i18n.field_help.year import YEAR

__all__ = ["FIELD_HELP", "FieldHelp"]

FIELD_HELP: Final = {
    **PEOPLE,
    **BEFORE,
    **MEETING,
    **LOOK_BACK,
    **STATUS,
    **NUMBERS,
    **GOAL,
    **COMING_YEAR,
    **YEAR,
    **DECIDED,
    **OUTCOME,
    **APPROVAL,
}
"""The help by entity and field, for example of `Goal.text`."""
