"""Reading what can still be read of a damaged archive: row by row, from its tables, its journal and its versions.

Most of what is lost in one place stands in another: the journal knows every row as its last change left it, and an
approved version holds its whole review. What is read is validated as ever; nothing is guessed.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError

from medreview.domain.base import Entity
from medreview.domain.errors import Refusal
from medreview.domain.goal import Activity
from medreview.domain.version import Version
from medreview.store import checks, entities, journal, story
from medreview.store.connection import uri_of
from medreview.store.journal import Row
from medreview.store.tables import ROWS

_PAGE: Final = 4096
_MOST_ROWS: Final = 200_000
"""As many row numbers are tried one by one in a table that cannot be read in one go."""

_JOURNAL: Final = "journal_change"
_CHANGE: Final = ("entry", "row", "review_id", "before", "after")

_SHARED: Final = ("committee", "members", "last_goals")
"""The parts of a review that are not its own: what is approved with it may go on to change."""

Key = tuple[str, UUID]
"""A row by its table and id."""


@dataclass
class Salvaged:
    """All that was found: every entity, and the review to which the journal says that a row belongs."""

    entities: dict[Key, Entity] = field(default_factory=dict)
    reviews: dict[Key, UUID] = field(default_factory=dict)
    expected: dict[Key, Mapping[str, Any]] = field(default_factory=dict)
    """Every row of which anything is known, as it was read or as the journal knows it, valid or not."""
    doubtful: set[Key] = field(default_factory=set)
    """Rows that stand otherwise in their table than in the journal, or that only an older state is known of."""
    unreadable: set[str] = field(default_factory=set)
    """The tables that could not be read to their end."""
    settings: dict[str, str] = field(default_factory=dict)
    """The archive's own settings."""
    unknown: int = 0
    """Rows of which nothing is known but that they cannot be read."""

    @property
    def is_all_known(self) -> bool:
        """Whether all that should be there is known: from the journal, or because all tables could be read."""
        return _JOURNAL not in self.unreadable or self.unreadable == {_JOURNAL}


def salvage(path: Path, like: Path) -> Salvaged:
    """Read all that can be read of the file; `like` is a new, empty archive, which knows how an archive begins."""
    found = Salvaged()
    with _readable(path, like) as connection:
        known = _journal(connection, found)
        for kind in ROWS:
            _take_table(connection, found, kind, known)
        settings, _ = _rows(connection, "setting", Salvaged())
    found.settings = {str(row["key"]): str(row["value"]) for row in settings}
    for version in [one for one in found.entities.values() if isinstance(one, Version)]:
        _take_version(found, version)
    return found


@contextmanager
def _readable(path: Path, like: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a copy, with its beginning put right where it is no longer readable."""
    with TemporaryDirectory(prefix="medreview-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, "copy.medreview")
        try:
            with checks.settled_copy(path) as settled:
                copy.write_bytes(settled.read_bytes())
        except Refusal:
            copy.write_bytes(path.read_bytes())
        if not _has_our_tables(copy):
            copy.write_bytes(_begun_like(copy.read_bytes(), like))
        with closing(_connect(copy)) as connection:
            yield connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{uri_of(path)}?mode=ro&immutable=1", uri=True, isolation_level=None)
    connection.text_factory = lambda text: text.decode(errors="replace")
    return connection


def _has_our_tables(path: Path) -> bool:
    try:
        with closing(_connect(path)) as connection:
            for table in ("review", "journal_change"):
                connection.execute(f"SELECT count(*) FROM sqlite_master WHERE name = '{table}'")  # noqa: S608
                connection.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 - our own names
    except sqlite3.DatabaseError:
        return False
    return True


def _begun_like(damaged: bytes, like: Path) -> bytes:
    """Return the file with the pages of its schema taken from an empty archive, where they are always the same.

    In an empty archive every table and index has one page; all others hold the schema, which is written first and
    never again. What comes of it where a file was once packed anew is no sound row, and is not taken.
    """
    with closing(sqlite3.connect(like)) as connection:
        taken = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE rootpage > 0")}
    fresh = like.read_bytes()
    size = max(len(damaged), len(fresh)) // _PAGE * _PAGE
    pages = bytearray(damaged[:size].ljust(size, b"\0"))
    for number in range(1, len(fresh) // _PAGE + 1):
        if number not in taken:
            start = (number - 1) * _PAGE
            pages[start : start + _PAGE] = fresh[start : start + _PAGE]
    pages[28:32] = (size // _PAGE).to_bytes(4, "big")
    return bytes(pages)


def _journal(connection: sqlite3.Connection, found: Salvaged) -> dict[Key, Row | None]:
    """Return every row as the journal knows it last."""
    known: dict[Key, Row | None] = {}
    rows, _ = _rows(connection, _JOURNAL, found)
    for row in rows:
        try:
            change = journal.change_of(*(row[name] for name in _CHANGE))
            key = change.table, UUID(change.row)
            known[key] = None if change.after is None else {**(change.before or {}), **change.after}
            if change.review:
                found.reviews[key] = UUID(change.review)
        except (ValueError, TypeError, AttributeError):
            found.unreadable.add(_JOURNAL)
    return known


def _take_table(
    connection: sqlite3.Connection, found: Salvaged, kind: type[Entity], known: Mapping[Key, Row | None]
) -> None:
    """Take the rows of a table, and those that only the journal still knows."""
    table = entities.table_of(kind)
    rows, lost = _rows(connection, table, found)
    is_told = _JOURNAL not in found.unreadable
    for row in rows:
        key = _key(table, row)
        if key is not None and (known.get(key, row) is not None or not is_told):
            _take(found, kind, key, row)
            if not story.agree(known.get(key, row), row):
                found.doubtful.add(key)
    for key, state in known.items():
        if key[0] == table and state is not None and key not in found.entities:
            _take(found, kind, key, state)
            lost -= 1
            if not is_told:  # it may have been changed or deleted where the journal cannot be read
                found.doubtful.add(key)
    found.unknown += max(lost, 0)


def _key(table: str, row: Row) -> Key | None:
    try:
        return table, UUID(row["id"])
    except (ValueError, TypeError, AttributeError):
        return None


def _take(found: Salvaged, kind: type[Entity], key: Key, row: Row) -> None:
    found.expected[key] = row
    try:
        entity = entities.from_row(kind, row)
    except ValidationError:
        return
    if not isinstance(entity, Version) or entity.is_intact:
        found.entities[key] = entity


def _take_version(found: Salvaged, version: Version) -> None:
    """Take what an approved version holds: of its review it is what was approved, whatever the tables say.

    The committee, its members and the goals of last year may have changed since; of them it knows an older state.
    """
    if version.withdrawn_on is not None:
        return
    dossier = version.dossier
    for part, entity in dossier.entities():
        key = entities.table_of(type(entity)), entity.id
        is_own = part not in _SHARED and _goal_of(entity) not in {goal.id for goal in dossier.last_goals}
        if part != "addenda" and (key not in found.entities or (is_own and key in found.doubtful)):
            found.entities[key] = entity
            found.expected.setdefault(key, {})
            (found.doubtful.discard if is_own else found.doubtful.add)(key)


def _goal_of(entity: Entity) -> UUID | None:
    return entity.goal_id if isinstance(entity, Activity) else None


def _rows(connection: sqlite3.Connection, table: str, found: Salvaged) -> tuple[list[Row], int]:
    """Return the rows that can be read, forwards, backwards, and in between one by one; and how many cannot."""
    read: dict[int, Row] = {}
    lost = 0
    if not any(_read_on(connection, table, order, read) for order in ("ASC", "DESC")):
        found.unreadable.add(table)
        tried = [number for number in range(1, min(max(read, default=0), _MOST_ROWS)) if number not in read]
        lost = sum(not _read_one(connection, table, number, read) for number in tried)
    return [row for _, row in sorted(read.items())], lost


def _read_on(connection: sqlite3.Connection, table: str, order: str, read: dict[int, Row]) -> bool:
    """Read until the end, or until a page that cannot be read."""
    try:
        cursor = connection.execute(f"SELECT rowid AS number, * FROM {table} ORDER BY rowid {order}")  # noqa: S608
        names = [column[0] for column in cursor.description[1:]]
        for number, *values in cursor:
            read.setdefault(number, dict(zip(names, values, strict=True)))
    except sqlite3.DatabaseError:
        return False
    return True


def _read_one(connection: sqlite3.Connection, table: str, number: int, read: dict[int, Row]) -> bool:
    """Read one row; return False where there is or was one that cannot be read."""
    try:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE rowid = ?", (number,))  # noqa: S608
        values = cursor.fetchone()
    except sqlite3.DatabaseError:
        return False
    if values is not None:
        read[number] = dict(zip([column[0] for column in cursor.description], values, strict=True))
    return True
