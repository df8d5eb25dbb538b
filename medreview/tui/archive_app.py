"""The app without its screens: the archive, the settings, and storing what is typed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events

from medreview.i18n import current, tr, use
from medreview.log import Caught
from medreview.paths import Paths
from medreview.settings import Settings, save_settings
from medreview.tui.crashing import standing_edits
from medreview.tui.drafting import Drafts
from medreview.tui.first_hints import end_hints
from medreview.tui.glyphs import use_common_glyphs
from medreview.tui.keeping import KeepingApp
from medreview.tui.saving import Saver
from medreview.tui.themes import THEMES

if TYPE_CHECKING:
    from uuid import UUID

    from medreview.domain.errors import Refusal
    from medreview.operations.archives import Archive


class ArchiveApp(KeepingApp):
    """Holds the archive and the settings, and closes only when everything is stored."""

    def __init__(self, archive_path: Path, settings: Settings, paths: Paths, example: bool = False) -> None:
        super().__init__()
        self.archive_path = archive_path
        self.settings = settings
        self.paths = paths
        self.logs = paths.logs
        self.is_example = example
        self.saver = Saver()
        self.drafts = Drafts(self)
        self._archive: Archive | None = None
        self._is_leaving = False
        self.arriving: asyncio.Event | None = None
        """Set when what keys do is there, too, of a home that is shown before all of it is loaded."""
        self._kept: list[tuple[Any, ...]] = []
        self.is_all_stored = True
        """Whether what stood in the fields when an unexpected error ended the app could be stored."""
        self._last_place: tuple[UUID, UUID, str] | None = None
        """The committee, review and step that were shown when it did."""
        use_common_glyphs()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme

    @property
    def archive(self) -> Archive:
        """The open archive."""
        if self._archive is None:
            raise RuntimeError("no archive is open")
        return self._archive

    @property
    def has_archive(self) -> bool:
        """Whether an archive is open."""
        return self._archive is not None

    async def create_archive(self) -> None:
        """Create the archive that is to be, for the first committee.

        Raises:
            Refusal: `file_exists`, `cannot_write` or `disk_full`.
        """
        from medreview.operations import running
        from medreview.operations.archives import create_archive

        self._archive = await self.saver.run(create_archive, self.archive_path)
        await self.saver.run(running.begin, self._archive)

    def close_archive(self) -> None:
        """Close the archive, if one is open."""
        from medreview.operations import running

        if self._archive is not None:
            running.close(self._archive)
            self._archive = None

    async def on_unmount(self) -> None:
        """Let the archive go with the app, whatever ended it, so that the next one can write."""
        await asyncio.to_thread(self.saver.close)
        if self._archive is not None:
            self._archive.close()

    def on_archive_changed(self, message: Any) -> None:
        """Let every screen reload what changed."""
        if self._is_leaving:
            return
        for screen in self.screen_stack:
            if reload := getattr(screen, "archive_changed", None):
                reload(message.changes)

    def note_saved(self) -> None:
        """Remember that something was stored just now, and say so."""
        self.saver.saved_at = datetime.now()
        self.say_status()

    def notify(self, message: str, **options: Any) -> None:
        """Say something in passing, in the place of what says the same; names of files and of whoever may hold what a
        terminal would obey.
        """
        from medreview.domain.cleaning import clean_text

        said = clean_text(message)
        self.unsay(said)
        super().notify(said, **options)

    def unsay(self, *messages: str) -> None:
        """Take messages away that are said in passing just now."""
        for one in [one for one in self._notifications if one.message in messages]:
            self._unnotify(one)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted before any field gets it; more than a field can ever hold is not pasted at all.

        Keys wait until home is loaded. What is said to whoever is new here goes when somebody writes: it may lie over
        the field.
        """
        if isinstance(event, events.InputEvent) and self.arriving is not None:
            await self.arriving.wait()
        if isinstance(event, events.Key) and event.is_printable and len(self._notifications):
            end_hints(self)
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from medreview.domain.cleaning import TEXT_LIMIT, clean_text

            if len(event.text) > TEXT_LIMIT:
                self.notify(current().refusal("pasted_too_long", limit=TEXT_LIMIT), severity="warning", markup=False)
                return
            event.text = clean_text(event.text)
        await super().on_event(event)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say in words what was refused."""
        self.notify(current().refusal(refusal.code, **refusal.params), severity="warning", timeout=8, markup=False)

    def change_settings(self, **values: Any) -> None:
        """Take over choices of the user at once and remember them for the next start."""
        from medreview.domain.errors import Refusal

        self.settings = replace(self.settings, **values)
        self.theme = self.settings.theme
        try:
            save_settings(self.settings, self.paths.settings)
        except Refusal as refusal:
            self.show_refusal(refusal)

    def use_language(self, language: str) -> None:
        """Take this as the language of what is shown from now on."""
        self.change_settings(language=language)
        use(language)

    async def flush(self) -> None:
        """Store what is typed on any screen and not yet stored."""
        for screen in self.screen_stack:
            if flush := getattr(screen, "flush", None):
                await flush()

    def keep_last(self) -> None:
        """Take down what stands in the fields of all screens."""
        self.is_all_stored = False
        waiting = ((edit.operation, edit.entity, edit.values) for edit in self.saver.waiting)
        is_open = self.has_archive and not self._is_leaving
        standing = (*standing_edits(self.screen_stack), *self.drafts.standing(self.screen_stack))
        self._kept = [*waiting, *standing] if is_open else []
        places = (getattr(screen, "place", None) for screen in reversed(self.screen_stack))
        self._last_place = next(filter(None, places), None) if is_open else None

    async def store_last(self) -> None:
        """Store what was taken down, each for itself, and let the archive go."""
        failed = False
        for operation, entity, values in self._kept:
            with Caught(self.logs) as caught:
                await self.saver.run(operation, self.archive, entity, **values)
            failed = failed or caught.error is not None
        if self._last_place is not None:
            from medreview.operations.whereabouts import remember_place

            with Caught(self.logs):
                await self.saver.run(remember_place, self.archive, *self._last_place)
        await asyncio.to_thread(self.saver.close)
        self.close_archive()
        self.is_all_stored = not failed

    def _told_to_leave(self) -> None:
        self.run_worker(self._leave_unasked())

    async def _leave_unasked(self) -> None:
        """Close the program, whose window may be gone; what cannot be stored goes where it can be."""
        await self.flush()
        await self.rescue()
        await self.leave()

    async def action_leave(self) -> None:
        """Close the program; where something cannot be stored, ask first."""
        await self.flush()
        if not self.saver.waiting:
            await self.leave()
            return
        from medreview.tui.dialogs.unsaved import Unsaved, answered

        if not isinstance(self.screen, Unsaved):
            self.push_screen(Unsaved(len(self.saver.waiting)), partial(answered, self))

    async def leave(self) -> None:
        """Store what is typed and close the program; nothing is loaded any more."""
        from medreview.operations import running
        from medreview.tui.arriving import all_arrived

        await all_arrived(self.screen_stack)
        await self.flush()
        self._is_leaving = True
        await asyncio.to_thread(self.saver.close)
        if self._archive is not None:
            await self._keep_home(self._archive)
            await asyncio.to_thread(running.close, self._archive)
        self.exit()

    async def _keep_home(self, archive: Archive) -> None:
        """Let the next start show at once what home shows now."""
        from medreview.operations import homecoming

        for screen in self.screen_stack:
            if seen := getattr(screen, "seen", None):
                await asyncio.to_thread(homecoming.keep, archive, *seen)

    async def action_all_saved(self) -> None:
        """Say that everything is stored, or try again where it is not."""
        await self.flush()
        if refusal := await self.catch_up():
            self.say_trouble(refusal)
            return
        self.notify(tr("Everything is stored. There is nothing you need to save."), markup=False)

    def action_theme(self, name: str) -> None:
        """Change the colours, now and for the next start."""
        self.change_settings(theme=name)
