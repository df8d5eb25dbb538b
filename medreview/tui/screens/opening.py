"""The first frame: shown at once, while what takes longer is loaded behind it."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from medreview.i18n import tr
from medreview.tui.screens.ending import Ending


class Opening(Ending[None]):
    """The name of the program, for the blink of an eye."""

    DEFAULT_CSS = """
    Opening { align: center middle; }
    Opening Static { width: auto; color: $muted; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Content(tr("Opening the archive …")))
