"""Decision minutes (*beslutningsreferat*): who decided what, the goals and the actions, nothing of what led to it."""

from collections.abc import Iterator
from uuid import UUID

from medreview.domain.assignments import Assignment, assignments
from medreview.domain.dossier import in_order
from medreview.domain.goal import Activity, Goal
from medreview.minutes.agenda import short_item_heading
from medreview.minutes.attendance import attendance_in_short
from medreview.minutes.choices import Kind
from medreview.minutes.closing import approval
from medreview.minutes.context import Context, table
from medreview.minutes.decisions import action_table, disagreement, disagreements_under, made_under, raised_matters
from medreview.minutes.document import Block, Heading, Note, Resolution
from medreview.minutes.goals import in_short
from medreview.minutes.head import head


def decision_minutes(context: Context) -> list[Block]:
    """Return the decisions by agenda item, then the goals, the actions and the approval."""
    tr = context.words.tr
    return [
        *head(context, Kind.DECISIONS),
        *attendance_in_short(context),
        Heading(2, tr("Decisions")),
        *([*_decisions(context)] or [Note(tr("No decisions are noted."))]),
        *under(tr("Goals for the coming year"), [*_goals(context), *_activities(context)]),
        *under(tr("Actions"), [*action_table(context), *raised_matters(context, tr("Raised to the level above"))]),
        *approval(context),
    ]


def under(heading: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks under a heading; nothing where there are none."""
    return [Heading(2, heading), *blocks] if blocks else []


def _decisions(context: Context) -> Iterator[Block]:
    """What belongs to no item stands, as in the minutes, under the one where decisions are summed up."""
    summing_up = next((item.id for _, item in context.agenda if item.step == "decisions"), None)
    for number, item in context.agenda:
        loose = _decided(context, None) if item.id == summing_up else []
        decided = [*_decided(context, item.id), *loose]
        yield from [*short_item_heading(context, number, item), *decided] if decided else []
    if summing_up is None and (loose := _decided(context, None)):
        yield from [Heading(3, context.words.tr("Other decisions")), *loose]


def _decided(context: Context, item_id: UUID | None) -> list[Block]:
    made = [Resolution(context.text(one.result), one.text.strip()) for one in made_under(context, item_id)]
    differing = disagreements_under(context, item_id)
    return [*made, *(block for one in differing for block in disagreement(context, one, level=4))]


def _goals(context: Context) -> list[Block]:
    """Each goal with its target figure before how it will be judged, who is responsible, and until when it runs."""
    header = [context.words.field("Goal", name) for name in ("criterion", "responsible", "runs_until")]
    goals = in_order(context.dossier.open_goals)
    return in_short(context, goals, header, [_goal(context, goal) for goal in goals], numbered=True)


def _goal(context: Context, goal: Goal) -> list[str]:
    judged = ": ".join(filter(None, (context.amount(goal.target, goal.unit), goal.criterion.strip())))
    responsible = goal.responsible if context.choices.names else ""
    return [judged, responsible, context.words.date(goal.runs_until)]


def _activities(context: Context) -> list[Block]:
    """What is still to be done for the goals, by goal; the years before are history."""
    words = context.words
    listed = (one for one in assignments(context.dossier) if isinstance(one.source, Activity))
    header = [
        words.field("Goal", "text"),
        *(words.field("Activity", name) for name in ("what", "responsible", "deadline")),
    ]
    rows = [_activity(context, one) for one in sorted(listed, key=lambda one: one.number)]
    return [*table(header, rows, caption=words.tr("Activities"))]


def _activity(context: Context, one: Assignment) -> list[str]:
    responsible = one.responsible if context.choices.names else ""
    return [str(one.number), one.text, responsible, context.words.date(one.due)]
