"""What every dialog shares: a framed box over the screen, closed with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from medreview.tui.app import MedreviewApp

T = TypeVar("T")


class Dialog(ModalScreen[T]):
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
    Dialog OptionList { height: auto; max-height: 16; border: none; background: $background; padding: 0; }
    Dialog OptionList:focus { border: none; background-tint: $background 0%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False, priority=True)]

    @property
    def medreview(self) -> MedreviewApp:
        """The app, with its archive and settings."""
        return cast("MedreviewApp", self.app)

    async def action_close(self) -> None:
        """Leave the question unanswered."""
        self.dismiss(None)
