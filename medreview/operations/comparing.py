"""Two years of a committee side by side."""

from uuid import UUID

from medreview.domain.compare import Comparison, compare
from medreview.domain.review import Review
from medreview.operations.reviews import load_in
from medreview.store import queries
from medreview.store.archive import Archive


def years(archive: Archive, committee_id: UUID) -> tuple[Review, ...]:
    """Return the committee's reviews, oldest first."""
    with archive.transaction() as session:
        return tuple(reversed(queries.reviews(session, committee_id)))


def compared(archive: Archive, before_id: UUID, after_id: UUID) -> Comparison:
    """Return two reviews of one committee side by side, with what later reviews say of their goals.

    Raises:
        Refusal: `gone` when one of them is no longer there, `template_unknown`.
    """
    with archive.transaction() as session:
        before, after = load_in(session, before_id), load_in(session, after_id)
        return compare(before, after, queries.goal_years(session, after.committee.id))
