"""The fields of committee, preparation, looking back and status."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

BEFORE: Final = {
    "Committee.name": FieldHelp(
        N_(
            "The committee's own full name, as it stands on the minutes. Names of levels differ between municipalities."
        ),
        N_("Lokal-MED Solgården"),
        N_("HMU (it means different things in different places)"),
    ),
    "Committee.longest_interval": FieldHelp(
        N_("Only where a local rule says how often the committee must meet at least; quarterly is 3 months."),
    ),
    "Member.office": FieldHelp(
        N_("Chair and vice chair approve the minutes. The chair is normally the manager, the vice chair an employee."),
    ),
    "Member.joined": FieldHelp(
        N_("The day the member took the seat. From it follow the mandatory training and the days of training owed."),
        duties=("L5",),
    ),
    "Member.left": FieldHelp(
        N_("The last day in the committee. The member stays in old minutes and is no longer called to meetings."),
    ),
    "Preparation.heard": FieldHelp(
        N_(
            "How the employees could say their opinion before the meeting: who asked whom, when, and how many answered."
        ),
        N_("All teams answered three questions at their October meetings; 71 of 96 took part."),
        N_("The employees have been involved."),
    ),
    "AgendaItem.presentation": FieldHelp(
        N_("What the committee needs to know before the meeting. Principles and patterns, never individual cases."),
        N_("Sickness absence is 5.2 %, half a point lower than last year. The figures for each team are in annex 1."),
        weak=N_("See annex."),
    ),
    "AgendaItem.recommendation": FieldHelp(
        N_("What the chair proposes that the committee decides or does."),
        N_("That the committee judges the three goals and decides which of them continue."),
        N_("For discussion."),
    ),
    "AgendaItem.closed": FieldHelp(N_("A closed item is only for the committee. The minutes say that it was closed.")),
}

LOOK_BACK: Final = {
    "Evaluation.outcome": FieldHelp(
        N_("Judge the goal as it was set. Not met is an honest answer and needs a reason; dropped does too."),
        duties=("L3", "AA-4a"),
    ),
    "Evaluation.reached": FieldHelp(
        N_("The figure as it is now. The difference to the baseline and the target is worked out below."), N_("5.2")
    ),
    "Evaluation.done": FieldHelp(
        N_("What you actually did, whether it was planned or not."),
        N_("Talks after the third absence in all teams; the course for new managers came first in August."),
        N_("We worked on it."),
        ("AA-6a",),
    ),
    "Evaluation.methods_judged": FieldHelp(
        N_("Was it the right way of working? Judge the method, not the people."),
        N_("The talks worked where the manager knew the team; in the night shift they came too late."),
        duties=("AA-6a",),
        weak=N_("They worked well."),
    ),
    "Evaluation.activities_judged": FieldHelp(
        N_("Which activities made a difference, and which would you leave out?"),
        N_("The noise measurement changed something at once; the poster did not."),
        duties=("AA-6a",),
        weak=N_("All were carried out."),
    ),
    "Evaluation.why": FieldHelp(
        N_("What helped or stood in the way. A reason is required where a goal is not met or dropped."),
        N_("Two managers left in spring, and the talks stopped for four months."),
        N_("Busy year."),
        ("L3",),
    ),
    "Evaluation.learned": FieldHelp(
        N_("What another workplace could use from this, also from what did not work."),
        N_("Agree on the talks with the shop steward before the first one is held."),
        weak=N_("Communication is important."),
    ),
    "Evaluation.continuation": FieldHelp(
        N_("Without a word the goal continues into the coming year. It ends only when you close it here."),
    ),
    "Evaluation.reason": FieldHelp(
        N_("Why the goal is changed. The old text stays visible in the goal's history."),
        N_("The new roster makes 5.0 % possible a year later than planned."),
        weak=N_("It was too hard."),
    ),
    "Cooperation.judged": FieldHelp(
        N_("How the committee itself worked together: meetings, preparation, tone, whether the employees were heard."),
        N_("Four meetings held as planned. The agenda came late twice; the AMR was asked too late about the roster."),
        N_("Fine."),
        ("L3",),
    ),
}

STATUS: Final = {
    "Indicator.name": FieldHelp(
        N_("A figure the committee follows from year to year. Under five persons a figure can expose somebody."),
        N_("Sickness absence; accidents with absence; staff turnover"),
        duties=("AA-6b",),
    ),
    "Indicator.is_absence": FieldHelp(
        N_("Shows days per full-time post beside the per cent, with 227 working days a year: 5.3 % is 12.0 days."),
    ),
    "Figure.pending": FieldHelp(N_("The figure is not out yet. The minutes say so, and you fill it in later.")),
    "Status.apv_raised": FieldHelp(
        N_(
            "Matters that the workplace assessment (APV) brought up. The APV itself stays in the municipality's portal."
        ),
        duties=("AA-11",),
    ),
    "Status.apv_solved": FieldHelp(N_("Solved at once, without an action plan."), duties=("AA-11",)),
    "Status.apv_open": FieldHelp(
        N_("Neither solved nor done: these need a responsible and a date."), duties=("AA-11",)
    ),
    "Status.apv_comment": FieldHelp(
        N_("What the assessment shows as a whole, and what still has to be done."),
        N_("Noise and lifting are the main themes. Two action plans wait for the rebuilding in spring."),
        N_("APV done."),
        ("AA-11",),
    ),
    "Status.guideline_adapted": FieldHelp(
        N_(
            "Is the central guideline on violence, bullying, threats and harassment adapted to your workplace and used?"
        ),
        duties=("AA-12",),
    ),
    "Status.guideline_effort": FieldHelp(
        N_("What you do to prevent it and to follow it up. Patterns, never the individual case."),
        N_("Every episode is registered the same day; the safety group looks for patterns once a quarter."),
        N_("There was an episode with a resident in room 12."),
        ("AA-12",),
    ),
    "Status.absence_prevention": FieldHelp(
        N_("What you do so that fewer become ill from work, and how absence is followed up."),
        N_("Talk after the third absence, coaching for two new managers, figures at every meeting."),
        N_("We follow the policy."),
        ("AA-13",),
    ),
}
