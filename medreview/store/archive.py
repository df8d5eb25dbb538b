"""Opening and creating an archive, and the one connection to it."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from medreview.domain.errors import Refusal
from medreview.store import checks, journal, migrations, reconnecting, schema
from medreview.store.connection import connect
from medreview.store.failures import refusal_for
from medreview.store.lock import Lock, own
from medreview.store.placing import place_new
from medreview.store.schema import APPLICATION_ID as APPLICATION_ID
from medreview.store.schema import SCHEMA as SCHEMA
from medreview.store.session import Session

if TYPE_CHECKING:
    from medreview.store.writer import Writer


class Archive:
    """One archive file and the one connection to it; safe to use from several threads, one at a time.

    It belongs to whoever has its lock; without one it is only read, and `read_only` says why: `read_only` for a file or
    folder that cannot be written, otherwise what `open_to_read` was told; it is empty where one can write.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: Lock | None = None,
        read_only: str = "",
        *,
        pages_checked: bool = True,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._owned = lock
        self._file = _identity(path)
        self._mark, self._is_dead = journal.mark_of(connection), False
        self._lock = threading.RLock()
        self.is_checked = pages_checked
        """Whether its pages are known to be sound; writing before that waits for `check_pages`."""
        self._checking = threading.Lock()

    @contextmanager
    def transaction(self, deed: str = journal.EDIT) -> Iterator[Session]:
        """Yield a session whose work is stored whole at the end, or not at all; the journal calls it by `deed`.

        Raises:
            Refusal: `disk_full`, `read_only`, `open_elsewhere`, `disk_error`, `archive_vanished` or `archive_replaced`
                where the path no longer leads to our file, `already_there`, `gone` when an owner was removed meanwhile,
                `sealed` where approved content would change, or `archive_damaged` by another program; nothing was
                stored.
        """
        try:
            with self._lock:
                self._connect_again()
                mark = self._mark
                with self._begun():
                    session = Session(self._connection, lambda: self.writer, deed, self.ensure_writable)
                    yield session
                    if session.step is not None:
                        journal.settle(self._connection, session.step)
                        mark = journal.mark_of(self._connection)
                self._mark = mark
        except sqlite3.DatabaseError as error:
            raise self._failed(error) from error
        except ValueError as error:
            from pydantic import ValidationError  # not before: who only opens an archive needs none of the models

            if not isinstance(error, ValidationError):
                raise
            raise Refusal("archive_damaged", path=self.path) from error

    def ensure_writable(self) -> None:
        """Make sure that what is written now goes into the file that was opened, and into no other.

        SQLite keeps its journal beside the path: written for a file that is gone, it would spoil the one in its place.

        Raises:
            Refusal: `read_only`, `open_elsewhere`, `archive_vanished`, `archive_replaced`, or those of `check_pages`.
        """
        if self.read_only:
            raise Refusal(self.read_only, path=self.path)
        now = _identity(self.path)
        if now != self._file:
            raise Refusal("archive_replaced" if now else "archive_vanished", path=self.path)
        self.check_pages()

    def check_pages(self) -> None:
        """Check the pages of a large archive, which took too long before it opened; nothing is written before that.

        Raises:
            Refusal: those of `checks.check`.
        """
        with self._checking:
            if not self.is_checked:
                checks.check(self.path, whole=False)
                self.is_checked = True

    def compact(self) -> None:
        """Write the file anew, so that nothing is left in it of what was deleted.

        Raises:
            Refusal: those of `ensure_writable`, `disk_full`, `disk_error` or `open_elsewhere`.
        """
        try:
            with self._lock:
                self.ensure_writable()
                self._connection.execute("PRAGMA temp_store = MEMORY")  # SQLite copies all that stays
                self._connection.execute("VACUUM")
        except sqlite3.DatabaseError as error:
            raise refusal_for(error, self.path) from error

    def prepare_writing(self) -> None:
        """Load what writing needs, which takes half a second: best done while nobody waits."""
        _ = self.writer

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy all that is stored into another database, from the file that is open, wherever its path leads now."""
        with self._lock:
            self._connection.backup(target)

    def let_go(self) -> None:
        """Let others write; from then on the archive should only be read."""
        with self._lock:
            if self._owned is not None:
                self._owned.release()
                self._owned = None

    def close(self) -> None:
        """Close the connection and let others write; the archive cannot be used afterwards."""
        with self._lock:
            self._connection.close()
            self.let_go()

    @cached_property
    def writer(self) -> "Writer":
        """The tables on the archive's connection."""
        from medreview.store.writer import Writer

        return Writer(self._connection)

    def _failed(self, error: sqlite3.DatabaseError) -> Refusal:
        refusal = refusal_for(error, self.path)
        self._is_dead = self._is_dead or refusal.code == "disk_error"  # the disk may be one that is away
        return Refusal("archive_vanished", path=self.path) if self._is_dead and not _identity(self.path) else refusal

    def _connect_again(self) -> None:
        """Take a new connection where the disk failed under the old one and the archive is there again."""
        if not self._is_dead or self._owned is None:
            return
        with suppress(OSError):  # somebody else has it by now, or nobody can: it stays as it is
            self._owned.renew()
            if (connection := reconnecting.connect_again(self.path, self._mark)) is not None:
                with suppress(sqlite3.DatabaseError):
                    self._connection.close()
                self._connection, self._file, self._is_dead = connection, _identity(self.path), False
                self.__dict__.pop("writer", None)

    @contextmanager
    def _begun(self) -> Iterator[None]:
        """Take SQLite's lock at once, so that no transaction fails half-way; a read-only file is only read.

        Where no row changed, it is rolled back, which waits for nobody: SQLite would let even a commit of nothing wait
        for all who read.
        """
        self._connection.execute("BEGIN" if self.read_only else "BEGIN IMMEDIATE")
        before = self._connection.total_changes
        try:
            yield
            if self._connection.total_changes != before:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def open_archive(path: Path, *, whole: bool = True, back_up: Callable[[Path], object] | None = None) -> Archive:
    """Open an existing archive after checking that it is one and that it is sound.

    A file or folder that cannot be written is opened to be read only. `whole` checks every row, too (see `checks`);
    without it the pages of a large one are left to `Archive.check_pages`. An archive of an earlier version is taken
    over to this one's schema after `back_up` made a backup of it; not without that.

    Raises:
        Refusal: those of `checks.check`, `open_elsewhere` where somebody else writes to it, `storage_unsafe`,
            `archive_older`, `not_migrated`, or those of `back_up`; the file is left as it was, byte for byte.
    """
    lock = own(path)
    briefly = not whole and checks.is_large(path)
    try:
        version = checks.check(path, whole=whole, briefly=briefly)
        if version < schema.SCHEMA:
            if lock is None or back_up is None:
                raise Refusal("archive_older", path=path)
            checks.check(path, whole=False)
            back_up(path)
            migrations.migrate(path, version)
        read_only = "" if lock else "read_only"
        connection = connect(path, reading=bool(read_only))
        return Archive(path, connection, lock, read_only, pages_checked=not briefly)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def open_to_read(path: Path, why: str = "read_only") -> Archive:
    """Open an existing archive beside whoever writes to it; what tries to write is refused with the code `why`.

    Raises:
        Refusal: those of `open_archive`.
    """
    if checks.check(path) < schema.SCHEMA:
        raise Refusal("archive_older", path=path)
    return Archive(path, connect(path, reading=True), None, why)


def create_archive(path: Path) -> Archive:
    """Create an empty archive, with its folder, where there is no file yet; whole or not at all, whatever happens.

    Raises:
        Refusal: `file_exists`, `cannot_write` or `disk_full`.
    """
    temporary = path.with_name(f".{uuid4().hex}.tmp")
    try:
        if path.exists():
            raise Refusal("file_exists", path=path)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.touch(mode=0o600, exist_ok=False)
        _make(temporary)
        place_new(temporary, path)
    except OSError as error:
        raise Refusal("cannot_write", path=path) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return open_archive(path)


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


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file the path leads to, whatever its name; None where there is none, or it cannot be reached."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    """Make an empty file an archive."""
    archive = Archive(path, connect(path))
    try:
        with archive.transaction() as session:
            for statement in schema.statements():
                session.connection.execute(statement)
            session.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            session.connection.execute(f"PRAGMA user_version = {schema.SCHEMA}")
            session.connection.execute("COMMIT")  # no row changed, with which a transaction commits by itself
    finally:
        archive.close()
