"""What is shown to the room: the steps of a review, with the clock of the meeting, or a goal's years."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from textual import events, on
from textual.content import Content
from textual.widgets import Static

from medreview.domain.dossier import Dossier
from medreview.domain.goal import Evaluation, Outcome
from medreview.i18n import current, tr
from medreview.operations import goals, reviews
from medreview.operations.reviews import GoalYear
from medreview.templates import load_template
from medreview.tui.commands import ROOM, STEPS, TIMING, UNDOING, Command
from medreview.tui.first_hints import hint_once
from medreview.tui.room.goals import history
from medreview.tui.room.slide import Slide
from medreview.tui.room.steps import slides
from medreview.tui.screens.room import Room
from medreview.tui.screens.timed import Timing
from medreview.tui.steps.look_back import OUTCOMES
from medreview.tui.text import say
from medreview.tui.timing import clock_of, in_full
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.part import Scope

_AROUND_CLOCK: Final = 14
"""Cells of a line that the clock leaves to the arrows beside it and to the margins."""


class StepRoom(Room, Timing):
    """The steps of a review for the room; behind the last slide of a step comes the next step."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*ROOM, STEPS, *TIMING, *UNDOING)

    def __init__(self, dossier: Dossier, step: str, chosen: UUID | None = None) -> None:
        super().__init__()
        self.dossier = dossier
        self.template = load_template(dossier.review.template)
        self.step_key = step
        self._steps = [one.key for one in self.template.steps]
        found = (slide.key for slide in self.slides() if slide.entity and slide.entity.id == chosen)
        self._at = next(found, None)

    def on_mount(self) -> None:
        """Tell whoever presents for the first time how to turn."""
        hint_once(self.medreview, "room")

    def on_resize(self) -> None:
        """Break the line of the clock anew."""
        self.call_after_refresh(self.say_clock)

    def slides(self) -> Sequence[Slide]:
        """Return the slides of the present step."""
        return slides(self.scope(), self.template.step(self.step_key))

    def scope(self) -> Scope:
        """Return the review."""
        return Scope(self.dossier, is_locked=bool(self.medreview.read_only) if self.is_attached else False)

    def where(self) -> str:
        """Return the step."""
        return self.template.step(self.step_key).title.in_language(current().language)

    async def show(self) -> None:
        """Show the slide and the clock."""
        await super().show()
        self.say_clock()

    def say_clock(self) -> None:
        """Show the clock in full; before and after the meeting, the keys."""
        stand = clock_of(self.dossier)
        for cell in self.query(".clock").results(Static):
            keys = Content.styled(tr("← → turn · Enter write · Esc back"), "$muted")
            say(cell, in_full(stand, self.size.width - _AROUND_CLOCK) if stand else keys)

    async def _turn(self, by: int) -> None:
        if 0 <= self._place + by < len(self.slides()):
            await super()._turn(by)
            return
        index = self._steps.index(self.step_key) + by
        if 0 <= index < len(self._steps):
            await self._go_to(self._steps[index], at_end=by < 0)

    async def _go_to(self, step: str, *, at_end: bool = False) -> None:
        self.step_key = step
        self.move_on()
        await self.show_slide(len(self.slides()) - 1 if at_end else 0)
        self.soon(self.remember_place, "place")

    def action_pick_step(self) -> None:
        """Let the chair pick a step by its number: the order in the room may be another one."""
        from medreview.tui.dialogs.pick import Pick

        steps = enumerate(self.template.steps)
        rows = [(Content(f"{number} {one.short.in_language(current().language)}"), one.key) for number, one in steps]
        self.app.push_screen(Pick(tr("Go to step"), rows), self._picked_step)

    async def _picked_step(self, step: str | None) -> None:
        if step is not None:
            await self.flush()
            await self._go_to(step)

    def on_key(self, event: events.Key) -> None:
        """A digit judges the goal on the slide."""
        if event.character and event.character.isdigit() and int(event.character) < len(OUTCOMES):
            self._judge(OUTCOMES[int(event.character)])

    @on(Choice.Changed, "Outcomes")
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        if isinstance(event.choice.value, Outcome):
            self._judge(event.choice.value)

    def _judge(self, outcome: Outcome) -> None:
        entity = self.slides()[self._place].entity
        if isinstance(entity, Evaluation) and not self.scope().is_read_only:
            self.store(goals.evaluate, entity, values={"outcome": outcome})

    async def reload(self) -> None:
        """Load the review again."""
        dossier = await self.ask(reviews.load, self.medreview.archive, self.dossier.review.id)
        if dossier is not None:
            self.dossier = self.medreview.saver.over(dossier)
            await self.show()

    async def action_back(self) -> None:
        """Go back to the step at which the room is."""
        await self.flush()
        if not self.is_open:
            return
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1]
        self.close()
        if (go_to := getattr(below, "action_go_to", None)) and getattr(below, "step_key", "") != self.step_key:
            self.in_background(partial(go_to, self.step_key))


class HistoryRoom(Room):
    """A goal's years for the room, the newest first."""

    def __init__(self, years: Sequence[GoalYear]) -> None:
        super().__init__()
        self._years = years

    def slides(self) -> Sequence[Slide]:
        """Return a slide for each year."""
        return history(self._years)

    def scope(self) -> Scope:
        """Return nothing to write in: what is past stays as it was."""
        return Scope(is_locked=True)

    def where(self) -> str:
        """Return what is shown."""
        return tr("The goal over the years")
