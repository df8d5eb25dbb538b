"""Opening and creating archives, for those who hold an archive but may not know the store."""

from pathlib import Path

from medreview.domain.errors import Refusal
from medreview.store import archive as store
from medreview.store.archive import Archive as Archive
from medreview.store.archive import create_archive as create_archive
from medreview.store.archive import open_to_read as open_to_read
from medreview.store.checks import check, is_large


def open_archive(path: Path, *, whole: bool = True) -> Archive:
    """Open an existing archive; one of an earlier version of medreview is backed up and taken over to this one.

    Raises:
        Refusal: those of `store.archive.open_archive`.
    """
    return store.open_archive(path, whole=whole, back_up=_back_up)


def check_archive(archive: Archive) -> None:
    """Check what of an archive in use was not checked when it was opened; of a large one the pages, not every row.

    Raises:
        Refusal: those of `open_archive`.
    """
    if is_large(archive.path):
        archive.check_pages()
    else:
        check(archive.path)


def open_or_create_archive(path: Path) -> Archive:
    """Open the archive, or create it where there never was one.

    Raises:
        Refusal: those of `open_archive` and `create_archive`; `archive_gone` where there are backups of one.
    """
    from medreview.operations.backups import newest_verified

    if path.exists():
        return open_archive(path)
    if newest_verified(path) is not None:
        raise Refusal("archive_gone", path=path)
    return store.open_or_create_archive(path)


def _back_up(path: Path) -> None:
    from medreview.operations.backups import make_backup

    make_backup(path, "migrate")
