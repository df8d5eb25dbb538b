"""A goal over the years: what was set, what came of it, and what one can learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from medreview.domain.figures import Progress, trend
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.i18n import current, ntr, tr
from medreview.minutes import arithmetic
from medreview.minutes.document import with_colon
from medreview.operations.reviews import GoalYear
from medreview.tui.commands import BACK, PRESENT, Command
from medreview.tui.screens.page import Page
from medreview.tui.steps.words import marked
from medreview.tui.text import literal
from medreview.tui.widgets.bars import KeyBar, TitleBar


class HistoryScreen(Page):
    """Every year of a goal, the newest first."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*BACK, PRESENT)
    DEFAULT_CSS = """
    HistoryScreen .year { padding: 0 0 0 2; border-left: solid $panel; margin: 0 0 1 0; }
    """

    def __init__(self, years: Sequence[GoalYear]) -> None:
        super().__init__()
        self._years = years

    def compose(self) -> ComposeResult:
        first, last = self._years[0].goal, self._years[-1].goal
        yield TitleBar()
        with VerticalScroll():
            yield Static(literal(last.text), classes="title")
            yield Static(Content(_span(first.year, last.year, len(self._years))), classes="hint")
            yield Static(_course(self._years), classes="below")
            before = [None, *(year.goal for year in self._years)]
            for year, earlier in reversed(list(zip(self._years, before, strict=False))):
                yield Static(Content.styled(tr("Set in {year}", year=year.goal.year), "bold $accent"))
                yield Static(Content("\n").join(_year(year, earlier)), classes="year")
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(TitleBar).say_where(tr("The goal over the years"))
        self.query_one(VerticalScroll).focus()

    async def action_present(self) -> None:
        """Show the years to the room, one at a time."""
        from medreview.tui.screens.step_room import HistoryRoom

        await self.app.push_screen(HistoryRoom(self._years))


def _span(first: int, last: int, count: int) -> str:
    """Return "3 years: 2024–2026"."""
    if count == 1:
        return tr("Set for the first time in {year}", year=first)
    return ntr("{count} year: {first}–{last}", "{count} years: {first}–{last}", count, first=first, last=last)


def _course(years: Sequence[GoalYear]) -> Content:
    """The figures reached from year to year with a small picture; empty with fewer than two."""
    words = current()
    known: list[tuple[int, Decimal]] = []
    first = years[0].goal
    if first.baseline is not None:
        known.append((first.baseline_year or first.year - 1, first.baseline))
    known += [(year.goal.year, one.reached) for year in years if (one := year.evaluation) and one.reached is not None]
    if len(known) < 2:
        return Content("")
    figures = " → ".join(f"{words.number(value)} ({year})" for year, value in known)
    target = years[-1].goal.target
    aim = f"{words.field('Goal', 'target')} {words.number(target)}" if target is not None else ""
    picture = trend([value for _, value in known]) if len(known) > 2 else ""
    return Content("  ").join([Content(figures), Content.styled(picture, "$accent"), Content.styled(aim, "$muted")])


def _year(year: GoalYear, earlier: Goal | None) -> Iterator[Content]:
    yield from _as_set(year.goal, earlier)
    if year.evaluation is None or year.evaluation.outcome is Outcome.NOT_ASSESSED:
        yield Content.styled(f"… {tr('Not yet looked back on')}", "$muted")
    else:
        yield from _as_judged(year.goal, year.evaluation)


def _as_set(goal: Goal, earlier: Goal | None) -> Iterator[Content]:
    """The goal as it was set that year; what differs from the year before is said."""
    if earlier is not None and earlier.text != goal.text:
        yield Content.assemble((f"→ {tr('Changed to:')} ", "bold $warn"), literal(goal.text))
    else:
        yield literal(goal.text)
    if earlier is None or _facts(earlier) != _facts(goal):
        yield from _facts(goal)


def _facts(goal: Goal) -> list[Content]:
    """Figures, who and by when, and how the goal will be judged."""
    words = current()
    facts = [
        f"{words.field('Goal', name)} {words.number(value)} {goal.unit}".rstrip()
        for name, value in (("baseline", goal.baseline), ("target", goal.target))
        if value is not None
    ]
    facts += [goal.responsible, words.date(goal.runs_until)]
    lines = [literal(" · ".join(fact for fact in facts if fact), "$muted")] if any(facts) else []
    if goal.criterion.strip():
        lines.append(_labelled("Goal", "criterion", goal.criterion))
    return lines


def _as_judged(goal: Goal, judged: Evaluation) -> Iterator[Content]:
    yield marked(judged.outcome)
    if judged.reached is not None:
        words = current()
        figure = f"{words.field('Evaluation', 'reached')}: {words.number(judged.reached)} {goal.unit}".rstrip()
        sums = arithmetic.progress(words, Progress(goal.baseline, goal.target, judged.reached), goal.unit)
        yield Content.assemble(literal(figure), (f"  {sums}", "$accent"))
    for name in ("done", "methods_judged", "activities_judged", "why", "learned"):
        if text := getattr(judged, name).strip():
            yield _labelled("Evaluation", name, text)
    yield _from_here(judged)


def _from_here(judged: Evaluation) -> Content:
    words = current()
    ends = judged.continuation is Continuation.CLOSE
    text = f"{words.field('Evaluation', 'continuation')}: {words.term(judged.continuation)}"
    reason = f" – {judged.reason.strip()}" if judged.reason.strip() else ""
    return Content.assemble((text, "bold" if ends else ""), literal(reason))


def _labelled(entity: str, name: str, text: str) -> Content:
    return Content.assemble((f"{with_colon(current().field(entity, name))} ", "$muted"), literal(text.strip()))
