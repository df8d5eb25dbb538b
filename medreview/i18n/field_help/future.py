"""The fields of goals, the coming year's cooperation, decisions and closing."""

from typing import Final

from medreview.i18n.field_help.entry import FieldHelp
from medreview.i18n.terms import N_

GOAL: Final = {
    "Goal.text": FieldHelp(
        N_("What will be different a year from now, so that everybody understands it the same way."),
        N_("At most 5.0 % sickness absence in 2027."),
        N_("We will focus more on well-being."),
        ("L4", "AA-4d"),
    ),
    "Goal.kind": FieldHelp(
        N_("For the work environment itself, or for how you cooperate. The law asks for goals for the cooperation."),
        duties=("L4",),
    ),
    "Goal.focus_area_id": FieldHelp(
        N_("The focus area the goal belongs to. A goal of your own without one is possible, and the minutes show it."),
        duties=("AA-4d",),
    ),
    "Goal.baseline": FieldHelp(
        N_("Where you stand today, as a number. Leave it empty for a goal without figures."), N_("5.8 with unit %")
    ),
    "Goal.baseline_year": FieldHelp(N_("The year the baseline was measured."), N_("2025")),
    "Goal.target": FieldHelp(
        N_("The number you want to reach. Small workplaces swing a lot: choose a figure that one person cannot tip."),
        N_("5.0"),
    ),
    "Goal.unit": FieldHelp(N_("What is counted."), N_("%, days per post, accidents, points")),
    "Goal.criterion": FieldHelp(
        N_("How you will see next year whether the goal is met, above all where there is no figure."),
        N_("All five teams have a buddy scheme, and new colleagues say in their three-month talk that they used it."),
        N_("When it goes better."),
        ("L4",),
    ),
    "Goal.methods": FieldHelp(
        N_("The way of working towards the goal, in one or two sentences."),
        N_("We use the same talk about absence in every team and follow the figures at each meeting."),
        duties=("AA-6a",),
        weak=N_("We will do our best."),
    ),
    "Goal.responsible": FieldHelp(
        N_("One person or group who sees to it that it happens. This is where most plans are thin."),
        N_("Mette Holm, health and safety representative"),
        N_("Everybody"),
    ),
    "Goal.runs_until": FieldHelp(N_("When the goal should be met. It may run over two years."), N_("31 December 2027")),
    "Activity.what": FieldHelp(
        N_("One thing that will be done, so concrete that one can see whether it was."),
        N_("Measure the noise in the dining room in February and June."),
        N_("Work with noise."),
        ("AA-6a",),
    ),
    "Activity.responsible": FieldHelp(N_("The one who does it or gets it done."), N_("The safety group")),
    "Activity.resources": FieldHelp(
        N_("The time and means it takes; agreed now, it is not missing later."), N_("20 hours, 15,000 kr.")
    ),
}

COMING_YEAR: Final = {
    "Content.works_well": FieldHelp(
        N_("What should be kept, and why it works."),
        N_("The short morning meeting; all teams keep to it."),
        weak=N_("Most of it."),
    ),
    "Content.problems": FieldHelp(
        N_("What presses right now and must be seen in the plan. Patterns, never individual cases."),
        N_("Noise, and many new colleagues in the evening."),
        weak=N_("Anna has been ill since May."),
    ),
    "Content.plan": FieldHelp(
        N_("The themes the committee will work with next year, in the order that matters."),
        N_("First quarter: noise and rebuilding. Spring: well-being survey. Autumn: violence and threats."),
        N_("As usual."),
        ("L1", "AA-4b"),
    ),
    "FocusArea.title": FieldHelp(
        N_("What the level above has announced, or a theme of your own."), N_("Psychosocial work environment")
    ),
    "FocusArea.source": FieldHelp(N_("Who announced it."), N_("Hoved-MED, strategy plan 2026–2028")),
    "Cooperation.form": FieldHelp(
        N_("How you cooperate: who meets, how matters are prepared and decided, what is dealt with between meetings."),
        N_("Joint MED committee; the chair and vice chair prepare the agenda; urgent matters within a week by mail."),
        N_("By the agreement."),
        ("L2", "AA-4c"),
    ),
    "Cooperation.interval": FieldHelp(N_("The law asks for meeting intervals to be decided."), duties=("L2", "AA-4c")),
    "Cooperation.notice_weeks": FieldHelp(N_("How long before the meeting it is called."), N_("4")),
    "Cooperation.agenda_weeks": FieldHelp(N_("How long before the meeting the agenda is out."), N_("2")),
    "Cooperation.information_between": FieldHelp(
        N_("How the members keep each other informed between the meetings."),
        N_("A note to all members after each round."),
        weak=N_("When needed."),
    ),
    "Cooperation.information_staff": FieldHelp(
        N_("How everybody at the workplace learns what the committee works on."),
        N_("Five lines on the notice board and at the team meetings in the week after."),
        weak=N_("The minutes can be read by everybody."),
    ),
    "Cooperation.composed": FieldHelp(
        N_("Does the organisation still fit: groups, levels, who represents whom? A merger or a new house changes it."),
    ),
    "Expertise.present": FieldHelp(
        N_("Does the committee have the expertise that the work environment here needs, or know where to get it?"),
        duties=("L5",),
    ),
    "Expertise.missing": FieldHelp(
        N_("What is missing, and how you get it: a course, a consultant, a colleague from another place."),
        N_("Knowledge of ergonomics when moving residents: the consultant comes in March."),
        N_("We could always know more."),
        ("L5",),
    ),
    "Expertise.plan": FieldHelp(
        N_("Optional: since 2024 the law no longer asks for a competence development plan."),
        good=N_("A course in conflict handling for two members in spring; ergonomics when moving residents in autumn."),
        weak=N_("Courses when needed."),
    ),
    "Training.offered": FieldHelp(
        N_("Days of supplementary training offered: 2 in the first year of the function, 1.5 in each year after it."),
        duties=("L5",),
    ),
}

DECIDED: Final = {
    "Decision.discussion": FieldHelp(
        N_(
            "What was said, kept apart from what was decided. It is in the minutes only if you choose so at export. "
            "Principles, never individual cases."
        ),
        good=N_("The employee side asked for dates before the summer; management wants to see the budget first."),
        weak=N_("Bo was against it, Karen got angry."),
    ),
    "Decision.text": FieldHelp(
        N_("What was decided, in a sentence that somebody who was not there understands."),
        N_("The committee decided on four meetings a year, the first on 9 February."),
        N_("Agreed."),
    ),
    "Decision.result": FieldHelp(
        N_("The verb of the minutes. “Noted” is for information, “discussed” where nothing was decided.")
    ),
    "Action.what": FieldHelp(
        N_("What somebody will do. It follows into next year until it is done or dropped."),
        N_("Order the noise measurement for the dining room."),
        N_("Noise."),
    ),
    "Action.responsible": FieldHelp(N_("One name; a group needs somebody who calls it."), N_("Lars Lind"), N_("All")),
    "Action.due": FieldHelp(N_("By when. The home screen reminds you 30 days before."), N_("30 November")),
    "Disagreement.topic": FieldHelp(
        N_("What the sides disagreed on. The matter, not the persons."), N_("How far ahead the roster is published")
    ),
    "Disagreement.management_view": FieldHelp(
        N_("What the management side meant, so that it recognises itself."),
        N_("Eight weeks are needed to plan holidays."),
        weak=N_("They do not want to plan."),
    ),
    "Disagreement.employee_view": FieldHelp(
        N_("What the employee side meant, so that it recognises itself."),
        N_("Twelve weeks make family life possible."),
        weak=N_("They only complain."),
    ),
    "Disagreement.management_decision": FieldHelp(
        N_("Management decides after the discussion. Write what it decided."),
        N_("The roster is published eight weeks ahead; this is looked at again in June."),
        weak=N_("As before."),
    ),
    "Disagreement.decided_on": FieldHelp(
        N_("From this day the committee is owed reasons within three weeks if its advice was not followed."),
        duties=("L7",),
    ),
    "Disagreement.reasons_given_on": FieldHelp(
        N_("The day the employer gave the committee the reasons."), duties=("L7",)
    ),
    "Disagreement.reasons": FieldHelp(
        N_("Why the committee's advice was not followed, as the employer gave it. A letter can be named instead."),
        N_("Twelve weeks ahead we do not know the absence yet; eight weeks can be kept."),
        N_("It was not possible."),
        duties=("L7",),
    ),
    "RaisedMatter.matter": FieldHelp(
        N_("What cannot be solved here and goes to the committee above, with what you ask of it."),
        N_("The municipality's chemical register is out of date: we ask the main committee for a common solution."),
        weak=N_("Chemicals."),
    ),
    "Closing.communication": FieldHelp(
        N_("Who is told what after the meeting, by whom and how."),
        N_("The chair writes five lines to all staff on Friday; the minutes lie in the team folder."),
        weak=N_("Everybody is informed."),
    ),
    "Closing.how_we_cooperate": FieldHelp(
        N_("One or two sentences that everybody leaves with."),
        N_("Four meetings, agenda two weeks ahead."),
        duties=("L6",),
        weak=N_("As we are used to."),
    ),
    "Closing.what_was_decided": FieldHelp(
        N_("The most important decisions in short."),
        N_("Three goals, four meetings, one working group."),
        duties=("L6",),
        weak=N_("See above."),
    ),
    "Closing.how_followed_up": FieldHelp(
        N_("When and where you look at it again."),
        N_("The actions are the first item of every meeting."),
        duties=("L6",),
        weak=N_("Along the way."),
    ),
    "Closing.where_found": FieldHelp(
        N_("Where participants and staff find information, proposals and decisions again."),
        N_("In the folder MED 2026 on the shared drive."),
        weak=N_("On the network."),
    ),
    "Closing.how_judged": FieldHelp(
        N_("How you will be able to judge next year whether the goals are met."),
        N_("Absence from the HR accounts in October, noise by measurement in June."),
        N_("We will see."),
        ("L3",),
    ),
    "StepNote.nothing_to_note": FieldHelp(
        N_("Says that you talked about this and have nothing to write. The minutes then say so too."),
    ),
    "StepNote.note": FieldHelp(
        N_("What else was said in this step; the minutes show it as discussion. Principles, never individual cases."),
        good=N_("The figures of the day centre come in January; we look at them at the first meeting."),
        weak=N_("Remember Anna's matter."),
    ),
}
