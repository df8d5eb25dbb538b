"""Backups hold what the archive held, are told apart by how far it had come, and lead back there."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import approval, backups, committees, edit, erase, example_mark, restoring, reviews
from medreview.operations.archives import Archive, create_archive, open_archive
from medreview.operations.backups import Backup, make_backup
from medreview.operations.restoring import missing_since, restore
from medreview.store import backup as store_backup
from medreview.store import story
from tests.archives import a_full_review, stored
from tests.builders import a_committee
from tests.operations.worlds import a_started_review, approved


def wrote(archive: Archive, words: str) -> None:
    """Write into the newest review of the first committee."""
    committee = committees.list_committees(archive)[0]
    newest = committees.overview(archive, committee.id).newest
    assert newest is not None
    edit.change(archive, newest.closing, how_we_cooperate=words)


def words_in(path: Path) -> str:
    """Return what is written there."""
    archive = open_archive(path)
    try:
        committee = committees.list_committees(archive)[0]
        newest = committees.overview(archive, committee.id).newest
        assert newest is not None
        return newest.closing.how_we_cooperate
    finally:
        archive.close()


@pytest.fixture
def path(archive: Archive) -> Path:
    """The path of an archive with the full review."""
    stored(archive, a_full_review())
    return archive.path


@pytest.fixture
def first(archive: Archive, path: Path) -> Backup:
    """A backup, and an archive in which more was written since."""
    wrote(archive, "first")
    made = backups.make_backup(archive)
    wrote(archive, "second")
    return made


def at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """Set the clock of the backups."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Clock":  # noqa: ARG003 - the clock here is local
            return cls.fromisoformat(now.isoformat())

    monkeypatch.setattr(backups, "datetime", Clock)


def test_a_backup_has_the_time_in_its_name_and_the_content_of_the_archive(archive: Archive, path: Path) -> None:
    wrote(archive, "told")
    made = backups.make_backup(archive, "approve")
    assert made.path == path.parent / "test-backups" / f"test {made.at:%Y-%m-%d %H%M%S}.medreview"
    assert (made.is_verified, made.reason) == (True, "approve")
    assert made.size == made.path.stat().st_size
    assert words_in(made.path) == "told"
    assert backups.backups(path) == (made,)
    assert backups.newest_verified(path) == made


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_backups_are_for_their_owner_alone(archive: Archive, path: Path) -> None:
    made = backups.make_backup(archive)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_one_is_made_only_where_something_changed(archive: Archive, path: Path) -> None:
    assert backups.make_backup_if_changed(archive)
    assert backups.make_backup_if_changed(archive) is None
    wrote(archive, "a")
    assert backups.make_backup_if_changed(archive)
    wrote(archive, "ab")  # goes on typing in the same field: the same step of the journal
    assert backups.make_backup_if_changed(archive)
    assert backups.make_backup_if_changed(archive) is None
    assert len(backups.backups(path)) == 3


def test_an_empty_archive_needs_none(archive: Archive) -> None:
    assert backups.make_backup_if_changed(archive) is None


def test_the_newest_is_the_one_with_most_done_whatever_the_clock(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 11, 22, 10, 0, 0)
    made = []
    for years in (2, -1, 0, -3):
        at(monkeypatch, now + timedelta(days=365 * years))
        wrote(archive, f"{years}")
        made.append(backups.make_backup(archive))
    assert list(backups.backups(path)) == made[::-1]


def test_two_in_one_second_are_two(archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, datetime(2026, 11, 22, 10, 42, 33))
    names = [backups.make_backup(archive).path.name for _ in range(2)]
    assert names == ["test 2026-11-22 104233.medreview", "test 2026-11-22 104234.medreview"]


def test_another_archive_of_the_same_name_comes_by_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.medreview"
    for day, count in ((1, 5), (2, 1)):
        archive = create_archive(path)
        stored(archive, a_full_review())
        for number in range(count):
            committees.create_committee(archive, a_committee(name=f"Depot {number}"))
        at(monkeypatch, datetime(2026, 11, day))
        backups.make_backup(archive)
        archive.close()
        path.unlink()
    assert [backup.at.day for backup in backups.backups(path)] == [2, 1]


def test_after_the_first_committee_is_deleted_for_good_its_backups_are_still_of_the_same_archive(
    archive: Archive, first: Backup
) -> None:
    a_kept = a_committee().model_copy(update={"id": uuid4(), "name": "Another"})
    committees.create_committee(archive, a_kept)
    [gone] = [one for one in committees.list_committees(archive) if one.id != a_kept.id]
    erase.erase_committee(archive, gone.id, gone.name)
    mark = make_backup(archive).mark
    assert mark is not None
    assert first.mark is not None
    assert mark.beginning == first.mark.beginning
    assert mark.step > first.mark.step


def test_old_ones_are_thinned_when_one_is_made(archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for minutes in range(30):
        at(monkeypatch, datetime(2026, 1, 1, 8) + timedelta(minutes=10 * minutes))
        wrote(archive, f"{minutes}")
        backups.make_backup(archive)
    assert len(backups.backups(path)) == 30
    at(monkeypatch, datetime(2026, 11, 22))
    wrote(archive, "later")
    newest = backups.make_backup(archive)
    assert len(backups.backups(path)) == 10
    assert backups.newest_verified(path) == newest


@pytest.mark.parametrize("size", [0, 1, 100, 4096, -1])
def test_a_truncated_one_is_listed_last_and_never_offered(archive: Archive, path: Path, size: int) -> None:
    sound = backups.make_backup(archive)
    wrote(archive, "later")
    cut = backups.make_backup(archive)
    os.truncate(cut.path, size if size >= 0 else cut.size + size)
    assert [backup.is_verified for backup in backups.backups(path)] == [True, False]
    assert backups.newest_verified(path) == sound
    with pytest.raises(Refusal, match="backup_damaged"):
        restore(path, cut)


def test_a_letter_that_changed_on_the_disk_is_seen(archive: Archive, path: Path) -> None:
    sound = backups.make_backup(archive)
    wrote(archive, "abcdefgh" * 20)
    bad = backups.make_backup(archive)
    content = bad.path.read_bytes()
    place = content.index(b"abcdefgh" * 20)
    bad.path.write_bytes(content[:place] + b"X" + content[place + 1 :])
    assert backups.newest_verified(path) == sound


def test_of_a_very_large_copy_the_pages_are_read_and_not_each_letter(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_backup, "_READ_TO_THE_LETTER", 0)
    monkeypatch.setattr(story, "is_told", None)
    sound = backups.make_backup(archive)
    assert backups.newest_verified(path) == sound
    sound.path.write_bytes(sound.path.read_bytes()[:8192] + bytes(4096) + sound.path.read_bytes()[12288:])
    assert backups.newest_verified(path) is None


def test_other_files_in_the_folder_are_left_alone(archive: Archive, path: Path) -> None:
    folder = backups.folder_of(path)
    folder.mkdir()
    strange = [
        folder / name for name in ("notes.txt", "test 2026-13-99 999999.medreview", "other 2026-11-22 104233.medreview")
    ]
    for one in strange:
        one.write_text("mine")
    made = backups.make_backup(archive)
    assert backups.backups(path) == (made,)
    assert all(one.read_text() == "mine" for one in strange)


def test_the_second_place_gets_the_newest_once(archive: Archive, first: Backup, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(Refusal, match="no_second_place"):
        backups.copy_to_second_place(archive.path, stick)
    assert not stick.exists()
    stick.mkdir()
    copied = backups.copy_to_second_place(archive.path, stick)
    assert copied is not None
    assert copied.name == first.path.name
    assert words_in(copied) == "first"
    assert backups.copy_to_second_place(archive.path, stick) is None


def test_the_room_is_told(archive: Archive) -> None:
    room = backups.room_for_backups(archive.path)
    assert room is not None
    assert room.free > 0
    assert not room.is_short
    assert backups.room_for_backups(archive.path.parent / "gone" / "test.medreview") is None


def test_what_changed_since_is_told_review_by_review(archive: Archive, first: Backup) -> None:
    [section] = missing_since(first, archive) or ()
    assert section.heading.startswith("Lokal-MED Strandhaven 2026 · ")
    assert "“second”" in section.lines[0]
    assert missing_since(backups.make_backup(archive), archive) == ()


def test_what_came_and_went_since_is_told(archive: Archive) -> None:
    dossier = a_started_review(archive)
    before = backups.make_backup(archive)
    reviews.discard(archive, dossier.review)
    other = a_committee(name="Depot-MED")
    committees.create_committee(archive, other)
    [section] = missing_since(before, archive) or ()
    name = dossier.committee.name
    assert section.lines == ("New: Depot-MED", f"Removed: {name} {dossier.review.year}")


def test_a_member_who_came_since_is_told(archive: Archive, first: Backup) -> None:
    [committee] = committees.list_committees(archive)
    member = committees.overview(archive, committee.id).members[0]
    committees.change_member(archive, member, name="Åse Ny")
    told = [line for section in missing_since(first, archive) or () for line in section.lines]
    assert any("Åse Ny" in line for line in told)


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b""), lambda path: path.unlink()])
def test_nobody_can_tell_of_an_archive_that_cannot_be_read(
    archive: Archive, first: Backup, spoil: Callable[[Path], object]
) -> None:
    archive.close()
    spoil(archive.path)
    assert missing_since(first, archive.path) is None


def test_restoring_keeps_the_state_before_and_a_second_time_changes_nothing(archive: Archive, first: Backup) -> None:
    archive.close()
    restored = restore(archive.path, first)
    assert restored.is_changed
    assert words_in(archive.path) == "first"
    assert restored.kept is not None
    assert words_in(restored.kept) == "second"
    assert backups.backup_of(restored.kept).reason == "restore"
    count = len(backups.backups(archive.path))
    assert not restore(archive.path, first).is_changed
    assert len(backups.backups(archive.path)) == count


def test_one_can_go_back_and_forth_and_the_newest_stays_the_newest(archive: Archive, first: Backup) -> None:
    archive.close()
    kept = restore(archive.path, first).kept
    assert kept is not None
    after = backups.make_backup(archive.path)
    assert backups.newest_verified(archive.path) == after
    assert restore(archive.path, backups.backup_of(kept)).is_changed
    assert words_in(archive.path) == "second"


def test_undo_ends_at_a_restoring(archive: Archive, first: Backup) -> None:
    from medreview.operations.undo import undo

    archive.close()
    restore(archive.path, first)
    again = open_archive(archive.path)
    with pytest.raises(Refusal, match="nothing_to_undo"):
        undo(again)
    again.close()


def test_an_archive_that_is_open_is_not_restored(archive: Archive, first: Backup) -> None:
    with pytest.raises(Refusal, match="open_elsewhere"):
        restore(archive.path, first)
    archive.close()
    assert words_in(archive.path) == "second"


DAMAGES: list[Callable[[Path], object]] = [
    lambda path: path.write_bytes(b""),
    lambda path: os.truncate(path, path.stat().st_size // 2),
    lambda path: path.write_bytes(os.urandom(5000)),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_in_the_place_of_a_damaged_archive_that_is_kept_aside_first(
    archive: Archive, first: Backup, damage: Callable[[Path], object]
) -> None:
    archive.close()
    damage(archive.path)
    bad = archive.path.read_bytes()
    kept = restore(archive.path, first).kept
    assert kept is not None
    assert kept.read_bytes() == bad
    assert words_in(archive.path) == "first"
    assert first in backups.backups(archive.path)


def test_a_damaged_archive_is_kept_aside_once_with_what_lies_beside_it(archive: Archive, first: Backup) -> None:
    archive.close()
    archive.path.write_bytes(b"SQLite format 3\x00 no more")
    beside = archive.path.with_name(f"{archive.path.name}-journal")
    beside.write_bytes(b"half a page")
    kept = restoring.keep_aside(archive.path)
    assert restoring.keep_aside(archive.path) == kept
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"half a page"
    restore(archive.path, first)
    assert not beside.exists()
    assert words_in(archive.path) == "first"


def test_an_archive_that_is_gone_comes_back(archive: Archive, first: Backup) -> None:
    archive.close()
    archive.path.unlink()
    assert restore(archive.path, first).kept is None
    assert words_in(archive.path) == "first"


def test_approving_withdrawing_and_importing_are_preceded_by_one(archive: Archive) -> None:
    dossier = approved(archive, a_started_review(archive))
    approval.withdraw(archive, dossier.review, datetime(2026, 12, 2).date(), "Wrong date")
    other = a_full_review()
    committee = other.committee.model_copy(update={"name": "Depot-MED"})
    stored(archive, other.model_copy(update={"committee": committee}))
    assert [backup.reason for backup in backups.backups(archive.path)] == ["import", "withdraw", "approve"]


def test_the_example_has_none(archive: Archive) -> None:
    stored(archive, a_full_review())
    example_mark.mark_as_example(archive)
    backups.back_up_before(archive, "import")
    assert backups.backups(archive.path) == ()


def test_a_file_that_is_in_the_way_is_said_and_never_blocks(archive: Archive, path: Path) -> None:
    backups.folder_of(path).write_text("mine")
    with pytest.raises(Refusal, match="not_a_folder"):
        backups.make_backup(archive)
    backups.back_up_before(archive, "approve")
    assert backups.backups(path) == ()
    assert backups.folder_of(path).read_text() == "mine"


def test_an_archive_that_somebody_writes_to_is_said(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medreview.store.backup.PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Refusal, match="open_elsewhere"):
            backups.make_backup(archive)
    assert not backups.folder_of(path).exists()


@pytest.mark.parametrize(("name", "code"), [("gone.medreview", "file_missing"), ("x/y.medreview", "file_missing")])
def test_a_file_that_is_not_there_is_no_backup(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        backups.backup_of(tmp_path / name)
