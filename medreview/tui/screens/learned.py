"""What others can learn, from all years and committees in one list: find by typing, read, share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain.learned import LearnedPoint, matching
from medreview.i18n import ntr, tr
from medreview.operations import learning
from medreview.operations.changes import Changes
from medreview.tui.commands import APP, BACK, LEARNED, Command
from medreview.tui.dialogs.finder import Typed
from medreview.tui.marks import marked
from medreview.tui.screens.page import Page
from medreview.tui.searching import go_to
from medreview.tui.sharing import share
from medreview.tui.text import literal, one_line, say
from medreview.tui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

_MOST: Final = 50
"""Rows at a time: nobody reads more, and a word narrows them down."""


class LearnedScreen(Page):
    """The points, the newest year first; Enter shows the goal over the years."""

    OPENED_BY: ClassVar[str] = "learned"
    INSTEAD_OF: ClassVar[str] = "export"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (*LEARNED, *BACK)
    DEFAULT_CSS = """
    LearnedScreen > Vertical { padding: 1 2 0 2; align-horizontal: center; }
    LearnedScreen #count { height: 1; max-width: 100; color: $muted; margin: 0 0 1 0; }
    LearnedScreen Typed { max-width: 100; margin: 0 0 0 0; }
    LearnedScreen Typed > .input--placeholder { color: $muted; }
    LearnedScreen OptionList { height: 1fr; max-width: 100; scrollbar-size-vertical: 1; }
    LearnedScreen OptionList > .option-list--option-highlighted { background: $cursor; color: $text; }
    LearnedScreen OptionList > .option-list--separator { color: $panel; }
    LearnedScreen .hint { display: none; max-width: 100; height: auto; }
    LearnedScreen.-nothing .hint { display: block; }
    LearnedScreen.-nothing OptionList { display: none; }
    """

    def __init__(self, points: Sequence[LearnedPoint]) -> None:
        super().__init__()
        self._points = points
        self._found: Sequence[LearnedPoint] = points

    @classmethod
    async def open(cls, app: MedreviewApp) -> None:
        """Show the points of the archive."""
        await app.push_screen(cls(await app.saver.run(learning.learned, app.archive)))

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """F6 writes this list here."""
        return (*self.OWN_COMMANDS, *(command for command in APP if command.action != "app.export"))

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Vertical():
            yield Typed(placeholder=tr("Type to search"), compact=True)
            yield Static(id="count")
            yield Static(Content(self._hint), classes="hint")
            rows = OptionList(compact=True, markup=False)
            rows.can_focus = False
            yield rows
        yield KeyBar()

    @property
    def _hint(self) -> str:
        if self._points:
            return tr("Nothing found. Delete a letter or two.")
        return tr("Nothing here yet. What is written in “Look back” under “What can others learn?” is collected here.")

    def on_mount(self) -> None:
        """Show all points; whoever types finds among them."""
        self.query_one(TitleBar).say_where(tr("All committees"), here=tr("Lessons learned"))
        self.query_one(Typed).focus()
        self._find("")

    def concerns(self, changes: Changes) -> bool:
        """Return whether anything changed that a point could come from."""
        return bool(changes.kinds)

    async def reload(self) -> None:
        """Load the points again; the chosen one stays chosen."""
        points = await self.ask(learning.learned, self.medreview.archive)
        if points is None:
            return
        chosen = self._chosen
        self._points = points
        self._find(self.query_one(Typed).value)
        kept = (place for place, one in enumerate(self._found) if chosen and one.id == chosen.id)
        self.query_one(OptionList).highlighted = next(kept, 0 if self._found else None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, typed: str) -> None:
        """Show the points that fit what is typed."""
        self._found = matching(self._points, typed)
        shown = self._found[:_MOST]
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(one for point in shown for one in (Option(_row(point)), None))
        rows.highlighted = 0 if shown else None
        self.set_class(not shown, "-nothing")
        say(self.query_one("#count", Static), Content(_count(len(shown), len(self._found))))

    @property
    def _chosen(self) -> LearnedPoint | None:
        place = self.query_one(OptionList).highlighted
        return self._found[place] if place is not None and place < len(self._found) else None

    def action_step(self, by: int) -> None:
        """Move in the list."""
        rows = self.query_one(OptionList)
        if rows.option_count:
            rows.highlighted = max(0, min((rows.highlighted or 0) + by, rows.option_count - 1))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    async def _history(self) -> None:
        """Show the chosen point's goal over the years."""
        from medreview.tui.screens.history import HistoryScreen

        point = self._chosen
        years = await self.ask(learning.history_of, self.medreview.archive, point) if point else None
        if years:
            await self.app.push_screen(HistoryScreen(years))

    async def action_look_back(self) -> None:
        """Go to the review in which the chosen point was written."""
        point = self._chosen
        place = await self.ask(learning.place_of, self.medreview.archive, point) if point else None
        if place is not None:
            await go_to(self.medreview, place)

    def action_write(self) -> None:
        """Let the chair choose what kind of file to write what is shown to."""
        if not self._found:
            self.notify(self._hint, markup=False)
            return
        share(self, self._found)


def _count(shown: int, found: int) -> str:
    if shown < found:
        return tr("The newest {shown} of {found} are shown; another word narrows it down", shown=shown, found=found)
    count = ntr("{count} lesson", "{count} lessons", found) if found else ""
    return f"{count} · {tr('Enter shows the goal over the years')}" if count else ""


def _row(point: LearnedPoint) -> Content:
    """Where and when, the goal and what came of it, and below what others can learn."""
    where = one_line(f"{point.year} · {point.committee}", "bold $accent")
    goal = one_line(point.goal or tr("Not written yet"), "$muted")
    head = Content.assemble(where, "  ", marked(point.outcome))
    return Content("\n").join([head, goal, literal(point.text.strip())])
