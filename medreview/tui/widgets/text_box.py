"""A text of several lines, with the keys that a line has."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.widgets import TextArea


class TextBox(TextArea):
    """A text in which Ctrl+A chooses everything, so that what one types replaces it, as in a line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]

    _was = Size()

    def on_resize(self, event: events.Resize) -> None:
        """Draw all lines again: Textual breaks them anew after it has drawn, and leaves it where they stay as many.

        A text that is only shown again, as wide and as high as before, keeps its lines as they are.
        """
        if event.size == self._was:
            event.prevent_default()
        else:
            self.refresh()
        self._was = event.size
