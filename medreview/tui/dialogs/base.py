"""What every dialog shares: a framed box over the screen, closed with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from medreview.tui.screens.ending import Ending

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

T = TypeVar("T")


class Dialog(Ending[T], ModalScreen[T]):
    """A question over the screen; Esc leaves it unanswered."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > #box {
        width: 76; max-width: 96%; height: auto; max-height: 100%; padding: 0 2; background: $background;
        border: solid $accent; border-title-color: $accent; border-title-style: bold;
    }
    Dialog #box > .hint { color: $muted; width: 100%; height: auto; margin: 0 0 1 0; }
    Dialog .buttons { height: auto; margin: 1 0 0 0; }
    Dialog Button {
        min-width: 0; width: auto; margin: 0 1 0 0; padding: 0 1; border: none; background: $panel; color: $text;
    }
    Dialog Button.main { background: $chosen; color: $on-chosen; text-style: bold; }
    Dialog Button:focus { background: $chosen; color: $on-chosen; text-style: bold underline; }
    Dialog Input, Dialog Input.-textual-compact { background: $field; padding: 0 1; }
    Dialog Input:focus { background: $field-focus; background-tint: $field-focus 0%; }
    Dialog OptionList { height: auto; max-height: 16; border: none; background: $background; padding: 0; }
    Dialog OptionList:focus { border: none; background-tint: $background 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "escape", show=False, priority=True)]

    _is_doing = False
    """Whether something is done that cannot be stopped; until its answer is there, the dialog stays."""

    @property
    def medreview(self) -> MedreviewApp:
        """The app, with its archive and settings."""
        return cast("MedreviewApp", self.app)

    async def action_escape(self) -> None:
        """Leave the question unanswered, unless what was answered is being done."""
        if not self._is_doing:
            await self.action_close()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the dialog and what lies over it; a second answer would close the screen below."""
        if not self.is_open:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.pop_screen()
        return super().dismiss(result)

    async def action_close(self) -> None:
        """Leave the question unanswered."""
        self.dismiss(None)
