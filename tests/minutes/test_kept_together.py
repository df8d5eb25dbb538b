"""What a reader needs in one place stays in one place: on a page, on a line, or in a column."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from medreview.minutes import render_file
from medreview.minutes.columns import column_widths, shares
from medreview.minutes.document import Block, Facts, Heading, Note, Paragraph, SignatureLines, Table
from medreview.minutes.pdf import to_pdf
from tests.minutes.docx_reader import opened, style_of
from tests.minutes.payloads import around
from tests.minutes.pdf_readers import heights, reader
from tests.minutes.readers import solid

SENTENCE = Paragraph("Drøftelsen dækker punkterne.")
DUTIES = Table(("Nr.", "Krav"), tuple((f"L{number}", "Vurdér målene.") for number in range(40)))
SIGNERS = SignatureLines(("Karen Lund", "Bo Ørsted"))
APPROVED = Facts((("Godkendt den", "3. december 2026"), ("Godkendt af", "Karen Lund")))
LONG = "Vi har arbejdet målrettet med tidlig kontakt ved sygdom. " * 4

FOOT = 60
"""Points above the foot of a page under which its number stands."""


def _pages(*blocks: Block) -> list[str]:
    document = replace(around(blocks[0]), blocks=blocks)
    return [solid([page.extract_text()]) for page in reader(to_pdf(document)).pages]


def _page_of(pages: Iterable[str], text: str) -> int:
    return next(number for number, page in enumerate(pages) if solid([text]) in page)


@pytest.mark.parametrize("lines", range(26, 40))
def test_a_sentence_stands_on_the_page_of_its_table(lines: int) -> None:
    pages = _pages(*[Paragraph("Linje")] * lines, SENTENCE, DUTIES)
    assert _page_of(pages, SENTENCE.text) == _page_of(pages, "L0Vurdér")


@pytest.mark.parametrize("lines", range(22, 40))
@pytest.mark.parametrize("above", [Note("Referatet er ikke godkendt.", warns=True), APPROVED])
def test_nobody_signs_on_a_page_of_its_own(above: Block, lines: int) -> None:
    pages = _pages(*[Paragraph("Linje")] * lines, Heading(2, "Godkendelse"), above, SIGNERS)
    assert {_page_of(pages, text) for text in above.texts()} == {_page_of(pages, "Bo Ørsted")}


@pytest.mark.parametrize("lines", range(24, 40))
def test_no_row_of_facts_is_left_alone(lines: int) -> None:
    facts = Facts(tuple((f"Felt {number}:", f"{number} ulykker") for number in range(14)))
    pages = _pages(*[Paragraph("Linje")] * lines, Heading(2, "Mål et"), facts)
    assert _page_of(pages, "Mål et") == _page_of(pages, "Felt 0:") == _page_of(pages, "Felt 1:")
    assert _page_of(pages, "Felt 12:") == _page_of(pages, "Felt 13:")


def test_only_a_long_answer_stands_further_from_its_neighbours() -> None:
    rows = (("A", "1"), ("B", "2"), ("C", "3"), ("D", LONG), ("E", "5"))
    *short, _after = _heights_of_lines(Facts(rows[:3]))
    with_long = _heights_of_lines(Facts(rows))
    a, b, c, d = with_long[len(short) - 3 : len(short) + 1]
    assert with_long[: len(short)] == short
    assert c - d > b - c == a - b


def _heights_of_lines(block: Block) -> list[int]:
    return sorted({round(height) for height in heights(to_pdf(around(block))) if height > FOOT}, reverse=True)


def test_word_keeps_them_together_by_styles() -> None:
    blocks = (SENTENCE, DUTIES, Note("Ikke godkendt.", warns=True), SIGNERS, APPROVED, SIGNERS)
    word = opened(render_file(replace(around(SENTENCE), blocks=blocks), "docx").content)
    styles = {style_of(paragraph) for paragraph in word.paragraphs}
    assert {"Introduction", "Warning Kept", "After Table Kept"} <= styles
    for name in ("Introduction", "Warning Kept", "After Table Kept"):
        assert word.styles[name].paragraph_format.keep_with_next


def test_a_day_stays_with_its_month_and_a_figure_with_per_cent() -> None:
    period = Table(("Periode", "Mål"), (("1. januar 2024 – 31. december 2026", f"{LONG} 5,2 %"),))
    text = "".join(page.extract_text() for page in reader(to_pdf(around(period))).pages)
    for whole in ("31.\N{NO-BREAK SPACE}december", "5,2\N{NO-BREAK SPACE}%"):
        assert whole in text


def test_a_date_keeps_its_line_beside_long_texts() -> None:
    table = Table(("Hvad", "Hvordan", "Frist"), ((LONG, LONG, "31. december 2027"),))
    assert column_widths(table, 76)[2] == len("31. december 2027")


def test_the_title_of_an_item_has_the_room_that_headings_and_short_columns_need_not() -> None:
    title = "Sagkundskab og supplerende arbejdsmiljøuddannelse"
    header = ("Nr.", "Punkt", "Type", "Planlagte minutter", "Brugte minutter")
    rows = ((str(number), title, "Drøftelse", "5", "10") for number in range(9))
    table = Table(header, (*rows, ("10", "Vagtplan", "Beslutning, lukket punkt", "20", "")))
    assert column_widths(table, 79)[1] >= len(title) - 5
    assert len(shares(table)) == len(header)
    assert sum(shares(table)) == 92


def test_a_short_line_is_kept_whole_as_long_as_that_makes_no_long_text_a_strip() -> None:
    row = (LONG, "11 ulykker", "Delvist nået", LONG, "31. december 2027")
    widths = column_widths(Table(("Mål", "Nået tal", "Blev målet nået?", "Hvorfor", "Frist"), (row,)), 79)
    assert [widths[1], widths[2], widths[4]] == [10, 12, 17]


def test_the_longer_the_text_the_wider_its_column() -> None:
    table = Table(("A", "B", "C"), ((LONG, LONG[:100], LONG[:40]),))
    widths = column_widths(table, 70)
    assert sum(widths) == 70
    assert all(one > other for one, other in pairwise(widths))
