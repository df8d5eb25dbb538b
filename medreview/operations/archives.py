"""Opening and creating archives, for those who hold an archive but may not know the store."""

from pathlib import Path

from medreview.domain.errors import Refusal
from medreview.store import archive as store
from medreview.store.archive import Archive as Archive
from medreview.store.archive import create_archive as create_archive
from medreview.store.archive import open_archive as open_archive
from medreview.store.archive import open_to_read as open_to_read
from medreview.store.checks import check


def check_archive(path: Path) -> None:
    """Check an archive, which may be in use, whole.

    Raises:
        Refusal: those of `open_archive`.
    """
    check(path)


def open_or_create_archive(path: Path) -> Archive:
    """Open the archive, or create it where there never was one.

    Raises:
        Refusal: those of `open_archive` and `create_archive`; `archive_gone` where there are backups of one.
    """
    from medreview.operations.backups import newest_verified

    if not path.exists() and newest_verified(path) is not None:
        raise Refusal("archive_gone", path=path)
    return store.open_or_create_archive(path)
