"""What belongs into a field, with a good and a weak example: what F1 shows; the texts are translated when shown.

The keys are those of `terms.FIELDS`; a field that explains itself has no entry. The duties are told by the template.
"""

from typing import Final

from medreview.i18n.field_help.after import APPROVAL
from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.field_help.future import COMING_YEAR, DECIDED, GOAL
from medreview.i18n.field_help.past import BEFORE, LOOK_BACK, STATUS

__all__ = ["FIELD_HELP", "FieldHelp"]

FIELD_HELP: Final = {**BEFORE, **LOOK_BACK, **STATUS, **GOAL, **COMING_YEAR, **DECIDED, **APPROVAL}
"""The help by entity and field, for example of `Goal.text`."""
