"""What was rescued of a damaged archive, and how to go on with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from medreview.domain.cleaning import clean_line
from medreview.i18n import N_, tr
from medreview.tui.screens.ways import Way, WaysScreen
from medreview.tui.text import literal

if TYPE_CHECKING:
    from medreview.operations.rescue import Rescue


class RescuedScreen(WaysScreen):
    """Shown after a rescue: what came through, what did not, and where both files are."""

    WAYS: ClassVar[tuple[Way, ...]] = (
        Way(N_("Look at what was rescued"), N_("It opens as an archive of its own."), "look"),
        Way(
            N_("Go on with it from now on"),
            N_("It takes the place of the damaged archive; of that one a copy is kept, byte for byte."),
            "go_on",
        ),
        Way(N_("Back"), N_("Both files stay where they are."), "back"),
    )

    def __init__(self, rescue: Rescue, path: Path) -> None:
        super().__init__()
        self._rescue = rescue
        self._path = path

    def introduction(self) -> Iterator[Widget]:
        """Yield the report."""
        from medreview.operations.rescue import rescue_lines

        yield Static(Content(tr("What could be read is rescued")), classes="title")
        yield Static(literal("\n".join(rescue_lines(self._rescue))), classes="below")
        yield Static(Content(tr("New archive: {path}", path=clean_line(str(self._rescue.path)))), classes="hint")
        yield Static(
            Content(tr("Copy of the damaged one: {path}", path=clean_line(str(self._rescue.kept)))), classes="hint"
        )

    def action_look(self) -> None:
        """Open the new archive."""
        self.in_background(partial(self.medreview.open_archive, self._rescue.path))

    def action_go_on(self) -> None:
        """Put the new archive in the place of the damaged one."""
        self.soon(self._go_on, "help")

    async def _go_on(self) -> None:
        from medreview.operations.backups import backup_of
        from medreview.operations.restoring import restore

        with self.working(tr("Putting it in its place …")):
            backup = await self.ask(backup_of, self._rescue.path)
            restored = None if backup is None else await self.ask(restore, self._path, backup)
        if restored is not None:
            self.in_background(partial(self.medreview.open_archive, self._path))
