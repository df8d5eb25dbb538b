"""What is shown where the window is too small for any screen; what stands on the screen stays as it is below it."""

from __future__ import annotations

from typing import Final, TypeVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from medreview.i18n import tr
from medreview.tui.styling import StylingApp

R = TypeVar("R")

LEAST: Final = Size(60, 16)
"""Columns and rows without which no screen is whole."""

_LEAVE: Final = "ctrl+q"


class TooSmall(Static):
    """Covers the screen and says what to do; keys do nothing below it."""

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
        now, least = self.app.size, LEAST
        sizes = tr("Now {now}, at least {least}.", now=_written(now), least=_written(least))
        self.update(
            Content("\n\n").join(
                [
                    Content.styled(tr("The window is too small"), "bold $accent"),
                    Content(tr("Make it larger, or its text smaller: Ctrl and −.")),
                    Content(tr("Nothing is lost: all that is written stays.")),
                    Content.styled(sizes, "$muted"),
                ]
            )
        )


class FittingApp(StylingApp[R]):
    """An app that asks for a larger window where no screen fits in; meanwhile keys change nothing that is not seen."""

    def on_mount(self) -> None:
        """Look at each screen that comes."""
        self.screen_change_signal.subscribe(self, lambda _screen: self._fit())

    @property
    def is_too_small(self) -> bool:
        """Whether no screen is whole in this window."""
        return self.size.width < LEAST.width or self.size.height < LEAST.height

    async def on_event(self, event: events.Event) -> None:
        """Keep keys and what is pasted from fields that are not seen; quitting always works."""
        blind = isinstance(event, events.Paste) or (isinstance(event, events.Key) and event.key != _LEAVE)
        if blind and self.is_too_small:
            return
        await super().on_event(event)
        if isinstance(event, events.Resize):
            self._fit()

    def _fit(self) -> None:
        """Cover the screen on top, or uncover what was covered."""
        for screen in self.screen_stack:
            covers = [one for one in screen.children if isinstance(one, TooSmall)]
            if not self.is_too_small:
                for cover in covers:
                    cover.remove()
            elif screen is self.screen and not covers:
                screen.mount(TooSmall())


def _written(size: Size) -> str:
    return f"{size.width} × {size.height}"
