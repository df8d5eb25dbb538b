"""The backups of the archive: when each was made, what changed since, and the way back to it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from medreview.domain.cleaning import clean_line
from medreview.i18n import N_, current, tr
from medreview.minutes.difference import Section
from medreview.operations.backup_words import moment_words, size_words
from medreview.operations.backups import Backup, Room, backups, folder_of, room_for_backups
from medreview.operations.changes import Changes
from medreview.operations.restoring import missing_since
from medreview.tui.commands import BACK, Command
from medreview.tui.dialogs.restore import RestoreBackup, told
from medreview.tui.screens.page import Page
from medreview.tui.text import literal, one_line
from medreview.tui.widgets.bars import KeyBar, TitleBar
from medreview.tui.widgets.facts import Fact, Facts
from medreview.tui.widgets.row import Row

if TYPE_CHECKING:
    from medreview.domain.errors import Refusal

_REASONS: Final = {
    "regular": N_("automatic"),
    "asked": N_("made by you"),
    "approve": N_("before an approval"),
    "withdraw": N_("before an approval was withdrawn"),
    "import": N_("before an import"),
    "migrate": N_("before an update of medreview"),
    "restore": N_("before a backup was restored"),
}


class BackupsScreen(Page):
    """All backups, the newest first; below them what changed since the chosen one."""

    OPENED_BY: ClassVar[str] = "backups"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = BACK
    AUTO_FOCUS = "#list"
    DEFAULT_CSS = """
    BackupsScreen #list { max-height: 12; margin: 0 0 1 0; }
    BackupsScreen .buttons { margin: 1 0; }
    BackupsScreen #since { margin: 0 0 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._backups: tuple[Backup, ...] = ()
        self._missing: dict[Path, tuple[Section, ...] | None] = {}

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with VerticalScroll(can_focus=False):
            yield Static(Content(tr("A backup is made while you work, whenever something changed.")), classes="hint")
            yield Facts()
            yield Static(classes="wrong")
            with Row(classes="buttons"):
                yield Button(Content(tr("Back up now")), id="now", classes="main", compact=True)
                yield Button(Content(tr("Restore …")), id="restore", compact=True)
            yield OptionList(id="list", compact=True, markup=False)
            yield Static(id="since")
        yield KeyBar()

    def on_mount(self) -> None:
        """Load the list in the background."""
        self.query_one(TitleBar).say_where("medreview", here=tr("Backups"))
        self.query_one("#now").display = not self.medreview.is_example
        self.query_one("#restore").display = False
        self.soon(self.reload, "reload")

    def concerns(self, changes: Changes) -> bool:
        """What changed since a backup is told anew after any change."""
        return bool(changes.kinds)

    async def reload(self) -> None:
        """Show the backups that there are now; the chosen one stays chosen."""
        path = self.medreview.archive_path
        self._backups = await asyncio.to_thread(backups, path)
        room = await asyncio.to_thread(room_for_backups, path)
        self._missing.clear()
        self.query_one(Facts).show_facts(list(self._facts(room)))
        self.query_one(".wrong", Static).update(Content("\n").join(self._troubles(room)))
        listed = self.query_one("#list", OptionList)
        chosen = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(Option(_row(backup)) for backup in self._backups)
        listed.highlighted = min(chosen, len(self._backups) - 1) if self._backups else None
        if not self._backups:
            self.query_one("#since", Static).update(Content.styled(self._none_yet(), "$muted"))

    def _none_yet(self) -> str:
        if self.medreview.is_example:
            return tr("The example is made anew every time; it has no backups.")
        return tr("There is no backup yet.")

    def _facts(self, room: Room | None) -> Iterator[Fact]:
        yield tr("Folder"), one_line(str(folder_of(self.medreview.archive_path.absolute())))
        if room is not None:
            yield tr("Free space"), Content(size_words(room.free))
        second = self.medreview.settings.backup_folder
        yield tr("Second place"), one_line(second) if second else Content(tr("none; choose one in the settings"))

    def _troubles(self, room: Room | None) -> Iterator[Content]:
        """Yield what hinders backups just now."""
        backing_up = self.medreview.backing_up
        yield from (literal(_sentence(one)) for one in (backing_up.hindered, backing_up.missed) if one)
        if room is not None and room.is_short:
            yield Content(tr("There is little room on the disk."))

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        backup = self._backups[event.option_index]
        self.query_one("#restore").display = backup.is_verified
        self.soon(partial(self._tell_since, backup), "since")

    async def _tell_since(self, backup: Backup) -> None:
        since = self.query_one("#since", Static)
        since.update(Content.styled(tr("Looking at what changed since then …"), "$muted"))
        missing = await self._missing_since(backup)
        since.update(Content("\n").join(told(missing)))

    async def _missing_since(self, backup: Backup) -> tuple[Section, ...] | None:
        if backup.path not in self._missing:
            self._missing[backup.path] = await asyncio.to_thread(missing_since, backup, self.medreview.archive_path)
        return self._missing[backup.path]

    @on(Button.Pressed, "#now")
    def _back_up_now(self) -> None:
        """Make a backup, whether something changed or not; a second press meanwhile is not heard."""
        if not any(worker.group == "backup" and worker.node is self for worker in self.workers if worker.is_running):
            self.soon(self._back_up, "backup")

    async def _back_up(self) -> None:
        await self.medreview.flush()
        made = await self.medreview.backing_up.back_up(always=True)
        await self.reload()
        if made is not None:
            self.notify(tr("Backed up: {name}", name=clean_line(made.path.name)), markup=False)

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#restore")
    def _restore(self) -> None:
        """Ask whether the chosen backup is to be restored."""
        place = self.query_one("#list", OptionList).highlighted
        if place is not None and self._backups[place].is_verified:
            self.soon(partial(self._ask, self._backups[place]), "restore")

    async def _ask(self, backup: Backup) -> None:
        await self.medreview.flush()
        if self.medreview.saver.waiting:
            self.notify(tr("Something is not stored yet. Restore the backup when it is."), markup=False)
            return
        await self.app.push_screen(RestoreBackup(backup, await self._missing_since(backup)))


def _row(backup: Backup) -> Content:
    """Return when a backup was made, how large it is and why it was made, or that it is damaged."""
    state = tr(_REASONS[backup.reason]) if backup.reason in _REASONS else ""
    parts = [moment_words(backup.at), size_words(backup.size), state]
    mark = ("√ ", "$good") if backup.is_verified else (f"× {tr('damaged')} · ", "$bad")
    return Content.assemble(mark, " · ".join(part for part in parts if part))


def _sentence(refusal: Refusal) -> str:
    return current().refusal(refusal.code, **refusal.params)
