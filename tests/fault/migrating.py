"""An archive of the first schema that is taken over to the second by processes that die before each statement in turn.

`python -m tests.fault.migrating FOLDER [all]` prints as JSON before how many statements one died: before some of them,
or before all. After each the archive is wholly old or wholly new, and the next opening finishes.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from medreview.store import checks, story
from medreview.store.archive import open_archive
from tests.store.golden import build
from tests.store.version_2 import Version2

DIED: Final = 9
SOME: Final = 8
"""As many statements are tried at least: the last ones, where the new archive is written, and some before."""

Content = list[tuple[object, ...]]


def content_of(path: Path) -> Content:
    """Return the schema's number and all rows but those of the journal."""
    with closing(sqlite3.connect(path)) as connection:
        rows = [row for table in story.TABLES for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608
        return [connection.execute("PRAGMA user_version").fetchone(), *rows]


def open_and_close(path: Path) -> None:
    """Open the archive with the program of the second schema."""
    open_archive(path, back_up=lambda _path: None).close()


def die(path: Path, fatal: int) -> bool:
    """Open the archive in a process that dies before its statement of that number; return whether it came to that."""
    child = os.fork()
    if child == 0:
        with _watched(lambda number: os._exit(DIED) if number == fatal else None):
            open_and_close(path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, DIED), "the opening failed by itself"
    return code == DIED


def statements_of(path: Path) -> int:
    """Open the archive and return how many statements that took."""
    numbers: list[int] = []
    with _watched(numbers.append):
        open_and_close(path)
    return len(numbers)


def _watched(told: Callable[[int], object]) -> Any:
    """Tell of every statement of every connection, for the time of a context."""
    numbers = count(1)
    connect = sqlite3.connect

    def watched(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **kwargs)
        connection.execute("PRAGMA cache_size = 60")  # so that pages reach the disk before the end
        connection.set_trace_callback(lambda _statement: told(next(numbers)))
        return connection

    return patch("sqlite3.connect", watched)


def main(folder: Path, tries_all: bool) -> None:
    """Die before statements, look, and finish."""
    golden = build(folder / "golden.medreview", 1)
    whole, old = golden.read_bytes(), content_of(golden)
    path = folder / "archive.medreview"
    with Version2():
        path.write_bytes(whole)
        total = statements_of(path)
        new = content_of(path)
        assert new != old
        numbers = range(1, total + 1) if tries_all else [*range(1, total - 4, total // 4), *range(total - 4, total + 1)]
        for number in numbers:
            path.write_bytes(whole)
            assert die(path, number)
            version = checks.check(path)
            open_and_close(path)
            assert content_of(path) == new
            assert version in (1, 2)
    print(json.dumps({"died": len(numbers), "of": total}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), "all" in sys.argv)
