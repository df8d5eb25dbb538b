"""A whole meeting with everything the program does, run by `test_security` in an interpreter of its own.

`python -m tests.fault.meeting FOLDER` prints, as JSON, the files that were opened with their modes, and what would have
reached the network or another program, which is refused.
"""

import asyncio
import gc
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

_FORBIDDEN: Final = ("socket.", "subprocess.", "os.system", "os.posix_spawn", "os.exec", "urllib.", "http.", "ftplib.")
_NOTHING: Final = ("builtins.id", "object.__getattr__")
"""What happens two million times and touches nothing outside; looked at first, so that watching costs little."""
_OWN_PIPE: Final = ("socket.__new__",)
"""asyncio wakes itself through a pair of sockets that lead nowhere else; making one is no connection."""


class Watch:
    """What a session touched."""

    def __init__(self) -> None:
        self.opened: set[tuple[str, str]] = set()
        self.refused: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _NOTHING:
            return
        if event == "open" and isinstance(arguments[0], str):
            self.opened.add((os.path.realpath(arguments[0]), f"{arguments[1]} {arguments[2]}"))
        elif event == "sqlite3.connect" and arguments[0] != ":memory:":
            self.opened.add((_database(os.fsdecode(arguments[0])), "database"))
        elif event.startswith(_FORBIDDEN) and event not in _OWN_PIPE:
            self.refused.append(event)
            raise PermissionError(event)


def _database(name: str) -> str:
    from urllib.parse import unquote, urlsplit

    return os.path.realpath(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def main(folder: Path) -> Watch:
    """Hold the meeting of a committee that was just set up."""
    watch = Watch()
    sys.addaudithook(watch)
    from medreview.operations.archives import create_archive
    from medreview.paths import Paths
    from medreview.settings import Settings
    from medreview.tui.app import MedreviewApp
    from tests.operations.worlds import a_started_review

    path = folder / "data" / "archive.medreview"
    archive = create_archive(path)
    a_started_review(archive, date.today().year)
    archive.close()
    paths = Paths(path, folder / "config" / "settings.json", folder / "logs", folder / "exports")
    app = MedreviewApp(path, Settings(language="en", backup_folder=str(folder / "usb")), paths)
    asyncio.run(_hold(app))
    return watch


async def _hold(app: Any) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")
        for press in (("f1", "escape"), ("ctrl+p", "escape"), ("f2", "escape"), ("f5",)):
            await pilot.press(*press)
            await pilot.pause()
        await _until(pilot, lambda: type(app.screen).__name__ == "ReviewScreen" and app.screen._views)
        await _write_in_every_step(app, pilot)
        await _do_everything(app, pilot)
        await pilot.press("ctrl+q")


async def _write_in_every_step(app: Any, pilot: Any) -> None:
    for step in app.screen.step_keys:
        await app.screen.action_go_to(step)
        await pilot.press("O", "tab")
    for action in ("screen.new_decision", "screen.new_action"):
        await app.screen.run_action(action)
        await pilot.pause()
        await pilot.press("O", "escape")


async def _do_everything(app: Any, pilot: Any) -> None:
    from medreview.minutes import Choices, Kind
    from medreview.operations import backups, exchange, export
    from medreview.operations.exchange_file import read_exchange

    await app.flush()
    dossier, folder = app.dossier, app.paths.exports
    result = await app.saver.run(
        export.export,
        app.archive,
        dossier,
        kind=Kind.MINUTES,  # of the other kinds see `test_isolation`
        formats=export.FORMATS,
        language="da",
        choices=Choices(),
        folder=folder,
    )
    package = next(path for path in result.files if path.suffix == ".json")
    await app.saver.run(lambda: exchange.store_exchange(app.archive, read_exchange(package)))
    await app.saver.run(backups.make_backup, app.archive)
    await app.show_home(dossier.committee.id)
    app.change_settings(theme="dark", language="sv")
    for action in ("app.export", "app.settings", "app.edit_committee", "app.open_archive"):
        await app.run_action(action)
        await pilot.pause(0.1)
        await pilot.press("escape")
        await pilot.pause()


async def _until(pilot: Any, is_true: Callable[[], object]) -> None:
    for _ in range(1200):
        if is_true():
            return
        await pilot.pause(0.05)
    raise TimeoutError


if __name__ == "__main__":
    gc.disable()  # as the program does when it starts
    seen = main(Path(sys.argv[1]))
    sys.stdout.write(json.dumps([sorted(seen.opened), seen.refused]))
