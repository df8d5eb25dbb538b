"""The goals for the coming year, each with every field that is filled in and its activities."""

from collections.abc import Sequence
from itertools import count
from typing import Final

from medreview.domain.dossier import in_order
from medreview.domain.goal import Goal
from medreview.minutes.context import Context, Row, facts, table
from medreview.minutes.document import Block, Heading, Paragraph

HEADING_LIMIT = 120
"""Characters of a goal that still make a heading; a longer one stands as a text of its own."""

_IN_A_COLUMN: Final = 300
"""Characters that still read well in a column; a longer text would make it pages long."""


def goals(context: Context) -> list[Block]:
    """Return the goals that the review sets, those carried on included."""
    listed = in_order(context.dossier.open_goals)
    return [block for number, goal in enumerate(listed, 1) for block in _goal(context, number, goal)]


def goal_heading(context: Context, number: int, goal: Goal) -> list[Block]:
    """Return the goal as a heading, or under one where it is long or has several lines."""
    text = goal.text.strip()
    if len(text) <= HEADING_LIMIT and "\n" not in text:
        return [Heading(3, context.words.tr("Goal {number}: {text}", number=number, text=text))]
    return [Heading(3, context.words.tr("Goal {number}", number=number)), Paragraph(text)]


def in_short(
    context: Context, goals: Sequence[Goal], header: Sequence[str], rows: Sequence[Sequence[str]], *, numbered: bool
) -> list[Block]:
    """Return what is said of each goal in a table; where a text is long, each goal stands on its own instead.

    `header` and `rows` are without the goals themselves, which have a number of their own where `numbered`.
    """
    told = [*zip(count(1), goals, rows, strict=False)]
    if max((len(text) for _, goal, row in told for text in (goal.text, *row)), default=0) > _IN_A_COLUMN:
        alone = [(goal_heading(context, number, goal), zip(header, row, strict=True)) for number, goal, row in told]
        return [block for heading, said in alone for block in (*heading, *facts(said))]
    numbers = [[str(number)] if numbered else [] for number, _, _ in told]
    titles = [*([context.words.tr("No.")] if numbered else []), context.words.field("Goal", "text")]
    cells = [[*number, goal.text.strip(), *row] for number, (_, goal, row) in zip(numbers, told, strict=True)]
    return [*table([*titles, *header], cells)]


def carried(context: Context, goal: Goal) -> list[Row]:
    """Return since when a carried goal has been set; nothing for a new one."""
    words = context.words
    years = context.years_carried.get(goal.id, 0)
    if years:
        text = words.ntr(
            "first set in {year}, carried on for {count} year",
            "first set in {year}, carried on for {count} years",
            years,
            year=goal.year - years,
        )
    elif goal.predecessor_id is not None:
        text = _carried_from(context, goal)
    else:
        return []
    return [(words.tr("Carried on"), text)]


def figures(context: Context, goal: Goal) -> list[Row]:
    """Return the goal's baseline with its year and its target."""
    words = context.words
    baseline = context.amount(goal.baseline, goal.unit)
    year = f" ({goal.baseline_year})" if baseline and goal.baseline_year else ""
    return [
        (words.field("Goal", "baseline"), baseline + year),
        (words.field("Goal", "target"), context.amount(goal.target, goal.unit)),
    ]


def _goal(context: Context, number: int, goal: Goal) -> list[Block]:
    rows = [
        *context.rows(goal, "kind"),
        (context.words.field("Goal", "focus_area_id"), _focus_area(context, goal)),
        *carried(context, goal),
        *figures(context, goal),
        *context.rows(goal, "criterion", "methods"),
        *(context.rows(goal, "responsible") if context.choices.names else []),
        *context.rows(goal, "runs_until"),
    ]
    return [*goal_heading(context, number, goal), *facts(rows), *_activities(context, goal)]


def _focus_area(context: Context, goal: Goal) -> str:
    """A goal without a link to a focus area is possible and must be visible (AA-4d)."""
    areas = (area.title for area in context.dossier.focus_areas if area.id == goal.focus_area_id)
    return next(areas, "") or context.words.tr("not linked to a focus area")


def _carried_from(context: Context, goal: Goal) -> str:
    earlier = next((one for one in context.dossier.last_goals if one.id == goal.predecessor_id), None)
    year = earlier.year if earlier else goal.year - 1
    return context.words.tr("from {year}", year=year)


def _activities(context: Context, goal: Goal) -> list[Block]:
    columns = ["what", "responsible", "deadline", "resources"]
    if not context.choices.names:
        columns.remove("responsible")
    activities = in_order(context.dossier.activities_of(goal))
    return [*context.table(activities, *columns, caption=context.words.tr("Activities"))]
