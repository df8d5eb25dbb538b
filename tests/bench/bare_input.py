"""The smallest Textual app that one can type in: what a key costs is measured against it."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input


class BareInput(App[None]):
    """A header, an input and a footer."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="READY")
        yield Footer()


if __name__ == "__main__":
    BareInput().run()
