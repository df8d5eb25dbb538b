"""Going on at another place, where the archive can no longer be written at its own."""

from datetime import date
from pathlib import Path
from typing import Final

from medreview.store.archive import Archive, open_archive
from medreview.store.elsewhere import copy_elsewhere

_SUFFIX: Final = ".medreview"


def save_elsewhere(archive: Archive, path: Path) -> Archive:
    """Write the archive to a new file and open that; the old one stays as it is, and open.

    Raises:
        Refusal: `file_exists`, `cannot_write`, `no_room` or `disk_error`.
    """
    whole = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
    copy_elsewhere(archive, whole)
    if whole.resolve() == archive.path.resolve():
        archive.let_go()  # the file that was there is gone, and the copy is in its place
    return open_archive(whole)


def proposed_path(archive: Archive, folder: Path, today: date) -> Path:
    """Return a name for the copy that no file in the folder has."""
    stem = f"{archive.path.stem}-{today.isoformat()}"
    names = (f"{stem}{_SUFFIX}", *(f"{stem}-{number}{_SUFFIX}" for number in range(2, 100)))
    return next((folder / name for name in names if not (folder / name).exists()), folder / names[0])
