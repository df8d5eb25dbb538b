"""Drafts are kept in the archive and nowhere else, and go with what they belong to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from medreview.operations import drafts, erase
from medreview.operations.archives import Archive, create_archive
from medreview.operations.drafts import Draft
from medreview.operations.exchange import export_json
from medreview.store import settings, steps
from tests.operations.worlds import a_started_review

TEXT = "Canary of a draft, æøå [/b]"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A new archive."""
    return create_archive(tmp_path / "archive.medreview")


def test_a_draft_is_kept_replaced_and_gone(archive: Archive) -> None:
    draft = Draft.at("Approve 1")
    drafts.keep(archive, draft, fields={"amendments": TEXT, "approved_by": "a"})
    drafts.keep(archive, Draft.at("Other"), fields={"x": "y"})
    drafts.keep(archive, draft, fields={"amendments": TEXT})
    assert drafts.load(archive)["Approve 1"].fields == {"amendments": TEXT}
    drafts.keep(archive, draft, fields={})
    assert list(drafts.load(archive)) == ["Other"]


def test_a_draft_is_no_change_of_the_review(archive: Archive) -> None:
    dossier = a_started_review(archive)
    with archive.transaction() as session:
        before = steps.undoable(session)
    drafts.keep(archive, Draft.at("Approve", dossier.review.id), fields={"amendments": TEXT})
    with archive.transaction() as session:
        assert steps.undoable(session) == before
    assert TEXT not in export_json(dossier)
    with closing(sqlite3.connect(archive.path)) as connection:
        journal = "".join(map(str, connection.execute("SELECT * FROM journal_change")))
    assert TEXT not in journal


def test_deleting_for_good_takes_the_drafts_with_it(archive: Archive) -> None:
    dossier = a_started_review(archive)
    about = (dossier.committee.id, dossier.review.id)
    drafts.keep(archive, Draft.at("a field", *about), fields={"held_on": TEXT})
    drafts.keep(archive, Draft.at(f"Approve {dossier.review.id.hex}"), fields={"amendments": TEXT})
    drafts.keep(archive, Draft.at("NewCommittee"), fields={"name": "stays"})
    erase.erase_review(archive, dossier.review, dossier.committee.name)
    assert list(drafts.load(archive)) == ["NewCommittee"]
    assert TEXT.encode() not in archive.path.read_bytes()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", '{"about": [1], "fields": {}}', '{"about": [], "fields": {"a": 1}}']
)
def test_what_another_program_wrote_in_their_place_is_no_draft(archive: Archive, text: str) -> None:
    with archive.transaction() as session:
        settings.note(session, "draft.Approve", text)
    assert drafts.load(archive) == {}
