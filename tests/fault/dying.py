"""A process that does one deed over and over and dies before its first, second, third … write.

After each the archive has to be what it was before the deed or what it is after it, and to open without any cleaning;
the deed is tried again on that same file until it succeeds. The normal test run tries some writes of a long deed,
first and last among them; all of them: `MEDREVIEW_FAULT_ROUNDS=50 pytest -m fault`, or
`MEDREVIEW_FAULT_ROUNDS=50 python -m tests.fault.dying` and the names of deeds or none, which prints the figures.
"""

import os
import random
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

from medreview.domain.errors import Refusal
from medreview.operations.archives import open_archive
from tests.fault.deeds import DEEDS, Deed

IS_LONG: Final = "MEDREVIEW_FAULT_ROUNDS" in os.environ
"""Whether every write is to be tried."""

DIED: Final = 9
"""The exit code of a process that died in the middle."""

DEATHS: Final = "deaths"
"""The word before the names of deeds where no errors are wanted."""

LIMIT: Final = 5000
"""More writes than any deed makes."""

_MEMORY: Final = "/dev/shm"  # noqa: S108 - a folder in it is made by tempfile

SOME: Final = 2
"""As many writes of a deed are tried in the normal run."""

_WRITES: Final = re.compile(r"\s*(INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|REPLACE|COMMIT|VACUUM)\b", re.IGNORECASE)
_FILE_WRITES: Final = ("os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate", "os.chmod")
_ID: Final = re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b")
_CLOCK: Final = {"journal_step": ("at", "run", "device")}
"""The columns that differ whenever the same is done again."""


class Counter:
    """Counts the writes of a deed and strikes before one of them."""

    def __init__(self, fatal: int, strike: Callable[[sqlite3.Connection | None], None]) -> None:
        self.seen = 0
        self.has_struck = False
        self._fatal = fatal
        self._strike = strike

    def watch(self) -> Any:
        """Count what every connection that is opened from now on writes, until the context ends."""
        connect = sqlite3.connect

        def watched(*args: Any, **kwargs: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **kwargs)
            connection.set_trace_callback(lambda statement: self._statement(connection, statement))
            return connection

        return patch("sqlite3.connect", watched)

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        """Count what the deed does to files (see `sys.addaudithook`)."""
        writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if writes or event in _FILE_WRITES:
            self._count(None)

    def _statement(self, connection: sqlite3.Connection, statement: str) -> None:
        if _WRITES.match(statement):
            self._count(connection)

    def _count(self, connection: sqlite3.Connection | None) -> None:
        self.seen += 1
        if self.seen == self._fatal:
            self.has_struck = True
            self._strike(connection)


def dump(path: Path) -> list[str]:
    """Return all that is in the archive, row by row; ids are numbered as they first occur, so that two runs agree."""
    ids: dict[str, str] = {}

    def numbered(found: re.Match[str]) -> str:
        return ids.setdefault(found[0].replace("-", ""), f"id{len(ids)}")

    open_archive(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [_ID.sub(numbered, line) for line in _lines(connection)]


def cut_short(name: str, strike: Callable[[Deed, Path, int], bool]) -> int:
    """Do a deed in a folder of its own and strike (see `_cut_short`).

    A process that dies takes nothing back that it gave to the system, so the folder may be one in memory.
    """
    with TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None) as folder:
        return _cut_short(name, Path(folder, "archive.medreview"), strike)


def _cut_short(name: str, path: Path, strike: Callable[[Deed, Path, int], bool]) -> int:
    """Strike before writes of a deed, one after the other, until none is left to strike; return how many times.

    Raises:
        AssertionError: something was half done, or the deed did not succeed in the end.
    """
    deed = DEEDS[name]
    deed.prepare(path)
    whole, before = path.read_bytes(), dump(path)
    counter = Counter(0, lambda _connection: None)
    with counter.watch():
        deed.perform(path)
    after = dump(path)
    assert after != before, "a deed that changes nothing"
    path.write_bytes(whole)
    for struck, number in enumerate(_numbers(name, counter.seen)):
        has_struck = strike(deed, path, number)
        now = before if _is_untouched(path, whole) else dump(path)
        if not has_struck:
            assert now == after, "a success that did not do all"
            return struck
        assert now in (before, after), f"half done before write {number}"
        if now == after:
            path.write_bytes(whole)
    raise AssertionError("no end of writes")


def _is_untouched(path: Path, whole: bytes) -> bool:
    """Return whether the file is to the byte what it was, with nothing to take back; the next try opens it."""
    return path.read_bytes() == whole and not path.with_name(f"{path.name}-journal").exists()


def _numbers(name: str, writes: int) -> Iterator[int]:
    """Yield which writes to strike: some of those to the database, or all, then on to the very last of all."""
    inner = range(1, writes)
    chosen = inner if IS_LONG or len(inner) <= SOME else sorted({1, *random.Random(name).sample(inner, SOME - 1)})  # noqa: S311
    return chain(chosen, range(writes, LIMIT))


def die(deed: Deed, path: Path, number: int) -> bool:
    """Do the deed in a process of its own that dies before its write of that number; return whether it came to that."""
    child = os.fork()
    if child == 0:
        counter = Counter(number, lambda _connection: os._exit(DIED))
        with counter.watch():
            sys.addaudithook(counter.audit)
            deed.perform(path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, DIED), "the deed failed by itself"
    return code == DIED


def fail(deed: Deed, path: Path, number: int) -> bool:
    """Do the deed while an error strikes its statement of that number; return whether it came to that."""
    counter = Counter(number, lambda connection: connection.interrupt() if connection else None)
    with counter.watch():
        try:
            deed.perform(path)
        except Refusal:
            assert counter.has_struck, "the deed failed by itself"
    return counter.has_struck


def _lines(connection: sqlite3.Connection) -> Iterator[str]:
    connection.row_factory = sqlite3.Row
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        left_out = _CLOCK.get(table, ())
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):  # noqa: S608 - a name from the schema
            yield f"{table} {[row[name] for name in row.keys() if name not in left_out]}"  # noqa: SIM118


def main(names: Sequence[str]) -> None:
    """Cut the deeds short and print how often: by deaths alone where the first name says so, else by errors too."""
    only_deaths = names[:1] == [DEATHS]
    for name in names[only_deaths:] or DEEDS:
        errors = "" if only_deaths else f"{cut_short(name, fail)} errors, "
        print(f"{name}: {errors}{cut_short(name, die)} deaths", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
