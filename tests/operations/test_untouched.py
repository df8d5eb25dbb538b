"""What only came along from last year, as the archive knows it."""

from datetime import date

from medreview.domain.dossier import Dossier
from medreview.domain.progress import StepState, step_state
from medreview.operations import approval, edit, reviews, undo
from medreview.operations.archives import Archive
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR, a_goal

_OF_OTHERS = ("committee", "members", "follow_ups", "last_goals")
"""What no review owns, or another one."""


def begun(archive: Archive) -> Dossier:
    """Return the review of the year after a full one, just started."""
    full = stored(archive, a_full_review())
    return reviews.start_review(archive, full.committee.id, YEAR + 1)


def state(archive: Archive, dossier: Dossier, step: str) -> StepState:
    return step_state(reviews.load(archive, dossier.review.id), step)


def test_a_year_just_begun_has_nothing_of_its_own(archive: Archive) -> None:
    dossier = begun(archive)
    before = {one.id for goal in dossier.last_goals for one in dossier.activities_of(goal)}
    own = {one.id for part, one in dossier.entities() if part not in _OF_OTHERS}
    assert dossier.untouched == own - before


def test_a_change_takes_up_and_undoing_it_does_not(archive: Archive) -> None:
    dossier = begun(archive)
    assert state(archive, dossier, "cooperation") is StepState.CARRIED_OVER
    edit.change(archive, dossier.cooperation, form="Korte møder")
    edit.change(archive, dossier.cooperation, meetings=11)
    assert state(archive, dossier, "cooperation") is StepState.ANSWERED
    for _ in range(2):
        undo.undo(archive)
    assert state(archive, dossier, "cooperation") is StepState.CARRIED_OVER
    assert reviews.load(archive, dossier.review.id).untouched == dossier.untouched
    undo.redo(archive)
    assert state(archive, dossier, "cooperation") is StepState.ANSWERED


def test_an_entry_that_is_added_and_removed_again_takes_nothing_up(archive: Archive) -> None:
    dossier = begun(archive)
    goal = a_goal(dossier, "Et nyt mål")
    edit.add(archive, goal)
    assert state(archive, dossier, "goals") is StepState.ANSWERED
    edit.remove(archive, goal)
    assert state(archive, dossier, "goals") is StepState.CARRIED_OVER


def test_a_start_that_is_undone_and_done_again_begins_as_before(archive: Archive) -> None:
    dossier = begun(archive)
    undo.undo(archive)
    undo.redo(archive)
    assert reviews.load(archive, dossier.review.id).untouched == dossier.untouched


def test_what_comes_late_came_along_too(archive: Archive) -> None:
    full = stored(archive, a_full_review())
    later = reviews.start_review(archive, full.committee.id, YEAR + 1)
    edit.add(archive, a_goal(full, "Sent besluttet"))
    approval.approve(archive, full.review, date(YEAR, 12, 1), "Karen Lund")
    assert len(reviews.load(archive, later.review.id).goals) == len(later.goals) + 1
    assert state(archive, later, "goals") is StepState.CARRIED_OVER


def test_what_was_not_started_here_counts_as_taken_up(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    assert approved.untouched == frozenset()
    assert state(archive, approved, "cooperation") is StepState.ANSWERED
