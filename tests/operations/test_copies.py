"""Frozen copies beside the archive: written once for each version, and never written over."""

from datetime import date
from pathlib import Path

import pytest

from medreview.domain.errors import Refusal
from medreview.minutes import pdf
from medreview.operations import approval, reviews
from medreview.operations.archives import Archive
from medreview.operations.copies import folder_of, keep_copies
from tests.archives import a_full_review, an_approved_review, stored

DAY = date(2026, 12, 10)


def test_each_version_has_its_own_copies_with_everything_in_them(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    first = keep_copies(archive, approved.review.id)
    assert [path.suffix for path in first] == [".md", ".pdf"]
    assert all(path.parent == folder_of(archive) for path in first)
    text = first[0].read_text(encoding="utf-8")
    digest = approval.versions(archive, approved.review.id)[0].sha256
    assert digest in text
    assert first[0].stem.endswith(digest[:8])
    approval.withdraw(archive, approved.review, DAY, "Fejl")
    approval.approve(archive, reviews.load(archive, approved.review.id).review, DAY, "Karen Lund")
    second = keep_copies(archive, approved.review.id)
    assert not set(first) & set(second)
    assert first[0].read_text(encoding="utf-8") == text


def test_what_is_there_stays_as_it_is(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    paths = keep_copies(archive, approved.review.id)
    assert all(path.stat().st_mode & 0o222 == 0 for path in paths)
    before = [(path, path.stat().st_mtime_ns) for path in paths]
    assert keep_copies(archive, approved.review.id) == paths
    assert [(path, path.stat().st_mtime_ns) for path in paths] == before


def test_a_draft_has_none(archive: Archive) -> None:
    dossier = stored(archive, a_full_review())
    with pytest.raises(Refusal, match="not_approved"):
        keep_copies(archive, dossier.review.id)
    assert not folder_of(archive).exists()


def test_where_there_is_no_pdf_there_is_markdown(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def unavailable(*_: object) -> None:
        raise Refusal("pdf_unavailable")

    monkeypatch.setattr(pdf, "to_pdf", unavailable)
    approved = stored(archive, an_approved_review())
    assert [path.suffix for path in keep_copies(archive, approved.review.id)] == [".md"]


def test_a_folder_that_cannot_be_written_is_said(archive: Archive) -> None:
    approved = stored(archive, an_approved_review())
    Path(folder_of(archive)).write_text("in the way")
    with pytest.raises(Refusal, match="not_a_folder"):
        keep_copies(archive, approved.review.id)
