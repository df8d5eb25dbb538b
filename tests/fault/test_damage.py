"""A damaged file is told for what it is and left as it is; nothing of what it held is lost without a word."""

import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from os import environ
from pathlib import Path
from typing import Final

import pytest

from medreview import i18n
from medreview.cli import REFUSED, run
from medreview.domain.errors import Refusal
from medreview.operations.archives import check_archive, open_archive, open_or_create_archive, open_to_read
from medreview.operations.committees import list_committees
from medreview.operations.edit import change
from medreview.operations.exchange import export_json
from medreview.operations.selection import select_reviews
from medreview.paths import Paths
from medreview.store import archive as store
from medreview.store import checks, story
from tests.fault.damage import DAMAGES, overwrite
from tests.fault.reading import folder, read_all
from tests.store.golden import build

pytestmark = pytest.mark.fault

FLIPS: Final = 300 * int(environ.get("MEDREVIEW_FAULT_ROUNDS", "1"))
LONGEST: Final = 10.0
"""Seconds in which any file must be opened or refused."""

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def exchange(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of the example as an exchange file."""
    path = tmp_path_factory.mktemp("exchange") / "review.json"
    with closing(open_to_read(example_file)) as archive:
        [dossier] = select_reviews(archive, "Solgården")
    path.write_text(export_json(dossier), encoding="utf-8")
    return path


@pytest.fixture
def archive_file(example_file: Path, tmp_path: Path) -> Path:
    """A copy of the example in Danish for one test, alone in its folder."""
    folder = tmp_path / "archive"
    folder.mkdir()
    return Path(shutil.copy(example_file, folder / "archive.medreview"))


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paths]:
    """The places of a user of its own, on an English computer."""
    found = Paths(tmp_path / "own.medreview", tmp_path / "settings.json", tmp_path / "log", tmp_path / "exports")
    monkeypatch.setattr(Paths, "of_this_user", lambda: found)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    yield found
    i18n.use("en")


def code_of(path: Path) -> str:
    """Return why an archive is refused; empty where it opens."""
    try:
        open_archive(path).close()
    except Refusal as refusal:
        return refusal.code
    return ""


def content_of(path: Path) -> Content:
    """Return the rows of all tables but the journal, whatever their order."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in story.TABLES}  # noqa: S608


@pytest.mark.parametrize("name", DAMAGES)
def test_every_damage_is_named_and_the_file_is_left_as_it_is(archive_file: Path, name: str) -> None:
    spoil, code = DAMAGES[name]
    spoil(archive_file)
    before = folder(archive_file)
    for open_it in (open_archive, store.open_to_read, open_or_create_archive):
        with pytest.raises(Refusal) as refusal:
            open_it(archive_file)
        assert refusal.value.code == code
        assert refusal.value.params["path"] == archive_file
    assert folder(archive_file) == before


def test_nothing_is_written_to_a_large_archive_before_its_pages_are_checked(
    archive_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "LARGE", 0)
    with closing(open_archive(archive_file, whole=False)) as sound:
        committee = list_committees(sound)[0]
        change(sound, committee, name="Before")
    DAMAGES["garbage in the middle"][0](archive_file)
    before = folder(archive_file)
    with closing(open_archive(archive_file, whole=False)) as archive:
        for refused in (lambda: check_archive(archive), lambda: change(archive, committee, name="After")):
            with pytest.raises(Refusal) as refusal:
                refused()
            assert refusal.value.code == "archive_damaged"
    assert folder(archive_file) == before


@pytest.mark.parametrize("name", DAMAGES)
def test_no_command_does_more_than_say_so(
    archive_file: Path, exchange: Path, places: Paths, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    DAMAGES[name][0](archive_file)
    before = folder(archive_file)
    for words in (["show"], ["export"], ["import", str(exchange)], ["verify", str(exchange)]):
        assert run(["--archive", str(archive_file), *words]) == REFUSED
        out, complaint = capsys.readouterr()
        assert not out
        assert str(archive_file) in complaint
        assert complaint.count("\n") == 1
    assert folder(archive_file) == before


def _crashed(path: Path, home: Path) -> Path:
    """Return a copy of the archive as a crash in the middle of a change leaves it: half changed, with a journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE member SET name = hex(randomblob(20))")
        connection.execute("INSERT INTO setting SELECT hex(randomblob(16)), hex(randomblob(999)) FROM journal_change")
        home.mkdir()
        for one in path.parent.glob("archive.medreview*"):
            shutil.copy(one, home)
        connection.execute("ROLLBACK")
    crashed = home / path.name
    assert crashed.read_bytes() != path.read_bytes()
    assert crashed.with_name(f"{path.name}-journal").stat().st_size
    return crashed


def test_what_a_crash_left_half_done_is_taken_back(archive_file: Path, tmp_path: Path) -> None:
    crashed = _crashed(archive_file, tmp_path / "crashed")
    before = folder(crashed)
    checks.check(crashed)
    assert folder(crashed) == before
    open_archive(crashed).close()
    assert list(folder(crashed)) == [crashed.name]
    assert content_of(crashed) == content_of(archive_file)


def test_a_damaged_file_is_left_alone_with_what_a_crash_left_beside_it(archive_file: Path, tmp_path: Path) -> None:
    crashed = _crashed(archive_file, tmp_path / "crashed")
    journal = crashed.with_name(f"{crashed.name}-journal")
    journal.write_bytes(b"\xa5" * journal.stat().st_size)
    overwrite(0.5)(crashed)
    before = folder(crashed)
    assert code_of(crashed) == "archive_damaged"
    assert folder(crashed) == before


def test_an_archive_that_another_program_writes_ahead_is_checked_without_a_trace_and_opens(archive_file: Path) -> None:
    stored = content_of(archive_file)
    with closing(sqlite3.connect(archive_file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    before = folder(archive_file)
    checks.check(archive_file)
    assert folder(archive_file) == before
    open_archive(archive_file).close()
    assert list(folder(archive_file)) == [archive_file.name]
    assert content_of(archive_file) == stored


def test_a_creation_that_is_cut_short_leaves_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "new.medreview"
    monkeypatch.setattr(store, "place_new", killed)
    with pytest.raises(KeyboardInterrupt):
        store.create_archive(path)
    assert not list(tmp_path.iterdir())
    monkeypatch.undo()
    store.create_archive(path).close()


def test_an_archive_that_vanished_is_not_begun_anew_while_there_are_backups(archive_file: Path) -> None:
    from medreview.operations.backups import make_backup

    make_backup(archive_file)
    archive_file.unlink()
    with pytest.raises(Refusal, match="archive_gone"):
        open_or_create_archive(archive_file)
    assert not archive_file.exists()


def _tried(path: Path, spoiled: bytes, stored: Content) -> str:
    """Open a spoiled file and read all of it; return what came of it."""
    path.write_bytes(spoiled)
    began = time.monotonic()
    try:
        with closing(open_archive(path)) as archive:
            read_all(archive)
        outcome = "the same" if content_of(path) == stored else "lost"
    except Refusal:
        outcome = "refused" if path.read_bytes() == spoiled else "changed"
    return outcome if time.monotonic() - began < LONGEST else "too slow"


def _flipped(whole: bytes, seed: int) -> bytes:
    """Flip up to three bits, of which every other time the first stands where something is written."""
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(whole)
    for number in range(chance.randint(1, 3)):
        place = chance.randrange(len(content))
        while number == 0 and seed % 2 and not content[place]:
            place = chance.randrange(len(content))
        content[place] ^= 1 << chance.randrange(8)
    return bytes(content)


@pytest.mark.long(6)
def test_flipped_bits_are_refused_or_change_nothing(tmp_path: Path) -> None:
    archive_file = build(tmp_path / "archive.medreview", 1)
    whole, stored = archive_file.read_bytes(), content_of(archive_file)
    outcomes = {seed: _tried(archive_file, _flipped(whole, seed), stored) for seed in range(FLIPS)}
    assert {seed: one for seed, one in outcomes.items() if one not in ("the same", "refused")} == {}
    assert sum(one == "refused" for one in outcomes.values()) > FLIPS / 4


@pytest.mark.long(3)
def test_every_byte_of_the_header_may_be_wrong(tmp_path: Path) -> None:
    archive_file = build(tmp_path / "archive.medreview", 1)
    whole, stored = archive_file.read_bytes(), content_of(archive_file)
    for place in range(100):
        spoiled = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        assert _tried(archive_file, spoiled, stored) in ("the same", "refused"), place
