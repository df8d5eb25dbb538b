"""Giving a finished file its name, where there is none of that name yet."""

import sys
from pathlib import Path


def place_new(temporary: Path, path: Path) -> None:
    """Give a file of the same folder its final name.

    Raises:
        OSError: FileExistsError where a file came there meanwhile, which is left alone.
    """
    if sys.platform == "win32":
        temporary.rename(path)
        return
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, as on many USB sticks
        path.touch(exist_ok=False)
        temporary.replace(path)
