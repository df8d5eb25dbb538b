"""The ways on from where no committee is shown: at the first start, and when an archive cannot be opened."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain.errors import Refusal
from medreview.i18n import N_, current, tr
from medreview.tui.commands import WITHOUT_COMMITTEE, Command
from medreview.tui.screens.page import Page
from medreview.tui.widgets.bars import KeyBar, TitleBar


@dataclass(frozen=True)
class Way:
    """One way on: what it is called, what it means, and the action of the screen."""

    label: str
    meaning: str
    action: str


EXAMPLE: Final = Way(
    N_("Look at the example"),
    N_("An invented municipality with three committees. Try everything; it is a copy of its own."),
    "open_example",
)


class WaysScreen(Page):
    """An introduction and a few ways on, picked by arrows, mouse or digit."""

    WAYS: ClassVar[tuple[Way, ...]] = ()
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    WaysScreen OptionList { margin: 1 0; max-height: 200; }
    WaysScreen OptionList > .option-list--option { padding: 0 1 1 1; }
    """

    @property
    def shown_commands(self) -> tuple[Command, ...]:
        """The commands that mean something while there is no committee."""
        return WITHOUT_COMMITTEE

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on, in their order."""
        return self.WAYS

    def prefer(self, action: str) -> None:
        """Go to a way that opened just now, unless somebody has moved already."""
        ways = self.query_one("#ways", OptionList)
        first = next((index for index, one in enumerate(ways.options) if not one.disabled and one.id != action), None)
        if ways.highlighted == first:
            ways.highlighted = ways.get_option_index(action)

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield from self.introduction()
            yield OptionList(*self._options(), id="ways", markup=False)
            yield Static(id="progress", classes="hint")
        yield KeyBar()

    def introduction(self) -> Iterator[Widget]:
        """Yield what stands above the ways."""
        yield from ()

    def _options(self) -> Iterator[Option]:
        for number, way in enumerate(self.ways, start=1):
            yield Option(self._prompt(number, tr(way.label), tr(way.meaning)), id=way.action)

    def _prompt(self, number: int, label: str, meaning: str) -> Content:
        return Content.assemble(f"{number}  ", (label, "bold"), "\n", (meaning, "$muted"))

    def tell(self, action: str, meaning: str, *, can_be_chosen: bool = True) -> None:
        """Say of one of the ways what is known by now."""
        ways = self.query_one("#ways", OptionList)
        number, way = next((number, way) for number, way in enumerate(self.ways, start=1) if way.action == action)
        ways.replace_option_prompt(action, self._prompt(number, tr(way.label), meaning))
        if can_be_chosen:
            ways.enable_option(action)
        else:
            ways.disable_option(action)

    def on_mount(self) -> None:
        """Be ready for a choice."""
        self.query_one(TitleBar).say_where("medreview")
        self.query_one("#ways").focus(scroll_visible=False)

    def stored_words(self) -> str:
        """Nothing is stored yet, so nothing is said of it."""
        return ""

    @on(OptionList.OptionHighlighted, "#ways")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """On a small screen the page follows: its beginning stays in sight with the first ways."""
        page = self.query_one(VerticalScroll)
        if event.option_index < len(self.ways) / 2:
            page.scroll_home(animate=False)
        else:
            page.scroll_end(animate=False)

    @on(OptionList.OptionSelected, "#ways")
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        await self.run_action(f"screen.{event.option_id}")

    async def on_key(self, event: events.Key) -> None:
        """A digit picks a way, counted from 1."""
        digit = int(event.character) if event.character and event.character.isdecimal() else 0
        ways = self.query_one("#ways", OptionList)
        if 1 <= digit <= len(self.ways) and not (ways.disabled or ways.get_option_at_index(digit - 1).disabled):
            event.stop()
            await self.run_action(f"screen.{self.ways[digit - 1].action}")

    @contextmanager
    def working(self, words: str) -> Iterator[None]:
        """Say what is done, which takes a moment; meanwhile nothing can be chosen."""
        progress, ways = self.query_one("#progress", Static), self.query_one("#ways", OptionList)
        progress.update(Content(words))
        ways.disabled = True
        try:
            yield
        finally:
            ways.disabled = False
            progress.update("")
            ways.focus(scroll_visible=False)

    def action_open_example(self) -> None:
        """Open a fresh copy of the example."""
        self.soon(self._open_example, "example")

    async def _open_example(self) -> None:
        with self.working(tr("Writing the example: three committees, three years …")):
            path = await self.ask(_write_example, current().language)
        if path is not None:
            self.in_background(partial(self.medreview.open_archive, path))


def _write_example(language: str) -> Path:
    """Write the example to a folder of its own, which is gone when the program ends, and return the path."""
    from medreview.example import create_example

    try:
        folder = mkdtemp(prefix="medreview-")
    except OSError as error:
        raise Refusal("cannot_write", path=error.filename) from error
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder, "example.medreview")
    create_example(path, language, date.today())
    return path
