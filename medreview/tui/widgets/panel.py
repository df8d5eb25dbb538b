"""Text that is worked out from the review: tables, hints, sums."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

from medreview.tui.text import say
from medreview.tui.widgets.part import Scope


class Panel(Static):
    """Text worked out from the scope; hidden while there is none."""

    DEFAULT_CSS = """
    Panel { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, render: Callable[[Scope], Content], *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._text_of = render

    def show(self, scope: Scope) -> None:
        """Work the text out again."""
        text = self._text_of(scope)
        self.display = bool(text)
        say(self, text)
