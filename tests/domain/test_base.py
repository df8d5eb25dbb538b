"""Text from anywhere becomes text that is only text, and figures stay within what can be stored."""

import unicodedata
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from medreview.domain.base import AMOUNT_LIMIT, Amount, Count, Day, Entity, Line, Name, Position, Text, Year
from medreview.domain.cleaning import LINE_LIMIT, REPLACEMENT, TEXT_LIMIT, clean_line, clean_text

any_text = st.text(st.characters(codec=None, exclude_categories=()))
hostile = st.text("\x00\x07\x1b\x7f\x85\x9b\u202e\u2066\u2028\u200f\ud800\r\n\t\v\f Aåa\u030a")


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        pytest.param("Åse Bæk [/] {name} %s", "Åse Bæk [/] {name} %s", id="marks of templates are text"),
        pytest.param("A\u030ase", "Åse", id="composed"),
        pytest.param("en\r\nto\rtre\nfire", "en\nto\ntre\nfire", id="line breaks of every system"),
        pytest.param("en\vto\ftre\u2028fire\u2029fem\x85seks", "en\nto\ntre\nfire\nfem\nseks", id="a word processor's"),
        pytest.param("a\tb", "a    b", id="tab"),
        pytest.param("\x1b]52;c;aGVq\x07", f"{REPLACEMENT}]52;c;aGVq{REPLACEMENT}", id="a terminal's commands"),
        pytest.param("\u202eabc\u2066", f"{REPLACEMENT}abc{REPLACEMENT}", id="direction of writing"),
        pytest.param("a\ud800b", f"a{REPLACEMENT}b", id="half a character"),
        pytest.param("👩🏽‍🔧 går", "👩🏽‍🔧 går", id="joined picture characters stay"),
        pytest.param("ir\u200ded zero\u200bwidth so\u00adft\ufeff", "ired zerowidth soft", id="hidden marks go"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="the joiner that words need stays"),
        pytest.param("", "", id="empty"),
    ],
)
def test_cleaned_text(typed: str, cleaned: str) -> None:
    assert clean_text(typed) == cleaned


def test_a_cleaned_line_is_one_line_without_space_around() -> None:
    assert clean_line(" Lokal-MED\r\nStrandhaven\u2028Nord \n") == "Lokal-MED Strandhaven Nord"


@given(any_text | hostile)
def test_cleaned_text_can_be_stored_shown_and_cleaned_again(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert clean_text(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(one == "\n" or unicodedata.category(one) not in ("Cc", "Cs", "Zl", "Zp") for one in cleaned)


@given(any_text | hostile)
def test_a_cleaned_line_never_breaks(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert clean_line(line) == line


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_cleaning_leaves_ordinary_text_as_it_was(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("kind", "fits", "too_much", "complaint"),
    [
        (Line, "å" * LINE_LIMIT, "å" * (LINE_LIMIT + 1), "string_too_long"),
        (Text, "å" * TEXT_LIMIT, "å" * (TEXT_LIMIT + 1), "string_too_long"),
        (Name, "Å", " \n ", "value_error"),
        (Line, "", None, "string_type"),
        (Amount, "-1000000000000", AMOUNT_LIMIT + 1, "less_than_equal"),
        (Amount, "0.000001", "0.0000001", "decimal_max_places"),
        (Amount, "5.2", "NaN", "finite_number"),
        (Count, 0, -1, "greater_than_equal"),
        (Count, 1_000_000, 10**19, "less_than_equal"),
        (Position, 0, -1, "greater_than_equal"),
        (Year, 1950, 1949, "greater_than_equal"),
        (Year, 2200, 2201, "less_than_equal"),
        (Day, date(1900, 1, 1), date(1899, 12, 31), "greater_than_equal"),
        (Day, date(2200, 12, 31), date(9999, 12, 31), "less_than_equal"),
    ],
)
def test_limits_of_the_kinds_of_value(kind: Any, fits: object, too_much: object, complaint: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    adapter.validate_python(fits)
    with pytest.raises(ValidationError) as error:
        adapter.validate_python(too_much)
    assert error.value.errors()[0]["type"] == complaint


def test_the_limit_counts_composed_characters() -> None:
    adapter: TypeAdapter[str] = TypeAdapter(Line)
    assert len(adapter.validate_python("a\u030a" * LINE_LIMIT)) == LINE_LIMIT


def test_an_entity_has_an_id_of_its_own_and_never_changes() -> None:
    one, other = Entity(), Entity()
    assert one.id != other.id
    with pytest.raises(ValidationError):
        one.id = uuid4()
    with pytest.raises(ValidationError):
        Entity.model_validate({"id": one.id, "colour": "red"})
