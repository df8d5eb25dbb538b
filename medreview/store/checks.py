"""Whether a file is an archive and sound; finding out changes not one byte of it, nor of what lies beside it.

The file is opened for reading only. After a crash a journal lies beside it, which SQLite must roll back before anything
can be read: then a copy is rolled back and checked, and only the normal opening that follows touches the file itself.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from medreview.domain.errors import Refusal
from medreview.store import schema, story
from medreview.store.connection import PATIENCE, uri_of
from medreview.store.failures import refusal_for

_SETTINGS: Final = {"trusted_schema": "OFF", "cell_size_check": "ON", "mmap_size": "0"}
"""What makes SQLite wary of a file that somebody else may have written."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
_WRITES_AHEAD: Final = 2
SIDECARS: Final = ("-journal", "-wal")
"""How the files end that SQLite keeps beside a database while it writes."""


LARGE: Final = 16_000_000
"""Bytes from which on it takes too long to look at every page before an archive opens, and at every row afterwards."""


def check(path: Path, *, whole: bool = True, briefly: bool = False) -> int:
    """Check, in this order, all that makes a file a sound archive of ours; return the number of its schema.

    It exists, is not empty, is a database, ours, of no newer schema, intact in its pages, has exactly our schema and no
    row without its owner; and `whole`, which takes longer the larger it is: every row is as the journal left it.
    `briefly`, its beginning and its schema only: somebody waits, and the rest is checked before the first write.

    Raises:
        Refusal: `archive_missing`, `archive_is_folder`, `cannot_open`, `archive_empty`, `not_an_archive`,
            `archive_newer`, `archive_damaged`, `archive_altered` for another schema, or `open_elsewhere`.
    """
    try:
        return _check(path, path, whole, briefly)
    except Refusal as refusal:
        if refusal.code in _CERTAIN or not _is_unfinished(path):
            raise
    with settled_copy(path) as copy:
        return _check(copy, path, whole)


def is_large(path: Path) -> bool:
    """Return whether a file takes long to check."""
    return path.is_file() and path.stat().st_size > LARGE


def what_is_wrong(
    connection: sqlite3.Connection, version: int, *, whole: bool = True, briefly: bool = False
) -> str | None:
    """Return the code of what is wrong with the content of an archive; None for nothing."""
    if not briefly and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return "archive_damaged"
    if not schema.is_ours(connection, version):
        return "archive_altered"
    if briefly:
        return None
    if connection.execute("PRAGMA foreign_key_check").fetchone() or (whole and not _is_told(connection)):
        return "archive_damaged"
    return None


def _is_told(connection: sqlite3.Connection) -> bool:
    """Check indexes and the story on a copy in memory, so that whoever writes to the file need not wait."""
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.backup(copy)
        return bool(copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok" and story.is_told(copy))


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that can only read and creates nothing."""
    with closing(
        sqlite3.connect(f"{uri_of(path)}?mode=ro", uri=True, isolation_level=None, timeout=PATIENCE)
    ) as connection:
        for name, value in _SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        yield connection


_CERTAIN: Final = ("archive_missing", "archive_is_folder", "cannot_open", "archive_empty", "open_elsewhere")
"""What is so whatever a journal beside the file would change in it."""


def _check(path: Path, named: Path, whole: bool, briefly: bool = False) -> int:
    """Check the file and call it by that name."""
    version, writes_ahead = _check_header(path, named)
    if writes_ahead and path == named:
        raise Refusal("archive_damaged", path=named)
    try:
        with reading(path) as connection:
            wrong = what_is_wrong(connection, version, whole=whole, briefly=briefly)
    except UnicodeDecodeError:  # SQLite's complaint has bytes of the damaged page in it
        wrong = "archive_damaged"
    except sqlite3.DatabaseError as error:
        locked = refusal_for(error, named).code == "open_elsewhere"
        wrong = "open_elsewhere" if locked else "archive_damaged"
    if wrong is not None:
        raise Refusal(wrong, path=named)
    return version


def _is_unfinished(path: Path) -> bool:
    """Return whether something lies beside the file, or in its header, that SQLite would see to before it reads."""
    return any(sidecar(path, end).is_file() for end in SIDECARS) or _WRITES_AHEAD in _beginning(path, path)[18:20]


def _check_header(path: Path, named: Path) -> tuple[int, bool]:
    """Return the number of the schema, and whether the file is written ahead, by what stands at its beginning."""
    header = _beginning(path, named)
    if not header:
        raise Refusal("archive_empty", path=named)
    if header[: len(_MAGIC)] != _MAGIC:
        raise Refusal("not_an_archive", path=named)
    if len(header) < _HEADER:
        raise Refusal("archive_damaged", path=named)
    version = int.from_bytes(header[60:64], "big")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise Refusal("not_an_archive", path=named)
    if version > schema.SCHEMA:
        raise Refusal("archive_newer", path=named)
    if version < 1 or path.stat().st_size % _page_size(header):
        raise Refusal("archive_damaged", path=named)
    return version, _WRITES_AHEAD in header[18:20]


def _page_size(header: bytes) -> int:
    """Return the bytes of a page; SQLite takes a last page that is cut off for one that ends in zeros."""
    return (int.from_bytes(header[16:18], "big") & 0xFFFE) or 65536


def _beginning(path: Path, named: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refusal("archive_is_folder", path=named)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refusal("archive_missing", path=named) from error
    except OSError as error:
        raise Refusal("cannot_open", path=named) from error


@contextmanager
def settled_copy(path: Path) -> Iterator[Path]:
    """Yield a copy, in a folder that is gone afterwards, on which SQLite has finished what a crash interrupted.

    Raises:
        Refusal: `cannot_open` or `archive_damaged`.
    """
    with TemporaryDirectory(prefix="medreview-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "archive.medreview")
        try:
            shutil.copyfile(path, copy)
            for end in SIDECARS:
                if sidecar(path, end).is_file():
                    shutil.copyfile(sidecar(path, end), sidecar(copy, end))
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
        except OSError as error:
            raise Refusal("cannot_open", path=path) from error
        except sqlite3.DatabaseError as error:
            raise Refusal("archive_damaged", path=path) from error
        yield copy


def sidecar(path: Path, end: str) -> Path:
    """Return the file that SQLite keeps beside a database while it writes."""
    real = path.resolve()
    return real.with_name(real.name + end)
