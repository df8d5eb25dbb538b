"""Pick one row of a list, by arrows, mouse or the digit in front of it."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from medreview.tui.dialogs.base import Dialog
from medreview.tui.fitting import FEWEST

_MOST_ROWS: Final = 16
_FRAME: Final = 2


class Pick(Dialog[str]):
    """Return the key of the row that was picked; None where nothing was."""

    LEAST: ClassVar[Size] = FEWEST

    def __init__(self, title: str, rows: Sequence[tuple[VisualType, str]]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            yield OptionList(*(Option(prompt, id=key) for prompt, key in self._rows), compact=True, markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Let the list scroll where there is no room for all of it."""
        self.query_one(OptionList).styles.max_height = max(min(_MOST_ROWS, event.size.height - _FRAME), 1)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def on_key(self, event: events.Key) -> None:
        """A digit picks the row of that number, counted from 0."""
        if event.character and event.character.isdigit() and int(event.character) < len(self._rows):
            event.stop()
            self.dismiss(self._rows[int(event.character)][1])
