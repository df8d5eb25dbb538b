"""The archive is open in another window: it can be looked at, and whoever closes it there can go on here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.cleaning import clean_line
from medreview.i18n import N_, tr
from medreview.tui.entrance import Entrance
from medreview.tui.screens.ways import Way, WaysScreen


class ElsewhereScreen(WaysScreen):
    """Shown in the place of an archive that somebody else writes to."""

    WAYS: ClassVar[tuple[Way, ...]] = (
        Way(N_("Look at it"), N_("Read only: everything can be seen and exported, nothing changed."), "look"),
        Way(N_("Try again"), N_("When it is closed in the other window; nothing else need be done."), "try_again"),
        Way(N_("Open another archive"), N_("A copy, or an archive that lies in another folder."), "open_archive"),
        Way(N_("Quit"), N_("Nothing was changed."), "leave"),
    )

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def introduction(self) -> Iterator[Widget]:
        """Yield what is so, and that nothing is lost by it."""
        yield Static(Content(tr("The archive is open elsewhere")), classes="title")
        yield Static(
            Content(
                tr(
                    "{path} is open in another window or program, perhaps on another computer. "
                    "Only one at a time can write to it, so that nothing is lost.",
                    path=clean_line(str(self._path)),
                )
            )
        )

    def action_look(self) -> None:
        """Open the archive to be read only."""
        self.in_background(self._look)

    async def _look(self) -> None:
        app = self.medreview
        await app.enter(await app.saver.run(Entrance.beside, self._path))

    def action_try_again(self) -> None:
        """Open the archive as usual."""
        self.in_background(partial(self.medreview.open_archive, self._path))

    def action_open_archive(self) -> None:
        """Open another archive."""
        from medreview.tui.dialogs.files import open_archive_file

        open_archive_file(self.medreview)

    async def action_leave(self) -> None:
        """Close the program."""
        await self.medreview.action_leave()
