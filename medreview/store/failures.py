"""What SQLite complains of, as refusals in words a chair understands."""

from pathlib import Path
from typing import Final

from medreview.domain.errors import Refusal
from medreview.store import triggers

_FAILURES: Final = (
    ("disk is full", "disk_full"),
    ("readonly", "read_only"),
    ("locked", "open_elsewhere"),
    ("unable to open", "read_only"),  # the journal beside an open archive, in a folder that cannot be written
    ("disk I/O error", "disk_error"),
    ("FOREIGN KEY constraint", "gone"),
    ("UNIQUE constraint", "already_there"),
    (triggers.REFUSED, "sealed"),
)


def refusal_for(error: object, path: Path) -> Refusal:
    """Return the refusal for what SQLite complained of; `archive_damaged` where it is none of the usual."""
    text = str(error)
    return Refusal(next((code for part, code in _FAILURES if part in text), "archive_damaged"), path=path)
