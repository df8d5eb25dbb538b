"""The lock of the one who writes to an archive: the operating system lets it go with the process, however that ends.

It is taken on a small file beside the archive. One that a killed process left behind is locked by nobody, so that
there is nothing to clean up.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from medreview.domain.errors import Refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SUFFIX: Final = ".lock"


def lock_file(archive: Path) -> Path:
    """Return the file beside the archive, the same one whichever way leads there."""
    whole = archive.resolve()
    return whole.with_name(f".{whole.name}{_SUFFIX}")


class Lock:
    """The right to write to an archive, until it is released or the process ends."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file = file

    @classmethod
    def take(cls, archive: Path) -> Self:
        """Take the lock of an archive, at once or not at all.

        Raises:
            BlockingIOError: somebody else has it.
            OSError: none can be had there, as in a folder that cannot be written.
        """
        return cls._take(lock_file(archive))

    @classmethod
    def _take(cls, path: Path) -> Self:
        while True:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(file)
                if os.fstat(file).st_nlink:
                    return cls(path, file)
            except BaseException:
                os.close(file)
                raise
            os.close(file)  # its owner removed it between our opening and our locking it

    def renew(self) -> None:
        """Take the lock on the file that lies there now, where that is another one: its drive was away.

        Raises:
            BlockingIOError: somebody else has it by now.
            OSError: none can be had there.
        """
        with suppress(OSError):
            if os.path.samestat(os.fstat(self._file), self._path.stat()):
                return
        file = self._take(self._path)._file
        with suppress(OSError):
            os.close(self._file)
        self._file = file

    def release(self) -> None:
        """Let others write; the file goes first where it can, so that nobody waits for one that is gone."""
        with suppress(OSError):
            self._path.unlink()
        os.close(self._file)
        if sys.platform == "win32":  # there an open file stays
            with suppress(OSError):
                self._path.unlink()


def own(path: Path) -> Lock | None:
    """Return the right to write to the archive; None where nobody can.

    Raises:
        Refusal: `open_elsewhere`.
    """
    if not os.access(path, os.W_OK):
        return None
    try:
        return Lock.take(path)
    except BlockingIOError as error:
        raise Refusal("open_elsewhere", path=path) from error
    except OSError:
        return None


def _lock(file: int) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError(*error.args) from error
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
