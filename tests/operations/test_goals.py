"""Judging last year's goals, and setting one of them again."""

import pytest

from medreview.domain.dossier import Dossier
from medreview.domain.errors import InvalidField
from medreview.domain.goal import Activity, Continuation, Evaluation, Outcome
from medreview.operations import edit, goals, reviews
from medreview.operations.archives import Archive
from tests.builders import YEAR, a_goal
from tests.operations.worlds import a_started_review


@pytest.fixture
def dossier(archive: Archive) -> Dossier:
    """A second year with one goal to judge."""
    first = a_started_review(archive, YEAR - 1)
    goal = a_goal(first)
    edit.add(archive, goal, Activity(goal_id=goal.id, what="Filt under stolene"))
    return reviews.start_review(archive, first.committee.id, YEAR)


def judged(archive: Archive, dossier: Dossier) -> Evaluation:
    """Return the judgement as it is now."""
    return reviews.load(archive, dossier.review.id).evaluations[0]


@pytest.mark.parametrize(
    ("outcome", "follows"),
    [
        (Outcome.MET, Continuation.CLOSE),
        (Outcome.MET_EARLY, Continuation.CLOSE),
        (Outcome.DROPPED, Continuation.CLOSE),
        (Outcome.PARTLY, Continuation.CONTINUE),
        (Outcome.NOT_MET, Continuation.CONTINUE),
        (Outcome.TOO_EARLY, Continuation.CONTINUE),
        (Outcome.NOT_ASSESSED, Continuation.CONTINUE),
    ],
)
def test_an_outcome_settles_what_follows(
    archive: Archive, dossier: Dossier, outcome: Outcome, follows: Continuation
) -> None:
    goals.evaluate(archive, dossier.evaluations[0], outcome=outcome)
    assert judged(archive, dossier).continuation is follows


def test_the_chair_has_the_last_word(archive: Archive, dossier: Dossier) -> None:
    goals.evaluate(archive, dossier.evaluations[0], outcome=Outcome.MET, continuation=Continuation.CHANGE)
    assert judged(archive, dossier).continuation is Continuation.CHANGE
    goals.evaluate(archive, dossier.evaluations[0], done="Alle stole har filt.")
    assert judged(archive, dossier).continuation is Continuation.CHANGE


def test_dropped_means_closed(archive: Archive, dossier: Dossier) -> None:
    with pytest.raises(InvalidField, match="dropped_but_continued"):
        goals.evaluate(archive, dossier.evaluations[0], outcome=Outcome.DROPPED, continuation=Continuation.CONTINUE)
    assert judged(archive, dossier) == dossier.evaluations[0]


def test_a_goal_set_again_is_a_new_one(archive: Archive, dossier: Dossier) -> None:
    old = dossier.last_goals[0]
    goals.copy_goal(archive, dossier.review, old, dossier.activities_of(old), position=1)
    now = reviews.load(archive, dossier.review.id)
    again = now.goals[-1]
    assert (again.text, again.year, again.predecessor_id) == (old.text, YEAR, None)
    assert [one.what for one in now.activities_of(again)] == ["Filt under stolene"]
    edit.remove(archive, again)
