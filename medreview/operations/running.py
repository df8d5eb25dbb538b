"""Whether the program that had the archive last was closed, or stopped in the middle of its work.

The archive says that it is in use until it is closed. What was stored is whole either way; the chair is only told.
"""

from contextlib import suppress
from threading import Lock
from typing import Final
from uuid import uuid4

from medreview.domain.errors import Refusal
from medreview.store import settings
from medreview.store.archive import Archive

_RUNNING: Final = "running"

_TURN: Final = Lock()
"""A program that is told to end while it still starts notes both, but never the beginning after the end."""

_OWN: Final = uuid4().hex
"""This run of the program, which may open the same archive twice."""


def was_interrupted(archive: Archive) -> bool:
    """Return whether another run of the program had the archive and never closed it."""
    return not archive.read_only and _run(archive) not in (None, "", _OWN)


def begin(archive: Archive) -> None:
    """Note that this run of the program has the archive; one that cannot be written is in nobody's use."""
    with _TURN, suppress(Refusal):
        _note(archive, _OWN)


def close(archive: Archive) -> None:
    """Close the archive as it should be, and note that, also where the run before never did."""
    with _TURN:
        with suppress(Refusal):
            if not archive.read_only and _run(archive):
                _note(archive, "")
        archive.close()


def _run(archive: Archive) -> str | None:
    with archive.transaction() as session:
        return settings.get(session, _RUNNING)


def _note(archive: Archive, run: str) -> None:
    with archive.transaction() as session:
        settings.note(session, _RUNNING, run)
