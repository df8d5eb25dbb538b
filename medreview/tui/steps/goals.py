"""Goals: one at a time, with advice on its quality and with its activities."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from medreview.domain.dossier import Dossier
from medreview.domain.findings import has_passed
from medreview.domain.goal import Activity, Goal
from medreview.domain.quality import hints
from medreview.i18n import N_, current, tr
from medreview.tui.steps.words import carried, focus_areas, names, row
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.listing import Deed, Listing
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.records import Records


def parts() -> Sequence[Widget]:
    """Return the parts of the step."""
    return (
        Records(
            Listing(
                N_("Goals for the coming year"),
                rows=lambda scope: scope.dossier.open_goals,
                label=_goal_row,
                new=lambda scope: Goal(committee_id=scope.dossier.committee.id, year=scope.dossier.review.year),
                movable=True,
                add_label=N_("Goal"),
                deeds=(
                    Deed(N_("Copy from last year"), "screen.copy_goal", lambda scope: bool(scope.dossier.last_goals)),
                ),
            ),
            Form(Goal, ("text",), lambda scope: scope.owner),
            Panel(_hints),
            Form(
                Goal,
                (
                    "kind",
                    "focus_area_id",
                    ("baseline", "baseline_year", "target", "unit"),
                    "criterion",
                    "methods",
                    ("responsible", "runs_until"),
                ),
                lambda scope: scope.owner,
                options={"focus_area_id": focus_areas},
                names={"responsible": names},
            ),
            Records(
                Listing(
                    N_("Activities"),
                    rows=lambda scope: scope.dossier.activities_of(_goal(scope)),
                    label=_activity_row,
                    new=lambda scope: Activity(goal_id=_goal(scope).id),
                    movable=True,
                    add_label=N_("Activity"),
                ),
                Form(
                    Activity,
                    ("what", ("responsible", "deadline", "resources")),
                    lambda scope: scope.owner,
                    names={"responsible": names},
                ),
            ),
        ),
    )


def _goal(scope: Scope) -> Goal:
    if not isinstance(scope.owner, Goal):
        raise TypeError(scope.owner)
    return scope.owner


def _goal_row(goal: Goal, scope: Scope) -> Content:
    number = f"{scope.dossier.open_goals.index(goal) + 1:>2}"
    late = [Content.styled(f"! {tr('deadline passed')}", "$warn")] if has_passed(scope.dossier, goal) else []
    return Content.assemble(row(goal.text, number, *late), (f"  {carried(goal, scope)}", "$muted"))


def _hints(scope: Scope) -> Content:
    """What would make the goal better, in words; advice only."""
    missing = list(_advice(scope.dossier, _goal(scope)))
    if not missing:
        return Content.styled(f"√ {tr('A clear goal: it can be followed up next year.')}", "$good")
    return Content("\n").join(Content.styled(f"→ {sentence}", "$warn") for sentence in missing)


def _advice(dossier: Dossier, goal: Goal) -> Iterator[str]:
    words, is_late = current(), has_passed(dossier, goal)
    for hint in hints(goal, dossier.activities_of(goal), bool(dossier.focus_areas)):
        if hint.code == "deadline" and is_late:
            yield tr("The deadline, {date}, has passed; set a new one.", date=words.date(goal.runs_until))
        elif not hint.satisfied:
            yield words.hint(hint.code)


def _activity_row(activity: Activity, _scope: Scope) -> Content:
    after = " · ".join(part for part in (activity.responsible, current().short_date(activity.deadline)) if part)
    return Content.assemble(row(activity.what, "•"), (f"  {after}", "$muted"))
