"""Whether an archive is the example, which can never be approved, or becomes it."""

from typing import Final

from medreview.store import settings
from medreview.store.archive import Archive
from medreview.store.session import Session

EXAMPLE: Final = "example"
"""The archive setting that says so."""

_TOLD: Final = "yes"
_BEING_TOLD: Final = "begun"


def mark_as_example(archive: Archive) -> None:
    """Mark the archive as the example: every page carries EKSEMPEL and nothing can be approved.

    What was done until then made the example, and is not undone.
    """
    with archive.transaction("example") as session:
        settings.note(session, EXAMPLE, _TOLD)


def begin_example(archive: Archive) -> None:
    """Say that an archive becomes the example: until it is marked as that, its years can be approved."""
    with archive.transaction("example") as session:
        settings.note(session, EXAMPLE, _BEING_TOLD)


def is_made_anew(archive: Archive) -> bool:
    """Return whether the archive is the example or becomes it, so that nothing of it need be kept."""
    with archive.transaction() as session:
        return settings.get(session, EXAMPLE) is not None


def is_example(archive: Archive) -> bool:
    """Return whether the archive is the example."""
    with archive.transaction() as session:
        return is_example_session(session)


def is_example_session(session: Session) -> bool:
    """Return whether the archive of this session is the example."""
    return settings.get(session, EXAMPLE) == _TOLD
