"""A clock for limits of time that stay fair while other programs keep the machine busy."""

import os
import re
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final

_PROCESSORS: Final = os.cpu_count() or 1
_WAITING: Final = re.compile(r"^procs_(?:running|blocked) (\d+)", re.MULTILINE)


class FairClock:
    """Seconds as a program gets them that shares the processors with all others that want them.

    Read it often: how crowded the machine is at a reading counts for all the time since the reading before.
    """

    def __init__(self) -> None:
        self._read_at = monotonic()
        self._seconds = 0.0

    def read(self) -> float:
        """Return the fair seconds since the clock was made."""
        now = monotonic()
        self._seconds += (now - self._read_at) / crowding()
        self._read_at = now
        return self._seconds


def crowding() -> float:
    """Return how many programs want each processor or wait for a disk, but at least 1; 1 where no system tells."""
    with suppress(OSError):
        wanting = sum(map(int, _WAITING.findall(Path("/proc/stat").read_text(encoding="ascii"))))
        return max(1.0, (wanting - 1) / _PROCESSORS)  # whoever reads wants one, too
    return 1.0
