"""Backing the archive up while one works, in a thread of its own, and saying what hinders it, once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from medreview.domain.errors import Refusal
from medreview.i18n import current, tr
from medreview.operations.backup_words import size_words

if TYPE_CHECKING:
    from textual.timer import Timer

    from medreview.operations.backups import Backup
    from medreview.tui.archive_app import ArchiveApp

START: Final = 5.0
"""Seconds after an archive was opened, when all that the first keys need is loaded."""

EVERY: Final = 600.0
"""Seconds between two looks at whether something changed."""


class BackingUp:
    """Makes the backups of the archive that is open; the example, which is made anew every time, has none."""

    def __init__(self, app: ArchiveApp) -> None:
        self._app = app
        self._timers: list[Timer] = []
        self._told: set[str] = set()
        self._turn = asyncio.Lock()
        self.hindered: Refusal | None = None
        """Why the last backup could not be made."""
        self.missed: Refusal | None = None
        """Why the last backup could not be copied to the second place."""

    def begin(self) -> None:
        """Back up soon, and then as long as the program runs."""
        for timer in self._timers:
            timer.stop()
        self._told.clear()
        self._timers = [self._app.set_timer(START, self._soon), self._app.set_interval(EVERY, self._soon)]

    async def back_up(self, *, always: bool = False) -> Backup | None:
        """Make a backup where something changed since the last one, or `always`; return it, None where none was."""
        if not self._app.has_archive or self._app.is_example or self._app.read_only:
            return None
        from medreview.operations import backups

        make = backups.make_backup if always else backups.make_backup_if_changed
        path, made = self._app.archive_path, None
        async with self._turn:
            self.hindered = None
            try:
                made = await asyncio.to_thread(make, path, "asked" if always else "regular")
            except Refusal as refusal:
                self.hindered = refusal
            await self._copy(path)
        self._app.say_status()
        self._tell(self.hindered, tr("There is no new backup."))
        self._tell(self.missed)
        await self._look_at_room(path)
        return made

    def _soon(self) -> None:
        job: Callable[[], Any] = self.back_up
        self._app.run_worker(job, group="backup")

    async def _copy(self, path: Path) -> None:
        from medreview.operations.backups import copy_to_second_place

        self.missed = None
        if second := self._app.settings.backup_folder:
            try:
                await asyncio.to_thread(copy_to_second_place, path, Path(second))
            except Refusal as refusal:
                self.missed = refusal

    async def _look_at_room(self, path: Path) -> None:
        from medreview.operations.backups import room_for_backups

        room = await asyncio.to_thread(room_for_backups, path)
        if room is not None and room.is_short:
            self._say("room", tr("There is little room on the disk: {free}.", free=size_words(room.free)))

    def _tell(self, refusal: Refusal | None, *more: str) -> None:
        if refusal is not None:
            sentence = current().refusal(refusal.code, **refusal.params)
            self._say(refusal.code, " ".join([*more, sentence]))

    def _say(self, code: str, words: str) -> None:
        """Say it once as long as the archive is open; the list of backups goes on saying it."""
        if code not in self._told:
            self._told.add(code)
            self._app.notify(words, severity="warning", timeout=8, markup=False)
