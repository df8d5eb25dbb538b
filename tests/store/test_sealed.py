"""Approved content in the file itself: no program changes it, not even one that writes past medreview."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import pytest

from medreview.domain.addendum import Addendum
from medreview.domain.base import Entity
from medreview.domain.committee import Committee, Member
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.version import Version
from medreview.domain.wheel import WheelMatter
from medreview.store import dossiers, entities
from medreview.store.archive import Archive
from medreview.store.tables import ROWS
from medreview.store.triggers import REFUSED
from tests.archives import an_approved_review
from tests.builders import a_goal

DAY = date(2026, 12, 24)
HELD = [kind for kind in ROWS if kind not in (Committee, Member, WheelMatter)]
"""What a review holds; committee, members and wheel are shared between years and go on."""


@pytest.fixture
def approved(archive: Archive) -> Dossier:
    """Return an approved review with an addendum, stored."""
    review = an_approved_review()
    addendum = Addendum(review_id=review.review.id, number=1, made_on=DAY, reason="Fejl", text="Rettelse")
    review = review.model_copy(update={"addenda": (addendum,)})
    with archive.transaction() as session:
        dossiers.insert(session, review)
    return review


@pytest.fixture
def raw(archive: Archive, approved: Dossier) -> Iterator[sqlite3.Connection]:
    """Return another program's connection to the file."""
    connection = sqlite3.connect(archive.path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def rows(raw: sqlite3.Connection) -> dict[str, list[object]]:
    """Return all that the file holds."""
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608


@pytest.mark.parametrize("kind", HELD, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("deed", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_nothing_of_an_approved_review_can_be_changed(raw: sqlite3.Connection, kind: type[Entity], deed: str) -> None:
    table = entities.table_of(kind)
    last_goals = "goal", "activity"
    where = " WHERE year = 2026" if table == "goal" else ""
    if table == "activity":
        where = " WHERE goal_id IN (SELECT id FROM goal WHERE year = 2026)"
    column = list(kind.model_fields)[-1]
    before = rows(raw)
    assert before[table]
    statement = deed.format(table=table, column=column) + (where if table in last_goals else "")
    with pytest.raises(sqlite3.IntegrityError, match=REFUSED):
        raw.execute(statement)
    assert rows(raw) == before


def test_nothing_can_be_added(archive: Archive, approved: Dossier) -> None:
    late = a_goal(approved, "Et mål til")
    with pytest.raises(Refusal, match="sealed"), archive.transaction() as session:
        entities.insert(session, [late])
    extra = Version(review_id=approved.review.id, number=2, content="{}", sha256="0")
    with pytest.raises(Refusal, match="sealed"), archive.transaction() as session:
        entities.insert(session, [extra])


def test_a_withdrawn_version_can_be_neither_changed_nor_withdrawn_again(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE version SET withdrawn_on = '2026-12-24', reason = 'Fejl'")
    for change in ("reason = 'Noget andet'", "withdrawn_on = NULL", "content = '{}'"):
        with pytest.raises(sqlite3.IntegrityError, match=REFUSED):
            raw.execute(f"UPDATE version SET {change}")  # noqa: S608
    raw.execute("UPDATE decision SET text = 'Nu kan der skrives igen'")


def test_addenda_are_for_approved_minutes_alone(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE version SET withdrawn_on = '2026-12-24'")
    with pytest.raises(sqlite3.IntegrityError, match=REFUSED):
        raw.execute("INSERT INTO addendum SELECT '0', made_on, reason, text, by, review_id, version, 9 FROM addendum")


def test_what_is_approved_goes_with_its_committee(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=REFUSED):
        raw.execute("DELETE FROM review")
    raw.execute("DELETE FROM committee")
    kept = ("setting", "journal_step", "journal_change", "sqlite_sequence")
    assert {name: found for name, found in rows(raw).items() if found and name not in kept} == {}
