"""What is typed and not stored, and an approval."""

from datetime import date

import pytest

from medreview.domain.base import Entity
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.goal import Continuation
from medreview.operations import approval, drafts, goals, reviews
from medreview.operations.archives import Archive
from medreview.operations.drafts import Draft, place_of
from tests.archives import a_full_review, stored
from tests.builders import YEAR

HALF = "thrusday"


@pytest.fixture
def review(archive: Archive) -> Dossier:
    """Return a review that can be approved."""
    return stored(archive, a_full_review())


def leave(archive: Archive, entity: Entity) -> None:
    """Leave half a date in a field of an entity."""
    drafts.keep(archive, Draft.at(place_of(entity)), fields={"runs_until": HALF})


def approve(archive: Archive, review: Dossier) -> None:
    approval.approve(archive, review.review, date(YEAR, 12, 1), "Karen Lund")


def test_what_the_minutes_would_lack_blocks_their_approval(archive: Archive, review: Dossier) -> None:
    leave(archive, review.open_goals[0])
    with pytest.raises(Refusal, match="not_ready"):
        approve(archive, review)
    assert drafts.load(archive)[place_of(review.open_goals[0])].fields == {"runs_until": HALF}
    assert not reviews.load(archive, review.review.id).is_read_only


def test_what_was_typed_in_a_closed_goal_goes_with_the_approval(archive: Archive, review: Dossier) -> None:
    carried = review.open_goals[0]
    leave(archive, carried)
    drafts.keep(archive, Draft.at("NewCommittee"), fields={"name": "stays"})
    judged = next(one for one in review.evaluations if one.goal_id == carried.predecessor_id)
    goals.evaluate(archive, judged, continuation=Continuation.CLOSE, why="Nået.")
    approve(archive, review)
    assert list(drafts.load(archive)) == ["NewCommittee"]


def test_what_stands_in_another_review_waits_for_its_own(archive: Archive, review: Dossier) -> None:
    later = reviews.start_review(archive, review.committee.id, YEAR + 1)
    leave(archive, later.open_goals[0])
    approve(archive, review)
    assert len(drafts.load(archive)) == 1
