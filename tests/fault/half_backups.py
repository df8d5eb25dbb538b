"""A process that makes a backup, or restores one over a damaged archive, and is stopped before each of its writes.

`python -m tests.fault.half_backups FOLDER` prints as JSON how often: by death, and by a disk that takes no more.
"""

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from medreview.domain.errors import Refusal
from medreview.operations import backups, restoring
from medreview.operations.archives import open_archive
from tests.archives import a_full_review, an_archive_with
from tests.fault.dying import DIED, LIMIT, Counter

FULL: Final = (0, 1, 4096, 100_000, -4096, -1)
"""As many bytes a file may have at most; below 0, that many less than the archive."""

Do = Callable[[], object]


def ends(do: Do) -> int:
    """Do something in a process of its own and return the code with which that ends; 1 for a refusal."""
    child = os.fork()
    if child == 0:
        try:
            do()
        except Refusal:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(do: Do, check: Do) -> int:
    """Kill it before its first, second, third … write and check each time; return how often, until it got through."""

    def dies(count: int) -> None:
        counter = Counter(count, lambda _connection: os._exit(DIED))
        with counter.watch():
            sys.addaudithook(counter.audit)
            do()

    for count in range(1, LIMIT):
        code = ends(lambda count=count: dies(count))  # type: ignore[misc]
        assert code in (0, DIED), "it failed by itself"
        check()
        if code == 0:
            return count - 1
    raise AssertionError("no end of writes")


def limited(do: Do, limit: int) -> int:
    """Do something while no file may become larger than that."""

    def with_limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        do()

    return ends(with_limit)


def check_backups(path: Path, whole: bytes) -> None:
    """Every file under a final name is a sound backup, and nobody touched the archive."""
    listed = backups.backups(path)
    assert len(listed) == len(list(backups.folder_of(path).glob("archive*")))
    assert all(backup.is_verified for backup in listed)
    assert path.read_bytes() == whole


def check_restored(path: Path, damaged: bytes) -> None:
    """The archive is the damaged one, or the restored one, and then the damaged one was kept; damage it again."""
    if path.read_bytes() != damaged:
        open_archive(path).close()
        kept = [one for one in backups.folder_of(path).iterdir() if one.read_bytes() == damaged]
        assert len(kept) == 1
        path.write_bytes(damaged)


def main(folder: Path) -> None:
    """Play all of it and print how often it was stopped."""
    path = an_archive_with(folder / "archive.medreview", a_full_review())
    whole, counts = path.read_bytes(), dict[str, Any]()

    def back_up() -> None:
        backups.make_backup(path)

    counts["backups killed"] = killed(back_up, lambda: check_backups(path, whole))
    found = backups.backups(path)
    for limit in (one if one >= 0 else len(whole) + one for one in FULL):
        assert limited(back_up, limit) == 1
        check_backups(path, whole)
    assert backups.backups(path) == found

    damaged = whole[: len(whole) // 2]
    path.write_bytes(damaged)

    def restore() -> None:
        restoring.restore(path, found[0])

    for limit in (0, 4096, len(whole) - 1):
        assert limited(restore, limit) == 1
        assert path.read_bytes() == damaged
    counts["restores killed"] = killed(restore, lambda: check_restored(path, damaged))
    restore()
    open_archive(path).close()
    counts["disks full"] = len(FULL) + 3
    print(json.dumps(counts))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
