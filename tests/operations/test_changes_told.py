"""Who changed what and when: told step by step, and quickly however many there are."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest

from medreview.domain.attendance import Guest
from medreview.domain.committee import Member, Role
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.i18n import Translator, use
from medreview.operations import approval, committees, edit, meetings, reviews, undo
from medreview.operations.archives import Archive
from medreview.operations.changes_told import COUNT, Entry, changes_told
from medreview.store import journal
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR, a_goal

WORDS = Translator("en")


@pytest.fixture
def review(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """Return the full review, stored, where each change is a step."""
    use("en")
    monkeypatch.setattr(journal, "BURST", timedelta(microseconds=-1))
    return stored(archive, a_full_review())


def entries(archive: Archive, review: Dossier) -> tuple[Entry, ...]:
    """Return what was done, the newest first."""
    return changes_told(archive, review.review.id, WORDS).entries


def lines(entry: Entry) -> list[str]:
    """Return the differences of a step."""
    return [line for section in entry.sections for line in section.lines]


def test_each_change_is_told_with_its_time_and_device(archive: Archive, review: Dossier) -> None:
    begun = datetime.now(UTC) - timedelta(minutes=1)
    goal, old = review.goals[0], review.goals[0].text
    edit.change(archive, goal, text="First")
    edit.change(archive, goal, text="Second")
    second, first, imported = entries(archive, review)
    assert lines(second) == ["Goal 1: “First” → “Second”"]
    assert "→ “First”" in lines(first)[0]
    assert old[:10] in lines(first)[0]
    assert begun < first.at <= second.at
    assert first.device
    assert first.name == ""
    assert imported.name == "the import of a review"


def test_what_came_and_went_is_told_with_what_went_along(archive: Archive, review: Dossier) -> None:
    goal = a_goal(review, "A new goal")
    edit.add(archive, goal)
    edit.remove(archive, goal)
    meeting = review.meetings[0]
    edit.add(archive, Guest(meeting_id=meeting.id, name="Ada"))
    edit.remove(archive, meeting)
    gone, guest, removed, added, _ = entries(archive, review)
    assert any(line.startswith("Removed: Meeting") for line in lines(gone))
    assert lines(guest) == ["New: Guest “Ada”"]
    assert [lines(one)[0].split(":")[0] for one in (removed, added)] == ["Removed", "New"]


def test_named_steps_and_undone_ones_are_told_by_name(archive: Archive, review: Dossier) -> None:
    meetings.plan_meetings(archive, review, date(YEAR, 11, 2))
    undo.undo(archive)
    undo.redo(archive)
    edit.change(archive, review.closing, where_found="On the intranet")
    undo.undo(archive)
    undo.redo(archive)
    names = [one.name for one in entries(archive, review)]
    assert names[:2] == ["Done again", "Undone"]
    assert names[3:6] == ["Done again: the proposed dates", "Undone: the proposed dates", "the proposed dates"]


def test_a_year_that_came_and_went_is_told_by_name_and_before_it_nothing(archive: Archive, review: Dossier) -> None:
    started = reviews.start_review(archive, review.committee.id, YEAR + 1)
    undo.undo(archive)
    undo.redo(archive)
    found = entries(archive, started)
    assert [one.name for one in found] == [
        "Done again: the start of a year",
        "Undone: the start of a year",
        "the start of a year",
    ]
    assert not any(one.sections for one in found)


def test_an_empty_row_is_told_once_something_is_written_in_it(archive: Archive, review: Dossier) -> None:
    goal = a_goal(review, "")
    before = len(entries(archive, review))
    guest = Guest(meeting_id=review.meetings[0].id)
    edit.add(archive, guest)
    assert len(entries(archive, review)) == before
    edit.change(archive, guest, name="Ada")
    assert lines(entries(archive, review)[0]) == ["New: Guest “Ada”"]
    assert goal.text == ""


def test_the_committees_changes_belong_to_it_until_it_is_approved(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    member = Member(committee_id=approved.committee.id, name="Ida Bo", role=Role.MANAGEMENT)
    committees.add_member(archive, member)
    assert [one.name for one in entries(archive, approved)] == ["the import of a review"]
    approval.withdraw(archive, approved.review, date(YEAR, 12, 10), "An error")
    edit.change(archive, approved.committee, level_name="Main committee")
    changed, withdrawn, added, _ = entries(archive, approved)
    assert lines(changed)[0].endswith("→ “Main committee”")
    assert withdrawn.name == "the withdrawal of the approval"
    assert "Ida Bo" in lines(added)[0]


def test_the_committee_of_another_has_no_part_in_it(archive: Archive, review: Dossier) -> None:
    other = review.committee.model_copy(update={"id": a_goal(review).id, "name": "Another"})
    committees.create_committee(archive, other)
    committees.add_member(archive, Member(committee_id=other.id, name="Somebody else", role=Role.MANAGEMENT))
    assert len(entries(archive, review)) == 1


def test_a_review_that_is_gone_is_refused(archive: Archive, review: Dossier) -> None:
    with pytest.raises(Refusal, match="gone"):
        changes_told(archive, a_goal(review).id, WORDS)


def test_five_thousand_steps_are_told_two_hundred_at_a_time_and_quickly(archive: Archive, review: Dossier) -> None:
    goal = review.goals[0]
    step = "INSERT INTO journal_step (at, device, deed, run) VALUES ('2026-11-22T10:00:00+00:00', 'PC', 'edit', '')"
    change = "UPDATE goal SET text = ? WHERE id = ?"
    with archive.transaction() as session:
        for number in range(5000):
            session.connection.execute(step)
            session.connection.execute(change, (f"Text {number}", goal.id.hex))
    begun = time.process_time()
    first = changes_told(archive, review.review.id, WORDS)
    second = changes_told(archive, review.review.id, WORDS, first)
    took = time.process_time() - begun
    assert "4999" in lines(first.entries[0])[0]
    assert len(first.entries) == len(second.entries) == COUNT
    assert "4799" in lines(second.entries[0])[0]
    assert second.until is not None
    assert took < 3
    last = changes_told(archive, review.review.id, WORDS, first, count=10_000)
    assert last.until is None
    assert last.entries[-1].name == "the import of a review"
