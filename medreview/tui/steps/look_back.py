"""Look back: last year's goals one at a time, then how the cooperation itself went."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from medreview.domain.cooperation import Cooperation, FocusArea
from medreview.domain.figures import Progress
from medreview.domain.follow_up import FollowUp
from medreview.domain.following import looked_back
from medreview.domain.goal import Activity, Evaluation, Goal, Outcome
from medreview.domain.review import State
from medreview.i18n import N_, current, tr
from medreview.minutes import arithmetic
from medreview.tui.marks import marked
from medreview.tui.steps.followed import noted
from medreview.tui.steps.words import carried, row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records

OUTCOMES: Final = (
    Outcome.NOT_ASSESSED,
    Outcome.MET,
    Outcome.MET_EARLY,
    Outcome.PARTLY,
    Outcome.NOT_MET,
    Outcome.TOO_EARLY,
    Outcome.DROPPED,
)


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Panel(no_goals),
        Records(
            Listing(
                N_("Last year's goals – keys: 1 met, 3 partly, 4 not met, F8 next"),
                rows=_in_goal_order,
                label=_goal_row,
                fixed=True,
                quick=_outcome_by_digit,
                empty=N_("No goals to judge."),
            ),
            Panel(_card),
            Form(Evaluation, ("outcome", "reached"), lambda scope: scope.owner),
            Panel(_arithmetic),
            Form(
                Evaluation,
                (
                    "done",
                    ("methods_judged", "activities_judged"),
                    "why",
                    "learned",
                    "continuation",
                    "reason",
                ),
                lambda scope: scope.owner,
            ),
        ),
        Panel(_followed_actions),
        Form(Cooperation, ("judged",), lambda scope: scope.dossier.cooperation),
    )


def _in_goal_order(scope: Scope) -> list[Evaluation]:
    judged = (scope.dossier.evaluation_of(goal) for goal in scope.dossier.last_goals)
    return [evaluation for evaluation in judged if evaluation is not None]


def _goal(scope: Scope) -> Goal | None:
    return scope.dossier.find(Goal, scope.owner.goal_id) if isinstance(scope.owner, Evaluation) else None


def _goal_row(evaluation: Evaluation, scope: Scope) -> Content:
    goal = scope.dossier.find(Goal, evaluation.goal_id)
    return Content("  ").join([marked(evaluation.outcome), row(goal.text if goal else "")])


def _outcome_by_digit(digit: int) -> dict[str, object] | None:
    return {"outcome": OUTCOMES[digit]} if 0 <= digit < len(OUTCOMES) else None


def _card(scope: Scope) -> Content:
    """The goal as it was set: figures, criterion, who, when, activities."""
    goal = _goal(scope)
    if goal is None:
        return Content("")
    words = current()
    lines = [Content.styled(goal.text, "bold")]
    figures = [
        f"{words.field('Goal', name)} {words.number(value)} {goal.unit}".rstrip() + (f" ({year})" if year else "")
        for name, value, year in (("baseline", goal.baseline, goal.baseline_year), ("target", goal.target, None))
        if value is not None
    ]
    area = scope.dossier.find(FocusArea, goal.focus_area_id) if goal.focus_area_id else None
    facts = [*figures, goal.responsible, words.date(goal.runs_until), area.title if area else "", carried(goal, scope)]
    lines.append(Content.styled(" · ".join(fact for fact in facts if fact), "$muted"))
    lines += [Content(f"{words.field('Goal', name)}: {text}") for name, text in _long(goal) if text.strip()]
    lines += [_activity(activity) for activity in scope.dossier.activities_of(goal) if activity.what.strip()]
    lines += _noted(looked_back(scope.dossier, goal))
    return Content("\n").join(line for line in lines if line)


def _noted(notes: Sequence[FollowUp]) -> list[Content]:
    """What was noted between the meetings, oldest first."""
    return [Content.styled(tr("Noted between the meetings"), "$muted"), *map(noted, notes)] if notes else []


def _followed_actions(scope: Scope) -> Content:
    """Last year's actions that were followed up, as they are going now."""
    lines = []
    for action in scope.dossier.actions:
        if notes := looked_back(scope.dossier, action):
            lines += [row(action.what, marked(action.status)), *(Content.assemble("  ", noted(one)) for one in notes)]
    title = Content.styled(tr("Last year's actions, as noted between the meetings"), "bold $accent")
    return Content("\n").join([title, *lines]) if lines else Content("")


def _activity(activity: Activity) -> Content:
    after = " · ".join(part for part in (activity.responsible, current().short_date(activity.deadline)) if part)
    return Content.assemble(f"• {activity.what}", (f"  {after}", "$muted"))


def _long(goal: Goal) -> list[tuple[str, str]]:
    return [("criterion", goal.criterion), ("methods", goal.methods)]


def _arithmetic(scope: Scope) -> Content:
    goal = _goal(scope)
    if goal is None or not isinstance(scope.owner, Evaluation):
        return Content("")
    progress = Progress(goal.baseline, goal.target, scope.owner.reached)
    return Content.styled(arithmetic.progress(current(), progress, goal.unit), "$accent")


def no_goals(scope: Scope) -> Content:
    """Say that the first review has no goals to judge, and what becomes of those from before; else nothing."""
    review = scope.dossier.review
    if review.previous_year is not None:
        return Content("")
    lawful = Content(tr("This is the committee's first review here: no goals of last year to judge. That is lawful."))
    advice = Content(_on_earlier_goals(review.state, review.year))
    return lawful if review.state is State.APPROVED else Content("\n").join([lawful, advice])


def _on_earlier_goals(state: State, year: int) -> str:
    if state is not State.PREPARING:
        return tr("Did you have goals last year? Write below what came of each of them.")
    return tr(
        "Did you have goals last year? Delete this year (Ctrl+P), start {last} and write them under Goals; then start "
        "{year} again.",
        last=year - 1,
        year=year,
    )
