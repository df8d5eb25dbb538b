"""An unexpected error of a command, and personal numbers in what is exported."""

from pathlib import Path

import pytest

from medreview.log import log_file
from medreview.operations import edit, selection
from medreview.operations.archives import create_archive, open_archive
from medreview.operations.selection import select_reviews
from medreview.paths import Paths
from tests.archives import an_approved_review, an_archive_with
from tests.cli.conftest import Program
from tests.operations.worlds import a_started_review

CANARY = "KANARIE"


def test_an_unexpected_error_is_told_in_plain_words(
    places: Paths, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        raise ValueError(CANARY)

    places.archive.parent.mkdir(parents=True)
    an_archive_with(places.archive, an_approved_review())
    monkeypatch.setattr(selection, "select_reviews", explode)
    code, out, err = program("--language", "en", "show")
    assert (code, out) == (3, "")
    assert "because of an error of its own" in err
    assert str(places.archive) in err
    assert str(log_file(places.logs)) in err
    assert CANARY not in err
    log = log_file(places.logs).read_text(encoding="utf-8")
    assert "ValueError" in log
    assert CANARY not in log


def test_an_export_tells_of_personal_numbers_without_them(places: Paths, program: Program, tmp_path: Path) -> None:
    places.archive.parent.mkdir(parents=True)
    archive = create_archive(places.archive)
    a_started_review(archive)
    archive.close()
    assert program("--language", "en", "export", "--format", "txt", "--output", tmp_path)[2] == ""
    archive = open_archive(places.archive)
    (dossier,) = select_reviews(archive)
    edit.change(archive, dossier.closing, how_judged="010170-1234")
    archive.close()
    code, out, err = program("--language", "en", "export", "--format", "txt", "--output", tmp_path)
    assert code == 0
    assert Path(out.strip()).exists()
    assert "personal number" in err
    assert "010170" not in err
