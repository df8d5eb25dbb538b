"""The bar above every screen and the bar of keys below it."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from medreview.i18n import tr
from medreview.tui.commands import Command
from medreview.tui.text import one_line, say


class TitleBar(Horizontal):
    """Where one is, and whether everything is stored."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $text; padding: 0 1; dock: top; }
    TitleBar > .where { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    TitleBar > .clock, TitleBar > .stored { width: auto; padding: 0 0 0 2; }
    TitleBar > .clock { display: none; }
    TitleBar > .-bad { color: $bad; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        yield Static(classes="where")
        yield Static(classes="clock")
        yield Static(classes="stored")

    def say_where(self, *words: str) -> None:
        """Show where one is, from the large to the small; a bar that is just going has no cell any more."""
        for cell in self.query(".where").results(Static):
            say(cell, one_line(" · ".join(word for word in words if word)))

    def say_clock(self, words: str, *, bad: bool = False) -> None:
        """Show how the meeting stands to its plan; nothing while none is held."""
        for cell in self.query(".clock").results(Static):
            cell.display = bool(words)
            cell.set_class(bad, "-bad")
            say(cell, Content(words))

    def say_stored(self, words: str, *, bad: bool = False) -> None:
        """Show whether everything is stored."""
        for cell in self.query(".stored").results(Static):
            cell.set_class(bad, "-bad")
            say(cell, Content(words))


class KeyBar(Static):
    """At most six keys with what they do; a click does the same."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $text; padding: 0 1; dock: bottom; text-wrap: nowrap; }
    """
    LIMIT = 6

    def __init__(self) -> None:
        super().__init__()
        self._hints: list[Content] = []

    def show(self, commands: Iterable[Command]) -> None:
        """Show those commands that belong into the bar."""
        shown = [command for command in commands if command.bar and command.key][: self.LIMIT]
        self._hints = [self._hint(command) for command in shown]
        self._draw()

    def on_resize(self) -> None:
        """Show as many hints as there is room for."""
        self._draw()

    def _draw(self) -> None:
        room = self.content_size.width or 80
        count = len(self._hints)
        while sum(hint.cell_length + 2 for hint in self._hints[:count]) - 2 > room:
            count -= 1
        self.update(Content("  ").join(self._hints[:count]))

    def on_click(self, event: events.Click) -> None:
        """Do what the hint under the mouse says."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    @staticmethod
    def _hint(command: Command) -> Content:
        words = Content.assemble((command.key_name, "bold $accent"), " ", tr(command.label))
        return words.stylize(Style.from_meta({"key": command.key}))
