"""A text of several lines, with the keys that a line has."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea


class TextBox(TextArea):
    """A text in which Ctrl+A chooses everything, so that what one types replaces it, as in a line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    def on_resize(self) -> None:
        """Draw all lines again: Textual breaks them anew after it has drawn, and leaves it where they stay as many."""
        self.refresh()
