"""Help on key figures and the counts of the workplace assessment."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

NUMBERS: Final = {
    "Figure.year": FieldHelp(N_("The year the figure is for."), N_("2026")),
    "Figure.value": FieldHelp(
        N_("The figure alone; the unit stands above. The years side by side show the trend."),
        N_("5.2"),
        duties=("AA-6b",),
    ),
    "Indicator.unit": FieldHelp(N_("What is counted."), N_("%, days per post, accidents")),
    "Indicator.decimals": FieldHelp(N_("How many decimals the figures are shown with."), N_("1")),
    "Indicator.better": FieldHelp(
        N_("Whether less or more is better, so that the trend is judged the right way round.")
    ),
    "Indicator.note": FieldHelp(
        N_("Where the figure comes from, and what changed in how it is counted."),
        N_("From the HR accounts, January to October; the day centre is included from 2025."),
        N_("From HR."),
    ),
    "Status.apv_planned": FieldHelp(
        N_("Matters with an action plan that says who does what by when."), N_("4"), duties=("AA-11",)
    ),
    "Status.apv_done": FieldHelp(N_("Matters whose action plan has been carried out."), N_("3"), duties=("AA-11",)),
    "Status.guideline_on": FieldHelp(
        N_("When it was last adapted or looked through."), N_("1 March 2026"), duties=("AA-12",)
    ),
}
