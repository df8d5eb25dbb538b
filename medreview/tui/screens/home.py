"""Home: the committee at a glance, this year's review, its goals, what is due and the years."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain.dossier import Dossier
from medreview.domain.due import due_items
from medreview.domain.review import State
from medreview.i18n import current, tr
from medreview.operations import reviews
from medreview.operations.committees import CommitteeOverview
from medreview.tui.commands import HOME, UNDOING, Command, key_of
from medreview.tui.first_hints import hint_once
from medreview.tui.screens.at_home import due_row, go_on_words, goal_row, next_words, state_words, steps
from medreview.tui.screens.of_committee import OfCommittee
from medreview.tui.text import capitalised
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.flow import Flow
from medreview.tui.widgets.row import Row
from medreview.tui.widgets.year_strip import YearStrip


class HomeScreen(OfCommittee):
    """A committee at a glance."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*HOME, *UNDOING)
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
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, overview: CommitteeOverview) -> None:
        super().__init__(overview)
        self._due_items: list[UUID | None] = []
        """What is followed up of each thing that is due."""

    @property
    def dossier(self) -> Dossier | None:
        """The committee's newest review."""
        return self.overview.newest

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

    def show_committee(self) -> None:
        """Show the committee as it is known now."""
        committee = self.overview.committee
        self.query_one(TitleBar).say_where(committee.name, committee.level_name, committee.municipality)
        self._show_review(self.dossier)
        self._show_years()
        self._show_wheel()
        self.query_one("#next", Static).update(next_words(self.dossier))
        self._show_due()

    def _show_review(self, dossier: Dossier | None) -> None:
        title = tr("Annual discussion {year}", year=dossier.review.year) if dossier else tr("No annual discussion yet")
        self.query_one("#year", Static).update(Content(title))
        self.query_one("#state", Static).update(state_words(dossier))
        self.query_one(Flow).show_words(steps(dossier) if dossier else [])
        button = self.query_one("#continue", Button)
        button.label = Content(go_on_words(dossier))
        goals = dossier.open_goals if dossier else ()
        self.query_one("#goals-title", Static).update(
            Content(tr("Goals set in {year}", year=dossier.review.year) if dossier and goals else tr("No goals yet"))
        )
        options = self.query_one("#goals", OptionList)
        options.clear_options()
        if dossier:
            options.add_options(Option(goal_row(dossier, goal), id=str(goal.id)) for goal in goals)
        options.display = bool(goals)

    def _show_years(self) -> None:
        options = self.query_one("#years", OptionList)
        options.clear_options()
        words = current()
        options.add_options(
            Option(f"{review.year} · {capitalised(words.term(review.state))}", id=str(review.id))
            for review in self.overview.reviews
        )
        options.display = bool(self.overview.reviews)

    def _show_wheel(self) -> None:
        today = date.today()
        title = tr("Annual wheel {year}", year=today.year)
        self.query_one("#wheel", Static).update(Content(f"{title} · {key_of('app.wheel')}"))
        self.query_one(YearStrip).show_wheel(self.overview.wheel, today)

    def _show_due(self) -> None:
        """What is due first; Enter follows it up."""
        items = due_items(self.dossier, date.today())[:8] if self.dossier else ()
        nothing = self.query_one("#nothing-due", Static)
        nothing.update(Content.styled(tr("Nothing is overdue or due within 30 days."), "$muted"))
        nothing.display = not items
        options = self.query_one("#due", OptionList)
        options.clear_options()
        options.add_options(due_row(item) for item in items)
        options.display = bool(items)
        self._due_items = [item.followed for item in items]

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
        newest = self.dossier
        if newest is None or newest.review.state is State.APPROVED:
            self.action_start_year()
        else:
            await self.medreview.show_review(newest)

    def action_start_year(self) -> None:
        """Ask which year to start."""
        from medreview.tui.dialogs.year import Year

        newest = self.overview.reviews[0].year + 1 if self.overview.reviews else date.today().year
        self.app.push_screen(Year(newest, is_first=not self.overview.reviews), self._year_chosen)

    async def _year_chosen(self, year: int | None) -> None:
        if year is None:
            return
        dossier = await self.ask(reviews.start_review, self.medreview.archive, self.committee_id, year)
        if dossier is not None:
            self.medreview.note_saved()
            await self.reload()
            await self.medreview.show_review(dossier)

    @on(OptionList.OptionSelected, "#years")
    async def _year_selected(self, event: OptionList.OptionSelected) -> None:
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
