"""Head and foot of a Word document: letterhead on the first page, seal and sender's line on all, and the stamp."""

import os
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm

from medreview.minutes import Document, Kind, render_file
from medreview.minutes.document import Chart, Letterhead
from tests.checks.project import run_python
from tests.minutes.docx_reader import docx_texts, field_codes, opened, paragraphs, style_of
from tests.minutes.everything import everything
from tests.minutes.logos import SVG, png
from tests.minutes.worlds import LETTERHEAD, document, furnished

SHOWN = furnished(document(everything(), discussion=True, is_example=True))
RENDER = """
from hashlib import sha256
from medreview.minutes import render_file
from tests.minutes.everything import everything
from tests.minutes.worlds import document, furnished
print(sha256(render_file(furnished(document(everything())), "docx").content).hexdigest())
"""


def _content(shown: Document) -> bytes:
    return render_file(shown, "docx").content


def _with_logo(logo: bytes) -> Word:
    return opened(_content(replace(SHOWN, letterhead=replace(LETTERHEAD, logo=logo))))


WORD = opened(_content(SHOWN))


def test_the_letterhead_is_on_the_first_page_alone_and_the_banner_on_all() -> None:
    section = WORD.sections[0]
    assert section.different_first_page_header_footer is True
    (grid,) = section.first_page_header.tables
    names, logo = grid.rows[0].cells
    assert [(one.text, style_of(one)) for one in names.paragraphs] == [
        ("Nordø Kommune", "Sender"),
        ("Børn og Ældre", "Sender Unit"),
    ]
    assert style_of(logo.paragraphs[0]) == "Logo"
    assert [one.text for one in section.first_page_header.paragraphs] == ["EXAMPLE"]
    assert [one.text for one in section.header.paragraphs] == ["EXAMPLE"]
    assert not section.header.tables


def test_seal_and_the_senders_line_are_at_the_foot_of_every_page() -> None:
    section = WORD.sections[0]
    for footer in (section.footer, section.first_page_footer):
        first, seal, line = footer.paragraphs
        assert style_of(first) == "Footer"
        assert (seal.text, style_of(seal)) == (SHOWN.seal, "Footer Seal")
        assert (line.text, style_of(line)) == (LETTERHEAD.footer, "Footer Line")
    assert field_codes(WORD) == ["PAGE", "NUMPAGES"]


def test_the_seal_follows_the_subject() -> None:
    styles = [style_of(paragraph) for paragraph in paragraphs(WORD)]
    assert styles[:3] == ["Title", "Subtitle", "Seal"]
    assert docx_texts(_content(SHOWN)) == list(SHOWN.texts())


def test_without_a_sender_the_first_page_is_as_the_others() -> None:
    plain = opened(_content(replace(SHOWN, letterhead=Letterhead(footer="Torvet 1"))))
    assert plain.sections[0].different_first_page_header_footer is False
    assert [one.text for one in plain.sections[0].footer.paragraphs][1:] == [SHOWN.seal, "Torvet 1"]


@pytest.mark.parametrize(
    ("logo", "shape"), [(png(120, 60), 2), (png(10, 100), 0.1), (png(900, 30), 30), (SVG, 160 / 60)]
)
def test_a_logo_keeps_its_shape_and_has_its_room(logo: bytes, shape: float) -> None:
    (picture,) = _with_logo(logo).sections[0].first_page_header._element.iter(qn("wp:inline"))
    width, height = (int(picture.find(qn("wp:extent")).get(name)) for name in ("cx", "cy"))
    assert width / height == pytest.approx(shape, rel=0.02)
    assert max(width / Mm(60), height / Mm(14)) == pytest.approx(1, rel=0.001)
    assert picture.find(qn("wp:docPr")).get("descr") == "Nordø Kommune"


@pytest.mark.parametrize("logo", [b"", b"no picture", b"<svg/>"])
def test_what_is_no_picture_is_left_out(logo: bytes) -> None:
    header = _with_logo(logo).sections[0].first_page_header
    assert not list(header._element.iter(qn("wp:inline")))
    assert header.tables


def test_the_stamp_is_a_variable_whatever_its_length() -> None:
    long = SHOWN.stamp + " " * 3000 + "x"
    for stamp in (SHOWN.stamp, long):
        (variable,) = opened(_content(replace(SHOWN, stamp=stamp))).settings.element.iter(qn("w:docVar"))
        assert (variable.get(qn("w:name")), variable.get(qn("w:val"))) == ("medreview", stamp)
    assert not list(opened(_content(replace(SHOWN, stamp=""))).settings.element.iter(qn("w:docVars")))


def test_what_xml_cannot_hold_is_replaced_around_the_document_too() -> None:
    text = "a\x00\ud800"
    word = opened(_content(replace(SHOWN, seal=text, letterhead=Letterhead(text, text, text))))
    shown = "a" + "\N{REPLACEMENT CHARACTER}" * 2
    assert [one.text for one in word.sections[0].footer.paragraphs][1:] == [shown, shown]


def test_a_chart_is_its_title_and_its_words() -> None:
    charts = [block for block in SHOWN.blocks if isinstance(block, Chart)]
    read = [(one.text, style_of(one)) for one in paragraphs(WORD)]
    for chart in charts:
        place = read.index((chart.title, "Caption"))
        assert read[place + 1] == (chart.summary, "Normal")


def test_every_run_of_the_program_writes_the_same_bytes() -> None:
    runs = [run_python("-c", RENDER, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("1", "2")]
    assert [ended.returncode for ended in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout


def test_no_part_points_outside_the_file() -> None:
    with ZipFile(BytesIO(_content(SHOWN))) as file:
        assert not [name for name in file.namelist() if b"TargetMode" in file.read(name)]
        assert "word/media/image1.png" in file.namelist()


@pytest.mark.parametrize(("length", "has_own_line"), [(90, False), (91, True)])
def test_a_long_name_leaves_the_number_of_the_page_a_line_of_its_own(length: int, has_own_line: bool) -> None:
    shown = replace(SHOWN, title="Referat", subject="u" * length)
    first = opened(_content(shown)).sections[0].footer.paragraphs[0]
    name, _number = first.text.split("\t")
    assert name.endswith("\n") is has_own_line


@pytest.mark.parametrize(("kind", "rules"), [(Kind.MINUTES, 1), (Kind.NOTESHEET, 0)])
def test_on_a_note_sheet_only_lines_to_write_on_are_drawn(kind: Kind, rules: int) -> None:
    word = opened(_content(document(everything(), kind)))
    assert len(word.styles["Heading 1"].element.xpath("w:pPr/w:pBdr")) == rules
