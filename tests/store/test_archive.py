"""Opening, creating and failing: every bad file is named, left as it is, and never taken for an archive."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.store import archive as store
from medreview.store import checks, connection, entities
from medreview.store.archive import Archive, create_archive, open_archive, open_or_create_archive
from tests.builders import a_committee


def refused(path: Path) -> str:
    """Return why the archive is not opened."""
    with pytest.raises(Refusal) as refusal:
        open_archive(path)
    assert refusal.value.params["path"] == path
    return refusal.value.code


def execute(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def test_what_is_stored_is_there_after_reopening(archive: Archive) -> None:
    committee = a_committee()
    with archive.transaction() as session:
        entities.insert(session, [committee])
    archive.close()
    reopened = open_archive(archive.path)
    with reopened.transaction() as session:
        assert entities.get(session, type(committee), committee.id) == committee
    reopened.close()


def test_reading_waits_for_nobody_who_reads(archive: Archive) -> None:
    with closing(sqlite3.connect(archive.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM committee").fetchone()
        with archive.transaction() as session:
            assert entities.find(session, type(a_committee())) == []


def test_the_storage_settings_hold(archive: Archive) -> None:
    with archive.transaction() as session:
        read = session.connection.execute
        assert read("PRAGMA journal_mode").fetchone() == ("delete",)
        assert read("PRAGMA synchronous").fetchone() == (2,)
        assert read("PRAGMA foreign_keys").fetchone() == (1,)
        assert read("PRAGMA user_version").fetchone() == (store.SCHEMA,)
        assert read("PRAGMA application_id").fetchone() == (store.APPLICATION_ID,)


def test_a_new_archive_gets_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "æøå 漢 & %" / "test.medreview"
    create_archive(path).close()
    open_archive(path).close()


def test_creating_never_overwrites(archive: Archive) -> None:
    before = archive.path.read_bytes()
    with pytest.raises(Refusal, match="file_exists"):
        create_archive(archive.path)
    assert archive.path.read_bytes() == before


def test_creating_where_nothing_can_be_written(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    with pytest.raises(Refusal, match="cannot_write"):
        create_archive(tmp_path / "file" / "test.medreview")


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection._SETTINGS, "max_page_count", ("2", 2))
    with pytest.raises(Refusal, match="disk_full"):
        create_archive(tmp_path / "test.medreview")
    assert not list(tmp_path.iterdir())


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _cut(size: int) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:size])

    return spoil


def _write(content: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def _garbage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)


def _other_program(path: Path) -> None:
    execute(path, "PRAGMA application_id = 1")


def _newer(path: Path) -> None:
    execute(path, f"PRAGMA user_version = {store.SCHEMA + 1}")


def _older(path: Path) -> None:
    execute(path, "PRAGMA user_version = 0")


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_missing, "archive_missing"),
        (_folder, "archive_is_folder"),
        (_write(b""), "archive_empty"),
        (_cut(1), "not_an_archive"),
        (_cut(15), "not_an_archive"),
        (_cut(16), "archive_damaged"),
        (_cut(100), "archive_damaged"),
        (_cut(1000), "archive_damaged"),
        (_cut(5000), "archive_damaged"),
        (_write(b"Referat af drikkevarer og en hel masse andet"), "not_an_archive"),
        (_garbage, "archive_damaged"),
        (_other_program, "not_an_archive"),
        (_newer, "archive_newer"),
        (_older, "archive_damaged"),
    ],
)
def test_what_is_no_sound_archive_is_refused_and_left_alone(
    archive: Archive, spoil: Callable[[Path], None], code: str
) -> None:
    archive.close()
    spoil(archive.path)
    before = archive.path.read_bytes() if archive.path.is_file() else None
    assert refused(archive.path) == code
    assert (archive.path.read_bytes() if archive.path.is_file() else None) == before


def test_a_file_that_may_not_be_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError

    archive.close()
    monkeypatch.setattr(Path, "open", denied)
    assert refused(archive.path) == "cannot_open"


def test_a_path_that_cannot_be(tmp_path: Path) -> None:
    too_long = tmp_path / ("x" * 400)
    assert refused(too_long) == "cannot_open"
    with pytest.raises(Refusal, match="cannot_write"):
        create_archive(too_long)
    file = tmp_path / "file"
    file.touch()
    assert refused(file / "x.medreview") == "archive_missing"
    with pytest.raises(Refusal, match="cannot_write"):
        create_archive(file / "x.medreview")


def test_open_or_create_creates_only_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "x.medreview"
    open_or_create_archive(path).close()
    created = path.read_bytes()
    open_or_create_archive(path).close()
    assert path.read_bytes() == created
    path.write_bytes(b"")
    with pytest.raises(Refusal, match="archive_empty"):
        open_or_create_archive(path)


def test_another_program_has_the_file(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.close()
    monkeypatch.setattr(checks, "PATIENCE", 0.01)
    with closing(sqlite3.connect(archive.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(archive.path) == "open_elsewhere"
        other.execute("ROLLBACK")
    open_archive(archive.path).close()


def _reading(path: Path) -> Archive:
    uri = f"{path.as_uri()}?mode=ro"
    return Archive(path, sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False))


def test_a_read_only_archive_can_be_read_and_says_that_nothing_was_stored(archive: Archive) -> None:
    committee = a_committee()
    with archive.transaction() as session:
        entities.insert(session, [committee])
    read_only = _reading(archive.path)
    with read_only.transaction() as session:
        assert entities.get(session, type(committee), committee.id) == committee
    with pytest.raises(Refusal, match="read_only"), read_only.transaction() as session:
        entities.delete(session, committee)
    read_only.close()


def test_a_full_disk_stores_nothing_and_works_again_after_room_was_made(archive: Archive) -> None:
    committee = a_committee(parent_name="x")
    with archive.transaction() as session:
        entities.insert(session, [committee])
        pages = session.connection.execute("PRAGMA page_count").fetchone()[0]
        session.connection.execute(f"PRAGMA max_page_count = {pages}")
    many = [a_committee(name=f"Udvalg {number}", parent_name="x" * 300) for number in range(200)]
    with pytest.raises(Refusal, match="disk_full"), archive.transaction() as session:
        entities.insert(session, many)
    with archive.transaction() as session:
        assert entities.find(session, type(committee)) == [committee]
        session.connection.execute("PRAGMA max_page_count = 1000000")
    with archive.transaction() as session:
        entities.insert(session, many)


def test_half_a_transaction_is_none(archive: Archive) -> None:
    committee = a_committee()
    with pytest.raises(Refusal, match="already_there"), archive.transaction() as session:
        entities.insert(session, [committee, committee])
    with archive.transaction() as session:
        assert entities.get(session, type(committee), committee.id) is None


def test_a_value_that_no_program_of_ours_wrote_is_damage(archive: Archive) -> None:
    with archive.transaction() as session:
        entities.insert(session, [a_committee()])
    execute(archive.path, "UPDATE committee SET name = ''")
    with pytest.raises(Refusal, match="archive_damaged"), archive.transaction() as session:
        entities.find(session, type(a_committee()))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("disk I/O error", "disk_error"),
        ("unable to open database file", "read_only"),
        ("database disk image is malformed", "archive_damaged"),
    ],
)
def test_what_the_database_complains_of(archive: Archive, words: str, code: str) -> None:
    with pytest.raises(Refusal, match=code) as refusal, archive.transaction():
        raise sqlite3.OperationalError(words)
    assert refusal.value.params["path"] == archive.path
