"""What nobody shall find again: what is deleted for good is in no byte, what was typed in no log and no title."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from medreview.domain.committee import Member, Role
from medreview.domain.decision import Decision
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.privacy import places
from medreview.operations import approval, backups, committees, copies, edit, erase, privacy, reviews, whereabouts
from medreview.operations.archives import Archive, create_archive, open_archive
from medreview.store import story
from tests.operations.worlds import a_started_review, held

pytestmark = pytest.mark.fault

YEAR = date.today().year - 1
HIDDEN = "Hemmeligheden om Åse"
OTHER = "Forklædning"


def archive_at(folder: Path) -> Archive:
    """Create an archive."""
    return create_archive(folder / "archive.medreview")


def filled(archive: Archive, secret: str, name: str, year: int = YEAR) -> Dossier:
    """Start the review of a committee of that name, with the secret in rows that stand, and in rows that went."""
    dossier = a_started_review(archive, year)
    edit.change(archive, dossier.committee, name=name, level_name=secret)
    member = Member(committee_id=dossier.committee.id, name=secret, role=Role.EMPLOYEE, side=Role.EMPLOYEE.side)
    committees.add_member(archive, member)
    decision = Decision(review_id=dossier.review.id, text=secret)
    edit.add(archive, decision, Decision(review_id=dossier.review.id, text=f"{secret} again"))
    edit.remove(archive, decision)
    edit.change(archive, dossier.closing, how_judged=secret)
    edit.change(archive, dossier.closing, how_judged="")
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    return reviews.load(archive, dossier.review.id)


def holds(path: Path, words: str) -> bool:
    """Return whether the words stand in the bytes of a file."""
    return words.encode() in path.read_bytes()


def steps_of(archive: Archive) -> list[str]:
    """Return what the journal calls its steps, the last one last."""
    with archive.transaction() as session:
        return [str(row[0]) for row in session.connection.execute("SELECT deed FROM journal_step ORDER BY id")]


def is_sound(archive: Archive) -> bool:
    """Return whether rows and journal still tell the same."""
    with archive.transaction() as session:
        return story.is_told(session.connection)


def test_a_committee_with_approved_minutes_leaves_no_byte(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    kept = filled(archive, OTHER, "Other committee")
    dossier = held(archive, filled(archive, HIDDEN, "Secret committee"))
    approval.approve(archive, dossier.review, date(YEAR, 12, 1), HIDDEN, "")
    approval.withdraw(archive, dossier.review, date(YEAR, 12, 2), HIDDEN)
    approval.approve(archive, reviews.load(archive, dossier.review.id).review, date(YEAR, 12, 3), HIDDEN, "")
    assert holds(archive.path, HIDDEN)
    with pytest.raises(Refusal, match="name_differs"):
        erase.erase_committee(archive, dossier.committee.id, "Other committee")
    erase.erase_committee(archive, dossier.committee.id, "secret committee ")
    assert is_sound(archive)
    assert steps_of(archive)[-1] == "erase"
    assert [one.id for one in committees.list_committees(archive)] == [kept.committee.id]
    archive.close()
    assert not holds(archive.path, HIDDEN)
    assert not holds(archive.path, "Secret committee")
    assert not holds(archive.path, dossier.committee.id.hex)
    assert not holds(archive.path, str(dossier.committee.id))
    assert holds(archive.path, OTHER)
    again = open_archive(archive.path)
    assert reviews.load(again, kept.review.id) == kept
    again.close()


def test_a_year_that_was_never_approved_leaves_no_byte(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    first = held(archive, a_started_review(archive, YEAR))
    approval.approve(archive, first.review, date(YEAR, 12, 1), "Karen Lund", "")
    before = reviews.load(archive, first.review.id)
    later = reviews.start_review(archive, first.committee.id, YEAR + 1)
    edit.add(archive, Decision(review_id=later.review.id, text=HIDDEN))
    with pytest.raises(Refusal, match="approved_with_committee"):
        erase.erase_review(archive, first.review, first.committee.name)
    erase.erase_review(archive, later.review, first.committee.name)
    assert is_sound(archive)
    assert reviews.load(archive, first.review.id) == before
    archive.close()
    assert not holds(archive.path, HIDDEN)
    assert not holds(archive.path, later.review.id.hex)


def test_an_earlier_year_stays_as_long_as_a_later_one_starts_from_it(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    first = a_started_review(archive, YEAR)
    reviews.start_review(archive, first.committee.id, YEAR + 1)
    with pytest.raises(Refusal, match="erase_later_first"):
        erase.erase_review(archive, first.review, first.committee.name)
    archive.close()


def test_backups_and_frozen_copies_are_named_and_deleted_when_asked_for(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    other = backups.make_backup(archive)
    dossier = held(archive, filled(archive, HIDDEN, "Secret committee"))
    approval.approve(archive, dossier.review, date(YEAR, 12, 1), HIDDEN, "")
    frozen = copies.keep_copies(archive, dossier.review.id)
    backup = backups.make_backup(archive)
    aside = Path(shutil.copy(archive.path, tmp_path / "archive damaged 1.medreview"))
    second = tmp_path / "usb"
    second.mkdir()
    carried = backups.copy_to_second_place(archive.path, second)
    remains = erase.erase_committee(archive, dossier.committee.id, "Secret committee", second).remains
    assert {backup.path, aside, carried} <= set(remains.backups)
    assert other.path not in remains.backups
    assert set(remains.copies) == set(frozen)
    assert erase.erase_remains(archive, remains) == ()
    assert not any(path.exists() for path in remains.files)
    assert other.path.exists()
    newest = backups.newest_verified(archive.path)
    archive.close()
    assert newest is not None
    left = [path for path in tmp_path.rglob("*") if path.is_file() and holds(path, HIDDEN)]
    assert left == []


def test_a_reason_lets_numbers_stand_in_the_fields_it_was_given_for(tmp_path: Path) -> None:
    archive = archive_at(tmp_path)
    dossier = a_started_review(archive, YEAR)
    edit.add(archive, Decision(review_id=dossier.review.id, text="Sag om 010170-1234"))
    dossier = reviews.load(archive, dossier.review.id)
    found = privacy.open_places(archive, dossier)
    assert [place.field for place in found] == ["text"]
    with pytest.raises(Refusal, match="reason_needed"):
        privacy.dismiss(archive, dossier.review.id, found, "  ")
    privacy.dismiss(archive, dossier.review.id, found, "An example from the course")
    assert privacy.open_places(archive, dossier) == ()
    reason = privacy.reason_of(archive, dossier.review.id)
    assert reason is not None
    assert reason.text == "An example from the course"
    edit.change(archive, dossier.closing, how_judged="811228-9874")
    dossier = reviews.load(archive, dossier.review.id)
    assert len(places(dossier)) == 2
    assert [place.field for place in privacy.open_places(archive, dossier)] == ["how_judged"]
    archive.close()
