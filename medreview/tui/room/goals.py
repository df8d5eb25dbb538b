"""Goals for the room: last year's one at a time to be judged, this year's beside last year's, and a goal's history."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from textual.content import Content

from medreview.domain.dossier import in_order
from medreview.domain.figures import Progress
from medreview.domain.following import looked_back
from medreview.domain.goal import Evaluation, Goal
from medreview.domain.history import readings
from medreview.domain.template import Step
from medreview.i18n import current, tr
from medreview.minutes import arithmetic
from medreview.minutes.document import with_colon
from medreview.operations.reviews import GoalYear
from medreview.tui.marks import marked
from medreview.tui.room.figures import Bar, Number
from medreview.tui.room.slide import Slide, asked, kicker, listed, question
from medreview.tui.steps.followed import noted
from medreview.tui.steps.words import carried
from medreview.tui.text import literal
from medreview.tui.widgets.part import Scope


def look_back(scope: Scope, step: Step) -> list[Slide]:
    """Return last year's goals one at a time, then the question how the cooperation itself went."""
    dossier = scope.dossier
    goals = in_order(dossier.last_goals)
    pairs = [(number, goal, dossier.evaluation_of(goal)) for number, goal in enumerate(goals, 1)]
    judged = [_judged(scope, number, goal, one) for number, goal, one in pairs if one is not None]
    return [*judged, question(step, len(step.prompts) - 1, dossier.cooperation, "judged")]


def goals(scope: Scope, step: Step) -> list[Slide]:
    """Return this year's goals one at a time, last year's beside each that is carried on; before there are any, ask."""
    own = [_set(scope, number, goal) for number, goal in enumerate(in_order(scope.dossier.open_goals), 1)]
    return own or [Slide(asked(step, number)) for number in range(len(step.prompts))]


def history(years: Sequence[GoalYear]) -> list[Slide]:
    """Return a goal's years, the newest first, each with the figures until then."""
    known = course(years)
    return [_year(year, [bar for bar in known if int(bar.label) <= year.goal.year]) for year in reversed(years)]


def course(years: Sequence[GoalYear]) -> list[Bar]:
    """Return the figures of a goal's history, each with what it is: the baseline, or what came of that year's goal."""
    unit = years[-1].goal
    baseline = current().field("Goal", "baseline")
    said = [(one, marked(one.of.judged.outcome).plain if one.of and one.of.judged else "") for one in readings(years)]
    return [
        Bar(str(one.year), one.value, f"{_amount(unit, one.value)}  {outcome if one.of else baseline}".rstrip())
        for one, outcome in said
    ]


def _judged(scope: Scope, number: int, goal: Goal, evaluation: Evaluation) -> Slide:
    words = current()
    progress = Progress(goal.baseline, goal.target, evaluation.reached)
    said = Content.styled(arithmetic.progress(words, progress, goal.unit), "$accent")
    return Slide(
        kicker(tr("Goal {number}", number=number), goal.text),
        listed([literal(carried(goal, scope), "$muted"), *_criterion(goal), said, *_newest(scope, goal)]),
        _numbers(goal, evaluation),
        entity=evaluation,
        layout=("reached", "why", "learned") if _has_figures(goal, evaluation) else ("why", "learned"),
    )


def _set(scope: Scope, number: int, goal: Goal) -> Slide:
    last = next((one for one in scope.dossier.last_goals if one.id == goal.predecessor_id), None)
    judged = scope.dossier.evaluation_of(last) if last else None
    activities = (Content(f"• {one.what.strip()}") for one in scope.dossier.activities_of(goal) if one.what.strip())
    return Slide(
        kicker(tr("Goal {number}", number=number), goal.text),
        listed([*_criterion(goal), *activities]),
        () if last else _numbers(goal, None),
        beside=(_as_was(last, judged), _as_is(goal)) if last else None,
        entity=goal,
        layout=("text", ("responsible", "runs_until")),
    )


def _as_was(goal: Goal, judged: Evaluation | None) -> Content:
    reached = judged.reached if judged else None
    figure = _amount(goal, reached) if reached is not None else ""
    outcome = marked(judged.outcome) if judged else Content("")
    lines = (_heading(tr("Last year")), literal(goal.text.strip()), _target(goal), outcome, Content(figure))
    return Content("\n").join(line for line in lines if line.plain)


def _as_is(goal: Goal) -> Content:
    lines = (_heading(tr("This year")), literal(goal.text.strip()), _target(goal), *_who(goal))
    return Content("\n").join(line for line in lines if line.plain)


def _year(year: GoalYear, bars: list[Bar]) -> Slide:
    goal, judged = year.goal, year.judged
    lines = [marked(judged.outcome), *_told(judged)] if judged else [Content(tr("Not yet looked back on"))]
    return Slide(
        kicker(tr("Set in {year}", year=goal.year), goal.text),
        listed(lines),
        _numbers(goal, year.evaluation),
        tuple(bars) if len(bars) > 1 else (),
    )


def _told(judged: Evaluation) -> Iterator[Content]:
    for name in ("done", "why", "learned"):
        if text := getattr(judged, name).strip():
            label = with_colon(current().field("Evaluation", name))
            yield Content.assemble((f"{label} ", "$muted"), literal(text))


def _has_figures(goal: Goal, evaluation: Evaluation) -> bool:
    return any(figure is not None for figure in (goal.baseline, goal.target, evaluation.reached))


def _numbers(goal: Goal, judged: Evaluation | None) -> tuple[Number, ...]:
    """Baseline, target and what was reached; nothing for a goal without a figure."""
    words = current()
    found = (
        (words.field("Goal", "baseline"), goal.baseline),
        (words.field("Goal", "target"), goal.target),
        (words.field("Evaluation", "reached"), judged.reached if judged else None),
    )
    return tuple(Number(label, words.number(value), goal.unit) for label, value in found if value is not None)


def _criterion(goal: Goal) -> list[Content]:
    return [literal(goal.criterion.strip(), "$muted")] if goal.criterion.strip() else []


def _newest(scope: Scope, goal: Goal) -> list[Content]:
    """What was noted last between the meetings."""
    return [noted(one) for one in looked_back(scope.dossier, goal)[-1:]]


def _target(goal: Goal) -> Content:
    if goal.target is None:
        return Content("")
    return Content(f"{current().field('Goal', 'target')} {_amount(goal, goal.target)}")


def _who(goal: Goal) -> Iterator[Content]:
    yield literal(goal.responsible.strip())
    yield Content(current().date(goal.runs_until))


def _heading(text: str) -> Content:
    return Content.styled(text, "bold $accent")


def _amount(goal: Goal, value: Decimal) -> str:
    words = current()
    return arithmetic.amount(words, words.number(value), goal.unit)
