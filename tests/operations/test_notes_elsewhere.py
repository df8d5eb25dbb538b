"""Follow-up notes that meet those of another archive: taken in once, never overwritten, kept out of what is sealed."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from medreview.domain.decision import Action, ActionStatus
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import new_note
from medreview.domain.goal import Goal
from medreview.i18n import use
from medreview.minutes import Choices, Kind
from medreview.operations import approval, edit, exchange, following, reviews
from medreview.operations.archives import Archive, create_archive
from medreview.operations.verify import Verdict, verify
from medreview.store import entities
from tests.archives import write_exchange
from tests.builders import YEAR
from tests.operations.worlds import a_started_review, approved

DAY: Final = date(YEAR + 1, 3, 2)


@pytest.fixture
def first(archive: Archive) -> Dossier:
    """Return an approved review with a goal and an action."""
    use("en")
    started = a_started_review(archive)
    goal = Goal(committee_id=started.committee.id, year=YEAR, text="Mindre støj")
    edit.add(archive, goal, Action(review_id=started.review.id, what="Bestil filt", due=DAY))
    return approved(archive, started)


def follow(archive: Archive, dossier: Dossier, line: str, *, on: date = DAY, course: Course = Course.DONE) -> None:
    """Note something on the goal and on the action of the review."""
    now = reviews.load(archive, dossier.review.id)
    for item in (now.goals[0], now.actions[0]):
        following.note(archive, new_note(now, item, on), line=line, course=course)


def lines(archive: Archive) -> list[str]:
    """Return what is noted in the archive."""
    with archive.transaction() as session:
        return sorted(one.line for one in entities.find(session, FollowUp))


def the_file(archive: Archive, dossier: Dossier, folder: Path) -> Path:
    """Write the review as it is now to an exchange file of its own folder."""
    folder.mkdir()
    return write_exchange(folder, reviews.load(archive, dossier.review.id))


def test_a_note_that_was_changed_since_is_no_difference(archive: Archive, first: Dossier, tmp_path: Path) -> None:
    follow(archive, first, "Bestilt")
    file = the_file(archive, first, tmp_path / "a")
    follow(archive, first, "Leveret")
    for _ in range(2):
        assert exchange.import_review(archive, file).unchanged
        assert lines(archive) == ["Leveret", "Leveret"]
    assert verify(archive, file).verdict is Verdict.UNCHANGED


def test_what_was_noted_elsewhere_is_taken_in_once(archive: Archive, first: Dossier, tmp_path: Path) -> None:
    other = create_archive(tmp_path / "other.medreview")
    exchange.import_review(other, the_file(archive, first, tmp_path / "a"))
    follow(other, first, "Leveret")
    file = the_file(other, first, tmp_path / "b")
    other.close()
    begun = reviews.start_review(archive, first.committee.id, YEAR + 1)
    assert begun.actions[0].status is ActionStatus.OPEN
    imported = exchange.import_review(archive, file)
    assert not imported.unchanged
    assert imported.changes.touches(FollowUp, Action)
    assert exchange.import_review(archive, file).unchanged
    now = reviews.load(archive, begun.review.id)
    assert [one.line for one in now.follow_ups] == ["Leveret", "Leveret"]
    assert now.actions[0].status is ActionStatus.DONE


def test_an_approved_look_back_takes_in_no_more(archive: Archive, first: Dossier, tmp_path: Path) -> None:
    other = create_archive(tmp_path / "other.medreview")
    exchange.import_review(other, the_file(archive, first, tmp_path / "a"))
    follow(other, first, "Leveret")
    file = the_file(other, first, tmp_path / "b")
    other.close()
    later = approved(archive, reviews.start_review(archive, first.committee.id, YEAR + 1))
    assert exchange.import_review(archive, file).unchanged
    assert reviews.load(archive, later.review.id) == later


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.DECISIONS])
@pytest.mark.parametrize("shown", [True, False])
def test_the_year_before_follows_minutes_that_tell_less(
    archive: Archive, first: Dossier, tmp_path: Path, kind: Kind, shown: bool
) -> None:
    follow(archive, first, "Ringet", course=Course.BEHIND)
    earlier = the_file(archive, first, tmp_path / "a")
    later = approved(archive, reviews.start_review(archive, first.committee.id, YEAR + 1))
    part = exchange.cut_json(later, kind, Choices(follow_ups=shown))
    assert part is not None
    assert ("Ringet" in part) is (shown and kind is Kind.MINUTES)
    file = tmp_path / "part.json"
    file.write_text(part, encoding="utf-8")
    other = create_archive(tmp_path / "other.medreview")
    exchange.import_review(other, file)
    exchange.import_review(other, earlier)
    assert reviews.load(other, first.review.id).model_copy(update={"later_follow_ups": ()}) == first
    other.close()


def test_an_approved_year_comes_with_its_own_look_back(archive: Archive, first: Dossier, tmp_path: Path) -> None:
    earlier = the_file(archive, first, tmp_path / "a")
    follow(archive, first, "Leveret")
    later = approved(archive, reviews.start_review(archive, first.committee.id, YEAR + 1))
    file = the_file(archive, later, tmp_path / "b")
    other = create_archive(tmp_path / "other.medreview")
    exchange.import_review(other, earlier)
    follow(other, first, "Ringet")
    exchange.import_review(other, file)
    assert reviews.load(other, later.review.id) == later
    assert lines(other) == ["Ringet", "Ringet"]
    assert exchange.import_review(other, file).unchanged
    other.close()


def test_withdrawn_and_approved_again_the_notes_stay_beside_the_minutes(archive: Archive, first: Dossier) -> None:
    follow(archive, first, "Leveret")
    approval.withdraw(archive, first.review, DAY, "En slåfejl")
    opened = reviews.load(archive, first.review.id)
    assert opened.actions[0].status is ActionStatus.OPEN
    approval.approve(archive, opened.review, DAY, "Karen Lund")
    again = reviews.load(archive, first.review.id)
    assert again.review.version == 2
    assert lines(archive) == ["Leveret", "Leveret"]
    [_, version] = approval.versions(archive, first.review.id)
    assert version.is_intact
    assert "Leveret" not in version.content


def test_an_action_that_was_removed_meanwhile_gets_no_note(archive: Archive) -> None:
    started = a_started_review(archive)
    action = Action(review_id=started.review.id, what="Bestil filt")
    edit.add(archive, action)
    note = new_note(started, action, DAY)
    edit.remove(archive, action)
    with pytest.raises(Refusal, match="gone"):
        following.note(archive, note, line="Ringet")
    assert lines(archive) == []
