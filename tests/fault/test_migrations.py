"""An archive of an earlier version is taken over whole or not at all, after a backup, and never by an older program."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.operations import undo
from medreview.operations.archives import open_archive
from medreview.operations.backups import backups
from medreview.store import archive as store
from medreview.store import checks, migrations, schema
from tests.fault.migrating import SOME, content_of
from tests.store.golden import build
from tests.store.version_2 import LEVEL, Version2, to_version_2

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive as the first version of medreview left it."""
    return build(tmp_path_factory.mktemp("golden") / "archive.medreview", 1)


@pytest.fixture
def golden(first_version: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(first_version, tmp_path))


def test_an_earlier_archive_is_backed_up_and_taken_over(golden: Path) -> None:
    old, whole = content_of(golden), golden.read_bytes()
    with Version2():
        with closing(open_archive(golden)) as archive, pytest.raises(Refusal, match="nothing_to_undo"):
            undo.undo(archive)
        with closing(sqlite3.connect(golden)) as connection:
            assert connection.execute("SELECT level_name FROM committee").fetchall() == [(LEVEL,)]
            assert connection.execute("SELECT DISTINCT sphere FROM goal").fetchall() == [("all",)]
        taken = golden.read_bytes()
        open_archive(golden).close()
        assert golden.read_bytes() == taken
        [backup] = backups(golden)
        assert backup.is_verified
    assert backup.reason == "migrate"
    assert content_of(backup.path) == old
    assert golden.read_bytes() != whole


def test_what_is_taken_over_has_the_schema_of_a_new_archive(golden: Path, tmp_path: Path) -> None:
    with Version2():
        open_archive(golden).close()
        new = tmp_path / "new.medreview"
        store.create_archive(new).close()
        prints = []
        for path in (golden, new):
            with closing(sqlite3.connect(path)) as connection:
                prints.append(schema.fingerprint(connection))
    assert prints[0] == prints[1]


def test_the_old_program_leaves_what_was_taken_over_alone(golden: Path) -> None:
    with Version2():
        open_archive(golden).close()
    before = golden.read_bytes()
    for open_it in (open_archive, store.open_to_read, checks.check):
        with pytest.raises(Refusal, match="archive_newer"):
            open_it(golden)
    assert golden.read_bytes() == before


def test_without_a_backup_nothing_is_taken_over(golden: Path) -> None:
    before = golden.read_bytes()
    golden.with_name("archive-backups").write_text("a file where the folder should be")
    with Version2():
        with pytest.raises(Refusal, match="not_a_folder"):
            open_archive(golden)
        for open_it in (store.open_archive, store.open_to_read):
            with pytest.raises(Refusal, match="archive_older"):
                open_it(golden)
    assert golden.read_bytes() == before


def _forgets_the_table(connection: sqlite3.Connection) -> None:
    to_version_2(connection)
    connection.execute("DROP TABLE remark")


def _changes_what_was_approved(connection: sqlite3.Connection) -> None:
    to_version_2(connection)
    connection.execute("UPDATE version SET content = content || ' '")


def _orphans(connection: sqlite3.Connection) -> None:
    to_version_2(connection)
    connection.execute("DELETE FROM committee")


def _fails(connection: sqlite3.Connection) -> None:
    to_version_2(connection)
    connection.execute("INSERT INTO nowhere VALUES (1)")


@pytest.mark.parametrize(
    ("migration", "code"),
    [
        (_forgets_the_table, "not_migrated"),
        (_changes_what_was_approved, "sealed"),
        (_orphans, "not_migrated"),
        (_fails, "archive_damaged"),
    ],
)
def test_a_migration_with_a_mistake_changes_nothing(golden: Path, migration: migrations.Migration, code: str) -> None:
    before = golden.read_bytes()
    with Version2(migration), pytest.raises(Refusal, match=code):
        open_archive(golden)
    assert golden.read_bytes() == before
    open_archive(golden).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a process that dies in the middle")
@pytest.mark.long(3)
def test_killed_before_any_statement_it_is_old_or_new_and_the_next_opening_finishes(tmp_path: Path) -> None:
    """Some of the statements; all of them with MEDREVIEW_FAULT_ROUNDS."""
    words = [
        sys.executable,
        "-m",
        "tests.fault.migrating",
        str(tmp_path),
        *("all",) * ("MEDREVIEW_FAULT_ROUNDS" in os.environ),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["died"] >= SOME
