"""An archive cannot be opened: what is wrong, that nothing was touched, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.errors import Refusal
from medreview.i18n import N_, current, tr
from medreview.tui.screens.ways import EXAMPLE, Way, WaysScreen
from medreview.tui.text import literal


class ProblemScreen(WaysScreen):
    """Shown in the place of an archive that cannot be opened."""

    WAYS: ClassVar[tuple[Way, ...]] = (
        Way(N_("Try again"), N_("When the file is back, or closed in the other program."), "try_again"),
        Way(N_("Open another archive"), N_("A copy, or an archive that lies in another folder."), "open_archive"),
        EXAMPLE,
        Way(N_("Quit"), N_("Nothing was changed."), "leave"),
    )

    def __init__(self, refusal: Refusal) -> None:
        super().__init__()
        self._refusal = refusal

    def introduction(self) -> Iterator[Widget]:
        """Yield what is wrong."""
        sentence = current().refusal(self._refusal.code, **self._refusal.params)
        yield Static(Content(tr("The archive could not be opened")), classes="title")
        yield Static(literal(sentence))
        yield Static(Content(tr("Show this to whoever looks after your computer, or choose another way on.")))

    def action_try_again(self) -> None:
        """Open the same archive again."""
        self.in_background(partial(self.medreview.open_archive, self.medreview.archive_path))

    def action_open_archive(self) -> None:
        """Open another archive."""
        from medreview.tui.dialogs.files import open_archive_file

        open_archive_file(self.medreview)

    async def action_leave(self) -> None:
        """Close the program."""
        await self.medreview.action_leave()
