"""Markdown: a reader of it finds the document's structure and texts, whatever the texts look like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.minutes import render
from medreview.minutes.document import Block, Facts, Heading, Paragraph, Resolution, Table, WritingRoom, lines_of
from tests.minutes.everything import everything
from tests.minutes.payloads import CORPUS, LINE_PLACES, PLACES, around, lines, texts
from tests.minutes.readers import STRUCTURE, markdown_kinds, markdown_texts
from tests.minutes.worlds import document


def _check(block: Block, subject: str = "Udvalg") -> None:
    """The structure is that of the same document with a harmless text, and every text is literally there."""
    shown = around(block, subject)
    source = render(shown, "md")
    assert markdown_kinds(source) <= STRUCTURE
    assert "\n\n".join(markdown_texts(source)) == "\n\n".join("\n".join(lines_of(text)) for text in shown.texts())


@settings(deadline=None)
@given(st.sampled_from(sorted(PLACES)), texts)
def test_a_text_is_literal_in_every_place(place: str, text: str) -> None:
    _check(PLACES[place](text))


@settings(deadline=None)
@given(st.sampled_from(sorted(LINE_PLACES)), lines.filter(lambda text: not text.endswith((":", "."))))
def test_a_line_is_literal_in_every_place(place: str, text: str) -> None:
    _check(LINE_PLACES[place](text), text)


@pytest.mark.parametrize("text", CORPUS)
def test_the_corpus_is_literal_in_every_place(text: str) -> None:
    for place in PLACES.values():
        _check(place(text))


def test_what_needs_no_escape_has_none() -> None:
    source = render(around(Paragraph("Møde den 24. november 2026 kl. 9.00 – 5,3 % (2025); A & B: ja-nej!")), "md")
    assert "Møde den 24. november 2026 kl. 9.00 – 5,3 % (2025); A & B: ja-nej!" in source


def test_line_breaks_are_hard_and_a_blank_line_parts_paragraphs() -> None:
    assert "en\\\nto\n\ntre\n" in render(around(Paragraph("en\nto\n\ntre")), "md")


def test_cells_keep_their_lines_and_figures_stand_to_the_right() -> None:
    table = Table(("A", "B"), (("en\nto", "5"),), "Tal", frozenset({1}))
    assert "**Tal**\n\n| A | B |\n| --- | --: |\n| en<br>to | 5 |\n" in render(around(table), "md")


def test_facts_are_a_list_with_labels_in_bold() -> None:
    facts = Facts((("Dato", "1. maj"), ("Nået?", "Ja\nnæsten")))
    assert "- **Dato:** 1. maj\n- **Nået?** Ja\\\n  næsten\n" in render(around(facts), "md")


def test_headings_decisions_and_room_to_write() -> None:
    assert "\n### Mål\n" in render(around(Heading(3, "Mål")), "md")
    assert "\n**Drøftet.**\n" in render(around(Resolution("Drøftet")), "md")
    assert "Hvorfor?\n\n---\n\n---\n\nafter" in render(around(WritingRoom("Hvorfor?", 2)), "md")


def test_banners_stand_on_top() -> None:
    source = render(document(everything(), is_example=True, language="da"), "md")
    assert source.startswith("**EKSEMPEL**\n\n# ")
