"""Who changed what and when in a review, the newest first; devices and times, no persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from medreview.domain.dossier import Dossier
from medreview.i18n import current, tr
from medreview.minutes.difference import Section
from medreview.minutes.document import with_colon
from medreview.operations.changes_told import Entry, Told, changes_told
from medreview.tui.commands import BACK, Command
from medreview.tui.screens.page import Page
from medreview.tui.text import capitalised, literal, one_line
from medreview.tui.widgets.bars import KeyBar, TitleBar

_LINES: Final = 8
"""As many differences of one step are shown."""


class ChangesScreen(Page):
    """Every change of a review, day by day; what is older is fetched when it is asked for."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    DEFAULT_CSS = """
    ChangesScreen .day { padding: 0 0 0 2; border-left: solid $panel; margin: 0 0 1 0; }
    """

    def __init__(self, dossier: Dossier, told: Told) -> None:
        super().__init__()
        self._dossier = dossier
        self._told = told

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll():
            yield Static(Content(tr("Times and devices are known, no persons.")), classes="hint below")
            yield from _days(self._told.entries)
            yield Button(Content(tr("Earlier changes")), id="earlier", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        committee, year = self._dossier.committee, str(self._dossier.review.year)
        self.query_one(TitleBar).say_where(committee.name, year, here=tr("Changes"))
        self.query_one("#earlier").display = self._told.until is not None
        self.query_one(VerticalScroll).focus()

    @on(Button.Pressed, "#earlier")
    async def _fetch(self) -> None:
        """Show the changes before those that are shown."""
        told = await self.ask(changes_told, self.medreview.archive, self._dossier.review.id, current(), self._told)
        if told is None:
            return
        self._told = told
        button = self.query_one("#earlier")
        await self.query_one(VerticalScroll).mount_all(_days(told.entries), before=button)
        button.display = told.until is not None
        self.query_one(VerticalScroll).focus()


def _days(entries: Sequence[Entry]) -> Iterator[Widget]:
    """Yield each day with what was done on it."""
    for day, done in groupby(entries, key=lambda entry: _moment(entry).date()):
        yield Static(Content(capitalised(current().date(day, weekday=True))), classes="title")
        yield Static(Content("\n").join(line for entry in done for line in _entry(entry)), classes="day")


def _moment(entry: Entry) -> datetime:
    """Return when something was done, by the clock of this device."""
    return entry.at.astimezone()


def _entry(entry: Entry) -> Iterator[Content]:
    """Yield when, where and what, and the differences below."""
    when = current().time(_moment(entry).time())
    name = Content.styled(f"  {capitalised(entry.name)}", "bold") if entry.name else Content("")
    yield Content.assemble((when, "bold $accent"), "  ", one_line(entry.device, "$muted"), name)
    lines = [line for section in entry.sections for line in _lines(section)]
    yield from lines[:_LINES]
    if len(lines) > _LINES:
        yield Content.styled(tr("and {count} more", count=len(lines) - _LINES), "$muted")


def _lines(section: Section) -> list[Content]:
    """Return what differs in a part, its name before the first line."""
    first, *others = section.lines
    return [
        Content.assemble(literal(f"{with_colon(section.heading)} ", "$muted"), literal(first)),
        *map(literal, others),
    ]
