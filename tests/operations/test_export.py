"""Export to files: names that sort by date, all formats of one document, and nothing half written."""

import errno
import os
from datetime import date
from pathlib import Path

import pytest

from medreview import minutes
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.i18n import use
from medreview.minutes import Choices, Kind
from medreview.operations import edit, example_mark, exchange, reviews, wheel
from medreview.operations.archives import Archive
from medreview.operations.export import as_text, build, export, replaced_words
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR
from tests.operations.worlds import a_started_review

ALL = ("md", "html", "txt", "json", "docx")


@pytest.fixture
def dossier(archive: Archive) -> Dossier:
    """The full review, stored."""
    return stored(archive, a_full_review())


def names(
    archive: Archive, dossier: Dossier, folder: Path, kind: Kind = Kind.MINUTES, language: str = "da"
) -> list[str]:
    """Export as Markdown and return the names of the files."""
    result = export(archive, dossier, kind=kind, formats=("md",), language=language, choices=Choices(), folder=folder)
    return [path.name for path in result.files]


def test_every_format_of_one_document(archive: Archive, dossier: Dossier, tmp_path: Path) -> None:
    result = export(
        archive, dossier, kind=Kind.MINUTES, formats=ALL, language="da", choices=Choices(), folder=tmp_path / "ud"
    )
    assert [path.suffix.lstrip(".") for path in result.files] == list(ALL)
    assert len({path.stem for path in result.files}) == 1
    read = [path.read_text(encoding="utf-8") for path in result.files[:4]]
    assert all("Lokal-MED Strandhaven" in text for text in read)
    assert read[3] == exchange.export_json(dossier)
    assert result.files[4].read_bytes() == minutes.render_file(result.document, "docx").content
    assert result.document.language == "da"


@pytest.mark.parametrize(
    ("kind", "language", "name"),
    [
        (Kind.MINUTES, "da", "2026-11-24 Referat UDKAST Lokal-MED Strandhaven.md"),
        (Kind.AGENDA, "da", "2026-11-24 Dagsorden Lokal-MED Strandhaven.md"),
        (Kind.MINUTES, "en", "2026-11-24 Minutes DRAFT Lokal-MED Strandhaven.md"),
        (Kind.NOTESHEET, "en", "2026-11-24 Note sheet Lokal-MED Strandhaven.md"),
        (Kind.WHEEL, "en", "2027 Annual wheel Lokal-MED Strandhaven.md"),
    ],
)
def test_names(archive: Archive, dossier: Dossier, tmp_path: Path, kind: Kind, language: str, name: str) -> None:
    assert names(archive, dossier, tmp_path, kind, language) == [name]


def test_approved_minutes_are_no_draft(archive: Archive, tmp_path: Path) -> None:
    dossier = stored(archive, an_approved_review())
    assert names(archive, dossier, tmp_path) == ["2026-11-24 Referat Lokal-MED Strandhaven.md"]
    assert names(archive, dossier, tmp_path) == ["2026-11-24 Referat Lokal-MED Strandhaven (2).md"]
    first, second = sorted(tmp_path.glob("*.md"))
    assert first.read_bytes() == second.read_bytes()


def test_the_example_says_so_in_the_name(archive: Archive, dossier: Dossier, tmp_path: Path) -> None:
    example_mark.mark_as_example(archive)
    assert "EKSEMPEL" in names(archive, dossier, tmp_path)[0]


def test_a_review_without_date_has_its_year(archive: Archive, tmp_path: Path) -> None:
    dossier = a_started_review(archive)
    assert names(archive, dossier, tmp_path, Kind.AGENDA)[0].startswith(f"{YEAR} Dagsorden")


def test_a_name_no_system_would_take(archive: Archive, tmp_path: Path) -> None:
    dossier = a_started_review(archive)
    edit.change(archive, dossier.committee, name='../Skole & SFO: "Nord"?' + " lang" * 50)
    edit.change(archive, dossier.meetings[0], held_on=date(YEAR, 11, 24))
    name = names(archive, reviews.load(archive, dossier.review.id), tmp_path)[0]
    assert name.startswith("2026-11-24 Referat UDKAST ..-Skole & SFO- -Nord-")
    assert len(name) <= 120
    assert [path.name for path in tmp_path.glob("*.md")] == [name]


def test_a_full_disk_leaves_nothing(
    archive: Archive, dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="no_room"):
        names(archive, dossier, tmp_path / "ud")
    assert list((tmp_path / "ud").iterdir()) == []


def test_a_carried_goal_says_for_how_many_years(archive: Archive) -> None:
    first = stored(archive, a_full_review())
    following = reviews.start_review(archive, first.committee.id, YEAR + 1)
    document = build(archive, following, Kind.MINUTES, "en", Choices())
    assert any("first set in 2025, carried on for 2 years" in text for text in document.texts())


def test_the_text_for_screen_readers_holds_the_discussion(archive: Archive, dossier: Dossier) -> None:
    edit.change(archive, dossier.decisions[0], discussion="Der blev talt længe om parkering.")
    text = as_text(archive, reviews.load(archive, dossier.review.id), "da")
    assert "Der blev talt længe om parkering." in text


def test_what_the_pdf_cannot_show_is_told_by_place(archive: Archive, tmp_path: Path) -> None:
    use("en")
    review = a_full_review()
    goal = review.goals[0].model_copy(update={"text": "Smil mere 😀"})
    shown = stored(archive, review.model_copy(update={"goals": (goal, *review.goals[1:])}))
    result = export(
        archive, shown, kind=Kind.MINUTES, formats=("pdf",), language="da", choices=Choices(), folder=tmp_path
    )
    assert result.files[0].read_bytes().startswith(b"%PDF")
    assert any("😀 cannot be shown in PDF." in words for words in replaced_words(result))


def test_the_wheel_goes_into_its_own_document_and_calendar_alone(
    archive: Archive, dossier: Dossier, tmp_path: Path
) -> None:
    wheel.start(archive, dossier.committee.id)
    for kind, is_there in ((Kind.WHEEL, True), (Kind.MINUTES, False)):
        result = export(
            archive,
            dossier,
            kind=kind,
            formats=("md", "ics"),
            language="da",
            choices=Choices(),
            folder=tmp_path / kind,
        )
        assert ["Ferieplanlægning" in path.read_text(encoding="utf-8") for path in result.files] == [is_there] * 2


def test_the_text_for_screen_readers_ends_with_what_was_noted_after_the_meeting(archive: Archive) -> None:
    full = stored(archive, a_full_review())
    text = as_text(archive, full, "en")
    assert "Noted between the meetings" in text
    assert "To ledige." in text
    after = text.partition("Noted after the meeting")[2]
    assert "Alle samtaler er holdt." in after
    assert "done" in after
