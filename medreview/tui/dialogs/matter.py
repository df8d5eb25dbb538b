"""Write a matter of the annual wheel: what it is, in which months, and whether it is for all committees."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button

from medreview.domain.wheel import WheelMatter
from medreview.i18n import tr
from medreview.tui.dialogs.base import Dialog
from medreview.tui.screens.storing import Storing
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Scope
from medreview.tui.widgets.row import Row


class Matter(Dialog[bool], Storing):
    """The form of one matter, stored as it is written; True where it should go from the wheel."""

    def __init__(self, matter: WheelMatter) -> None:
        super().__init__()
        self._matter = matter

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="box", can_focus=False) as box:
            box.border_title = Content(tr("Annual wheel"))
            yield Form(WheelMatter, ("text", "months", "fixed"), lambda scope: scope.owner)
            with Row(classes="buttons"):
                yield Button(Content(tr("Done (Esc)")), id="done", classes="main", compact=True)
                yield Button(Content(tr("Remove from the wheel")), id="remove", compact=True)

    def on_mount(self) -> None:
        """Show the matter."""
        self.query_one(Form).show(Scope(owner=self._matter, is_locked=bool(self.medreview.read_only)))

    @on(Button.Pressed, "#done")
    async def action_close(self) -> None:
        """Store what is typed and close."""
        await self.flush()
        self.dismiss(False)

    @on(Button.Pressed, "#remove")
    async def _pressed_remove(self) -> None:
        await self.flush()
        self.dismiss(True)
