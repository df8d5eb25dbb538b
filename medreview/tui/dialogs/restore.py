"""Restore a backup: what that takes back, and whether it is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from medreview.domain.errors import Refusal
from medreview.i18n import tr
from medreview.minutes.difference import Section
from medreview.operations.backup_words import moment_words
from medreview.operations.backups import Backup
from medreview.tui.dialogs.base import Dialog
from medreview.tui.text import literal
from medreview.tui.widgets.row import Row

_AROUND = 6
"""Rows of the screen that are not for what scrolls."""


class RestoreBackup(Dialog[None]):
    """Show the difference and ask; while it restores it cannot be closed, so that nothing needs the archive."""

    DEFAULT_CSS = """
    RestoreBackup #scroll { height: auto; scrollbar-size-vertical: 1; }
    RestoreBackup Static { height: auto; width: 100%; }
    RestoreBackup .said { margin: 0 0 1 0; }
    """

    def __init__(self, backup: Backup, missing: tuple[Section, ...] | None) -> None:
        super().__init__()
        self._backup = backup
        self._missing = missing
        self._is_restoring = False

    def compose(self) -> ComposeResult:
        with Vertical(id="box") as box:
            box.border_title = Content(tr("Restore a backup"))
            with VerticalScroll(id="scroll"):
                happens = tr(
                    "The archive goes back to what it was on {time}. What it is now is kept as a backup first, "
                    "so that you can come back to it.",
                    time=moment_words(self._backup.at),
                )
                yield Static(Content(happens), classes="said")
                yield Static(Content("\n").join(told(self._missing)))
            with Row(classes="buttons"):
                yield Button(Content(tr("Restore")), id="do", classes="main", compact=True)
                yield Button(Content(tr("Not now (Esc)")), id="close", compact=True)

    def on_mount(self) -> None:
        """Be ready for an answer; what scrolls can be reached with Tab."""
        self.query_one("#do").focus()

    def on_resize(self, event: events.Resize) -> None:
        """Let what stands above the buttons scroll, so that they are always seen."""
        self.query_one("#scroll").styles.max_height = max(event.size.height - _AROUND, 1)

    @on(Button.Pressed, "#close")
    async def action_close(self) -> None:
        """Leave it for now."""
        if not self._is_restoring:
            self.dismiss(None)

    @on(Button.Pressed, "#do")
    def _do(self) -> None:
        """Restore, once."""
        if not self._is_restoring:
            self._is_restoring = True
            self.query_one(".buttons").disabled = True
            job: Callable[[], Any] = self._restore
            self.app.run_worker(job, group="background")

    async def _restore(self) -> None:
        """Close the archive, restore it, and open it again whatever came of that."""
        from medreview.operations import whereabouts
        from medreview.operations.restoring import restore_there, restored_words

        app = self.medreview
        path, place = app.archive_path, await app.saver.run(whereabouts.last_place, app.archive)
        await app.saver.run(app.close_archive)
        said: dict[str, Any] = {}
        try:
            words = restored_words(await app.saver.run(restore_there, path, self._backup, place))
        except Refusal as refusal:
            said["refusal"] = refusal
        await app.open_archive(path)
        if said:
            app.show_refusal(said["refusal"])
        else:
            app.notify(words, timeout=12, markup=False)


def told(missing: tuple[Section, ...] | None) -> Iterator[Content]:
    """Yield what changed since a backup, part by part."""
    if missing is None:
        yield Content(tr("What changed since then cannot be told."))
    elif not missing:
        yield Content(tr("Nothing changed since then."))
    else:
        yield Content.styled(tr("Changed since then:"), "bold")
    for section in missing or ():
        yield literal(section.heading, "$accent")
        yield from (literal(f"• {line}") for line in section.lines)
