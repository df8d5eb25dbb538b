"""A line to type in that does not move anything else."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widgets import Input

from medreview.tui.text import without_commands


class LineInput(Input):
    """An input as wide as its place: a longer text scrolls inside it, so a key need not lay out the whole screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+a", "select_all", show=False)]
    """As everywhere on Windows; Home goes to the start."""

    virtual_size = Reactive(Size(0, 0), layout=False)

    def validate_value(self, value: str) -> str:
        """Return what stands in the input without anything that a terminal would obey."""
        return without_commands(value)

    def on_key(self, event: events.Key) -> None:
        """Tab and Enter take what is offered, as in a spreadsheet: what is seen is what is stored. Delete waives it."""
        if not self._offers:
            return
        if event.key in ("tab", "enter"):
            self.take_offered()
        if event.key in ("enter", "delete"):
            self._suggestion = ""
            event.stop()
            event.prevent_default()

    def on_blur(self) -> None:
        """Show the beginning of a text that is wider than its place: who reads along looks for the first name."""
        self.scroll_to(x=0, animate=False, force=True)

    def on_focus(self) -> None:
        """Show the cursor, which a click puts where it is first."""
        if self.content_width > self.scrollable_content_region.width:
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        if self.has_focus:
            self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def take_offered(self) -> None:
        """Let stand what is offered where it is seen."""
        if self._offers:
            self.action_cursor_right()

    @property
    def _offers(self) -> bool:
        return self.cursor_at_end and len(self._suggestion) > len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Paste all the lines of what was copied, one after the other, not just the first."""
        event.text = event.text.strip("\n").replace("\n", " ")
