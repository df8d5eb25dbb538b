"""The look back: what came of last year's goals, what others can learn, and how the cooperation went."""

from collections import Counter

from medreview.domain.dossier import Dossier, in_order
from medreview.domain.figures import Progress
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import followed, looked_back, notes_of
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.i18n import Translator
from medreview.minutes.arithmetic import progress
from medreview.minutes.context import Context, Row, facts, table
from medreview.minutes.document import Block, Heading, Note, Paragraph
from medreview.minutes.goals import carried, figures, goal_heading
from medreview.minutes.passages import passages


def look_back(context: Context) -> list[Block]:
    """Return last year's goals one by one, then the judgement of the cooperation itself."""
    goals = in_order(context.dossier.last_goals)
    return [
        *tally(context),
        *(block for number, goal in enumerate(goals, 1) for block in _goal(context, number, goal)),
        *_actions(context),
        *passages(context, context.dossier.cooperation, "judged"),
    ]


def tally(context: Context) -> list[Block]:
    """Return the outcomes in numbers, or that there were no goals."""
    counted = outcomes(context)
    return [Paragraph(counted)] if counted else _no_goals(context)


def outcomes(context: Context) -> str:
    """Return the outcomes in numbers: "3 goals: 1 met, 2 not met."; an empty text where there were no goals."""
    goals = context.dossier.last_goals
    counts = Counter(evaluation_of(context, goal).outcome for goal in goals)
    listed = ", ".join(f"{counts[outcome]} {context.words.term(outcome)}" for outcome in Outcome if counts[outcome])
    return (
        context.words.ntr("{count} goal: {tally}.", "{count} goals: {tally}.", len(goals), tally=listed)
        if goals
        else ""
    )


def _no_goals(context: Context) -> list[Block]:
    tr = context.words.tr
    note = context.dossier.note_of("look_back")
    if context.dossier.review.previous_year is None and note and note.note.strip():
        return [Note(tr("This is the first review in medreview; what was said of earlier goals stands below."))]
    if context.dossier.review.previous_year is None:
        return [Note(tr("There were no goals last year: this is the first review, and that is lawful."))]
    return [Note(tr("No goals were open from last year."))]


def _goal(context: Context, number: int, goal: Goal) -> list[Block]:
    evaluation = evaluation_of(context, goal)
    rows = [
        *carried(context, goal),
        *figures(context, goal),
        *_reached(context, goal, evaluation),
        *_followed_up(context, goal),
        *context.rows(evaluation, "outcome", "done", "methods_judged", "activities_judged", "why", "learned"),
        *_from_here(context, evaluation),
    ]
    return [*goal_heading(context, number, goal), *facts(rows)]


def _followed_up(context: Context, goal: Goal) -> list[Row]:
    """What was noted between the meetings, a line for each day."""
    notes = looked_back(context.dossier, goal) if context.choices.follow_ups else ()
    return [(context.words.tr("Noted between the meetings"), "\n".join(_line(context, one) for one in notes))]


def _line(context: Context, note: FollowUp) -> str:
    said = ": ".join(filter(None, (_said(context.words, note), note.line)))
    return f"{context.words.date(note.noted_on)} – {said}"


def noted_after(dossier: Dossier, words: Translator) -> list[Block]:
    """Return what was noted after the meeting on what it decided, goal by goal and action by action."""
    header = [
        words.tr("What"),
        words.field("FollowUp", "noted_on"),
        words.field("Action", "status"),
        words.field("Indicator", "note"),
    ]
    rows = [
        (item.text if isinstance(item, Goal) else item.what, words.date(one.noted_on), _said(words, one), one.line)
        for item in followed(dossier)
        for one in reversed(notes_of(dossier, item))
        if one.subject == item.id
    ]
    return [Heading(2, words.tr("Noted after the meeting")), *table(header, rows)] if rows else []


def _said(words: Translator, note: FollowUp) -> str:
    return "" if note.course is Course.NOT_SAID else words.term(note.course)


def _actions(context: Context) -> list[Block]:
    """What was noted between the meetings on the actions that are carried on."""
    if not context.choices.follow_ups:
        return []
    words = context.words
    header = [
        words.field("Action", "what"),
        words.field("FollowUp", "noted_on"),
        words.field("Action", "status"),
        words.field("Indicator", "note"),
    ]
    rows = [
        (action.what.strip(), words.date(one.noted_on), _said(words, one), one.line)
        for action in in_order(context.dossier.actions)
        for one in looked_back(context.dossier, action)
    ]
    return [*table(header, rows, caption=words.tr("Last year's actions, as noted between the meetings"))]


def evaluation_of(context: Context, goal: Goal) -> Evaluation:
    """Return how the review judges the goal; a goal nobody has judged yet is not assessed."""
    judged = context.dossier.evaluation_of(goal)
    return judged or Evaluation(review_id=context.dossier.review.id, goal_id=goal.id)


def _reached(context: Context, goal: Goal, evaluation: Evaluation) -> list[Row]:
    arithmetic = progress(context.words, Progress(goal.baseline, goal.target, evaluation.reached), goal.unit)
    label = context.words.field("Evaluation", "reached")
    reached = context.amount(evaluation.reached, goal.unit)
    return [(label, f"{reached}: {arithmetic}" if arithmetic else reached)]


def _from_here(context: Context, evaluation: Evaluation) -> list[Row]:
    """A goal that is not judged continues by default, so nothing is said of it."""
    if evaluation.outcome is Outcome.NOT_ASSESSED and evaluation.continuation is Continuation.CONTINUE:
        return []
    return context.rows(evaluation, "continuation", "reason")
