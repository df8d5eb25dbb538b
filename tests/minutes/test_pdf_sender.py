"""What stands around a PDF and inside it: seal, letterhead, stamp, pictures and the data it was made from."""

import subprocess
import sys
from dataclasses import replace

import pytest

from medreview.domain.cleaning import REPLACEMENT
from medreview.i18n import LANGUAGES
from medreview.minutes import render_file
from medreview.minutes.document import Chart, Letterhead, Paragraph
from medreview.minutes.pdf import Attachment, Pdf, Replaced, to_pdf
from tests.minutes.everything import everything
from tests.minutes.logos import SVG, png
from tests.minutes.payloads import around
from tests.minutes.pdf_readers import descriptors, margins, pdf_text, reader, root_of, tags
from tests.minutes.readers import solid
from tests.minutes.worlds import LETTERHEAD, SUM, document, furnished

SHOWN = furnished(document(everything(), language="da", discussion=True, signatures=True, is_example=True))
DATA = Attachment("referat #x.json", '{"goal": "#read(\\"x\\") æ 😀"}'.encode(), "Referatets data “2026” #x")
PDF = to_pdf(SHOWN, DATA)
CHARTS = [block for block in SHOWN.blocks if isinstance(block, Chart)]


def _xmp(pdf: Pdf) -> str:
    metadata = reader(pdf).xmp_metadata
    assert metadata is not None
    return metadata.stream.get_data().decode()


def test_it_stays_for_archives_and_for_screen_readers() -> None:
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in _xmp(PDF)
    assert "<pdfuaid:part>1</pdfuaid:part>" in _xmp(PDF)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_a_figure_with_its_words(language: str) -> None:
    shown = document(everything(), language=language)
    summaries = [block.summary for block in shown.blocks if isinstance(block, Chart)]
    assert summaries
    assert [tag["/Alt"] for tag in tags(to_pdf(shown)) if tag["/S"] == "/Figure"] == summaries


def test_title_and_words_of_a_chart_are_read_in_order() -> None:
    one, other = CHARTS
    assert solid([*one.texts(), *other.texts()]) in pdf_text(PDF)


def test_the_pictures_are_drawn_with_embedded_letters_and_not_of_pixels() -> None:
    pdf = to_pdf(replace(SHOWN, letterhead=Letterhead()))
    assert all("/FontFile3" in one or "/FontFile2" in one for one in descriptors(pdf))
    assert not [image for page in reader(pdf).pages for image in page.images]
    drawn = solid(page.extract_text() for page in reader(pdf).pages)
    assert "20222023202420252026" in drawn


def test_the_seal_follows_the_subject_and_is_on_every_page_unbroken() -> None:
    pages = margins(PDF)
    assert len(pages) > 2
    assert all(f"Version 1. SHA-256: {SUM}" in page for page in pages)
    assert pdf_text(PDF).count(SUM) == 1
    assert pdf_text(PDF).startswith(solid([*SHOWN.banner, SHOWN.title, SHOWN.subject, SHOWN.seal]))
    assert f"SHA-256: {SUM}\n" in reader(PDF).pages[0].extract_text()


def test_the_sender_is_furniture_of_the_first_page_and_its_line_of_all() -> None:
    first, *others = margins(PDF)
    assert "Nordø Kommune Børn og Ældre" in first
    assert not [page for page in others if "Børn og Ældre" in page]
    assert all("Torvet 1 · 9999 Nordø" in page for page in (first, *others))
    assert "BørnogÆldre" not in pdf_text(PDF)


@pytest.mark.parametrize("logo", [png(), png(2, 90), png(900, 9), SVG])
def test_a_logo_is_no_figure(logo: bytes) -> None:
    shown = replace(SHOWN, letterhead=Letterhead(logo=logo))
    pdf = to_pdf(shown)
    assert len([tag for tag in tags(pdf) if tag["/S"] == "/Figure"]) == len(CHARTS)
    assert pdf.replaced == ()


def test_a_logo_that_cannot_be_drawn_is_left_out() -> None:
    shown = around(Paragraph("x"))
    plain = to_pdf(replace(shown, letterhead=Letterhead("A")))
    assert to_pdf(replace(shown, letterhead=Letterhead("A", logo=b"no picture"))) == plain


def test_what_cannot_be_shown_around_the_document_is_named() -> None:
    shown = replace(around(Paragraph("x")), letterhead=Letterhead("A😀", "B", "C中", png()))
    pdf = to_pdf(shown)
    assert pdf.replaced == (Replaced("Title", f"A{REPLACEMENT}", "😀"), Replaced("Title", f"C{REPLACEMENT}", "中"))
    assert len(reader(pdf).pages[0].images) == 1


def test_the_stamp_is_the_keywords() -> None:
    metadata = reader(PDF).metadata
    assert metadata is not None
    assert str(metadata["/Keywords"]) == SHOWN.stamp
    assert "/Keywords" not in (reader(to_pdf(replace(SHOWN, stamp=""))).metadata or {})


def test_the_data_is_inside_as_the_source() -> None:
    assert reader(PDF).attachments == {DATA.name: [DATA.content]}
    (file,) = (one.get_object() for one in root_of(PDF)["/AF"])
    assert (file["/AFRelationship"], file["/Desc"], file["/UF"]) == ("/Source", DATA.description, DATA.name)
    assert file["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"


def test_without_data_nothing_is_attached() -> None:
    assert not reader(to_pdf(SHOWN)).attachments


def test_only_a_pdf_holds_the_data() -> None:
    assert render_file(SHOWN, "pdf", DATA).content == PDF.content
    for name in ("docx", "md", "html", "txt"):
        assert render_file(SHOWN, name, DATA) == render_file(SHOWN, name)


def test_data_stay_where_letters_are_replaced() -> None:
    pdf = to_pdf(around(Paragraph("😀")), DATA)
    assert pdf.replaced
    assert reader(pdf).attachments == {DATA.name: [DATA.content]}


def test_every_run_of_the_program_writes_the_same_bytes() -> None:
    code = (
        "from hashlib import sha256\n"
        "from tests.minutes.test_pdf_sender import DATA, PDF\n"
        "print(sha256(PDF.content).hexdigest())\n"
    )
    runs = {subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout for _ in range(2)}
    assert len(runs) == 1
    assert to_pdf(SHOWN, DATA) == PDF


def test_the_first_page_holds_a_large_letterhead() -> None:
    letterhead = replace(LETTERHEAD, name="Navn " * 40, unit="Enhed " * 40, footer="Fod " * 60)
    pdf = to_pdf(replace(SHOWN, letterhead=letterhead))
    assert pdf_text(pdf) == pdf_text(PDF)
