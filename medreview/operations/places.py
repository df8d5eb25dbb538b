"""Asking the operating system what kind of place the archive lies in, and saying what that means."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from medreview.domain.places import Mount, Place, PlaceKind, parse_mounts, place_of
from medreview.i18n import N_, tr

_MOUNTS: Final = Path("/proc/mounts")
_SYNCED: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""The variables in which OneDrive says on Windows which folders it keeps."""

_WORDS: Final = {
    PlaceKind.SYNCED: N_(
        "The archive lies in a folder that {service} synchronises. Two computers could overwrite each other's changes; "
        "a folder on this computer only is safer."
    ),
    PlaceKind.NETWORK: N_(
        "The archive lies on a network drive. Nothing can be stored while the connection is down; "
        "a folder on this computer is safer."
    ),
    PlaceKind.REMOVABLE: N_(
        "The archive lies on a removable drive. Nothing can be stored once it is pulled out; "
        "a folder on this computer is safer, and the drive is a good place for backups."
    ),
}


def place_of_archive(path: Path) -> Place:
    """Return what kind of place the archive lies in, whatever links lead there."""
    synced = [Path(folder) for folder in (os.environ.get(name) for name in _SYNCED) if folder]
    return place_of(path.resolve(), _mounts(path), synced)


def warning(place: Place) -> str:
    """Return what may go wrong in such a place; nothing of an ordinary folder."""
    words = _WORDS.get(place.kind)
    return tr(words, service=place.service) if words else ""


def _mounts(path: Path) -> Iterator[Mount]:
    """Yield what is mounted where; macOS tells it by the path alone."""
    if sys.platform == "win32":
        import ctypes

        drive = Path(path.resolve().anchor)
        kinds = {2: "removable", 4: "remote"}  # DRIVE_REMOVABLE, DRIVE_REMOTE
        kind = ctypes.windll.kernel32.GetDriveTypeW(str(drive))
        if kind in kinds:
            yield Mount(drive, kinds[kind])
        return
    try:
        yield from parse_mounts(_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return
