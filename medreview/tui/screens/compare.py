"""Two years of a committee side by side: goals and what came of them, figures, the form of cooperation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from medreview.domain.compare import Comparison
from medreview.domain.review import Review
from medreview.i18n import tr
from medreview.operations import comparing as operations
from medreview.operations.changes import Changes
from medreview.tui import comparing
from medreview.tui.commands import APP, BACK, COMPARING, Command
from medreview.tui.comparing_document import as_document
from medreview.tui.room.comparison import comparison as slides
from medreview.tui.room.slide import Slide
from medreview.tui.screens.page import Page
from medreview.tui.screens.room import Room
from medreview.tui.sharing import share_comparison
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.beside import Beside
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.part import Scope

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp


class CompareScreen(Page):
    """The newest year beside the one before, until others are chosen."""

    OPENED_BY: ClassVar[str] = "compare"
    INSTEAD_OF: ClassVar[str] = "export"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*COMPARING, *BACK)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    DEFAULT_CSS = """
    CompareScreen #years { height: auto; margin: 0 0 1 0; }
    CompareScreen #years Vertical { width: 1fr; height: auto; padding: 0 2 0 0; }
    CompareScreen.-narrow #years { layout: vertical; }
    CompareScreen.-narrow #years Vertical { width: 100%; layout: horizontal; }
    CompareScreen.-narrow #years Label { width: 14; }
    CompareScreen.-narrow #years Choice { width: 1fr; }
    CompareScreen #compared { height: auto; }
    CompareScreen #compared Static { margin: 0 0 1 0; }
    CompareScreen #compared .title { margin: 0; }
    """

    def __init__(self, reviews: Sequence[Review], comparison: Comparison) -> None:
        super().__init__()
        self._reviews = reviews
        self._comparison = comparison

    @classmethod
    async def open(cls, app: MedreviewApp, committee_id: UUID) -> None:
        """Show a committee's newest year beside the one before."""
        reviews = await app.saver.run(operations.years, app.archive, committee_id)
        if len(reviews) < 2:
            app.notify(tr("There is only one year yet; next year there is something to compare."), markup=False)
            return
        before, after = reviews[-2:]
        found = await app.saver.run(operations.compared, app.archive, before.id, after.id)
        await app.push_screen(cls(reviews, found))

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """F6 writes the comparison here."""
        return (*self.OWN_COMMANDS, *(command for command in APP if command.action != "app.export"))

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll():
            with Horizontal(id="years"):
                for name, label in (("before", tr("Earlier")), ("after", tr("Later"))):
                    with Vertical():
                        yield Label(Content(label), classes="label")
                        yield Choice([(str(one.year), one.id) for one in self._reviews], id=name)
            yield Vertical(id="compared")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the two years and let the arrows scroll."""
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(self._show)

    @property
    def committee_id(self) -> UUID:
        """The committee whose years are shown."""
        return self._comparison.after.committee.id

    def concerns(self, changes: Changes) -> bool:
        """Return whether something of the committee changed."""
        return changes.committee_id in (None, self.committee_id)

    async def reload(self) -> None:
        """Load the two years again."""
        await self._compare(self._comparison.before.review.id, self._comparison.after.review.id)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        """Show the chosen years, the earlier one first; the other side makes way where both are the same."""
        ids = [one.id for one in self._reviews]
        places = [ids.index(UUID(str(self.query_one(name, Choice).value))) for name in ("#before", "#after")]
        moved = 0 if event.choice.id == "before" else 1
        if places[0] == places[1]:
            places[1 - moved] += 1 if places[0] == 0 or (moved == 0 and places[0] + 1 < len(ids)) else -1
        before, after = sorted(places)
        self.soon(partial(self._compare, ids[before], ids[after]), "compare")

    def action_shift(self, by: int) -> None:
        """Go some years back or on with both sides; the distance between them stays."""
        ids = [one.id for one in self._reviews]
        shown = self._comparison.before.review.id, self._comparison.after.review.id
        before, after = (ids.index(one) + by for one in shown)
        if before >= 0 and after < len(ids):
            self.soon(partial(self._compare, ids[before], ids[after]), "compare")

    async def action_present(self) -> None:
        """Show the room what stands here, one thing at a time."""
        await self.app.push_screen(CompareRoom(self._comparison))

    def action_write(self) -> None:
        """Let the chair choose whether to read it as plain text, or to what kind of file to write it."""
        document, to_read = (as_document(self._comparison, in_columns=is_seen) for is_seen in (True, False))
        share_comparison(self, self._comparison.after, document, to_read)

    async def _compare(self, before: UUID, after: UUID) -> None:
        found = await self.ask(operations.compared, self.medreview.archive, before, after)
        if found is not None and self.is_open:
            self._comparison = found
            await self._show()

    async def _show(self) -> None:
        comparison = self._comparison
        years = comparing.years(comparison)
        here = tr("{after} beside {before}", before=years[0], after=years[1])
        self.query_one(TitleBar).say_where(comparison.after.committee.name, here=here)
        self.query_one("#before", Choice).choose(comparison.before.review.id)
        self.query_one("#after", Choice).choose(comparison.after.review.id)
        shown = self.query_one("#compared", Vertical)
        async with self.batch():
            await shown.remove_children()
            await shown.mount_all(_sections(comparison, years))


def _sections(comparison: Comparison, years: tuple[str, str]) -> Iterator[Widget]:
    """Yield each part under its heading; one that says nothing says so."""
    for heading, pairs, nothing in comparing.sections(comparison):
        yield Static(Content(heading), classes="title")
        yield Beside(years, pairs) if pairs else Static(Content(nothing), classes="hint")
    yield Static(comparing.same(comparison))


class CompareRoom(Room):
    """Two years side by side for the room."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison

    def slides(self) -> Sequence[Slide]:
        """Return a slide for each matter."""
        return slides(self._comparison)

    def scope(self) -> Scope:
        """Return nothing to write in: it is written in the steps."""
        return Scope(is_locked=True)

    def where(self) -> str:
        """Return the two years."""
        before, after = comparing.years(self._comparison)
        return tr("{after} beside {before}", before=before, after=after)
