"""Words in a row that breaks between them, never inside one."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from medreview.tui.text import say


class Flow(Static):
    """Words side by side, on as many lines as they need."""

    DEFAULT_CSS = """
    Flow { height: auto; }
    """

    def __init__(self, words: Sequence[Content] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = words

    def show_words(self, words: Sequence[Content]) -> None:
        """Show other words."""
        self._words = words
        self.on_resize()

    def on_resize(self) -> None:
        """Break the row anew."""
        width = self.content_size.width or 60
        lines: list[list[Content]] = [[]]
        for word in self._words:
            used = sum(one.cell_length + 2 for one in lines[-1])
            if lines[-1] and used + word.cell_length > width:
                lines.append([])
            lines[-1].append(word)
        say(self, Content("\n").join(Content("  ").join(line) for line in lines))
