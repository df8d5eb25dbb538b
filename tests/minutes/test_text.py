"""Plain text: 78 columns, aligned facts and tables, and every text literal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medreview.minutes import Kind, render
from medreview.minutes.document import (
    BulletList,
    Facts,
    Heading,
    Note,
    Paragraph,
    Resolution,
    SignatureLines,
    Table,
    WritingRoom,
)
from medreview.minutes.text import WIDTH
from medreview.minutes.text import render as to_text
from tests.minutes.everything import everything
from tests.minutes.payloads import PLACES, around, texts
from tests.minutes.readers import solid
from tests.minutes.worlds import document

LONG = "Støjen i spisestuen er for høj under alle måltider, og mange har ondt i hovedet efter vagten. " * 3


def _body(block: Heading | Facts | Table | Paragraph | BulletList | Note | Resolution | WritingRoom) -> str:
    """What stands between the paragraphs before and after the block."""
    return render(around(block), "txt").split("\n\nbefore\n\n")[1].removesuffix("\n\nafter\n")


def columns(lines: list[str], rule: str) -> list[list[str]]:
    """Return the cells of a table's lines, cut where the rule under its header says."""
    starts = [0, *(place + 2 for place in range(len(rule)) if rule[place : place + 2] == "  ")]
    ends = [*(start - 2 for start in starts[1:]), WIDTH]
    return [[line[start:end] for start, end in zip(starts, ends, strict=True)] for line in lines]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_no_line_is_wider_than_the_page(kind: Kind, language: str) -> None:
    text = render(document(everything(), kind, language, discussion=True, signatures=True), "txt")
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert not [line for line in text.split("\n") if line != line.rstrip()]


@settings(deadline=None)
@given(st.sampled_from(["paragraph", "item", "value", "note", "resolution"]), texts)
def test_a_text_is_literal(place: str, text: str) -> None:
    plain, shown = (solid(render(around(PLACES[place](one)), "txt")) for one in ("QQQ", text))
    assert shown == plain.replace("QQQ", solid(text))


@settings(deadline=None)
@given(st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=4))
def test_every_cell_of_a_table_is_whole_in_its_column(rows: list[list[str]]) -> None:
    table = Table(("A", "B", "C"), tuple((one, two, three) for one, two, three in rows))
    header, rule, *lines = _body(table).split("\n")
    assert header.split() == ["A", "B", "C"]
    for column, cells in enumerate(zip(*columns(lines, rule), strict=True)):
        assert solid(cells) == solid(row[column] for row in rows)


def test_facts_stand_in_a_column_and_long_labels_above() -> None:
    body = _body(Facts((("Dato", "1. maj"), ("Nået?", LONG), ("Sådan ser vi, at målet virkelig er nået", "Ja"))))
    lines = body.split("\n")
    assert lines[0] == "Dato:" + " " * 27 + "1. maj"
    assert lines[1].startswith("Nået?" + " " * 27 + "Støjen i")
    assert all(line.startswith(" " * 32) for line in lines[2:-2])
    assert lines[-2:] == ["Sådan ser vi, at målet virkelig er nået:", " " * 32 + "Ja"]


def test_short_labels_need_no_wide_column() -> None:
    assert _body(Facts((("Dato", "1. maj"), ("Sted", "Salen")))) == "Dato:  1. maj\nSted:  Salen"


def test_line_breaks_are_kept_and_an_address_is_never_broken() -> None:
    address = "https://eksempel.dk/" + "x" * 80
    assert _body(Paragraph(f"en\n\nto {address}")) == f"en\n\nto\n{address}"


def test_a_table_is_aligned_with_its_figures_to_the_right() -> None:
    table = Table(("Mål", "Tal"), (("Fravær", "5,2"), ("Ulykker", "11")), "Nøgletal", frozenset({1}))
    assert _body(table) == "Nøgletal\n\nMål      Tal\n-------  ---\nFravær   5,2\nUlykker   11"


def test_long_cells_run_on_below_each_other_and_words_stay_whole() -> None:
    body = _body(Table(("Hvad", "Ansvarlig", "Frist"), ((LONG, "Arbejdsmiljøgruppen", "1. maj"), ("x", "y", "z"))))
    assert "\n\nx" in body
    assert "Arbejdsmiljøgruppen" in body
    assert max(map(len, body.split("\n"))) <= WIDTH


def test_a_table_with_more_words_than_room_breaks_them() -> None:
    header = tuple(f"Overskrift{number}" for number in range(12))
    body = _body(Table(header, (tuple("x" * 12),)))
    assert max(map(len, body.split("\n"))) <= WIDTH


def test_a_table_with_more_columns_than_room_is_wider_than_the_page() -> None:
    body = _body(Table(tuple("A" * 60), (tuple("x" * 60),)))
    assert body.split("\n")[0] == "  ".join("A" * 60)


def test_headings_lists_notes_decisions_and_lines_to_write_on() -> None:
    assert _body(Heading(2, "Mål")) == "\nMål\n---"
    assert _body(Heading(3, "Mål")) == "Mål\n..."
    assert _body(Heading(4, "Mål")) == "Mål"
    assert _body(BulletList(("a", "b"))) == "- a\n- b"
    assert _body(Note("Drøftet.")) == "> Drøftet."
    assert _body(Resolution("Godkendt", "Uden ændringer.")) == "GODKENDT. Uden ændringer."
    assert _body(WritingRoom("Hvad?", 1)) == f"Hvad?\n\n{'_' * WIDTH}"
    assert "\n\n" + "_" * 39 + "\nKaren Lund" in render(around(SignatureLines(("Karen Lund",))), "txt")


def test_banners_stand_on_top() -> None:
    draft = document(everything(), is_example=True, language="da")
    assert render(draft, "txt").startswith("EKSEMPEL\n\nReferat af den årlige drøftelse 2026\n====")


def letters(text: str) -> list[str]:
    """Return the words of a text, in the order of the alphabet: cells of tables stand beside each other."""
    return sorted(one for one in text.split() if one.isalpha())


@pytest.mark.parametrize("width", [56, 64, 78, 100])
def test_another_width_breaks_lines_elsewhere_but_no_word(width: int) -> None:
    made = document(everything(), discussion=True)
    lines = to_text(made, width).splitlines()
    assert max(map(len, lines)) in range(width - 8, width + 1)
    assert set(letters(" ".join(lines))) == set(letters(render(made, "txt")))


def test_a_table_that_is_too_wide_for_its_words_is_told_row_for_row() -> None:
    table = Table(("Arbejdsulykker", "Sygefraværsdage", "Personaleomsætning"), (("1", "Tolv", "3"), ("", "Ni", "")))
    made = to_text(around(table), 40).split("\n\nbefore\n\n")[1]
    assert made.removesuffix("\n\nafter\n").splitlines() == [
        "Arbejdsulykker:   1",
        "Sygefraværsdage:  Tolv",
        "Personaleomsætning:",
        "                  3",
        "",
        "Sygefraværsdage:  Ni",
    ]
