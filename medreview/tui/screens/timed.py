"""The clock of the meeting beside the steps: it moves on with them, rests in a break, and can be put right."""

from __future__ import annotations

from abc import abstractmethod
from datetime import time
from functools import partial
from typing import Final
from uuid import UUID

from textual.content import Content

from medreview.domain import timing
from medreview.domain.review import AgendaItem
from medreview.i18n import current, tr
from medreview.minutes.choices import Choices
from medreview.minutes.context import Context
from medreview.operations import timing as clock
from medreview.templates import load_template
from medreview.tui.screens.at_a_step import AtAStep
from medreview.tui.screens.steps import StepsScreen
from medreview.tui.text import one_line
from medreview.tui.timing import clock_of, in_short, meeting_on, now, until_next_minute
from medreview.tui.widgets.records import Records

_BREAK: Final = "break"
_STOP: Final = "stop"

_MINUTES: Final = 10
_TITLE: Final = 40
"""Cells of an item's minutes and of its title, so that a row is one line on a screen of 68 columns."""


class Timing(AtAStep):
    """Keeps the time of the meeting while a screen goes through the steps of a review."""

    _moved_to: UUID | None = None
    """The item that this screen moved on to last; what is stored may not be read again yet."""

    def on_mount(self) -> None:
        """Show the clock from now on."""
        self._tick()

    def _tick(self) -> None:
        """Show the clock once a minute; the rest of the time nothing happens."""
        self.say_clock()
        self.set_timer(until_next_minute(), self._tick)

    @abstractmethod
    def say_clock(self) -> None:
        """Show how the meeting stands."""

    def move_on(self) -> None:
        """Let the clock move on to the item of this step; another one than before the break ends the break."""
        item = timing.item_of_step(self.dossier.agenda, self.dossier.time_spans, self.step_key)
        stand = clock_of(self.dossier)
        if item is None or stand is None or self.medreview.read_only:
            return
        if stand.in_break:
            if item.id != self._last_item:
                self.in_background(partial(self._end_break, item.id))
        elif item != stand.item or self._moved_to not in (None, item.id):
            self.in_background(partial(self._time, item.id))

    async def _end_break(self, item_id: UUID) -> None:
        if await self._time(item_id):
            self.notify(tr("The break is over; the clock runs on."), markup=False)

    async def _time(self, item_id: UUID | None) -> bool:
        self._moved_to = item_id
        meeting = meeting_on(self.dossier)
        return meeting is not None and await self.stored(clock.move_on, meeting, item_id, _this_minute())

    async def stop_clock(self) -> None:
        """Stop the clock: the meeting is over."""
        meeting = meeting_on(self.dossier)
        if meeting is not None and timing.running(self.dossier.time_spans):
            await self.stored(clock.stop, meeting, _this_minute())

    async def action_break(self) -> None:
        """Begin a break, or go on with what was on before it."""
        stand = clock_of(self.dossier)
        if stand is None:
            self._say_not_in_session()
        elif not stand.in_break:
            if await self._time(None):
                self.notify(tr("Break. The same key ends it."), markup=False)
        elif (item_id := self._before_break()) is not None:
            await self._end_break(item_id)
        else:
            await self.stop_clock()

    def _before_break(self) -> UUID | None:
        """What a break interrupted, or the item of the step on the screen where the chair went on to another one."""
        own = next((item.id for item in self.dossier.agenda if item.step == self.step_key), None)
        return own or self._last_item

    @property
    def _last_item(self) -> UUID | None:
        """The item that was on last, before the break if there is one."""
        before = [span.agenda_item_id for span in timing.in_time(self.dossier.time_spans) if span.agenda_item_id]
        return before[-1] if before else None

    def action_clock(self) -> None:
        """Let the chair pick what is on now: a break, any item, also one that has no step, or the end."""
        from medreview.tui.dialogs.pick import Pick

        if clock_of(self.dossier) is None:
            self._say_not_in_session()
            return
        rows = [(Content(f"  {tr('Break')}"), _BREAK), *map(self._row, self.dossier.agenda)]
        self.app.push_screen(
            Pick(tr("What is on now?"), [*rows, (Content(f"  {tr('Stop the clock')}"), _STOP)]), self._picked
        )

    def _row(self, item: AgendaItem) -> tuple[Content, str]:
        """An item after the minutes that it has had and was planned for; what is on now is marked."""
        context = Context(self.dossier, load_template(self.dossier.review.template), current(), Choices(), {})
        used = timing.used(self.dossier.time_spans, item.id, now().time())
        minutes = tr("{count} min", count=f"{used}/{item.minutes}" if item.minutes else used)
        stand = clock_of(self.dossier)
        mark = "►" if stand is not None and stand.item == item else " "
        before = f"{mark} {context.numbered(item.id):>2}  "
        title = one_line(context.title_of(item), limit=_TITLE)
        return Content.assemble(before, (f"{minutes:>{_MINUTES}}  ", "$muted"), title), str(item.id)

    async def _picked(self, answer: str | None) -> None:
        match answer:
            case None:
                return
            case "break":
                await self._time(None)
            case "stop":
                await self.stop_clock()
            case _:
                await self._time(UUID(answer))

    def _say_not_in_session(self) -> None:
        self.notify(tr("The clock runs on the day of the meeting, once it has begun."), markup=False)


def _this_minute() -> time:
    return now().time().replace(second=0, microsecond=0)


class TimedScreen(StepsScreen, Timing):
    """The steps of a review; while the meeting is in session each one that is an agenda item starts its time."""

    def say_clock(self) -> None:
        """Show the time and what is used of the item in the title bar."""
        stand = clock_of(self.dossier)
        for bar in self.title_bars:
            bar.say_clock(in_short(stand) if stand else "", bad=bool(stand and stand.over))

    def _show(self) -> None:
        super()._show()
        self.say_clock()

    async def action_go_to(self, key: str) -> None:
        """Show a step; where it stands for an agenda item, its time begins."""
        await super().action_go_to(key)
        self.move_on()

    async def action_present(self) -> None:
        """Show this step to the room, and afterwards the step at which the room was."""
        from medreview.tui.screens.step_room import StepRoom

        await self.flush()
        await self.reload()
        chosen = next((one.chosen for one in self.view.query(Records)), None)
        room = StepRoom(self.dossier, self.step_key, chosen.id if chosen else None)
        await self.app.push_screen(room)
