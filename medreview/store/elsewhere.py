"""A copy of the archive that is open, also where its path leads to it no longer."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from medreview.domain.errors import Refusal
from medreview.store.archive import Archive
from medreview.store.placing import place_new


def copy_elsewhere(archive: Archive, path: Path) -> None:
    """Write all that is stored in the archive to a new file, whole or not at all.

    Raises:
        Refusal: `file_exists`, `cannot_write`, `no_room`, or `disk_error` where the archive cannot be read any more.
    """
    temporary = path.with_name(f".{uuid4().hex}.tmp")
    try:
        temporary.touch(mode=0o600, exist_ok=False)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as target:
            archive.copy_into(target)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        place_new(temporary, path)
    except FileExistsError as error:
        raise Refusal("file_exists", path=path) from error
    except OSError as error:
        raise Refusal("cannot_write", path=path) from error
    except sqlite3.DatabaseError as error:
        raise _refusal(error, archive.path, path) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _refusal(error: sqlite3.DatabaseError, source: Path, target: Path) -> Refusal:
    if "full" in str(error):
        return Refusal("no_room", path=target)
    if getattr(error, "sqlite_errorname", "").startswith("SQLITE_IOERR_READ"):
        return Refusal("disk_error", path=source)
    return Refusal("cannot_write", path=target)
