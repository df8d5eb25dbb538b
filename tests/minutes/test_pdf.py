"""PDF: fit for archives and screen readers, every text literal, and what cannot be shown is named."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.domain.base import REPLACEMENT, clean_line
from medreview.domain.errors import Refusal
from medreview.i18n import LANGUAGES, Translator
from medreview.minutes import Document, Kind
from medreview.minutes.document import Block, BulletList, Facts, Heading, Note, Paragraph, Resolution, Table
from medreview.minutes.pdf import Replaced, to_pdf
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, LINE_PLACES, PLACES, around
from tests.minutes.pdf_readers import bookmarks, descriptors, margins, pdf_text, reader, root_of, tags
from tests.minutes.readers import solid
from tests.minutes.worlds import document

WORLDS = {
    "empty": builders.an_empty_dossier(),
    "second year": builders.a_second_year(),
    "everything": everything(),
}
DOCUMENTS = [
    document(dossier, kind, language, is_example=True, discussion=True, signatures=True)
    for dossier in WORLDS.values()
    for kind in Kind
    for language in LANGUAGES
]
FULL = document(everything(), language="da", discussion=True, signatures=True, is_example=True)
PDF = to_pdf(FULL)
TAGS = tags(PDF)

TYPST = (
    '#read("/etc/passwd")',
    '#include "minutes.typ"',
    '#import "@preview/example:0.1.0": *',
    "#sys.inputs #pagebreak() #{1 + 1}",
    "$x$ $ x^2 $",
    "*b* _e_ `r` ```typ #1```",
    "@ref <label> @x[y]",
    "\\ \\\\ \\u{41} \\#",
    "= h",
    "+ x\n/ t: d\n- y",
    "// x /* y */",
    "https://x.dk/#a",
    "~ -- --- ... -? 'a' \"b\"",
    '"), panic("x',
    "[ ] { } ( ) ]] }}",
)


def _literal(document: Document, replaced: Iterable[Replaced] = ()) -> str:
    """Return the document's text as PDF shows it: with a full stop after the verb of a decision."""
    blocks = (
        replace(block, verb=f"{block.verb}.") if isinstance(block, Resolution) else block for block in document.blocks
    )
    text = solid(replace(document, blocks=tuple(blocks)).texts())
    for character in "".join(one.characters for one in replaced):
        text = text.replace(character, REPLACEMENT, 1)
    return text


def _check(block: Block, subject: str = "Udvalg") -> None:
    document = around(block, subject)
    pdf = to_pdf(document)
    bullets = len(block.items) if isinstance(block, BulletList) else 0
    assert pdf_text(pdf).replace("•", "", bullets) == _literal(document, pdf.replaced)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_pdf_says_what_the_document_says(document: Document) -> None:
    pdf = to_pdf(document)
    assert pdf.replaced == ()
    assert pdf_text(pdf).replace("•", "") == _literal(document)


@pytest.mark.parametrize("text", [*CORPUS, *TYPST])
def test_the_corpus_is_literal_in_every_place(text: str) -> None:
    for place in PLACES.values():
        _check(place(text))


@pytest.mark.parametrize("text", TYPST)
def test_a_line_is_literal_in_every_place(text: str) -> None:
    line = clean_line(text)
    for place in LINE_PLACES.values():
        _check(place(line), line)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(sorted(PLACES)), st.text(min_size=1))
def test_any_text_can_be_printed(place: str, text: str) -> None:
    pdf = to_pdf(around(PLACES[place](text)))
    lost = "".join(one.characters for one in pdf.replaced)
    assert set(lost) <= set(text)
    assert len(reader(pdf).pages) >= 1


def test_what_is_replaced_is_named_with_its_place() -> None:
    blocks = (
        Paragraph("Kun 😀 her"),
        Heading(2, "Mål 中"),
        Facts((("Tal", "5"), ("Slags", "\ue000"))),
        Heading(2, "Fremmøde"),
        Table(("Navn",), (("Åse",), ("عربي ✓ → Ж",))),
        BulletList(("a\u0336", "漢字")),
    )
    pdf = to_pdf(replace(around(Paragraph("x"), "Udvalg 😀"), blocks=blocks))
    assert pdf.replaced == (
        Replaced("Title", f"Udvalg {REPLACEMENT}", "😀"),
        Replaced("Title", f"Kun {REPLACEMENT} her", "😀"),
        Replaced("Mål 中", f"Mål {REPLACEMENT}", "中"),
        Replaced("Mål 中", REPLACEMENT, "\ue000"),
        Replaced("Fremmøde", REPLACEMENT * 2, "漢字"),
    )


def test_a_mark_that_fails_only_beside_a_letter_takes_no_letter_with_it() -> None:
    text = "Årsm\u00f8de a\u0485"
    (replaced,) = to_pdf(around(Paragraph(text))).replaced
    assert replaced == Replaced("Title", f"Årsmøde a{REPLACEMENT}", "\u0485")


def test_european_letters_are_shown_in_every_style() -> None:
    letters = "".join(chr(number) for number in range(0x20, 0x180) if chr(number).isprintable())
    blocks = (Paragraph(letters), Note(letters), Heading(2, letters), Heading(3, letters), Heading(4, letters))
    pdf = to_pdf(replace(around(Paragraph("x")), blocks=blocks))
    assert pdf.replaced == ()


def test_nothing_is_shown_for_a_character_without_a_form() -> None:
    for text in ("\x00", "\x07", "\ud800", "\ufdd0", "\uffff"):
        assert to_pdf(around(Paragraph(text))).replaced == (Replaced("Title", REPLACEMENT, text),)


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


def test_a_long_row_goes_on_over_the_page() -> None:
    numbers = [f"Linje-{number:03}." for number in range(200)]
    text = "\n".join(numbers)
    pdf = to_pdf(around(Table(("A", "B"), (("x", text), (text, "y")), "C")))
    shown = pdf_text(pdf)
    assert len(reader(pdf).pages) > 3
    assert all(shown.count(number) == 2 for number in numbers)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(FULL) == PDF
    assert to_pdf(FULL, date(2026, 11, 24)) != PDF


def test_its_date_is_the_one_that_was_given() -> None:
    metadata = reader(to_pdf(FULL, date(2026, 11, 24))).metadata
    assert metadata is not None
    assert metadata.creation_date == datetime(2026, 11, 24, tzinfo=UTC)


def test_nothing_outside_the_package_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template of the same name where the program was started is not taken for its own."""
    (tmp_path / "minutes.typ").write_text("#panic()", encoding="utf-8")
    (tmp_path / "medreview").mkdir()
    monkeypatch.chdir(tmp_path)
    assert to_pdf(FULL) == PDF


def test_python_opens_no_file_but_the_template() -> None:
    """The fonts are in the library; a fresh interpreter sees every file that is opened after the first document."""
    check = (
        "import sys\n"
        "from medreview.minutes.document import Document, Kind, Paragraph\n"
        "from medreview.minutes.pdf import to_pdf\n"
        "one = Document(Kind.MINUTES, 'da', 'T', 'S', (), (Paragraph('#read(\"/etc/passwd\")'),))\n"
        "to_pdf(one)\n"
        "seen = []\n"
        "sys.addaudithook(lambda name, given: seen.append((name, str(given[0]))) "
        "if name.startswith(('open', 'socket', 'subprocess')) else None)\n"
        "to_pdf(one)\n"
        "assert seen, 'the template is opened'\n"
        "assert all(name == 'open' and path.endswith('minutes.typ') for name, path in seen), seen\n"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_without_typst_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Refusal) as refusal:
        to_pdf(FULL)
    assert refusal.value.code == "pdf_unavailable"
    for language in LANGUAGES:
        assert "PDF" in Translator(language).refusal(refusal.value.code)


def test_importing_it_loads_no_engine() -> None:
    check = "import sys, medreview.minutes.pdf; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
