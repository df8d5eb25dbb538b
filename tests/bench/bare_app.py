"""The smallest Textual app that shows something: the start of the app is measured against it."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class BareApp(App[None]):
    """A header, a word and a footer."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("READY")
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
