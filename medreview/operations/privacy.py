"""Personal numbers in a review: where they may stand, and why the chair lets them stand.

A reason holds for the fields it was given for; another field is told again. It is kept by the archive itself, not by
the review, so that it stands in no minutes and no exchange file.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from medreview.domain.cleaning import clean_line
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.privacy import Place, places
from medreview.operations import wheel
from medreview.store import settings
from medreview.store.archive import Archive
from medreview.store.session import Session

_KEY: Final = "personal_numbers"


@dataclass(frozen=True)
class Reason:
    """Why numbers may stand in some fields of a review, and since when that is said."""

    text: str
    on: date
    places: frozenset[str]
    """The fields, as `Place.key` tells them."""


def open_places(archive: Archive, dossier: Dossier, *, with_wheel: bool = False) -> tuple[Place, ...]:
    """Return the fields in which a personal number may stand and for which no reason was given.

    `with_wheel` looks through the committee's annual wheel, too.
    """
    found = places(dossier, wheel.matters(archive, dossier.committee.id) if with_wheel else ())
    if not found:
        return ()
    given = reason_of(archive, dossier.review.id)
    return tuple(place for place in found if given is None or place.key not in given.places)


def dismiss(archive: Archive, review_id: UUID, dismissed: Iterable[Place], text: str) -> None:
    """Keep why numbers may stand in these fields; those for which a reason was given before keep standing.

    Raises:
        Refusal: `reason_needed`, or those of `Archive.transaction`.
    """
    text = clean_line(text)
    if not text:
        raise Refusal("reason_needed")
    with archive.transaction() as session:
        before = _reason(session, review_id)
        keys = {place.key for place in dismissed} | (before.places if before else set())
        kept = {"reason": text, "on": date.today().isoformat(), "places": sorted(keys)}
        settings.note(session, key_of(review_id), json.dumps(kept, ensure_ascii=False))


def reason_of(archive: Archive, review_id: UUID) -> Reason | None:
    """Return why numbers may stand in a review, the last reason that was given."""
    with archive.transaction() as session:
        return _reason(session, review_id)


def key_of(review_id: UUID) -> str:
    """Return under which name the archive keeps the reason of a review."""
    return f"{_KEY}.{review_id.hex}"


def _reason(session: Session, review_id: UUID) -> Reason | None:
    try:
        kept = json.loads(settings.get(session, key_of(review_id)) or "")
        return Reason(str(kept["reason"]), date.fromisoformat(kept["on"]), frozenset(map(str, kept["places"])))
    except (ValueError, KeyError, TypeError):  # nothing is kept, or another program wrote it: it is asked again
        return None
