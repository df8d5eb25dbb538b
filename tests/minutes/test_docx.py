"""Word documents: real structure, styles only, every text literal, and the same bytes every time."""

import datetime as dt
import os
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.minutes import Document, Kind, render_file
from medreview.minutes.document import (
    Block,
    Facts,
    Heading,
    Note,
    Paragraph,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
)
from medreview.minutes.docx_file import WIDTH
from medreview.minutes.docx_text import holdable
from tests import builders
from tests.checks.project import run_python
from tests.minutes.docx_reader import docx_texts, field_codes, opened, paragraphs, style_of
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, LINE_PLACES, PLACES, around, lines, texts
from tests.minutes.readers import solid
from tests.minutes.worlds import document

LANGUAGES = ("da", "sv", "en")
DOCUMENT = document(everything(), discussion=True, signatures=True, is_example=True)


def content(shown: Document) -> bytes:
    """Return the document as the content of a Word file."""
    return render_file(shown, "docx").content


CONTENT = content(DOCUMENT)
WORD = opened(CONTENT)
PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
}
STYLE_TAGS = ("w:pStyle", "w:rStyle", "w:tblStyle")
RENDER = """
from hashlib import sha256
from medreview.minutes import render_file
from tests.minutes.everything import everything
from tests.minutes.worlds import document
print(sha256(render_file(document(everything()), "docx").content).hexdigest())
"""


def styles_of(block: Block) -> list[str]:
    """Return the styles of the block's paragraphs."""
    word = opened(content(around(block)))
    return [style_of(paragraph) for paragraph in paragraphs(word)][3:-1]


def check(shown: Document) -> None:
    """The file holds the document's texts and nothing else."""
    assert docx_texts(content(shown)) == [holdable(text) for text in shown.texts()]


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(sorted(PLACES)), texts)
def test_a_text_is_literal_in_every_place(place: str, text: str) -> None:
    check(around(PLACES[place](text)))


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(sorted(LINE_PLACES)), lines)
def test_a_line_is_literal_in_every_place(place: str, text: str) -> None:
    check(around(LINE_PLACES[place](text), text))


def test_the_corpus_is_literal_in_every_place() -> None:
    check(replace(around(Paragraph("x")), blocks=tuple(place(text) for text in CORPUS for place in PLACES.values())))


def test_what_xml_cannot_hold_is_replaced_in_every_place() -> None:
    text = "a\x00\x08\x0b\x1b\x1f\ud800\udfff\ufffe\uffffb"
    assert holdable(text) == "a" + "\N{REPLACEMENT CHARACTER}" * 9 + "b"
    blocks = tuple(place(text) for place in (*PLACES.values(), *LINE_PLACES.values()))
    check(Document(Kind.MINUTES, "da", text, text * 30, (text,), blocks))


def test_headings_are_styles_in_order_without_a_gap() -> None:
    levels = [int(style[-1]) for style in map(style_of, paragraphs(WORD)) if style.startswith("Heading ")]
    assert levels == [block.level - 1 for block in DOCUMENT.blocks if isinstance(block, Heading)]
    assert all(later - earlier <= 1 for earlier, later in pairwise([0, *levels]))
    assert [style_of(paragraph) for paragraph in WORD.paragraphs[:2]] == ["Title", "Subtitle"]


def test_every_style_that_is_used_is_defined_and_nothing_is_set_by_hand() -> None:
    defined = {style.style_id for style in WORD.styles}
    body = WORD.element.body
    used = {str(one.get(qn("w:val"))) for one in body.iter(*map(qn, STYLE_TAGS))}
    assert used <= defined
    by_hand = {child.tag for properties in body.iter(qn("w:pPr"), qn("w:rPr")) for child in properties}
    assert by_hand <= {qn("w:pStyle"), qn("w:rStyle")}


def test_header_rows_repeat_and_are_the_first() -> None:
    tables = [block for block in DOCUMENT.blocks if isinstance(block, Table)]
    grids = [grid for grid in WORD.tables if grid.style and grid.style.name == "Overview"]
    assert len(grids) == len(tables)
    for grid in grids:
        marked = [bool(row._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}")) for row in grid.rows]
        assert marked == [True] + [False] * (len(marked) - 1)


def test_columns_fill_the_page() -> None:
    for grid in WORD.tables:
        assert abs(sum(column.width or 0 for column in grid.columns) - WIDTH) < 9000  # a hundredth of an inch
        assert [cell.width for cell in grid.rows[0].cells] == [column.width for column in grid.columns]


def test_two_tables_never_become_one() -> None:
    for grid in WORD.tables:
        assert grid._tbl.getnext().tag == qn("w:p")


@pytest.mark.parametrize(("language", "words"), [("da", "Side 1 af 1"), ("sv", "Sida 1 av 1"), ("en", "Page 1 of 1")])
def test_every_page_says_which_it_is_of_how_many(language: str, words: str) -> None:
    word = opened(content(document(everything(), language=language)))
    footer = word.sections[0].footer.paragraphs[0]
    assert "".join(str(one.text) for one in footer._p.iter(qn("w:t"))).endswith(words)
    assert footer.text.startswith(word.paragraphs[0].text)
    assert field_codes(word) == ["PAGE", "NUMPAGES"]


def test_the_page_is_a4_with_margins_of_two_centimetres() -> None:
    section = WORD.sections[0]
    assert [round(one.cm, 1) for one in (section.page_width, section.page_height) if one] == [21.0, 29.7]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(one.cm, 1) for one in margins if one] == [2.0] * 4


def test_the_banner_is_in_the_header_of_every_page() -> None:
    assert [one.text for one in WORD.sections[0].header.paragraphs] == ["EXAMPLE"]
    assert WORD.sections[0].different_first_page_header_footer is False
    draft = opened(content(document(builders.a_full_dossier(), is_example=True)))
    assert draft.sections[0].header.paragraphs[0].text == "EXAMPLE · DRAFT"
    assert opened(content(document(everything()))).sections[0].header.is_linked_to_previous


@pytest.mark.parametrize(("language", "locale"), [("da", "da-DK"), ("sv", "sv-SE"), ("en", "en-GB")])
def test_the_language_is_set(language: str, locale: str) -> None:
    word = opened(content(document(everything(), language=language)))
    (found,) = word.styles.element.iter(qn("w:lang"))
    assert found.get(qn("w:val")) == locale == word.core_properties.language


def test_the_properties_name_the_committee_and_no_machine() -> None:
    properties = WORD.core_properties
    assert (properties.title, properties.author, properties.subject) == (
        DOCUMENT.title,
        DOCUMENT.subject,
        DOCUMENT.subject,
    )
    day = dt.datetime(2026, 12, 3, tzinfo=dt.UTC)
    assert (properties.created, properties.modified) == (day, day)
    assert (properties.last_modified_by, properties.comments, properties.keywords) == ("", "", "")


def test_a_document_without_a_day_has_none_in_its_properties() -> None:
    properties = opened(content(around(Paragraph("x")))).core_properties
    assert properties.created is None
    assert properties.modified is None


def test_the_day_is_that_of_the_meeting_until_the_approval() -> None:
    dossier = builders.a_full_dossier()
    assert document(dossier).day == dossier.held_on
    assert DOCUMENT.day == everything().review.approved_on


def test_the_file_holds_our_own_parts_alone() -> None:
    with ZipFile(BytesIO(CONTENT)) as file:
        assert set(file.namelist()) == PARTS
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in PARTS if b"TargetMode" in file.read(name)]


def test_every_run_of_the_program_writes_the_same_bytes() -> None:
    runs = [run_python("-c", RENDER, env={**os.environ, "PYTHONHASHSEED": seed}) for seed in ("1", "2")]
    assert [ended.returncode for ended in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout
    assert content(DOCUMENT) == CONTENT


def test_a_warning_is_marked_by_more_than_words() -> None:
    assert styles_of(Note("Drøftet.")) == ["Note"]
    assert styles_of(Note("Mangler.", warns=True)) == ["Warning"]


def test_a_decision_has_its_verb_in_front() -> None:
    word = opened(content(around(Resolution("Godkendt", "Planen prøves."))))
    verb, text = word.paragraphs[3].runs
    assert (verb.text, verb.style.name, text.text) == ("Godkendt.", "Verb", " Planen prøves.")
    assert [run.text for run in opened(content(around(Resolution("Drøftet")))).paragraphs[3].runs] == ["Drøftet."]


def test_the_lines_of_a_question_stay_with_it() -> None:
    assert styles_of(WritingRoom("Hvorfor?", 3)) == ["Prompt", "Writing Line Kept", "Writing Line Kept", "Writing Line"]


def test_signers_stand_beside_each_other() -> None:
    assert styles_of(SignatureLines(("A", "B", "C"))) == ["Signer", "Signer", "Signer", "Table Text", "After Table"]


def test_figures_stand_to_the_right_with_their_header() -> None:
    table = Table(("A", "Tal"), (("x", "5"),), "Figurer", frozenset({1}))
    cells = ["Table Heading", "Table Number Heading", "Table Text", "Table Number"]
    assert styles_of(table) == ["Caption", *cells, "After Table"]


@pytest.mark.parametrize(
    ("text", "whole"), [("x" * 20, True), ("x" * 5000, False), ("Bo\n" * 5, True), ("Bo\n" * 25, False)]
)
def test_a_row_is_kept_whole_unless_it_is_long(text: str, whole: bool) -> None:
    word = opened(content(around(Facts((("Sag", text),)))))
    assert bool(list(word.element.body.iter(qn("w:cantSplit")))) is whole


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("kind", list(Kind))
def test_libreoffice_reads_every_text(kind: Kind, tmp_path: Path) -> None:
    for language in LANGUAGES:
        shown = document(everything(), kind, language, discussion=True, signatures=True)
        (tmp_path / f"{language}.docx").write_bytes(content(shown))
    _convert(tmp_path)
    for language in LANGUAGES:
        shown = document(everything(), kind, language, discussion=True, signatures=True)
        read = solid([(tmp_path / f"{language}.txt").read_text(encoding="utf-8-sig")])
        for text in shown.texts():
            before, found, read = read.partition(solid([text]))
            assert found, text
            assert set(before) <= set("•.")


def _convert(folder: Path) -> None:
    """Let LibreOffice, with a profile of its own, write all the documents in the folder as text."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run(
        ["soffice", profile, *words, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
