"""Following up in the archive: after the approval too, sealed by the next one, undone by name, and never lost."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import new_note, notes_of
from medreview.domain.goal import Goal
from medreview.domain.privacy import places
from medreview.domain.review import State
from medreview.i18n import use
from medreview.operations import edit, erase, exchange, following, reviews, undo
from medreview.operations.archives import Archive, create_archive
from medreview.operations.search import search
from medreview.operations.verify import Verdict, verify
from medreview.store import entities
from tests.archives import write_exchange
from tests.builders import YEAR
from tests.operations.worlds import a_started_review, approved

DAY: Final = date(YEAR + 1, 3, 2)


@dataclass(frozen=True)
class Year:
    """An approved review with a goal and an action."""

    dossier: Dossier
    goal: Goal
    action: Action


@pytest.fixture
def year(archive: Archive) -> Year:
    """Return an approved review with a goal and an action, stored."""
    use("en")
    started = a_started_review(archive)
    goal = Goal(committee_id=started.committee.id, year=YEAR, text="Mindre støj")
    action = Action(review_id=started.review.id, what="Bestil filt", due=DAY)
    edit.add(archive, goal, action)
    return Year(approved(archive, started), goal, action)


def follow(archive: Archive, year: Year, item: Goal | Action, line: str, course: Course = Course.ON_TRACK) -> FollowUp:
    """Note something on the goal or action, first the status and then the line, as on the screen."""
    note = new_note(reviews.load(archive, year.dossier.review.id), item, DAY)
    following.note(archive, note, course=course)
    following.note(archive, note, line=line)
    return note


def all_notes(archive: Archive) -> list[FollowUp]:
    """Return every note in the archive."""
    with archive.transaction() as session:
        return entities.find(session, FollowUp)


def test_approved_minutes_stay_as_they_are_while_their_goals_are_followed_up(archive: Archive, year: Year) -> None:
    before = year.dossier
    follow(archive, year, year.goal, "Målt i februar")
    follow(archive, year, year.action, "Leveret", Course.DONE)
    now = reviews.load(archive, before.review.id)
    assert now.model_copy(update={"later_follow_ups": ()}) == before
    assert [one.line for one in notes_of(now, year.goal)] == ["Målt i februar"]
    assert now.actions[0].status is ActionStatus.OPEN


def test_the_next_review_looks_back_on_it_and_seals_it(archive: Archive, year: Year) -> None:
    note = follow(archive, year, year.goal, "Målt i februar")
    follow(archive, year, year.action, "Leveret", Course.DONE)
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    assert sorted(one.line for one in begun.follow_ups) == ["Leveret", "Målt i februar"]
    assert [one.status for one in begun.actions] == [ActionStatus.DONE]
    following.note(archive, note, line="Målt i marts")
    now = approved(archive, begun)
    assert "Målt i marts" in [one.line for one in now.follow_ups]
    with pytest.raises(Refusal, match="approved"):
        following.note(archive, note, line="Noget andet")
    with pytest.raises(Refusal, match="sealed"), archive.transaction() as session:
        entities.update(session, note)
    assert reviews.load(archive, now.review.id) == now


def test_what_is_noted_before_the_meeting_is_told_alike_in_the_new_minutes(archive: Archive, year: Year) -> None:
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    note = new_note(begun, begun.actions[0], DAY)
    assert note.action_id == year.action.id
    changes = following.note(archive, note, course=Course.DONE)
    assert changes.touches(FollowUp, Action)
    assert changes.review_id == begun.review.id
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.DONE
    following.note(archive, note, course=Course.BEHIND)
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.STARTED
    older = new_note(begun, begun.actions[0], date(YEAR + 1, 1, 1))
    following.note(archive, older, course=Course.DONE)
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.STARTED


def test_it_is_undone_by_name(archive: Archive, year: Year) -> None:
    follow(archive, year, year.goal, "Målt i februar")
    undone = undo.undo(archive)
    assert "Mindre støj" in undone.words()
    assert "Målt i februar" in undone.words()
    assert undone.changes.committee_id == year.dossier.committee.id
    assert all_notes(archive)[0].line == ""
    assert "Follow-up" in undo.undo(archive).words()
    assert all_notes(archive) == []
    undo.redo(archive)
    undo.redo(archive)
    assert all_notes(archive)[0].line == "Målt i februar"


def test_it_is_found_where_it_is_shown(archive: Archive, year: Year) -> None:
    follow(archive, year, year.goal, "Filten virker i spisestuen")
    follow(archive, year, year.action, "Filten er bestilt", Course.DONE)
    found = search(archive, "filten")
    assert [(one.step, one.owner, one.is_followed_up) for one in found] == [
        ("follow_up", year.goal.id, True),
        ("follow_up", year.action.id, True),
    ]
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    found = search(archive, "filten")
    assert [(one.step, one.owner, one.year) for one in found] == [
        ("look_back", begun.evaluations[0].id, YEAR + 1),
        ("decisions", begun.actions[0].id, YEAR + 1),
    ]


def test_a_personal_number_in_it_is_told(archive: Archive, year: Year) -> None:
    follow(archive, year, year.goal, "010170-1234 er syg")
    assert [one.step for one in places(reviews.load(archive, year.dossier.review.id))] == ["follow_up"]
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    assert [one.step for one in places(begun)] == ["look_back"]


def test_it_goes_along_to_another_archive_and_the_file_stays_true(archive: Archive, year: Year, tmp_path: Path) -> None:
    follow(archive, year, year.goal, "Målt i februar")
    file = write_exchange(tmp_path, reviews.load(archive, year.dossier.review.id))
    follow(archive, year, year.action, "Leveret")
    assert verify(archive, file).verdict is Verdict.UNCHANGED
    assert exchange.import_review(archive, file).unchanged
    other = create_archive(tmp_path / "other.medreview")
    exchange.import_review(other, file)
    assert [one.line for one in all_notes(other)] == ["Målt i februar"]
    other.close()


def test_a_deleted_year_takes_its_notes_with_it_and_leaves_those_of_the_year_before(
    archive: Archive, year: Year
) -> None:
    follow(archive, year, year.goal, "Målt i februar")
    follow(archive, year, year.action, "Leveret")
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    own = Action(review_id=begun.review.id, what="Ny")
    edit.add(archive, own)
    reviews.set_state(archive, begun.review, State.FOR_APPROVAL)
    now = reviews.load(archive, begun.review.id)
    for item in (own, now.goals[0]):
        following.note(archive, new_note(now, item, DAY), line="canary")
    erase.erase_review(archive, begun.review, year.dossier.committee.name)
    assert sorted(one.line for one in all_notes(archive)) == ["Leveret", "Målt i februar"]
    assert b"canary" not in archive.path.read_bytes()
    erase.erase_committee(archive, year.dossier.committee.id, year.dossier.committee.name)
    assert all_notes(archive) == []


def test_a_removed_action_takes_its_notes_with_it_until_that_is_undone(archive: Archive) -> None:
    started = a_started_review(archive)
    action = Action(review_id=started.review.id, what="Bestil filt")
    edit.add(archive, action)
    following.note(archive, new_note(started, action, DAY), line="Ringet")
    edit.remove(archive, action)
    assert all_notes(archive) == []
    undo.undo(archive)
    assert [one.line for one in all_notes(archive)] == ["Ringet"]


def test_an_action_goes_as_the_newest_note_with_a_status_says(archive: Archive, year: Year) -> None:
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    earlier, later = (new_note(begun, begun.actions[0], date(YEAR + 1, month, 1)) for month in (1, 2))

    def status() -> ActionStatus:
        return reviews.load(archive, begun.review.id).actions[0].status

    following.note(archive, later, line="Ringet")
    following.note(archive, earlier, course=Course.DONE)
    assert status() is ActionStatus.DONE
    following.note(archive, later, course=Course.BEHIND)
    assert status() is ActionStatus.STARTED
    following.note(archive, earlier, noted_on=DAY)
    assert status() is ActionStatus.DONE
    following.note(archive, earlier, course=Course.NOT_SAID)
    assert status() is ActionStatus.STARTED


def test_an_action_goes_as_before_when_its_note_is_removed(archive: Archive, year: Year) -> None:
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    older = new_note(begun, begun.actions[0], date(YEAR + 1, 1, 1))
    note = new_note(begun, begun.actions[0], DAY)
    following.note(archive, older, course=Course.BEHIND)
    following.note(archive, note, course=Course.DONE)
    assert following.remove(archive, note).touches(FollowUp, Action)
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.STARTED
    following.remove(archive, older)
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.OPEN
    assert all_notes(archive) == []


def test_a_status_that_was_set_by_hand_stays_when_a_note_is_removed(archive: Archive, year: Year) -> None:
    begun = reviews.start_review(archive, year.dossier.committee.id, YEAR + 1)
    note = new_note(begun, begun.actions[0], DAY)
    following.note(archive, note, course=Course.BEHIND)
    edit.change(archive, begun.actions[0], status=ActionStatus.DROPPED)
    following.remove(archive, note)
    assert reviews.load(archive, begun.review.id).actions[0].status is ActionStatus.DROPPED


def test_a_note_that_an_approved_review_looked_back_on_is_not_removed(archive: Archive, year: Year) -> None:
    note = follow(archive, year, year.goal, "Målt i februar")
    approved(archive, reviews.start_review(archive, year.dossier.committee.id, YEAR + 1))
    with pytest.raises(Refusal, match="approved"):
        following.remove(archive, note)
