"""PDF: fit for archives and screen readers, every text literal, and what cannot be shown is named."""

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.domain.cleaning import REPLACEMENT, clean_line
from medreview.domain.errors import Refusal
from medreview.i18n import LANGUAGES, Translator
from medreview.minutes import Document, Kind
from medreview.minutes.document import (
    Block,
    BulletList,
    Chart,
    Facts,
    Heading,
    Note,
    Paragraph,
    Point,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
)
from medreview.minutes.pdf import Replaced, to_pdf
from tests import builders
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, LINE_PLACES, PLACES, around
from tests.minutes.pdf_readers import heights, pdf_text, reader
from tests.minutes.readers import solid
from tests.minutes.worlds import document, furnished

WORLDS = {
    "empty": builders.an_empty_dossier(),
    "second year": builders.a_second_year(),
    "everything": everything(),
}
DOCUMENTS = [
    furnished(document(dossier, kind, language, is_example=True, discussion=True, signatures=True))
    for dossier in WORLDS.values()
    for kind in Kind
    for language in LANGUAGES
]
FULL = document(everything(), language="da", discussion=True, signatures=True, is_example=True)
PDF = to_pdf(FULL)

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


_MARGINS = (40, 800)
"""Points above the foot of the page between which all text stands, and page numbers."""


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


def test_a_long_row_goes_on_over_the_page() -> None:
    numbers = [f"Linje-{number:03}." for number in range(200)]
    text = "\n".join(numbers)
    pdf = to_pdf(around(Table(("A", "B"), (("x", text), (text, "y")), "C")))
    shown = pdf_text(pdf)
    assert len(reader(pdf).pages) > 3
    assert all(shown.count(number) == 2 for number in numbers)


NARROW = tuple("ABCDEF")


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("x\n" * 500),
        Facts((("Sted", "x\n" * 500),)),
        BulletList(("x\n" * 200, "x")),
        Table(("A", "B"), (("x", "y"),) * 200, "C"),
        Table(("A", "B"), (("x", "x\n" * 500),)),
        Table(NARROW, (("langt " * 65, *("andet " * 20,) * 5),) * 3),
        Table(("A", "B"), (("y\n" * 5, "x\n" * 500), ("x", "ord " * 4000))),
        Table(("A" * 40, *"BCDEFG"), (("https://" + "x/" * 195, *("ord " * 95,) * 6),) * 2),
        Table(("A", "B"), (), "C"),
        Table(tuple("ABCDEFG"), (("15. september 2026",) * 6 + ("ord " * 100,),)),
        Resolution("Godkendt", "x\n" * 500),
        Note("x\n" * 500),
        WritingRoom("x", lines=12),
        WritingRoom("x", lines=100),
        SignatureLines(("Åse Bæk",) * 12),
        SignatureLines(("Åse Bæk",) * 100),
        Chart("Et langt navn " * 30, (Point("2026", 1, "1"),) * 9, "Faldet. " * 100),
    ],
)
def test_nothing_runs_off_the_page(block: Block) -> None:
    found = heights(to_pdf(around(block)))
    assert _MARGINS[0] < min(found) < max(found) < _MARGINS[1]


@pytest.mark.parametrize(
    "block",
    [
        Facts(()),
        Facts((("Sted", ""),)),
        Table(("A", "B"), ()),
        Table(("",), (("",),)),
        BulletList(()),
        SignatureLines(()),
    ],
)
def test_an_empty_block_leaves_the_rest_in_place(block: Block) -> None:
    _check(block)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_pdf(FULL) == PDF
    assert to_pdf(replace(FULL, day=date(2026, 11, 23))) != PDF


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
