"""What somebody wrote into an archive past the program and against its rules is refused calmly, never a traceback."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.i18n import Translator
from medreview.operations import whereabouts
from medreview.operations.archives import open_archive
from medreview.operations.exchange import store_review
from medreview.store.archive import create_archive
from medreview.tui.entrance import Entrance
from tests.archives import a_full_review
from tests.fault.corpora import NUL, plant, spoil, unguarded

pytestmark = pytest.mark.fault


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one review in every part, open at one of its steps."""
    path = tmp_path_factory.mktemp("planted") / "archive.medreview"
    archive = create_archive(path)
    dossier = a_full_review()
    store_review(archive, dossier)
    whereabouts.remember_place(archive, dossier.committee.id, dossier.review.id, "closing")
    archive.close()
    return path


@pytest.fixture
def archive_file(sound: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(sound, tmp_path))


@pytest.mark.parametrize(
    ("table", "column", "value", "code"),
    [
        ("committee", "name", "x" * 301, "archive_damaged"),
        ("committee", "name", b"\x1b]0;owned\x07", "archive_damaged"),
        ("committee", "name", "\u202e", None),
        ("committee", "language", "de", "archive_damaged"),
        ("goal", "text", "x" * 20_001, "archive_damaged"),
        ("goal", "target", "NaN", "archive_damaged"),
        ("goal", "kind", "WISH", "archive_damaged"),
        ("goal", "year", -1, "archive_damaged"),
        ("review", "state", "LOST", "archive_damaged"),
        ("review", "template", "../../dk-med", "template_unknown"),
        ("meeting", "held_on", "2026-02-30", "archive_damaged"),
        ("meeting", "held_on", "2026-11-24T09:00:00", "archive_damaged"),
        ("meeting", "starts", "09:00:00+02:00", "archive_damaged"),
        ("agenda_item", "step", "coffee", None),
        ("setting", "value", "nowhere", None),
        ("setting", "value", b"nowhere", None),
    ],
)
def test_one_value_against_the_rules(
    archive_file: Path, table: str, column: str, value: object, code: str | None
) -> None:
    spoil(archive_file, table, column, value)
    assert refused(archive_file) == code


def take_out(statement: str) -> Callable[[Path], None]:
    """Return what carries out a statement on an archive and empties its journal, which would tell."""

    def carry_out(path: Path) -> None:
        with unguarded(path) as connection:
            connection.execute(statement)
            connection.execute("DELETE FROM journal_change")

    return carry_out


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(take_out("DELETE FROM closing"), id="a part of a review is gone"),
        pytest.param(take_out("UPDATE goal SET text = CAST(x'fffe80' AS TEXT)"), id="no UTF-8"),
        pytest.param(take_out("UPDATE goal SET text = CAST(x'eda080' AS TEXT)"), id="half a character"),
        pytest.param(lambda path: plant(path, lambda _number, _limit: NUL), id="text that ends early"),
    ],
)
def test_harm_that_no_program_of_ours_does(archive_file: Path, harm: Callable[[Path], None]) -> None:
    harm(archive_file)
    assert refused(archive_file) == "archive_damaged"


def refused(path: Path) -> str | None:
    """Open and read all of an archive as a start does; return the code of the refusal, and check its sentence."""
    refusal = refusal_of(path)
    if refusal is None:
        return None
    assert Translator("da").refusal(refusal.code, **refusal.params)
    return refusal.code


def refusal_of(path: Path) -> Refusal | None:
    """Return what is said of an archive when it is opened; None where it is shown."""
    try:
        open_archive(path).close()
    except Refusal as refusal:
        return refusal
    entrance = Entrance.of(path)
    if entrance.archive is not None:
        entrance.archive.close()
    return entrance.refusal
