"""Home: the committee at a glance, this year's review, its goals, what is due and the years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, Self
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static

from medreview.domain.glance import APPROVED, Glance, due_now
from medreview.i18n import tr
from medreview.tui.commands import ADDING, HOME, UNDOING, Command, key_of
from medreview.tui.first_hints import hint_once
from medreview.tui.screens.at_home import due_row, go_on_words, goal_row, next_words, state_words, steps, year_row
from medreview.tui.screens.of_committee import OfCommittee
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.flow import Flow
from medreview.tui.widgets.row import Row
from medreview.tui.widgets.year_strip import YearStrip

if TYPE_CHECKING:
    from medreview.domain.dossier import Dossier
    from medreview.operations.committees import CommitteeOverview

_MARGIN: Final = 2
_WIDEST: Final = 160
_TWO_COLUMNS: Final = 100
"""Cells of what lies beside a column, of both together, and of a window that has room for two."""


class HomeScreen(OfCommittee):
    """A committee at a glance; what its keys do comes with the overview, for which they wait."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*HOME, *ADDING, *UNDOING)
    DEFAULT_CSS = """
    HomeScreen > VerticalScroll { padding: 1 2; scrollbar-size-vertical: 1; align-horizontal: center; }
    HomeScreen .columns { height: auto; max-width: 160; }
    HomeScreen .column { width: 1fr; height: auto; margin: 0 2 0 0; }
    HomeScreen .wide { width: 2fr; }
    HomeScreen.-narrow .columns { layout: vertical; }
    HomeScreen.-narrow .column { width: 100%; }
    HomeScreen .column Static { height: auto; margin: 0 0 1 0; }
    HomeScreen #due, HomeScreen #goals { text-wrap: nowrap; text-overflow: ellipsis; }
    HomeScreen .column .title { text-style: bold; color: $accent; margin: 0; }
    HomeScreen OptionList {
        height: auto; max-height: 14; border: none; background: $background; padding: 0; margin: 0 0 1 0;
    }
    HomeScreen OptionList:focus { border: none; background-tint: $background 0%; }
    HomeScreen .buttons { height: auto; margin: 0 0 1 0; }
    HomeScreen Button { min-width: 0; width: auto; margin: 0 1 0 0; padding: 0 1; border: none; background: $panel;
        color: $text; }
    HomeScreen Button.main { background: $chosen; color: $on-chosen; text-style: bold; }
    HomeScreen Button:focus { background: $chosen; color: $on-chosen; text-style: bold underline; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_TWO_COLUMNS, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, glance: Glance, overview: CommitteeOverview | None = None) -> None:
        super().__init__(overview)
        self.glance = glance
        self._today = date.today()
        self._goal_room = 0
        """The cells of a goal's row; none before goals are shown."""
        self._due_items: list[UUID | None] = []
        """What is followed up of each thing that is due."""

    @classmethod
    def showing(cls, overview: CommitteeOverview) -> Self:
        """Return the home screen of a committee."""
        from medreview.operations.glancing import glance_of

        return cls(glance_of(overview), overview)

    @property
    def dossier(self) -> Dossier | None:
        """The committee's newest review; None, too, before it is loaded."""
        return self._overview.newest if self._overview else None

    @property
    def committee_id(self) -> UUID:
        """The committee that is shown."""
        return self.glance.committee_id

    @property
    def seen(self) -> tuple[Glance, tuple[int, str]] | None:
        """What is shown, and of which moment; None before all of it is loaded."""
        return (self.glance, self.as_of) if self.as_of else None

    @property
    def as_of(self) -> tuple[int, str] | None:
        """How the journal stood when what is shown was read; None before that is known."""
        return self._overview.as_of if self._overview else None

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False), Horizontal(classes="columns"):
            with Vertical(classes="column wide"):
                yield Static(id="year", classes="title")
                yield Static(id="state")
                yield Flow()
                with Row(classes="buttons"):
                    yield Button(Content(tr("Continue")), id="continue", classes="main", compact=True)
                    yield Button(Content(tr("Follow-up")), action="screen.follow_up", compact=True)
                    yield Button(Content(tr("Agenda, minutes")), action="app.export", compact=True)
                    yield Button(Content(tr("Members")), action="app.edit_committee", compact=True)
                yield Static(id="goals-title", classes="title")
                yield OptionList(id="goals", compact=True, markup=False)
                yield Static(id="wheel", classes="title")
                yield YearStrip()
            with Vertical(classes="column"):
                yield Static(Content(tr("Next meeting")), classes="title")
                yield Static(id="next")
                yield Static(Content(tr("Overdue and due soon")), classes="title")
                yield Static(id="nothing-due")
                yield OptionList(id="due", compact=True, markup=False)
                yield Static(Content(tr("Years")), classes="title")
                yield OptionList(id="years", compact=True, markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the committee."""
        self.show_committee()
        self.query_one("#continue").focus()
        hint_once(self.medreview, "home")

    def take(self, overview: CommitteeOverview) -> None:
        """Take over how the committee is now, and show it where it is no longer as it was."""
        from medreview.operations.glancing import glance_of

        self._overview = overview
        shown, self.glance = (self.glance, self._today), glance_of(overview)
        if shown != (self.glance, date.today()):
            self.show_committee()

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        self._today = date.today()
        here = self.glance
        self.query_one(TitleBar).say_where(here.name, here.level_name, here.municipality)
        self._show_review()
        self._show_list("#years", [year_row(one) for one in self.glance.years])
        title = tr("Annual wheel {year}", year=self._today.year)
        self.query_one("#wheel", Static).update(Content(f"{title} · {key_of('app.wheel')}"))
        self.query_one(YearStrip).show_wheel(self.glance, self._today)
        self.query_one("#next", Static).update(next_words(self.glance, self._today))
        self._show_due()

    def _show_review(self) -> None:
        newest, goals = self.glance.newest, self.glance.goals
        title = tr("Annual discussion {year}", year=newest.year) if newest else tr("No annual discussion yet")
        self.query_one("#year", Static).update(Content(title))
        self.query_one("#state", Static).update(state_words(newest))
        self.query_one(Flow).show_words(steps(self.glance))
        self.query_one("#continue", Button).label = Content(go_on_words(newest))
        title = tr("Goals set in {year}", year=newest.year) if newest and goals else tr("No goals yet")
        self.query_one("#goals-title", Static).update(Content(title))
        self._goal_room = self._row
        self._show_list("#goals", [goal_row(goal, self._goal_room) for goal in goals])

    @property
    def _row(self) -> int:
        """The cells of a row in the wide column, or in the only one."""
        width = min(self.app.size.width - 2 * _MARGIN - 1, _WIDEST)
        return width * 2 // 3 - _MARGIN if self.app.size.width >= _TWO_COLUMNS else width - _MARGIN

    def on_resize(self) -> None:
        """Give the goals another row where it is longer or shorter now."""
        if self._goal_room in (0, self._row):
            return
        self._goal_room = self._row
        for index, goal in enumerate(self.glance.goals):
            row = goal_row(goal, self._goal_room)
            self.query_one("#goals", OptionList).replace_option_prompt_at_index(index, row)

    def _show_due(self) -> None:
        """What is due first; Enter follows it up."""
        items = due_now(self.glance.open_items, self._today)[:8]
        nothing = self.query_one("#nothing-due", Static)
        nothing.update(Content.styled(tr("Nothing is overdue or due within 30 days."), "$muted"))
        nothing.display = not items
        self._show_list("#due", [due_row(item, self._today) for item in items])
        self._due_items = [item.followed for item in items]

    def _show_list(self, selector: str, rows: list[Content]) -> None:
        options = self.query_one(selector, OptionList)
        options.clear_options()
        options.add_options(rows)
        options.display = bool(rows)

    async def action_follow_up(self) -> None:
        """Note how goals and actions are going."""
        await self._follow_up(None)

    @on(OptionList.OptionSelected, "#due")
    async def _due_selected(self, event: OptionList.OptionSelected) -> None:
        """Follow up what is due; reasons that are owed are given in the review."""
        item = self._due_items[event.option_index]
        if item is None and self.dossier is not None:
            await self.medreview.show_review(self.dossier, "decisions")
        else:
            await self._follow_up(item)

    async def _follow_up(self, item: UUID | None) -> None:
        from medreview.tui.screens.follow_up import FollowUpScreen

        await self.app.push_screen(FollowUpScreen(self.overview, item))

    @on(Button.Pressed, "#continue")
    async def action_go_on(self) -> None:
        """Go on with the newest review, or start the first one."""
        newest = self.glance.newest
        if self.dossier is None or newest is None or newest.state == APPROVED:
            self.action_start_year()
        else:
            await self.medreview.show_review(self.dossier)

    def action_start_year(self) -> None:
        """Ask which year to start."""
        from medreview.tui.dialogs.year import Year

        newest = self.glance.newest
        year = newest.year + 1 if newest else date.today().year
        self.app.push_screen(Year(year, is_first=newest is None), self._year_chosen)

    async def _year_chosen(self, year: int | None) -> None:
        from medreview.operations import reviews

        if year is None:
            return
        dossier = await self.ask(reviews.start_review, self.medreview.archive, self.committee_id, year)
        if dossier is not None:
            self.medreview.note_saved()
            await self.reload()
            await self.medreview.show_review(dossier)

    @on(OptionList.OptionSelected, "#years")
    async def _year_selected(self, event: OptionList.OptionSelected) -> None:
        from medreview.operations import reviews

        review = self.overview.reviews[event.option_index]
        dossier = await self.ask(reviews.load, self.medreview.archive, review.id)
        if dossier is not None:
            await self.medreview.show_review(dossier)

    @on(OptionList.OptionSelected, "#goals")
    async def action_goal_history(self) -> None:
        """Show the chosen goal over the years."""
        goals = self.dossier.open_goals if self.dossier else ()
        index = self.query_one("#goals", OptionList).highlighted
        if goals:
            await self.medreview.show_history(goals[index or 0])
