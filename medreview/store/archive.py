"""Opening and creating an archive, and the one connection to it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from medreview.domain.errors import Refusal
from medreview.store import journal, triggers
from medreview.store.session import Session

if TYPE_CHECKING:
    from medreview.store.writer import Writer

APPLICATION_ID: Final = 0x4D454452
"""`MEDR`, so that another program's file is never taken for an archive."""

SCHEMA: Final = 1
"""The schema this program writes, kept in `PRAGMA user_version`."""

PATIENCE: Final = 2.0
"""Seconds to wait for another program that has the file just then."""

_MAGIC: Final = b"SQLite format 3\x00"
_PRAGMAS: Final = {
    "foreign_keys": "ON",
    "journal_mode": "DELETE",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
}
_FAILURES: Final = (
    ("disk is full", "disk_full"),
    ("readonly", "read_only"),
    ("locked", "open_elsewhere"),
    ("unable to open", "read_only"),  # the journal beside an open archive, in a folder that cannot be written
    ("disk I/O error", "disk_error"),
    ("FOREIGN KEY constraint", "gone"),
    ("UNIQUE constraint", "already_there"),
    (triggers.REFUSED, "sealed"),
)


class Archive:
    """One archive file and the one connection to it; safe to use from several threads, one at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._lock = threading.RLock()

    @contextmanager
    def transaction(self, deed: str = journal.EDIT) -> Iterator[Session]:
        """Yield a session whose work is stored whole at the end, or not at all; the journal calls it by `deed`.

        Raises:
            Refusal: `disk_full`, `read_only`, `open_elsewhere`, `disk_error`, `already_there`, `gone` when an
                owner was removed meanwhile, `sealed` where approved content would change, or `archive_damaged` by
                another program; nothing was stored.
        """
        try:
            with self._lock, self._begun():
                session = Session(self._connection, lambda: self.writer, deed)
                yield session
                if session.step is not None:
                    journal.settle(self._connection, session.step)
        except sqlite3.DatabaseError as error:
            raise _refusal(error, self.path) from error
        except ValidationError as error:
            raise Refusal("archive_damaged", path=self.path) from error

    def prepare_writing(self) -> None:
        """Load what writing needs, which takes half a second: best done while nobody waits."""
        _ = self.writer

    def close(self) -> None:
        """Close the connection; the archive cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    @cached_property
    def writer(self) -> "Writer":
        """The tables on the archive's connection."""
        from medreview.store.writer import Writer

        return Writer(self._connection)

    @contextmanager
    def _begun(self) -> Iterator[None]:
        """Take SQLite's lock at once, so that no transaction fails half-way; a read-only file is only read."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def open_archive(path: Path) -> Archive:
    """Open an existing archive after checking, in this order, that it is one and that it is sound.

    Raises:
        Refusal: `archive_missing`, `archive_is_folder`, `cannot_open`, `archive_empty`, `not_an_archive`,
            `archive_newer` or `archive_damaged`; the file is left as it was.
    """
    _check_file(path)
    connection = _connect(path)
    try:
        _check_content(path, connection)
    except BaseException:
        connection.close()
        raise
    return Archive(path, connection)


def create_archive(path: Path) -> Archive:
    """Create an empty archive, with its folder, where there is no file yet.

    Raises:
        Refusal: `file_exists`, `cannot_write` or `disk_full`.
    """
    try:
        if path.exists():
            raise Refusal("file_exists", path=path)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise Refusal("cannot_write", path=path) from error
    archive = Archive(path, _connect(path))
    try:
        _create_schema(archive)
    except BaseException:
        archive.close()
        path.unlink()
        raise
    return archive


def open_or_create_archive(path: Path) -> Archive:
    """Open the archive, or create it where there is no file yet.

    Raises:
        Refusal: those of `open_archive` and `create_archive`.
    """
    try:
        return open_archive(path)
    except Refusal as refusal:
        if refusal.code != "archive_missing":
            raise
    return create_archive(path)


def _refusal(error: object, path: Path) -> Refusal:
    """Return what SQLite complained of as a refusal in words a chair understands."""
    text = str(error)
    return Refusal(next((code for part, code in _FAILURES if part in text), "archive_damaged"), path=path)


def _create_schema(archive: Archive) -> None:
    with archive.transaction() as session:
        writer = archive.writer
        writer.create_tables()
        for statement in (*triggers.statements(), *journal.statements(writer.columns)):
            session.connection.execute(statement)
        session.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        session.connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise Refusal("archive_is_folder", path=path)
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refusal("archive_missing", path=path) from error
    except OSError as error:
        raise Refusal("cannot_open", path=path) from error
    if not start:
        raise Refusal("archive_empty", path=path)
    if start != _MAGIC:
        raise Refusal("not_an_archive", path=path)


def _check_content(path: Path, connection: sqlite3.Connection) -> None:
    try:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        raise _refusal(error, path) from error
    if application_id != APPLICATION_ID:
        raise Refusal("not_an_archive", path=path)
    if version > SCHEMA:
        raise Refusal("archive_newer", path=path)
    if not sound or version != SCHEMA:
        raise Refusal("archive_damaged", path=path)


def _connect(path: Path) -> sqlite3.Connection:
    """Connect with the storage settings of the archive; nothing but `_begun` begins and ends a transaction."""
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=PATIENCE)
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
    except sqlite3.DatabaseError as error:
        raise _refusal(error, path) from error
    return connection
