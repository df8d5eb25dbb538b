"""Where the chair was last, so that the next start goes on there."""

from typing import Final
from uuid import UUID

from medreview.store import settings
from medreview.store.archive import Archive

_PLACE: Final = "place"


def remember_place(archive: Archive, committee_id: UUID, review_id: UUID | None, step: str) -> None:
    """Remember where the chair is, so that the next start returns there, once it is known that one can write."""
    if archive.read_only or not archive.is_checked:
        return
    place = f"{committee_id} {review_id or '-'} {step}"
    with archive.transaction() as session:
        if settings.get(session, _PLACE) != place:
            settings.note(session, _PLACE, place)


def last_place(archive: Archive) -> tuple[UUID, UUID | None, str] | None:
    """Return the committee, review and step where the chair was last."""
    with archive.transaction() as session:
        stored = settings.get(session, _PLACE)
    try:
        committee_id, review_id, step = str(stored or "").split(" ", 2)
        return UUID(committee_id), None if review_id == "-" else UUID(review_id), step
    except ValueError:  # nothing is stored yet, or another program wrote it: the chair starts from home
        return None
