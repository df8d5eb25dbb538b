"""The smallest Textual app with two screens that show next to nothing: the least that going to and fro costs."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Footer, Header, Static


class BareScreen(Screen[None]):
    """A header, a word and a footer."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(self._word)
        yield Footer()


class BareScreens(App[None]):
    """Ctrl+N and Ctrl+B show the screen that is not shown; both stay as they are."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+n", "turn", "Next"), ("ctrl+b", "turn", "Previous")]

    def on_mount(self) -> None:
        """Show the first one."""
        for name in ("one", "other"):
            self.install_screen(BareScreen(name.upper() * 20), name)
        self.push_screen("one")

    def action_turn(self) -> None:
        """Show the other one."""
        self.switch_screen("other" if self.screen is self.get_screen("one") else "one")


if __name__ == "__main__":
    sys.exit(BareScreens().run())
