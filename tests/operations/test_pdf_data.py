"""The exchange file inside a PDF: found in our own, refused in any other, and never a way to hang or to crash."""

import json
import logging
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from pypdf import PdfReader, PdfWriter

from medreview.domain.addendum import Addendum
from medreview.domain.dossier import Dossier
from medreview.domain.errors import Refusal
from medreview.domain.review import State
from medreview.i18n import Translator
from medreview.minutes import Choices, Kind, build, pdf_reading
from medreview.minutes.pdf import Attachment, to_pdf
from medreview.operations import exchange, pdf_data, reviews
from medreview.operations.archives import Archive, create_archive
from medreview.operations.pdf_data import attached_json
from medreview.templates import load_template
from tests.archives import a_full_review, an_approved_review, stored
from tests.builders import YEAR
from tests.operations.hostile_pdfs import HOSTILE, IN_A_CIRCLE, with_json

TEXT = '{"format": "æøå"}'


def as_pdf(dossier: Dossier, kind: Kind = Kind.MINUTES, choices: Choices = Choices()) -> bytes:  # noqa: B008 - frozen
    """Return a document of the review as PDF with its data inside."""
    data = exchange.cut_json(dossier, kind, choices)
    assert data is not None
    document = build(dossier, load_template(dossier.review.template), kind, "da", choices)
    return to_pdf(document, Attachment(pdf_data.NAME, data.encode(), "Data")).content


def written(folder: Path, content: bytes) -> Path:
    """Write the content to a file and return its path."""
    path = folder / "minutes.pdf"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Minutes of an approved review."""
    return as_pdf(an_approved_review())


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    """A second archive."""
    created = create_archive(tmp_path / "other.medreview")
    yield created
    created.close()


def test_what_was_attached_is_found(tmp_path: Path) -> None:
    dossier = an_approved_review()
    content = as_pdf(dossier)
    expected = exchange.cut_json(dossier, Kind.MINUTES, Choices())
    assert attached_json(content).decode() == expected
    assert attached_json(written(tmp_path, content)).decode() == expected
    assert attached_json(with_json(TEXT.encode())).decode() == TEXT
    assert attached_json(IN_A_CIRCLE) == b"{}"


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.DECISIONS, Kind.AGENDA])
@pytest.mark.parametrize("dossier", [a_full_review(), an_approved_review()], ids=["draft", "approved"])
@pytest.mark.parametrize("names", [True, False])
def test_a_review_is_read_back_from_its_minutes(
    other: Archive, tmp_path: Path, kind: Kind, dossier: Dossier, names: bool
) -> None:
    path = written(tmp_path, as_pdf(dossier, kind, Choices(names=names)))
    imported = exchange.import_review(other, path)
    assert imported.partial
    assert not imported.unchanged
    again = reviews.load(other, imported.review_id)
    assert again.review.state is dossier.review.state
    assert exchange.import_review(other, path).unchanged
    template = load_template(dossier.review.template)
    shown = [build(one, template, kind, "sv", Choices(names=names)) for one in (dossier, again)]
    assert list(shown[0].texts()) == list(shown[1].texts())


def test_minutes_of_a_version_that_the_archive_has_change_nothing(archive: Archive, tmp_path: Path) -> None:
    dossier = stored(archive, an_approved_review())
    before = archive.path.read_bytes()
    for choices in (Choices(), Choices(names=False), Choices(discussion=True, annexes=False)):
        imported = exchange.import_review(archive, written(tmp_path, as_pdf(dossier, choices=choices)))
        assert imported.unchanged
        assert imported.partial
    assert archive.path.read_bytes() == before


def test_minutes_of_another_version_are_refused(archive: Archive, tmp_path: Path) -> None:
    dossier = stored(archive, an_approved_review())
    changed = dossier.model_copy(update={"closing": dossier.closing.model_copy(update={"where_found": "Elsewhere"})})
    with pytest.raises(Refusal, match="import_differs"):
        exchange.import_review(archive, written(tmp_path, as_pdf(changed)))
    assert reviews.load(archive, dossier.review.id) == dossier


def test_part_of_a_new_year_tells_nothing_of_the_members(archive: Archive, tmp_path: Path) -> None:
    first = stored(archive, an_approved_review())
    copy = create_archive(tmp_path / "copy.medreview")
    exchange.store_review(copy, first)
    later = reviews.start_review(copy, first.committee.id, YEAR + 1)
    copy.close()
    part = exchange.cut_json(
        later.model_copy(update={"last_goals": (), "goals": (), "activities": (), "evaluations": (), "actions": ()}),
        Kind.MINUTES,
        Choices(names=False),
    )
    assert part is not None
    path = tmp_path / "part.json"
    path.write_text(part, encoding="utf-8")
    assert exchange.import_review(archive, path).partial
    assert reviews.load(archive, later.review.id).members == first.members


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(pdf_reading, "_SECONDS", 1.0)
    content, code = HOSTILE[name]
    path = written(tmp_path, content)
    begins = monotonic()
    with pytest.raises(Refusal) as refusal:
        attached_json(path)
    assert monotonic() - begins < 10
    assert refusal.value.code == code
    assert str(path) in Translator("en").refusal(code, **refusal.value.params)


def test_an_encrypted_file_is_refused(pdf: bytes) -> None:
    writer, content = PdfWriter(BytesIO(pdf)), BytesIO()
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(content)
    with pytest.raises(Refusal, match="pdf_damaged"):
        attached_json(content.getvalue())


def outcome(content: bytes) -> str:
    """Return what becomes of a file: it is read, or the code of the refusal."""
    try:
        attached_json(content)
    except Refusal as refusal:
        return refusal.code
    return "read"


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_file(pdf: bytes, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    random = Random(seed)  # noqa: S311 - nothing to keep secret
    content = bytearray(pdf)
    begins = random.randrange(len(content)) if seed % 2 else len(content) - random.randrange(3_000)
    match seed % 4:
        case 0 | 1:
            for _ in range(random.choice((1, 5, 50))):
                content[random.randrange(min(begins, len(content) - 1), len(content))] = random.randrange(256)
        case 2:
            del content[begins:]
        case 3:
            content[begins:begins] = random.choice((b"<<" * 300, b"[" * 2000, b"999999999 0 R ", b"/Kids "))
    with caplog.at_level(logging.DEBUG):
        assert outcome(bytes(content)) in ("read", "pdf_damaged", "pdf_without_data", "too_large")
    assert not caplog.records


def test_nothing_of_the_file_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    content = with_json(b"{}").replace(b"/Root 1 0 R", b"/Secret (Karen) 1 /Root 1 0 R")
    with caplog.at_level(logging.DEBUG), pytest.raises(Refusal):
        attached_json(content)
    assert not caplog.records


def test_the_data_are_read_as_strictly_as_a_file_of_their_own(tmp_path: Path) -> None:
    good = json.loads(attached_json(as_pdf(an_approved_review())))
    bad = {**good, "dossier": {**good["dossier"], "goals": [{}]}}
    for document, code in ((bad, "exchange_field"), ({}, "not_exchange"), ({**good, "version": 2}, "exchange_newer")):
        path = written(tmp_path, with_json(json.dumps(document).encode()))
        with pytest.raises(Refusal, match=code):
            exchange.read_exchange(path)
    with pytest.raises(Refusal, match="not_json"):
        exchange.read_exchange(written(tmp_path, with_json(b"{")))


def test_the_pdf_itself_says_no_more(pdf: bytes) -> None:
    """The only attachment is the one that was cut."""
    assert [one.name for one in PdfReader(BytesIO(pdf)).attachment_list] == [pdf_data.NAME]
    dossier = an_approved_review()
    added = Addendum(review_id=dossier.review.id, number=1, made_on=date(YEAR, 12, 9), reason="R", text="T", by="Ida X")
    dossier = dossier.model_copy(update={"addenda": (added,)})
    assert dossier.review.state is State.APPROVED
    assert b"Ida X" in attached_json(as_pdf(dossier))
    assert b"Ida X" not in attached_json(as_pdf(dossier, choices=Choices(names=False)))
