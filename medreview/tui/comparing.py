"""What two years say of each goal, key figure and part of the cooperation, in words for the page and for the room."""

import re
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from textual.content import Content

from medreview.domain.compare import Comparison, CountPair, FigurePair, GoalPair
from medreview.domain.difference import Changed
from medreview.domain.figures import Change, Direction, Progress
from medreview.domain.goal import Goal
from medreview.domain.history import GoalYear
from medreview.domain.status import Figure, Indicator
from medreview.i18n import current, tr
from medreview.minutes import arithmetic
from medreview.minutes.document import with_colon
from medreview.tui.marks import marked
from medreview.tui.steps.followed import noted
from medreview.tui.steps.status import figure_words
from medreview.tui.text import capitalised, literal
from medreview.tui.widgets.beside import Pair

_WORD: Final = re.compile(r"\S+")
_CHANGED: Final = "bold underline"
_ALIKE: Final = 0.5
"""How much of two texts is the same where marks still help the eye."""


def years(comparison: Comparison) -> tuple[str, str]:
    """Return the two years as they head the columns."""
    return str(comparison.before.review.year), str(comparison.after.review.year)


def sections(comparison: Comparison) -> tuple[tuple[str, list[Pair], str], ...]:
    """Return each part under its heading, with what is said where it has no row."""
    return (
        (tr("Goals"), goals(comparison), tr("No goals in these years.")),
        (tr("Key figures"), figures(comparison), tr("No figures in these years.")),
        (tr("Form of cooperation"), form(comparison), tr("Nothing has changed.")),
    )


def goals(comparison: Comparison) -> list[Pair]:
    """Return a row for each goal: as it was set in both years, and what came of it."""
    return [_goal(pair) for pair in comparison.goals]


def figures(comparison: Comparison) -> list[Pair]:
    """Return a row for each key figure and each count of the workplace assessment, with the difference."""
    return [*map(_figure, comparison.figures), *map(_count, comparison.counts)]


def form(comparison: Comparison) -> list[Pair]:
    """Return a row for each part of the form of cooperation that differs, and for how the cooperation went."""
    differing = [_part(change) for change in comparison.form]
    went = [literal(one.cooperation.judged.strip()) for one in (comparison.before, comparison.after)]
    if any(one.plain for one in went):
        then, now = (one if one.plain else _nothing() for one in went)
        differing.append(Pair(_title(current().field("Cooperation", "judged")), then, now))
    return differing


def same(comparison: Comparison) -> Content:
    """Return what says the same in both years; an empty text where nothing does."""
    told = [literal(f"• {one}") for one in unchanged(comparison)]
    return Content("\n").join([Content.styled(tr("The same in both years"), "bold"), *told] if told else [])


def unchanged(comparison: Comparison) -> list[str]:
    """Return each part of the form of cooperation that says the same in both years, with its name."""
    words, form = current(), comparison.after.cooperation
    return [f"{words.field('Cooperation', name)}: {_value(getattr(form, name))}" for name in comparison.unchanged]


def _goal(pair: GoalPair) -> Pair:
    newest = pair.newest
    return Pair(
        literal(newest.text.strip() or tr("Not written yet"), "bold"),
        _as_set(pair.before, newest) if pair.before else Content.styled(f"– {tr('Not a goal yet')}", "$muted"),
        _as_set(pair.after, newest, is_new=pair.before is None) if pair.after else _ended(pair.before),
        _goal_change(pair),
    )


def _as_set(year: GoalYear, newest: Goal, *, is_new: bool = False) -> Content:
    """Its own wording where that differs, what came of it, and its figures."""
    goal = year.goal
    lines = [literal(goal.text.strip())] if goal.text.strip() != newest.text.strip() else []
    lines += _how_it_goes(year, is_new=is_new)
    reached = [_figure_words(goal, "Evaluation", "reached", year.reached)]
    figures = [_figure_words(goal, "Goal", name, getattr(goal, name)) for name in ("baseline", "target")]
    lines += [literal(" · ".join(filter(None, told))) for told in (reached, figures) if any(told)]
    return Content("\n").join(lines)


def _how_it_goes(year: GoalYear, *, is_new: bool) -> list[Content]:
    """What came of it; until that is said, that it is new or not looked back on, and the newest note."""
    if year.judged is not None:
        return [marked(year.judged.outcome)]
    nothing = f"○ {tr('New')}" if is_new else f"… {tr('Not yet looked back on')}"
    return [Content.styled(nothing, "$muted"), *map(noted, year.notes[-1:])]


def _figure_words(goal: Goal, entity: str, name: str, value: Decimal | None) -> str:
    return "" if value is None else f"{current().field(entity, name)} {_amount(goal, value)}"


def _ended(before: GoalYear | None) -> Content:
    judged = before.judged if before else None
    if judged is None or not judged.is_closed:
        return Content.styled(f"– {tr('Not carried on')}", "$muted")
    reason = f": {judged.reason.strip()}" if judged.reason.strip() else ""
    return Content.assemble((f"– {capitalised(current().term(judged.continuation))}", "bold"), literal(reason))


def _goal_change(pair: GoalPair) -> Content:
    """How the figures that were reached differ; before the later one is known, how the targets do."""
    if pair.before is None or pair.after is None or pair.before.goal.unit.strip() != pair.after.goal.unit.strip():
        return Content("")
    words, goal = current(), pair.after.goal
    then, now = pair.before.reached, pair.after.reached
    if then is not None and now is not None:
        change = Change(goal.year, now, pair.before.goal.year, then, _is_better(goal, now - then))
        said = arithmetic.compared(words, change, goal.unit)
        return _with_arrow(change, f"{with_colon(words.field('Evaluation', 'reached'))} {said}")
    old, new = pair.before.goal.target, goal.target
    if old is None or new is None or old == new:
        return Content("")
    return literal(f"{words.field('Goal', 'target')} {words.number(old)} → {_amount(goal, new)}", "$accent")


def _is_better(goal: Goal, points: Decimal) -> bool | None:
    direction = Progress(goal.baseline, goal.target, None).direction
    wanted = {Direction.UP: points > 0, Direction.DOWN: points < 0}
    return wanted.get(direction) if direction and points else None


def _figure(pair: FigurePair) -> Pair:
    then, now = (_known(pair.indicator, one) for one in (pair.before, pair.after))
    title = literal(pair.indicator.name.strip(), "bold")
    if pair.is_same:
        return Pair(title, then, now, Content.styled(tr("No newer figure has come."), "$muted"))
    change = pair.change
    if change is None:
        return Pair(title, then, now)
    said = arithmetic.compared(current(), change, pair.indicator.unit.strip(), pair.indicator.decimals)
    return Pair(title, then, now, _with_arrow(change, said))


def _known(indicator: Indicator, figure: Figure | None) -> Content:
    if figure is None:
        return Content.styled(f"– {tr('no figure yet')}", "$muted")
    return literal(f"{figure_words(indicator, figure.value)} ({figure.year})")


def _count(pair: CountPair) -> Pair:
    words = current()
    title = f"{tr('Workplace assessment')}: {words.field('Status', pair.field).lower()}"
    then, now = (_nothing() if one is None else Content(words.number(one)) for one in (pair.before, pair.after))
    if pair.before is None or pair.after is None:
        return Pair(_title(title), then, now)
    change = Change(1, Decimal(pair.after), 0, Decimal(pair.before), None)
    return Pair(_title(title), then, now, _with_arrow(change, arithmetic.compared(words, change, "")))


def _with_arrow(change: Change, said: str) -> Content:
    """A change in words, with an arrow and a colour beside them."""
    arrow = "=" if change.points == 0 else "↑" if change.points > 0 else "↓"
    colour = {True: "$good", False: "$bad", None: "$muted"}[change.is_better]
    return literal(f"{arrow} {said}", colour)


def _part(change: Changed) -> Pair:
    title = _title(current().field("Cooperation", change.field))
    old, new = (_value(one) for one in (change.old, change.new))
    pair = Pair(title, literal(old), literal(new), Content.styled(f"→ {_how(change)}", "$accent"))
    if not old or not new:
        return replace(pair, then=pair.then if old else _nothing(), now=pair.now if new else _nothing())
    if isinstance(change.old, str) and not isinstance(change.old, Enum):
        then, now = _marked(old, new)
        return replace(pair, then=then, now=now)
    return pair


def _how(change: Changed) -> str:
    """Say plainly what has changed."""
    if isinstance(change.old, int) and isinstance(change.new, int):
        by = change.new - change.old
        return tr("{count} more", count=by) if by > 0 else tr("{count} fewer", count=-by)
    if not _value(change.old):
        return tr("New")
    return tr("Changed") if _value(change.new) else tr("No longer there")


def _marked(old: str, new: str) -> tuple[Content, Content]:
    """Return two texts in which the words that differ are marked; none where nearly everything does."""
    then, now = literal(old), literal(new)
    was, begins = ([found.span() for found in _WORD.finditer(text.plain)] for text in (then, now))
    matcher = SequenceMatcher(None, _WORD.findall(then.plain), _WORD.findall(now.plain), autojunk=False)
    if matcher.ratio() < _ALIKE:
        return then, now
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag != "equal":
            then = _mark(then, was[first:last])
            now = _mark(now, begins[other_first:other_last])
    return then, now


def _mark(text: Content, spans: list[tuple[int, int]]) -> Content:
    return text.stylize(_CHANGED, spans[0][0], spans[-1][1]) if spans else text


def _value(value: object) -> str:
    """Return a value of the form of cooperation as it is written; an empty text where nothing is said."""
    match value:
        case Enum():
            return "" if value.name == "UNANSWERED" else capitalised(current().term(value))
        case int():
            return current().number(value)
        case None:
            return ""
    return str(value).strip()


def _nothing() -> Content:
    return Content.styled(f"– {tr('Nothing written')}", "$muted")


def _title(text: str) -> Content:
    return Content.styled(text, "bold")


def _amount(goal: Goal, value: Decimal) -> str:
    words = current()
    return arithmetic.amount(words, words.number(value), goal.unit.strip())
