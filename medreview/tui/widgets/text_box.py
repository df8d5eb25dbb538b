"""A text of several lines, with the keys that a line has."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea


class TextBox(TextArea):
    """A text in which Ctrl+A chooses everything, so that what one types replaces it, as in a line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]
