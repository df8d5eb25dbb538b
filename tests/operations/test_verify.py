"""A file is what was approved, or it is told where it is not, or the archive does not know it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

from medreview.domain.decision import Action
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.follow_up import FollowUp
from medreview.i18n import use
from medreview.minutes import Choices, Kind
from medreview.minutes.document import Letterhead
from medreview.operations import approval, reviews
from medreview.operations.archives import Archive, create_archive
from medreview.operations.export import export
from medreview.operations.house import House
from medreview.operations.verify import Verdict, Verified, verdict_lines, verify
from medreview.store import entities
from tests.archives import a_full_review, an_approved_review, stored

DAY = date(2026, 12, 10)
READ = ("pdf", "docx", "html", "md", "json")
HOUSE = House(Letterhead("Nordø Kommune", "Vej 1", "Side"), "Journalnr.")

Write = Callable[..., Path]


@pytest.fixture
def approved(archive: Archive) -> Dossier:
    """Return an approved review, stored."""
    return stored(archive, an_approved_review())


@pytest.fixture
def write(archive: Archive, approved: Dossier, tmp_path: Path) -> Write:
    """Return what writes the review as it is now to a file."""
    use("en")

    def written(format_name: str, kind: Kind = Kind.MINUTES, language: str = "da", **choices: bool) -> Path:
        result = export(
            archive,
            reviews.load(archive, approved.review.id),
            kind=kind,
            formats=[format_name],
            language=language,
            choices=Choices(**choices),  # type: ignore[arg-type]
            folder=tmp_path / "ud",
            house=HOUSE,
        )
        return result.files[0]

    return written


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("format_name", READ)
def test_what_was_exported_is_unchanged(archive: Archive, write: Write, format_name: str, language: str) -> None:
    verified = verify(archive, write(format_name, language=language, discussion=True, signatures=True))
    assert (verified.verdict, verified.places) == (Verdict.UNCHANGED, ())
    assert verified.version is not None
    assert verified.version.number == 1


@pytest.mark.parametrize("format_name", ["pdf", "docx", "html", "md"])
def test_a_list_that_tells_what_was_noted_later_is_no_approved_content(
    archive: Archive, write: Write, format_name: str
) -> None:
    assert verify(archive, write(format_name, Kind.ACTIONS)).verdict is Verdict.UNKNOWN
    assert verify(archive, write(format_name, Kind.MINUTES, follow_ups=True)).verdict is Verdict.UNCHANGED


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.WHEEL])
@pytest.mark.parametrize("format_name", ["pdf", "docx", "html", "md"])
def test_every_kind_is_known_again(archive: Archive, write: Write, format_name: str, kind: Kind) -> None:
    with archive.transaction() as session:
        for note in entities.find(session, FollowUp, action_id=[one.id for one in entities.find(session, Action)]):
            entities.delete(session, note)
    assert verify(archive, write(format_name, kind, names=False)).verdict is Verdict.UNCHANGED


@pytest.mark.parametrize("format_name", ["pdf", "docx", "html", "md"])
def test_the_annual_wheel_shows_nothing_that_was_approved(archive: Archive, write: Write, format_name: str) -> None:
    assert verify(archive, write(format_name, Kind.WHEEL)).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("format_name", ["html", "md", "json"])
def test_a_changed_word_is_told_with_its_place(
    archive: Archive, approved: Dossier, write: Write, format_name: str
) -> None:
    path = write(format_name)
    text = path.read_text(encoding="utf-8")
    goal = approved.goals[0].text
    assert goal in text
    path.write_text(text.replace(goal, "Et helt andet mål"), encoding="utf-8")
    verified = verify(archive, path)
    assert verified.verdict is Verdict.CHANGED
    assert any("Et helt andet mål" in line for line in verdict_lines(verified))


def test_a_changed_word_document_is_told(archive: Archive, write: Write) -> None:
    path = write("docx")
    word = docx.Document(str(path))
    paragraph = next(one for one in word.paragraphs if one.text.startswith("Godkendt") or "Godkend" in one.text)
    paragraph.add_run(" aldrig")
    word.save(str(path))
    verified = verify(archive, path)
    assert verified.verdict is Verdict.CHANGED
    assert [place.found for place in verified.places] == ["aldrig"]


def test_text_before_and_after_the_document_is_found(archive: Archive, write: Write) -> None:
    path = write("html")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("<main>", "<p>Før</p><main>").replace("</main>", "</main><p>Efter</p>"), encoding="utf-8"
    )
    assert [place.found for place in verify(archive, path).places] == ["Før", "Efter"]


def test_a_pdf_with_other_data_inside_is_changed(archive: Archive, write: Write) -> None:
    from pypdf import PdfReader, PdfWriter

    path = write("pdf")
    attached = json.loads(PdfReader(path).attachments["medreview.json"][0])
    attached["dossier"]["goals"][0]["text"] = "Et helt andet mål"
    writer = PdfWriter(clone_from=path)
    names = writer._root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    names[1].get_object()["/EF"]["/F"].get_object().set_data(json.dumps(attached).encode())
    writer.write(path)
    verified = verify(archive, path)
    assert verified.verdict is Verdict.CHANGED
    assert [place.heading for place in verified.places] == ["Data inside the PDF"]


def test_a_draft_a_strangers_file_and_an_unknown_archive_are_unknown(
    archive: Archive, write: Write, tmp_path: Path
) -> None:
    path = write("md")
    other = create_archive(tmp_path / "other.medreview")
    draft = stored(other, a_full_review())
    result = export(
        other, draft, kind=Kind.MINUTES, formats=["md"], language="da", choices=Choices(), folder=tmp_path / "kladde"
    )
    assert verify(other, path) == Verified(Verdict.UNKNOWN)
    assert verify(other, result.files[0]).is_draft
    other.close()
    stranger = tmp_path / "stranger.md"
    stranger.write_text("# Referat\n\nAlt vel.\n")
    assert verdict_lines(verify(archive, stranger)) == [
        "Unknown: this archive has no approved minutes that the file shows."
    ]


def test_an_earlier_version_and_later_addenda_are_told(archive: Archive, approved: Dossier, write: Write) -> None:
    first = write("md")
    approval.add_addendum(archive, approved.review, DAY, "Fejl", "Rettelse")
    with_addendum = write("pdf")
    assert verify(archive, with_addendum).newer_addenda == 0
    verified = verify(archive, first)
    assert (verified.verdict, verified.newer_addenda) == (Verdict.UNCHANGED, 1)
    assert "1 addendum was written after this file." in verdict_lines(verified)
    approval.withdraw(archive, approved.review, DAY, "Fejl")
    lines = verdict_lines(verify(archive, first))
    assert "The approval of this version was withdrawn on 10 December 2026." in lines
    assert "Unchanged: the text is what was approved." in lines


@pytest.mark.parametrize("content", [b"%PDF-1.7 kaput", b"PK\x03\x04 kaput", b"\xff\xfe kaput"])
def test_a_file_that_cannot_be_read_is_refused(archive: Archive, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Refusal, match="not_readable"):
        verify(archive, path)
