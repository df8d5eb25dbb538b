"""What came along from last year into a review and was not changed since, as far as the journal tells."""

from typing import Final
from uuid import UUID

from medreview.domain.dossier import Dossier
from medreview.store import journal
from medreview.store.session import Session

_COMING: Final = ("start_review", "approve")
"""The deeds that carry something over: the start of the year, and the approval of the one before."""

_UNTOUCHED: Final = f"""
    SELECT entry.row FROM journal_change AS entry JOIN journal_step AS step ON step.id = entry.step
    WHERE entry.review_id = ? GROUP BY entry.row
    HAVING sum(CASE deed WHEN '{journal.UNDO}' THEN -1 ELSE 1 END) = 1 AND max(deed IN {_COMING})"""  # noqa: S608 - our own names
"""The rows of which all but the first change was undone again."""


def untouched(session: Session, dossier: Dossier) -> frozenset[UUID]:
    """Return the ids of what a review has as it came along; none for one that did not start from another here."""
    if dossier.review.previous_year is None:
        return frozenset()
    rows = {row for (row,) in session.connection.execute(_UNTOUCHED, (dossier.review.id.hex,))}
    return frozenset(one.id for _, one in dossier.entities() if one.id.hex in rows)
