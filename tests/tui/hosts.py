"""The smallest apps in which a widget of the screens works alone."""

from collections.abc import Callable
from typing import TypeVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from medreview.tui.themes import THEMES
from medreview.tui.widgets.form import Form
from medreview.tui.widgets.part import Part, Scope
from medreview.tui.widgets.records import Records

M = TypeVar("M", bound=Message)


class Host(App[None]):
    """Shows one widget and keeps what it posts."""

    def __init__(self, make: Callable[[], Widget], scope: Scope | None = None) -> None:
        super().__init__()
        self._make = make
        self._scope = scope
        self.posted: list[Message] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield self._make()

    def on_mount(self) -> None:
        """Show the scope in the widget."""
        if self._scope is not None:
            for part in self.screen.children:
                if isinstance(part, Part):
                    part.show(self._scope)

    def on_form_edited(self, message: Form.Edited) -> None:
        self.posted.append(message)

    def on_records_added(self, message: Records.Added) -> None:
        self.posted.append(message)

    def on_records_removed(self, message: Records.Removed) -> None:
        self.posted.append(message)

    def on_records_moved(self, message: Records.Moved) -> None:
        self.posted.append(message)

    def on_records_quick(self, message: Records.Quick) -> None:
        self.posted.append(message)

    def of_kind(self, kind: type[M]) -> list[M]:
        """Return what was posted of one kind."""
        return [message for message in self.posted if isinstance(message, kind)]
