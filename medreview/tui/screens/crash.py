"""What is shown after an unexpected error: where the data is and that it is safe, where the log is, and the ways on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from medreview.i18n import N_, tr
from medreview.tui.crashing import CrashingApp
from medreview.tui.text import literal
from medreview.tui.themes import THEMES
from medreview.tui.widgets.bars import TitleBar


class Answer(Enum):
    """What the user wants after an unexpected error."""

    GO_ON = "go_on"
    FRONT_PAGE = "front_page"
    QUIT = "quit"


@dataclass(frozen=True)
class Crash:
    """What is told of an unexpected error."""

    archive: Path
    log: Path
    is_noted: bool = True
    """Whether the log could be written."""
    is_all_stored: bool = True
    """Whether what stood in the fields at that moment could be stored."""
    is_repeated: bool = False
    """Whether going on has led to an error before."""

    is_there: bool = True
    """Whether the archive lies in its place; at a first start there is none yet."""

    def stored_words(self) -> str:
        """Return what became of the data."""
        if not self.is_there:
            return tr("There is no archive in its place, so that what you typed last is not stored:")
        if self.is_all_stored:
            return tr("Your data is safe. Everything you typed is stored in this file:")
        return tr("Your data is safe. Only what you typed in the last second may be missing from this file:")

    def log_words(self) -> str:
        """Return where it is noted."""
        if self.is_noted:
            return tr("Where in the program it happened stands in the log, with nothing of what you wrote:")
        return tr("The log could not be written:")


_WAYS: Final[tuple[tuple[Answer, str, str], ...]] = (
    (Answer.GO_ON, N_("Go on"), N_("Open the archive again at the same place.")),
    (Answer.FRONT_PAGE, N_("Go on from the front page"), N_("If the same place leads to the error again.")),
    (Answer.QUIT, N_("Quit"), N_("The next start goes on where you were.")),
)


class CrashApp(CrashingApp[Answer]):
    """Tells of an unexpected error and returns how to go on."""

    TITLE = "medreview"
    CSS_PATH = "../medreview.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,escape", "leave", show=False, priority=True)]
    DEFAULT_CSS = """
    CrashApp VerticalScroll { padding: 1 2 0 2; scrollbar-size-vertical: 1; }
    CrashApp VerticalScroll Static { height: auto; max-width: 100; }
    CrashApp .title { text-style: bold; color: $accent; margin: 0 0 1 0; }
    CrashApp .path { color: $muted; margin: 0 0 1 0; }
    CrashApp OptionList { height: auto; border: none; background: $background; padding: 0; max-width: 100; }
    CrashApp OptionList:focus { border: none; background-tint: $background 0%; }
    CrashApp OptionList > .option-list--option { padding: 0 1 0 1; }
    """

    def __init__(self, crash: Crash, theme: str) -> None:
        super().__init__()
        self.logs = crash.log.parent
        self._crash = crash
        self._ways = [way for way in _WAYS if way[0] is not Answer.FRONT_PAGE or crash.is_repeated]
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(Content(tr("Something went wrong in medreview")), classes="title")
            yield Static(Content(self._crash.stored_words()))
            yield Static(literal(str(self._crash.archive)), classes="path")
            yield Static(Content(f"{tr('It was an error of the program, not yours.')} {self._crash.log_words()}"))
            yield Static(literal(str(self._crash.log)), classes="path")
            yield OptionList(*self._options(), id="ways", markup=False)

    def _options(self) -> list[Option]:
        labels = [
            Content.assemble(f"{number}  ", (tr(label), "bold"), "\n   ", (tr(meaning), "$muted"))
            for number, (_, label, meaning) in enumerate(self._ways, start=1)
        ]
        return [Option(label) for label in labels]

    def on_mount(self) -> None:
        """Be ready for an answer."""
        self.query_one(TitleBar).say_where("medreview")
        self.query_one("#ways").focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.exit(self._ways[event.option_index][0])

    def on_key(self, event: events.Key) -> None:
        """A digit picks a way, counted from 1."""
        if event.character and event.character.isdigit() and 1 <= int(event.character) <= len(self._ways):
            event.stop()
            self.exit(self._ways[int(event.character) - 1][0])

    def action_leave(self) -> None:
        """Quit."""
        self.exit(Answer.QUIT)
