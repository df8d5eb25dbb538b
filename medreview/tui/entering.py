"""Entering an archive: the first frame, what was found behind it, and another archive in its place."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import constants
from textual.driver import Driver

from medreview.tui.archive_app import ArchiveApp
from medreview.tui.screens.opening import Opening

if TYPE_CHECKING:
    from textual.screen import Screen

    from medreview.domain.errors import Refusal
    from medreview.operations.archives import Archive
    from medreview.tui.backing_up import BackingUp
    from medreview.tui.entrance import Entrance


class EnteringApp(ArchiveApp):
    """An app that shows a first frame at once and opens the archive behind it."""

    def get_default_screen(self) -> Opening:
        """Show the first frame on the screen at the bottom, so that none has to leave for home."""
        return Opening()

    def get_driver_class(self) -> type[Driver]:
        """Return what talks to the terminal: ours, that outlives the window or leaves the keys of Windows alone."""
        if constants.DRIVER:
            return super().get_driver_class()
        if sys.platform == "win32":
            from medreview.tui.windows_driver import PlainKeysDriver

            return PlainKeysDriver
        from medreview.tui.driver import LastingDriver

        return LastingDriver

    def on_mount(self) -> None:
        """Load behind the first frame what it takes to open the archive."""
        for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with contextlib.suppress(NotImplementedError):  # Windows has no such signals
                asyncio.get_running_loop().add_signal_handler(number, self._told_to_leave)

    def on_ready(self) -> None:
        """Open the archive as soon as the first frame is drawn."""
        self._start()

    def _start(self) -> None:
        self.run_worker(self.open_archive(self.archive_path))

    async def open_archive(self, path: Path) -> None:
        """Open an archive in the place of the present one and show where the chair left off."""
        from medreview.tui.entrance import Entrance

        await self.flush()
        await self.enter(await self.saver.run(Entrance.of, path, self._archive))

    async def enter(self, entrance: Entrance) -> None:
        """Show what was found at a path, in the place of the archive that is open now."""
        from medreview.tui.entrance import warn_of_place

        await self.flush()
        if entrance.archive is not self._archive or entrance.archive is None:
            if self.saver.waiting and self._archive is not None:
                self.stay_for_unsaved(entrance.archive)
                return
            await self.saver.run(self.close_archive)
        self._archive = entrance.archive
        self.drafts.begin(entrance.drafts)
        self.is_example = entrance.is_example
        self.archive_path = entrance.path
        self.arriving = asyncio.Event() if entrance.glance is not None else None
        await self.show(*entrance.screens())
        if resumed := entrance.resumed_words():
            self.notify(resumed, markup=False)
        self.run_worker(warn_of_place(self, entrance), group="place")
        self.call_after_refresh(self._load_ahead, entrance)
        self.backing_up.begin()

    def _load_ahead(self, entrance: Entrance) -> None:
        self.run_worker(self._load_what_comes_next(entrance), group="load ahead")

    async def _load_what_comes_next(self, entrance: Entrance) -> None:
        """Load it behind the screen, in a thread of its own, so that reading need not wait for it."""
        from medreview.tui.entrance import load_ahead, load_home

        archive, arriving = self._archive, self.arriving
        try:
            refusal = await load_home(self, entrance)
            if refusal is not None:
                await self._enter_problem(archive, refusal)
        finally:
            if arriving is not None:
                arriving.set()  # only now, so that no key meets a home that could not be loaded
        if refusal is None and (refusal := await asyncio.to_thread(load_ahead, archive)):
            await self._enter_problem(archive, refusal)

    async def _enter_problem(self, archive: Archive | None, refusal: Refusal) -> None:
        """Show what is wrong with the archive, unless it is another one by now, or nobody looks any more."""
        from medreview.tui.entrance import Entrance

        if archive is self._archive and not self._is_leaving:
            await self.enter(Entrance(self.archive_path, refusal=refusal))

    @cached_property
    def backing_up(self) -> BackingUp:
        """What makes the backups."""
        from medreview.tui.backing_up import BackingUp

        return BackingUp(self)

    async def show(self, *screens: Screen[Any]) -> None:
        """Show these screens, the last one on top, in the place of all others."""
        while len(self.screen_stack) > 1:
            self.pop_screen()  # not awaited: one of them may be where the key was pressed
        for screen in screens:
            await self.push_screen(screen)
