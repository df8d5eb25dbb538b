"""Copies of an archive, made by SQLite itself while others write, and read back before they are trusted.

A copy of the file alone could hold halves of two states. The archive is read through a connection of its own, so that
nobody who writes waits for more than the reading.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from platform import node
from time import monotonic
from typing import Final, NoReturn
from uuid import UUID, uuid4

from medreview.domain.errors import Refusal
from medreview.store import checks, journal
from medreview.store.connection import PATIENCE, uri_of
from medreview.store.session import Session

REASON: Final = "backup_reason"
"""The setting in a copy that says why it was made."""

RUNNING: Final = "running"
"""The setting of an archive that is in use; a copy made meanwhile is in nobody's use when it is restored."""

_NOT_CONTENT: Final = frozenset({"setting", "journal_step", "journal_change"})
_SAFETY: Final = ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
_NEW_COPY: Final = ("journal_mode = OFF", "synchronous = OFF", "secure_delete = ON")
"""A copy that is not whole yet is thrown away, so nothing in it is protected; it is synced when it is finished."""

_PIECE: Final = 256
"""Pages that are copied at a time: one megabyte."""

_ANEW: Final = 5
"""How often a copy may begin anew because somebody wrote meanwhile."""

_READ_TO_THE_LETTER: Final = 2**28
"""Bytes up to which a copy is compared with its journal row by row; of a larger one all pages are checked."""


@dataclass(frozen=True)
class Mark:
    """How far an archive has come: its last step. Another archive of the same name has another beginning."""

    beginning: str = ""
    step: int = 0
    at: str = ""


@dataclass(frozen=True)
class Facts:
    """What a sound archive says of itself; the reason is that of a copy."""

    mark: Mark
    reason: str = ""


def copy(source: Path, target: Path, reason: str = "") -> Facts:
    """Copy the archive to a new file, readable by its owner alone, and read the copy back.

    Raises:
        Refusal: `archive_missing`, `archive_damaged`, `backup_unsound`, `open_elsewhere`, `no_room` or
            `cannot_write`; what was begun of the copy is gone.
    """
    try:
        _create(target)
        with _refusals(source, target):
            _copy(source, target, reason)
        return _read_back(source, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def facts(path: Path, *, quickly: bool = False) -> Facts | None:
    """Return what a copy that nobody writes to says of itself, after reading it whole; None where it is not sound.

    `quickly` leaves out what takes long in a large archive, and in a very large one much memory: whether each row still
    is as the journal left it.
    """
    try:
        checks.check(path, whole=not quickly and path.stat().st_size <= _READ_TO_THE_LETTER)
        with closing(_connect(path, "mode=ro&immutable=1")) as connection:
            return _facts(connection) if _has_all_pages(connection, path) else None
    except (Refusal, sqlite3.DatabaseError, OSError):
        return None


def mark_of(path: Path) -> Mark:
    """Return how far an archive has come that may be in use; what a killed program left half-done is rolled back.

    Raises:
        Refusal: `archive_missing`, `archive_damaged` or `open_elsewhere`.
    """
    with reading(path) as session:
        return _facts(session.connection).mark


@contextmanager
def reading(path: Path, *, is_copy: bool = False) -> Iterator[Session]:
    """Yield a session that reads an archive, which may be in use, or a copy of one.

    Raises:
        Refusal: `archive_missing`, `archive_damaged` or `open_elsewhere`.
    """
    with _refusals(path, path), closing(_connect(path, "mode=ro&immutable=1" if is_copy else "mode=rw")) as connection:
        connection.execute("BEGIN")
        yield Session(connection, _cannot_write, "", _cannot_write)


def note_restored(path: Path, after: int) -> None:
    """Note in a copy that it is going to be the archive again, as a step that comes after all that are known.

    So the newest state is always the one with the highest number, whatever the clock says.
    """
    with _refusals(path, path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in _NEW_COPY:
            connection.execute(f"PRAGMA {pragma}")
        last = max(after, _facts(connection).mark.step)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        values = (last + 1, now, node(), journal.RESTORE, uuid4().hex)
        connection.execute("INSERT INTO journal_step (id, at, device, deed, run) VALUES (?, ?, ?, ?, ?)", values)
        connection.execute("DELETE FROM setting WHERE key IN (?, ?)", (REASON, RUNNING))


def sync(path: Path) -> None:
    """Bring a finished copy to the disk.

    Raises:
        Refusal: `cannot_write`.
    """
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise Refusal("cannot_write", path=path) from error


def digest(session: Session) -> bytes:
    """Return a SHA-256 over all that was written by people, whatever the journal and the settings say."""
    connection, total = session.connection, sha256()
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
    for name in names:
        if name not in _NOT_CONTENT and not name.startswith("sqlite_"):
            for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY id'):  # noqa: S608 - names of its own
                total.update(repr((name, row)).encode("utf-8", "surrogatepass"))
    return total.digest()


def touched_since(session: Session, mark: Mark) -> tuple[set[UUID], bool] | None:
    """Return the reviews that changed since an earlier state, and whether anything else did too.

    None where that state is none that this archive has been through.
    """
    connection = session.connection
    if _facts(connection).mark.beginning != mark.beginning:
        return None
    if mark.step and not connection.execute("SELECT 1 FROM journal_step WHERE id = ?", (mark.step,)).fetchone():
        return None
    grew = "(step = :step AND EXISTS (SELECT 1 FROM journal_step WHERE id = :step AND at != :at))"
    query = f"SELECT DISTINCT review_id FROM journal_change WHERE step > :step OR {grew}"  # noqa: S608 - our own words
    found = [review for (review,) in connection.execute(query, {"step": mark.step, "at": mark.at})]
    return {UUID(review) for review in found if review}, None in found


def _create(target: Path) -> None:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Refusal("cannot_write", path=target) from error


def _copy(source: Path, target: Path, reason: str) -> None:
    with closing(_connect(source, "mode=rw")) as origin, closing(sqlite3.connect(target, isolation_level=None)) as new:
        for pragma in _NEW_COPY:
            new.execute(f"PRAGMA {pragma}")
        origin.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        copy_pages(origin, new)
        if reason:
            new.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (REASON, reason))


def copy_pages(origin: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy a few pages at a time, so that who writes meanwhile waits for no more than these.

    SQLite begins anew after each write of somebody else; after some of these, whoever writes has to wait.

    Raises:
        sqlite3.OperationalError: somebody else holds the archive locked for longer than `PATIENCE`.
    """
    left, begun_anew, moved = 0, 0, monotonic()

    def look(code: int, remaining: int, _total: int) -> None:
        nonlocal left, begun_anew, moved
        if code not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
            if monotonic() - moved > PATIENCE:
                raise sqlite3.OperationalError("database is locked")
            return
        begun_anew += remaining >= left > 0
        left, moved = remaining, monotonic()
        if begun_anew > _ANEW:
            raise _WrittenTooOftenError

    try:
        origin.backup(new, pages=_PIECE, progress=look, sleep=0.02)
    except _WrittenTooOftenError:
        origin.backup(new)


class _WrittenTooOftenError(Exception):
    """Somebody writes so often that a copy in pieces never ends."""


def _read_back(source: Path, target: Path) -> Facts:
    sync(target)
    found = facts(target)
    if found is None:
        raise Refusal("backup_unsound", path=source)
    return found


def _facts(connection: sqlite3.Connection) -> Facts:
    """Return the last step; one that grows by typing keeps its number and gets a later time."""
    last = connection.execute("SELECT id, at FROM journal_step ORDER BY id DESC LIMIT 1").fetchone()
    reason = connection.execute("SELECT value FROM setting WHERE key = ?", (REASON,)).fetchone()
    mark = Mark(_beginning(connection), int(last[0]), str(last[1])) if last else Mark()
    return Facts(mark, str(reason[0]) if reason else "")


def _beginning(connection: sqlite3.Connection) -> str:
    """Return what no other archive has: when its first step was, and in which run of the program.

    What the step changed may be deleted for good; the step itself stays, and as something new never grows.
    """
    query = "SELECT run, at FROM journal_step ORDER BY id LIMIT 1"
    return " ".join(connection.execute(query).fetchone() or ())


def _has_all_pages(connection: sqlite3.Connection, path: Path) -> bool:
    """Return whether the file ends where its last page does: SQLite takes what is missing of that for zeros."""
    count, size = (connection.execute(f"PRAGMA page_{name}").fetchone()[0] for name in ("count", "size"))
    return bool(path.stat().st_size == count * size)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect to a file that is there; nothing is written to it but what a killed program left half-done."""
    connection = sqlite3.connect(f"{uri_of(path)}?{mode}", uri=True, isolation_level=None, timeout=PATIENCE)
    try:
        for pragma in _SAFETY:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _refusals(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _refusal(error, source, target) from error


def _refusal(error: sqlite3.DatabaseError, source: Path, target: Path) -> Refusal:
    text, name = str(error), getattr(error, "sqlite_errorname", "")
    if "locked" in text:
        return Refusal("open_elsewhere", path=source)
    if "unable to open" in text:
        return Refusal("cannot_open" if source.exists() else "archive_missing", path=source)
    if "not a database" in text:
        return Refusal("not_an_archive", path=source)
    if "full" in text:
        return Refusal("no_room", path=target)
    if "I/O" in text and "READ" not in name:
        return Refusal("cannot_write", path=target)
    return Refusal("archive_damaged", path=source)


def _cannot_write() -> NoReturn:
    raise sqlite3.OperationalError("attempt to write a readonly database")
