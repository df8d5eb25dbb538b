"""Which backups may go, so that there are many of the last days and a few of all the years."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

ALL: Final = timedelta(days=2)
DAILY: Final = timedelta(days=30)
WEEKLY: Final = timedelta(weeks=26)
"""How far back all are kept, then one a day, then one a week; before that one a month, for good."""

ALWAYS: Final = 10
"""As many of the newest stay whatever the clock says: it may have been wrong when they were made, or be so now."""


@dataclass(frozen=True)
class Stamp:
    """What thinning looks at: when a backup was made, by the clock of then, and whether it was read back."""

    at: datetime
    is_verified: bool = True


def surplus(stamps: Sequence[Stamp], now: datetime) -> frozenset[int]:
    """Return the places of the backups that may go, given all of them with the newest first.

    The order is the caller's and not the clock's. The newest verified one always stays; of a day, week or month the
    newest verified one stays, or where there is none the newest. One that lies ahead of a clock that was set back is
    as old as it lies ahead.
    """
    kept = set(range(ALWAYS)) | _newest_verified(stamps)
    held: dict[Hashable, int] = {}
    for place, stamp in enumerate(stamps):
        period = _period(stamp.at, now)
        if period is None:
            kept.add(place)
        elif period not in held or (stamp.is_verified and not stamps[held[period]].is_verified):
            held[period] = place
    return frozenset(range(len(stamps))) - kept - set(held.values())


def _newest_verified(stamps: Sequence[Stamp]) -> set[int]:
    return {next((place for place, stamp in enumerate(stamps) if stamp.is_verified), 0)}


def _period(at: datetime, now: datetime) -> Hashable | None:
    """Return the day, week or month of which one backup stays; None where all do."""
    age = abs(now - at)
    if age <= ALL:
        return None
    if age <= DAILY:
        return at.date()
    if age <= WEEKLY:
        return at.isocalendar()[:2]
    return at.year, "month", at.month
