"""Decision minutes (*beslutningsreferat*): who decided what, the goals and the actions, nothing of what led to it."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from medreview.domain.assignments import Assignment, assignments
from medreview.domain.dossier import in_order
from medreview.domain.goal import Activity, Goal
from medreview.minutes.agenda import short_item_heading
from medreview.minutes.attendance import attendance_in_short
from medreview.minutes.choices import Kind
from medreview.minutes.closing import approval
from medreview.minutes.context import Context, facts, table
from medreview.minutes.decisions import action_table, disagreement, disagreements_under, made_under, raised_matters
from medreview.minutes.document import Block, Heading, Note, Resolution
from medreview.minutes.goals import goal_heading
from medreview.minutes.head import head

_IN_A_COLUMN: Final = 300
"""Characters of a goal that still read well in a column."""


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
    """A row for each goal; where one of them is long, each stands on its own, as a column would be pages long."""
    words = context.words
    header = [words.field("Goal", name) for name in ("text", "criterion", "responsible", "runs_until")]
    goals = in_order(context.dossier.open_goals)
    rows = [_goal(context, goal) for goal in goals]
    if all(len(goal.text) <= _IN_A_COLUMN for goal in goals):
        return [*table([words.tr("No."), *header], [[str(number), *row] for number, row in enumerate(rows, 1)])]
    alone = zip(goals, rows, strict=True)
    return [
        block
        for number, (goal, row) in enumerate(alone, 1)
        for block in (*goal_heading(context, number, goal), *facts(zip(header[1:], row[1:], strict=True)))
    ]


def _goal(context: Context, goal: Goal) -> list[str]:
    """The goal, how it will be judged with its target figure first, who is responsible, and until when it runs."""
    judged = ": ".join(filter(None, (context.amount(goal.target, goal.unit), goal.criterion.strip())))
    responsible = goal.responsible if context.choices.names else ""
    return [goal.text.strip(), judged, responsible, context.words.date(goal.runs_until)]


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
