"""The annual wheel: a year at a glance, month by month."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, ClassVar, Final
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Button, OptionList, Static

from medreview.domain.dossier import Dossier
from medreview.domain.months import MONTHS
from medreview.domain.wheel import Dated, WheelMatter
from medreview.i18n import tr
from medreview.minutes import Kind
from medreview.operations import edit, reviews, wheel
from medreview.operations.committees import CommitteeOverview
from medreview.tui.commands import UNDOING, WHEEL, Command
from medreview.tui.dialogs.matter import Matter
from medreview.tui.screens.of_committee import OfCommittee
from medreview.tui.screens.page import Page
from medreview.tui.screens.storing import Storing
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.flow import Flow
from medreview.tui.widgets.month_list import DUE, FIXED, MEETING, OVERDUE, OWN, ROUND, MonthList
from medreview.tui.widgets.row import Row

_SIDE_BY_SIDE: Final = ((4, 100, 28), (3, 84, 34), (2, 84, 0))
"""How many months stand beside each other, from which width and height on; two scroll, more are all in sight."""


class WheelScreen(Page, OfCommittee, Storing):
    """A committee's year: matters that come back, meetings, and what is due."""

    OPENED_BY: ClassVar[str] = "wheel"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*WHEEL, *UNDOING)
    DEFAULT_CSS = """
    WheelScreen > .head { height: auto; padding: 1 2 0 2; }
    WheelScreen > .head > .buttons { margin: 0; }
    WheelScreen #year { width: auto; text-style: bold; color: $accent; margin: 0 2 0 1; }
    WheelScreen #legend { height: auto; color: $muted; }
    WheelScreen > #months { padding: 0 2; }
    WheelScreen.-grid > #months { layout: grid; grid-size: 4 3; grid-rows: 1fr; overflow-y: hidden; padding: 0 1; }
    WheelScreen #months MonthList { max-width: 100; padding: 0 1; border: none; border-top: solid $muted; }
    WheelScreen #months MonthList:focus { border-top: solid $accent; }
    WheelScreen #months MonthList.-now { border-top: double $accent; }
    WheelScreen.-two > #months { layout: grid; grid-size: 2 6; grid-rows: auto; grid-gutter: 0 1; padding: 0 1; }
    WheelScreen.-three > #months { grid-size: 3 4; }
    WheelScreen.-grid #months MonthList { height: 100%; max-width: 100%; border: solid $muted; }
    WheelScreen.-grid #months MonthList:focus { border: solid $accent; }
    WheelScreen.-grid #months MonthList.-now { border: double $accent; }
    """

    def __init__(self, overview: CommitteeOverview, first: UUID | None = None) -> None:
        """`first` is the matter on which the cursor is at first; None: the present month."""
        super().__init__(overview)
        self.year = date.today().year
        self._columns = 1
        found = (one for one in overview.wheel.matters if one.id == first)
        self._wanted = next(((one.id, one.months[0]) for one in found), None)
        """The matter and the month on which the cursor should be as soon as they are shown."""

    @property
    def dossier(self) -> Dossier | None:
        """The committee's newest review."""
        return self.overview.newest

    @property
    def exports(self) -> tuple[Kind, int]:
        """What is written to files from here: the wheel of the year that is shown."""
        return Kind.WHEEL, self.year

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Container(classes="head"):
            with Row(classes="buttons"):
                yield Button("◄", action="screen.turn(-1)", compact=True)
                yield Static(id="year")
                yield Button("►", action="screen.turn(1)", compact=True)
                yield Button(Content(f"+ {tr('New matter')}"), action="screen.new_matter", compact=True)
            yield Flow(id="legend")
            with Row(classes="buttons", id="begin"):
                yield Button(Content(tr("From the template")), action="screen.start", classes="main", compact=True)
        with VerticalScroll(id="months", can_focus=False):
            for month in MONTHS:
                yield MonthList(month)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show this year, with the cursor on this month."""
        month = self._month(date.today().month)
        month.comes_on_top = True
        month.focus()
        self.show_committee()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that is pressed before the months are there does nothing to them."""
        if action != "back" and not self.is_mounted:
            return False
        return super().check_action(action, parameters)

    def on_resize(self, event: events.Resize) -> None:
        """Put the months side by side where there is room."""
        self._lay_out(event.size)

    def _lay_out(self, size: Size) -> None:
        longest = max(month.longest_word for month in self.query(MonthList))
        self._columns = _columns(size, longest)
        self.set_class(self._columns == 2, "-two")
        self.set_class(self._columns > 2, "-grid")
        self.set_class(self._columns == 3, "-three")

    def _month(self, number: int) -> MonthList:
        return next(one for one in self.query(MonthList) if one.number == number)

    @property
    def _here(self) -> MonthList:
        """The month that has the focus, otherwise the present one."""
        focused = self.focused
        return focused if isinstance(focused, MonthList) else self._month(date.today().month)

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        today = date.today()
        self.query_one(TitleBar).say_where(self.overview.committee.name, tr("Annual wheel"))
        self.query_one("#year", Static).update(Content(tr("Annual wheel {year}", year=self.year)))
        is_empty = not self.overview.wheel.matters
        self.query_one("#legend", Flow).show_words(_legend(is_empty=is_empty))
        self.query_one("#begin").display = is_empty
        for widget, month in zip(self.query(MonthList), self.overview.wheel.year(self.year), strict=True):
            widget.show(month, today, is_now=(self.year, month.number) == (today.year, today.month))
        self._lay_out(self.size)
        self._go_where_wanted()

    def _go_where_wanted(self) -> None:
        if self._wanted is None:
            return
        key, number = self._wanted
        matter = next((one for one in self.overview.wheel.matters if one.id == key and number in one.months), None)
        if matter is not None:
            self._wanted = None
            self._month(number).choose(matter)
            self._month(number).focus()

    @on(MonthList.Left)
    def _left(self, event: MonthList.Left) -> None:
        """Go across to the next month, or down and up past the rows of one."""
        number = event.months.number + event.by * (self._columns if event.is_vertical else 1)
        if number in MONTHS:
            month = self._month(number)
            month.choose_end(event.by if event.is_vertical else 1)
            month.focus()

    @on(OptionList.OptionSelected)
    async def _entered(self, event: OptionList.OptionSelected) -> None:
        """Write a matter; go to where a meeting or a deadline is written."""
        months = event.option_list
        row = months.chosen if isinstance(months, MonthList) else None
        if isinstance(row, WheelMatter):
            self._write_matter(row)
        elif isinstance(row, Dated):
            dossier = await self.ask(reviews.load, self.medreview.archive, row.review_id)
            if dossier is not None:
                await self.medreview.show_review(dossier, row.step)

    def _write_matter(self, matter: WheelMatter) -> None:
        self.app.push_screen(Matter(matter), partial(self._written, matter.id))

    async def _written(self, key: UUID, removed: bool | None) -> None:
        """Take away what should go, or what nothing was written in."""
        await self.reload()
        matter = next((one for one in self.overview.wheel.matters if one.id == key), None)
        if matter is not None and removed:
            await self._take(matter, edit.remove, matter)
        elif matter is not None and not matter.text.strip():
            await self.stored(edit.remove, matter)

    async def action_new_matter(self) -> None:
        """Add a matter to the month of the cursor and write it."""
        position = max((one.position for one in self.overview.wheel.matters), default=-1) + 1
        number = self._here.number
        matter = WheelMatter(committee_id=self.committee_id, months=(number,), position=position)
        if await self.stored(edit.add, matter):
            self._wanted = (matter.id, number)
            self._write_matter(matter)

    async def action_move(self, by: int) -> None:
        """Move the chosen matter to the next month or the one before."""
        month, matter = self._here.number, self._here.chosen
        if isinstance(matter, WheelMatter):
            [arrived] = set(matter.moved(month, by)) - set(matter.without(month))
            self._wanted = (matter.id, arrived)
            await self.stored(wheel.move, matter, month, by)

    async def action_take_out(self) -> None:
        """Take the chosen matter out of this month."""
        month, matter = self._here.number, self._here.chosen
        if isinstance(matter, WheelMatter):
            await self._take(matter, wheel.remove, matter, month)

    async def _take(self, matter: WheelMatter, *operation: Any) -> None:
        """Take a matter away without asking, for undoing brings it back, and say both."""
        if await self.stored(*operation):
            self.notify(tr("Removed: {what} · Ctrl+Z brings it back", what=matter.text), markup=False)

    async def action_start(self) -> None:
        """Add the matters of the template."""
        await self.stored(wheel.start, self.committee_id)

    def action_turn(self, by: int) -> None:
        """Show the next year or the one before."""
        self.year += by
        self.show_committee()


def _columns(size: Size, longest: int) -> int:
    """Return how many months stand beside each other: as many as have room for the longest word, else one."""
    fitting = (
        columns
        for columns, width, height in _SIDE_BY_SIDE
        if size.width >= width and size.height >= height and (size.width - 2) // columns - ROUND >= longest
    )
    return next(fitting, 1)


def _legend(*, is_empty: bool) -> list[Content]:
    """Say what the signs mean, and how a wheel that has nothing yet begins."""
    if is_empty:
        return [Content(tr("No matters yet: F3 adds those that wheels usually have, F9 one of your own."))]
    signs = (
        (FIXED, tr("all committees")),
        (OWN, tr("our own")),
        (MEETING, tr("meeting")),
        (DUE, tr("deadline")),
        (OVERDUE, tr("overdue")),
    )
    return [Content(f"{sign} {word}") for sign, word in signs]
