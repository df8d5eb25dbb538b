"""PDF as archives and screen readers want it: standards, language, tags, fonts, bookmarks and the pages themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from medreview.i18n import LANGUAGES
from medreview.minutes.document import Heading, Table
from medreview.minutes.pdf import to_pdf
from tests.minutes.everything import everything
from tests.minutes.pdf_readers import bookmarks, descriptors, margins, pdf_text, reader, root_of, tags
from tests.minutes.readers import solid
from tests.minutes.worlds import document

FULL = document(everything(), language="da", discussion=True, signatures=True, is_example=True)
PDF = to_pdf(FULL)
TAGS = tags(PDF)


def test_it_is_for_archives_and_for_screen_readers() -> None:
    metadata = reader(PDF).xmp_metadata
    assert metadata is not None
    xmp = metadata.stream.get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    root = root_of(PDF)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_its_language_and_title(language: str) -> None:
    shown = document(everything(), language=language)
    pdf = to_pdf(shown)
    metadata = reader(pdf).metadata
    assert metadata is not None
    assert metadata.title == f"{shown.title} – {shown.subject}"
    assert root_of(pdf)["/Lang"] == language


def test_the_bookmarks_are_the_headings() -> None:
    headings = [block.text for block in FULL.blocks if isinstance(block, Heading)]
    assert bookmarks(PDF) == [FULL.title, *headings]


def test_headings_are_tagged_by_level() -> None:
    levels = [int(tag["/S"][2]) for tag in TAGS if tag["/S"] in ("/H1", "/H2", "/H3", "/H4")]
    assert levels == [1, *(block.level for block in FULL.blocks if isinstance(block, Heading))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_header_cell_has_a_scope_and_every_cell_its_header() -> None:
    tables = [block for block in FULL.blocks if isinstance(block, Table)]
    headers = [tag for tag in TAGS if tag["/S"] == "/TH"]
    cells = [tag for tag in TAGS if tag["/S"] == "/TD"]
    assert len(headers) == sum(len(table.header) for table in tables)
    assert len(cells) == sum(len(row) for table in tables for row in table.rows)
    assert all(tag["/A"][0]["/Scope"] == "/Column" for tag in headers)
    assert all(len(tag["/A"][0]["/Headers"]) == 1 for tag in cells)


def test_all_fonts_are_embedded() -> None:
    fonts = list(descriptors(PDF))
    assert fonts
    assert all("/FontFile3" in one or "/FontFile2" in one for one in fonts)


def test_pages_are_a4_and_numbered_and_bear_the_banner() -> None:
    shown = replace(FULL, banner=("EKSEMPEL", "UDKAST"))
    pdf = to_pdf(shown)
    pages = reader(pdf).pages
    first, *others = margins(pdf)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    assert first == f"1 / {len(pages)}"
    assert pdf_text(pdf).startswith("EKSEMPELUDKAST")
    assert others
    for number, text in enumerate(others, start=2):
        assert "EKSEMPEL · UDKAST" in text
        assert shown.title in text
        assert text.endswith(f"{number} / {len(pages)}")


def test_nothing_marks_a_document_without_a_banner() -> None:
    pdf = to_pdf(replace(FULL, banner=()))
    assert pdf_text(pdf).startswith(solid([FULL.title]))
    assert "EKSEMPEL" not in "".join(margins(pdf))


def test_its_date_is_the_day_of_the_document() -> None:
    metadata = reader(to_pdf(replace(FULL, day=date(2026, 11, 24)))).metadata
    assert metadata is not None
    assert metadata.creation_date == datetime(2026, 11, 24, tzinfo=UTC)
