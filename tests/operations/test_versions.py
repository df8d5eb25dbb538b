"""How approved minutes stand, and the history of their versions."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from medreview.domain.dossier import Dossier
from medreview.i18n import Translator
from medreview.operations import approval, edit, reviews
from medreview.operations.archives import Archive
from medreview.operations.versions import Stage, history
from tests.operations.worlds import a_started_review, approved, held

DAY = date(2026, 12, 10)
WORDS = Translator("en")


@pytest.fixture
def minutes(archive: Archive) -> Dossier:
    """Return an approved review."""
    return approved(archive, a_started_review(archive))


def stages(archive: Archive, dossier: Dossier) -> tuple[Stage, ...]:
    """Return the history of a review's minutes in English."""
    return history(archive, dossier.review.id, WORDS)


def lines(stage: Stage) -> list[str]:
    """Return what differs from the stage before."""
    return [line for section in stage.changes or () for line in section.lines]


def test_nothing_stands_before_the_approval(archive: Archive) -> None:
    dossier = a_started_review(archive)
    assert approval.standing(archive, dossier.review.id) is None
    assert approval.last_approved(archive, dossier.review) is None
    assert stages(archive, dossier) == ()


def test_an_approval_can_be_withdrawn_until_a_later_year_begins(archive: Archive, minutes: Dossier) -> None:
    standing = approval.standing(archive, minutes.review.id)
    assert standing is not None
    assert standing.is_intact
    assert standing.version == approval.versions(archive, minutes.review.id)[0]
    assert (standing.later_year, standing.open_year) == (None, None)
    later = reviews.start_review(archive, minutes.committee.id, minutes.review.year + 1)
    standing = approval.standing(archive, minutes.review.id)
    assert standing is not None
    assert (standing.later_year, standing.open_year) == (later.review.year, later.review.year)
    assert approval.last_approved(archive, later.review) == minutes


def test_an_addendum_goes_to_the_year_that_is_open_and_the_newest_year_keeps_the_approval(
    archive: Archive, minutes: Dossier
) -> None:
    approved(archive, reviews.start_review(archive, minutes.committee.id, minutes.review.year + 1))
    standing = approval.standing(archive, minutes.review.id)
    assert standing is not None
    assert (standing.later_year, standing.open_year) == (minutes.review.year + 1, None)


def test_last_year_cannot_be_corrected_while_it_is_open(archive: Archive) -> None:
    dossier = held(archive, a_started_review(archive))
    later = reviews.start_review(archive, dossier.committee.id, dossier.review.year + 1)
    assert approval.last_approved(archive, later.review) is None


def test_a_version_has_its_addenda_and_the_first_differs_from_nothing(archive: Archive, minutes: Dossier) -> None:
    approval.add_addendum(archive, minutes.review, DAY, "Forkert tal", "4,9")
    [stage] = stages(archive, minutes)
    assert stage.version is not None
    assert stage.is_intact
    assert stage.changes is None
    assert stage.dossier == reviews.load(archive, minutes.review.id)
    assert [one.text for one in stage.dossier.addenda] == ["4,9"]


def test_the_newest_comes_first_with_what_differs_from_the_one_before(archive: Archive, minutes: Dossier) -> None:
    approval.add_addendum(archive, minutes.review, DAY, "Forkert tal", "4,9")
    approval.withdraw(archive, minutes.review, DAY, "Forkert referent")
    assert [lines(stage) for stage in stages(archive, minutes)] == [[], []]
    edit.change(archive, minutes.preparation, minute_taker="Ida Holm")
    present, first = stages(archive, minutes)
    assert (present.number, present.version, first.number) == (2, None, 1)
    assert [line for line in lines(present) if "Ida Holm" in line] == lines(present)
    assert first.dossier is not None
    assert len(first.dossier.addenda) == 1
    approval.approve(archive, minutes.review, DAY, "Karen Lund")
    second, first = stages(archive, minutes)
    assert (second.number, first.number) == (2, 1)
    assert second.dossier is not None
    assert second.dossier.addenda == ()
    assert any("Ida Holm" in line for line in lines(second))
    assert any("Karen Lund" in line for line in lines(second))


def test_what_was_changed_outside_the_program_is_told(archive: Archive, minutes: Dossier) -> None:
    _tamper(archive, "Karen Lund", "Karen Holm")
    standing = approval.standing(archive, minutes.review.id)
    assert standing is not None
    assert not standing.is_intact
    [stage] = stages(archive, minutes)
    assert not stage.is_intact
    assert stage.dossier is not None
    _tamper(archive, "{", "")
    [stage] = stages(archive, minutes)
    assert (stage.dossier, stage.is_intact) == (None, False)


def _tamper(archive: Archive, old: str, new: str) -> None:
    """Change what is approved, as somebody who first takes away what guards it."""
    with closing(sqlite3.connect(archive.path, isolation_level=None)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE version SET content = replace(content, ?, ?)", (old, new))
