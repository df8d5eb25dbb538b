"""The released schema never changes, and every file of it opens."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from medreview.operations.archives import open_archive
from medreview.operations.selection import select_reviews
from medreview.operations.verify import Verdict, verify
from medreview.store import schema
from medreview.store.archive import Archive
from tests.store.golden import build, create_all, golden_schema, schema_statements


def created(*statements: str) -> str:
    """Return the fingerprint of what these statements create."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements:
            connection.execute(statement)
        return schema.fingerprint(connection)


@pytest.mark.parametrize("version", schema.FINGERPRINTS)
def test_a_released_schema_has_its_fingerprint_for_good(version: int) -> None:
    assert created(*golden_schema(version)) == schema.FINGERPRINTS[version]


def test_a_new_archive_has_the_golden_schema(archive: Archive) -> None:
    assert schema.statements() == golden_schema(schema.SCHEMA)
    with closing(sqlite3.connect(archive.path)) as connection:
        assert schema_statements(connection) == golden_schema(schema.SCHEMA)


def test_the_program_describes_the_golden_schema() -> None:
    """Where this fails, a table was changed: before the release freeze it again, afterwards write a migration."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_all(connection)
        assert schema_statements(connection) == golden_schema(schema.SCHEMA)
        assert schema.is_ours(connection, schema.SCHEMA)


@pytest.mark.parametrize("version", schema.FINGERPRINTS)
def test_a_golden_archive_opens_with_all_it_holds(tmp_path: Path, version: int) -> None:
    with closing(open_archive(build(tmp_path / "golden.medreview", version))) as archive:
        [begun], [approved] = (select_reviews(archive, year=year) for year in (2027, 2026))
    assert begun.content.works_well == "Vi taler om det, som er svært."
    assert approved.is_read_only
    assert [goal.text for goal in approved.goals] == [goal.text for goal in begun.last_goals]


def test_what_was_approved_in_a_golden_archive_is_still_what_was_approved(tmp_path: Path) -> None:
    from medreview.operations.exchange import export_json

    with closing(open_archive(build(tmp_path / "golden.medreview", 1))) as archive:
        [approved] = select_reviews(archive, year=2026)
        file = tmp_path / "2026.json"
        file.write_text(export_json(approved), encoding="utf-8")
        assert verify(archive, file).verdict is Verdict.UNCHANGED


def test_spaces_and_the_place_of_a_column_are_no_difference() -> None:
    table = "CREATE TABLE goal (id CHAR(32) NOT NULL, area TEXT DEFAULT 'a, (b' NOT NULL, UNIQUE (id))"
    assert created(table) == created(
        "CREATE TABLE goal(\n\tid CHAR ( 32 )  NOT NULL,\n\tUNIQUE(id))",
        "ALTER TABLE goal ADD COLUMN area TEXT DEFAULT 'a, (b' NOT NULL",
    )


@pytest.mark.parametrize(
    "other",
    [
        "CREATE TABLE goal (id CHAR(32) NOT NULL, area TEXT)",
        "CREATE TABLE goal (id CHAR(32), area TEXT NOT NULL)",
        "CREATE TABLE goal (id CHAR(33) NOT NULL, area TEXT NOT NULL)",
        "CREATE TABLE goal (id CHAR(32) NOT NULL, area TEXT NOT NULL, more TEXT)",
        "CREATE TABLE goal (id CHAR(32) NOT NULL PRIMARY KEY, area TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE goal (id CHAR(32) NOT NULL, area TEXT NOT NULL, CHECK (area <> ''))",
    ],
)
def test_everything_else_is_a_difference(other: str) -> None:
    assert created("CREATE TABLE goal (id CHAR(32) NOT NULL, area TEXT NOT NULL)") != created(other)
