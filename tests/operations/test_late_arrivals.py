"""Next year may be started before the minutes are approved: what comes in meanwhile is not lost."""

from datetime import date

import pytest

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.goal import Activity, Goal
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from tests.archives import a_full_review, stored


@pytest.fixture
def unapproved(archive: Archive) -> Dossier:
    """A full review that could be approved."""
    return stored(archive, a_full_review())


def test_late_goals_and_actions_are_carried_over_at_approval(archive: Archive, unapproved: Dossier) -> None:
    following = reviews.start_review(archive, unapproved.committee.id, unapproved.review.year + 1)
    late = Goal(committee_id=unapproved.committee.id, year=unapproved.review.year, text="Lys i kælderen", position=9)
    action = Action(review_id=unapproved.review.id, what="Bestil lamper", position=9)
    edit.add(archive, late, Activity(goal_id=late.id, what="Nye lamper"), action)
    approval.approve(archive, unapproved.review, date(2026, 12, 1), "Karen Lund")

    now = reviews.load(archive, following.review.id)
    carried = next(goal for goal in now.goals if goal.predecessor_id == late.id)
    assert now.goals[-1] == carried
    assert now.evaluation_of(late) is not None
    assert [activity.what for activity in now.activities_of(carried)] == ["Nye lamper"]
    assert now.actions[-1].predecessor_id == action.id
    assert len(now.goals) == len(following.goals) + 1
    assert len(now.actions) == len(following.actions) + 1


def test_nothing_is_carried_twice(archive: Archive, unapproved: Dossier) -> None:
    following = reviews.start_review(archive, unapproved.committee.id, unapproved.review.year + 1)
    done = Action(review_id=unapproved.review.id, what="Bestil lamper", status=ActionStatus.DONE)
    edit.add(archive, done)
    approval.approve(archive, unapproved.review, date(2026, 12, 1), "Karen Lund")
    assert reviews.load(archive, following.review.id) == following
