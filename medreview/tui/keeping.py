"""Keeping what cannot be stored: it waits, is tried again and again, and can be saved at another place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from medreview.domain.errors import Refusal
from medreview.i18n import current, tr
from medreview.tui.commands import key_of
from medreview.tui.crashing import CrashingApp
from medreview.tui.saving import TROUBLE, Edit, Saver

if TYPE_CHECKING:
    from textual.timer import Timer

    from medreview.operations.archives import Archive

P = ParamSpec("P")
T = TypeVar("T")

RETRY: Final = 3.0
"""Seconds until what could not be stored is tried again."""


class KeepingApp(CrashingApp[None]):
    """An app in which nothing that was written is lost because it cannot be stored just now."""

    saver: Saver
    archive_path: Path
    _archive: Archive | None
    _retrying: Timer | None = None

    @property
    def read_only(self) -> str:
        """Why the open archive can only be read; empty where it can be written."""
        return self._archive.read_only if self._archive is not None else ""

    @property
    def can_write(self) -> bool:
        """Whether an archive is open that can be written, now or when what is in the way is gone."""
        return self._archive is not None and not self.read_only

    @abstractmethod
    def note_saved(self) -> None:
        """Remember that something was stored just now, and say so."""

    @abstractmethod
    def show_refusal(self, refusal: Refusal) -> None:
        """Say in words what was refused."""

    @abstractmethod
    def change_settings(self, **values: Any) -> None:
        """Take over choices of the user at once and remember them for the next start."""

    @abstractmethod
    async def flush(self) -> None:
        """Store what is typed on any screen and not yet stored."""

    async def ask(self, operation: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run an operation in the background and return its result; a refusal is shown and gives None."""
        try:
            return await self.saver.run(operation, *args, **kwargs)
        except Refusal as refusal:
            self.show_refusal(refusal)
        return None

    async def keep(self, edit: Edit) -> Refusal | None:
        """Store an edit, after those that wait; return why it was refused. One that could not be stored waits."""
        if self.saver.waiting:
            self._put_off(edit)
            return await self.catch_up()
        try:
            await self._store(edit)
        except Refusal as refusal:
            if refusal.code in TROUBLE and not self.read_only:
                self._put_off(edit)
                self.say_trouble(refusal)
            return refusal
        return None

    async def catch_up(self) -> Refusal | None:
        """Try again to store what waits; return what is in the way. What would be refused anywhere is said and left."""
        for edit in list(self.saver.waiting):
            if edit not in self.saver.waiting:
                continue  # written anew, or stored, while the one before was
            try:
                await self._store(edit)
            except Refusal as refusal:
                if refusal.code in TROUBLE:
                    self.say_status()
                    return refusal
                self.show_refusal(refusal)
            self.saver.settle(edit)
        if not self.saver.waiting and self._retrying is not None:
            self._retrying.stop()
            self._retrying = None
            self.note_saved()
            self.notify(tr("Everything is stored again."), markup=False)
        return None

    async def action_save_elsewhere(self) -> None:
        """Let the chair pick a place, write everything there and go on with that file."""
        from medreview.tui.dialogs.elsewhere import save_elsewhere

        if self._archive is None:
            return
        await self.flush()
        save_elsewhere(self, self._archive)

    def stay_for_unsaved(self, other: Archive | None) -> None:
        """Stay with the archive that is open while something of it is not saved, and say so."""
        if other is not None:
            other.close()
        key = key_of("app.save_elsewhere")
        words = tr("Something here is not saved yet. {key} saves everything at another place; then go on.", key=key)
        self.notify(words, severity="error", timeout=12, markup=False)

    async def go_on_with(self, archive: Archive) -> None:
        """Take a copy of the archive in its place, and store in it what waits."""
        from medreview.operations.changes import Changes
        from medreview.tui.messages import ArchiveChanged

        old, self._archive = self._archive, archive
        self.change_settings(moved=(str(self.archive_path), str(archive.path)))
        self.archive_path = archive.path
        if old is not None:
            await self.saver.run(old.close)
        if self.saver.waiting:
            await self.catch_up()
        self.note_saved()
        words = tr("Saved. From now on you work in {path}; open that file the next time.", path=archive.path)
        self.notify(words, timeout=12, markup=False)
        self.post_message(ArchiveChanged(Changes()))

    async def rescue(self) -> None:
        """Write what waits to a copy at the first place that takes it: nobody can be asked any more."""
        from medreview.operations.elsewhere import proposed_path, save_elsewhere

        for folder in (self.archive_path.parent, Path.home(), Path(gettempdir())):
            if not self.saver.waiting or self._archive is None:
                return
            path = proposed_path(self._archive, folder, date.today())
            with suppress(Refusal):
                copy = await self.saver.run(save_elsewhere, self._archive, path)
                await self.go_on_with(copy)

    async def _store(self, edit: Edit) -> None:
        from medreview.operations.visits import during
        from medreview.tui.messages import ArchiveChanged

        if self._archive is None:
            raise Refusal("archive_missing", path=self.archive_path)
        write = partial(during, edit.visit, edit.operation)
        changes = await self.saver.store(write, self._archive, edit.entity, **edit.values)
        edit.note_stored()
        self.saver.settle(edit)
        self.note_saved()
        self.post_message(ArchiveChanged(changes))

    def _put_off(self, edit: Edit) -> None:
        self.saver.put_off(edit)
        for screen in self.screen_stack:
            if screen.is_mounted and (show := getattr(screen, "show_written", None)):
                show(edit.written(edit.entity))
        if self._retrying is None:
            self._retrying = self.set_interval(RETRY, self.catch_up)
        self.say_status()

    def say_trouble(self, refusal: Refusal) -> None:
        """Say what is in the way and which key leads out of it."""
        sentence = current().refusal(refusal.code, **refusal.params)
        way = tr("{key} saves everything at another place.", key=key_of("app.save_elsewhere"))
        self.notify(f"{sentence} {way}", severity="error", timeout=12, markup=False)

    def say_status(self) -> None:
        """Let every screen say whether everything is stored; one may be seen below a dialog."""
        for screen in self.screen_stack:
            if say := getattr(screen, "say_stored", None):
                say()
