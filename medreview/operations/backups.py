"""Backups of the archive: made, read back, thinned, listed, and copied to a second place.

They lie in a folder beside the archive, named after it and the time: "archive 2026-11-22 104233.medreview".
"""

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from platform import node
from typing import Final
from uuid import uuid4

from medreview.domain.errors import Refusal
from medreview.domain.thinning import Stamp, surplus
from medreview.operations.example_mark import is_made_anew
from medreview.operations.files import make_private_folder, put_in_place, safe_name, sweep
from medreview.store import backup as store
from medreview.store.archive import Archive
from medreview.store.backup import Mark

SUFFIX: Final = ".medreview"
ROOM: Final = 3
"""As many more backups must fit on the disk; where fewer do, that is said."""

_TIME: Final = "%Y-%m-%d %H%M%S"
_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True)
class Backup:
    """One copy of the archive; `at` is the time of then on this computer, `size` in bytes."""

    path: Path
    at: datetime
    size: int
    mark: Mark | None = None
    """How far the archive had come; None where the copy cannot be read."""
    reason: str = ""
    """Why it was made: `regular`, `asked`, or the deed before which it was."""

    @property
    def is_verified(self) -> bool:
        """Whether the copy was read back and all its pages are sound."""
        return self.mark is not None


@dataclass(frozen=True)
class Room:
    """How much room there is for more backups, in bytes."""

    free: int
    is_short: bool


def make_backup(archive: Archive | Path, reason: str = "asked", folder: Path | None = None) -> Backup:
    """Copy the archive, which may be in use, into the folder of its backups, which are thinned, or into another one.

    Raises:
        Refusal: `archive_missing`, `not_an_archive`, `archive_damaged`, `backup_unsound`, `open_elsewhere`,
            `no_room`, `cannot_write` or `not_a_folder`; nothing was written under a final name.
    """
    path = _path(archive)
    store.mark_of(path)
    place = folder or folder_of(path)
    make_private_folder(place)
    sweep(place)
    temporary = place / f".{uuid4().hex}.tmp"
    try:
        facts = store.copy(path, temporary, reason)
        at, final = _free_name(place, path.stem, datetime.now())
        put_in_place(temporary, final)
    finally:
        temporary.unlink(missing_ok=True)
    if folder is None:
        _thin(path.stem, place)
    return Backup(final, at, final.stat().st_size, facts.mark, facts.reason)


def make_backup_if_changed(archive: Archive | Path, reason: str = "regular") -> Backup | None:
    """Make a backup where none holds the archive as it is now; nothing was ever written in an empty one.

    Raises:
        Refusal: those of `make_backup`.
    """
    path = _path(archive)
    mark = store.mark_of(path)
    if mark == Mark() or any(backup.mark == mark for backup in backups(path)):
        return None
    return make_backup(path, reason)


def back_up_before(archive: Archive, deed: str) -> None:
    """Make a backup before a deed that is hard to take back; the example is made anew every time.

    It never stands in the way: what hinders it is told with the regular backups.
    """
    if is_made_anew(archive):
        return
    with suppress(Refusal):
        make_backup_if_changed(archive, deed)


def backups(path: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """Return the backups of the archive at this path, the newest first, whether that archive is there or not.

    The newest is the one in which most was done, whatever the clock said; those that cannot be read come last.
    """
    found = [_backup(one, at) for one, at in _named(path.stem, folder or folder_of(path))]
    latest: dict[str, datetime] = {}
    for backup in found:
        if backup.mark:
            beginning = backup.mark.beginning
            latest[beginning] = max(latest.get(beginning, backup.at), backup.at)
    return tuple(sorted(found, key=lambda one: _order(one, latest), reverse=True))


def newest_verified(path: Path) -> Backup | None:
    """Return the newest backup of the archive at this path that is sound, read back now to the last row."""
    return next((one for one in backups(path) if one.is_verified and store.facts(one.path) is not None), None)


def copy_to_second_place(path: Path, second: Path) -> Path | None:
    """Copy the newest backup to a folder of this archive and computer at the second place, where it is not there yet.

    Raises:
        Refusal: `no_second_place` while it is not connected, `no_room`, `cannot_write` or `backup_unsound`.
    """
    if not second.is_dir():
        raise Refusal("no_second_place", path=second)
    newest = newest_verified(path)
    place = second / safe_name(f"{path.stem}-backups {node()}", "")
    if newest is None or (place / newest.path.name).exists():
        return None
    make_private_folder(place)
    temporary = place / f".{uuid4().hex}.tmp"
    try:
        store.copy(newest.path, temporary)
        put_in_place(temporary, place / newest.path.name)
    finally:
        temporary.unlink(missing_ok=True)
    _thin(path.stem, place)
    return place / newest.path.name


def room_for_backups(path: Path) -> Room | None:
    """Return how much room there is on the disk of the backups; None where the system does not say."""
    try:
        free = shutil.disk_usage(path.parent).free
        return Room(free, free < ROOM * path.stat().st_size)
    except OSError:
        return None


def folder_of(path: Path) -> Path:
    """Return the folder of an archive's backups."""
    return path.with_name(f"{path.stem}-backups")


def backup_of(path: Path) -> Backup:
    """Return any file as a backup, for example one that somebody names on the command line.

    Raises:
        Refusal: `file_missing` or `cannot_open`.
    """
    try:
        changed = path.stat().st_mtime
    except FileNotFoundError as error:
        raise Refusal("file_missing", path=path) from error
    except OSError as error:
        raise Refusal("cannot_open", path=path) from error
    return _backup(path, datetime.fromtimestamp(changed))


def _path(archive: Archive | Path) -> Path:
    return archive if isinstance(archive, Path) else archive.path


def _free_name(folder: Path, stem: str, at: datetime) -> tuple[datetime, Path]:
    """Return a name that is not taken; the second that follows where one was made within the same."""
    at = at.replace(microsecond=0)
    while (path := folder / f"{stem} {at.strftime(_TIME)}{SUFFIX}").exists():
        at += _SECOND
    return at, path


def _named(stem: str, folder: Path) -> list[tuple[Path, datetime]]:
    """Return the files that are called as backups are, each with the time in its name."""
    pattern = re.compile(re.escape(stem) + r" (\d{4}-\d\d-\d\d \d{6})" + re.escape(SUFFIX))
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names that are no text, too
    except OSError:
        return []
    matches = ((name, pattern.fullmatch(name)) for name in names)
    times = ((folder / name, _time(match[1])) for name, match in matches if match)
    return [(path, at) for path, at in times if at is not None]


def _time(words: str) -> datetime | None:
    try:
        return datetime.strptime(words, _TIME)
    except ValueError:
        return None


def _backup(path: Path, at: datetime) -> Backup:
    """Return what is known of a copy; one that vanishes meanwhile is as one that cannot be read."""
    try:
        status = path.stat()
    except OSError:
        return Backup(path, at, 0)
    facts = _facts(path, status.st_size, status.st_mtime_ns)
    found = Backup(path, at, status.st_size)
    return found if facts is None else replace(found, mark=facts.mark, reason=facts.reason)


@lru_cache(maxsize=1024)
def _facts(path: Path, size: int, changed: int) -> store.Facts | None:  # noqa: ARG001 - they say that it is the same
    """Return what a copy says of itself; its pages are read once, as long as it stays the same file."""
    return store.facts(path, quickly=True)


def _order(backup: Backup, latest: dict[str, datetime]) -> tuple[bool, datetime, int, str, datetime]:
    """Archives of one name by the last time one was backed up; the backups of one by how far it had come."""
    if backup.mark is None:
        return False, backup.at, 0, "", backup.at
    return True, latest[backup.mark.beginning], backup.mark.step, backup.mark.at, backup.at


def _thin(stem: str, folder: Path) -> None:
    """Remove what is too much; what cannot be removed stays until the next time."""
    found: Sequence[Backup] = backups(folder.parent / f"{stem}{SUFFIX}", folder)
    gone = surplus([Stamp(one.at, one.is_verified) for one in found], datetime.now())
    for place in gone:
        with suppress(OSError):
            found[place].path.unlink()
