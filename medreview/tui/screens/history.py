"""A goal over the years: what was set, what came of it, and what one can learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from medreview.domain.figures import Progress
from medreview.domain.goal import Continuation, Evaluation, Goal
from medreview.i18n import current, ntr, tr
from medreview.minutes import arithmetic
from medreview.minutes.document import with_colon
from medreview.operations.reviews import GoalYear
from medreview.tui.commands import BACK, PRESENT, Command
from medreview.tui.marks import marked
from medreview.tui.room.figures import bars
from medreview.tui.room.goals import course
from medreview.tui.screens.page import Page
from medreview.tui.steps.followed import noted
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
            yield Static(Content(_span(first.year, last.year, len(self._years))), classes="hint below")
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
    """The figures from year to year as bars, with what came of each year's goal; empty with fewer than two."""
    known = course(years)
    if len(known) < 2:
        return Content("")
    words, goal = current(), years[-1].goal
    if goal.target is None:
        return bars(known)
    aim = arithmetic.amount(words, words.number(goal.target), goal.unit)
    return Content("\n").join([bars(known), Content.styled(f"{words.field('Goal', 'target')} {aim}", "$muted")])


def _year(year: GoalYear, earlier: Goal | None) -> Iterator[Content]:
    yield from _as_set(year.goal, earlier)
    if year.notes:
        yield Content.styled(tr("Noted between the meetings"), "$muted")
        yield from map(noted, year.notes)
    if year.judged is None:
        yield Content.styled(f"… {tr('Not yet looked back on')}", "$muted")
    else:
        yield from _as_judged(year.goal, year.judged)


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
        f"{words.field('Goal', name)} {arithmetic.amount(words, words.number(value), goal.unit)}"
        for name, value in (("baseline", goal.baseline), ("target", goal.target))
        if value is not None
    ]
    facts += [goal.responsible, words.date(goal.runs_until)]
    lines = [literal(" · ".join(fact for fact in facts if fact), "$muted")] if any(facts) else []
    told = (("criterion", goal.criterion), ("methods", goal.methods))
    return [*lines, *(_labelled("Goal", name, text) for name, text in told if text.strip())]


def _as_judged(goal: Goal, judged: Evaluation) -> Iterator[Content]:
    yield marked(judged.outcome)
    if judged.reached is not None:
        words = current()
        amount = arithmetic.amount(words, words.number(judged.reached), goal.unit)
        figure = f"{words.field('Evaluation', 'reached')}: {amount}"
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
    """A text after its label; what others can learn stands out."""
    style = "bold $accent" if name == "learned" else "$muted"
    return Content.assemble((f"{with_colon(current().field(entity, name))} ", style), literal(text.strip()))
