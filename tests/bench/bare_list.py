"""The smallest Textual app with a list: what a key in a list costs is measured against it."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList


class BareList(App[None]):
    """A header, a list of as many rows as a review has goals, and a footer."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield OptionList(*(f"READY {number}: what stands in a row of a list" for number in range(1, 9)))
        yield Footer()


if __name__ == "__main__":
    BareList().run()
