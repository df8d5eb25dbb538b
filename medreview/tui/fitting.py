"""What is shown where the window is too small for any screen; what stands on the screen stays as it is below it."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from medreview.i18n import tr
from medreview.tui.styling import StylingApp

R = TypeVar("R")

LEAST: Final = Size(60, 16)
"""Columns and rows without which most screens are not whole; those that do with fewer say so as their `LEAST`."""

FEWEST: Final = Size(40, 12)
"""Columns and rows with which what only shows something is still whole."""

_LEAVE: Final = "ctrl+q"
_BACK: Final = "escape"

_WRITTEN_IN: Final = (Input, TextArea)
"""What takes what is typed as it is."""


class TooSmall(Static):
    """Covers the screen and says what to do, and whether keys are heard below it."""

    DEFAULT_CSS = """
    TooSmall {
        overlay: screen; position: absolute; width: 100vw; height: 100vh; padding: 0 2;
        background: $background; color: $text; content-align: center middle; text-align: center;
    }
    """

    def on_mount(self) -> None:
        """Say it."""
        self.on_resize()

    def on_resize(self) -> None:
        """Say how large the window is now."""
        now, least = self.app.size, least_of(self.screen)
        sizes = tr("Now {now}, at least {least}.", now=_written(now), least=_written(least))
        self.update(
            Content("\n\n").join(
                [
                    Content.styled(tr("The window is too small"), "bold $accent"),
                    Content(tr("Make it larger, or its text smaller: Ctrl and −.")),
                    Content(self._about_keys()),
                    Content.styled(sizes, "$muted"),
                ]
            )
        )

    def _about_keys(self) -> str:
        app = self.app
        if isinstance(app, FittingApp) and app.leads_back:
            return tr("Esc goes back.")
        if isinstance(app, FittingApp) and app.is_deaf:
            return tr("Keys are not heard until then. All that is written stays.")
        if isinstance(app.focused, _WRITTEN_IN):
            return tr("Nothing is lost: what you type goes into its field.")
        return tr("Nothing is lost: all that is written stays.")


class FittingApp(StylingApp[R]):
    """An app that asks for a larger window where no screen fits in.

    What somebody is typing meanwhile goes on into its field. The first key that is no text, which would lead out of the
    field or choose what is not seen, is refused aloud, and with it all that follow: they were meant for another place.
    """

    is_deaf = False
    """Whether a key was refused since the window became too small."""

    def on_mount(self) -> None:
        """Look at each screen that comes."""
        self.screen_change_signal.subscribe(self, lambda _screen: self._fit())

    @property
    def is_too_small(self) -> bool:
        """Whether the screen on top is not whole in this window."""
        return not self._has_room(self.screen)

    @property
    def leads_back(self) -> bool:
        """Whether the screen below the one on top is whole, so that leaving this one is no step into the dark."""
        return len(self.screen_stack) > 1 and self.is_too_small and self._has_room(self.screen_stack[-2])

    def _has_room(self, screen: Screen[Any]) -> bool:
        least = least_of(screen)
        return self.size.width >= least.width and self.size.height >= least.height

    async def on_event(self, event: events.Event) -> None:
        """Let keys do nothing that is not seen but write on; quitting always works."""
        if isinstance(event, (events.Key, events.Paste)) and self.is_too_small and not self._is_heard(event):
            self._refuse()
            return
        await super().on_event(event)
        if isinstance(event, events.Resize):
            self._fit()

    def _is_heard(self, event: events.Key | events.Paste) -> bool:
        if isinstance(event, events.Key) and (event.key == _LEAVE or (event.key == _BACK and self.leads_back)):
            return True
        is_text = isinstance(event, events.Paste) or event.is_printable or event.key == "backspace"
        is_line = isinstance(event, events.Key) and event.key == "enter" and isinstance(self.focused, TextArea)
        return (is_text or is_line) and isinstance(self.focused, _WRITTEN_IN) and not self.is_deaf

    def _refuse(self) -> None:
        """Say that keys are not heard."""
        self.is_deaf = True
        self.bell()
        for cover in self.screen.query_children(TooSmall):
            cover.on_resize()

    def _fit(self) -> None:
        """Cover the screen on top, or uncover what was covered."""
        self.is_deaf = self.is_deaf and self.is_too_small
        for screen in self.screen_stack:
            covers = [one for one in screen.children if isinstance(one, TooSmall)]
            if self._has_room(screen):
                for cover in covers:
                    cover.remove()
            elif screen is self.screen and not covers:
                screen.mount(TooSmall())


def least_of(screen: Screen[Any]) -> Size:
    """Return the columns and rows without which a screen is not whole."""
    least = getattr(screen, "LEAST", LEAST)
    return least if isinstance(least, Size) else LEAST


def _written(size: Size) -> str:
    return f"{size.width} × {size.height}"
