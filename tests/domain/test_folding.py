"""Words are compared by their letters as the Danish alphabet has them, and marked where they stand."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medreview.domain.cleaning import clean_text
from medreview.domain.folding import Excerpt, excerpt, fold, is_written_one_way, pattern, words_of

written = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
latin = st.text(alphabet=string.ascii_letters + "æøåÆØÅäöÄÖéèüçñščğ ", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Aabenraa", "åbenrå"),
        ("Åbenrå", "åbenrå"),
        ("ÅRHUS og AARHUS", "århus og århus"),
        ("caféen", "cafeen"),
        ("Én idé", "en ide"),
        ("Ærø, ØSTERBY", "ærø, østerby"),
        ("miljö på Väg 3", "miljø på væg 3"),
        ("Hadžić, Erdoğan, Nguyễn", "hadzic, erdogan, nguyen"),
        ("Dvořák", "dvořak"),
        ("65 dB (5,0 %)", "65 db (5,0 %)"),
        ("straße", "straße"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("aabenraa", "Åbenrå Kommune", True),
        ("åbenrå", "AABENRAA", True),
        ("stoj", "støj", False),
        ("støj", "STØJMÅLING", True),
        ("maling", "måling", False),
        ("måling", "støjmaaling", True),
        ("ae", "ære", False),
        ("ide", "en god idé", True),
        ("idé", "ideen", True),
        ("ra", "Aabenraa", True),
        ("a.b", "aab", False),
        ("50%", "kun 50% nu", True),
        ("[/]", "a [/] b", True),
        ("ЁЖ", "ёж", True),
    ],
)
def test_a_word_is_found_as_a_part_of_one(word: str, text: str, found: bool) -> None:
    assert bool(pattern(fold(word)).search(text)) is found


@given(written, st.integers(0, 30), st.integers(1, 30))
def test_what_stands_in_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    text = clean_text(text)  # as every text is that is stored
    for word in words_of(text[start : start + length]):
        assert pattern(word).search(text)


@given(latin, latin)
def test_what_is_the_same_when_folded_is_found(text: str, word: str) -> None:
    for one in words_of(word):
        if one in fold(text):
            assert pattern(one).search(text)


def test_a_letter_that_is_written_one_way_is_no_other_letter_with_a_mark() -> None:
    once = [letter for letter in string.ascii_lowercase + string.digits + "æøå%_ř" if is_written_one_way(letter)]
    assert "".join(once) == "bdfhjklmpqrtvwx" + string.digits + "%_"


def test_words_come_once_and_the_longest_first() -> None:
    assert words_of("  Ærø  arbejdsmiljø ærø\tA ") == ("arbejdsmiljø", "ærø", "a")
    assert words_of(" \n") == ()


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert excerpt("Vi talte om\nrundstykker. ", ["tal", "stykke"], 80) == Excerpt(
        "Vi talte om rundstykker.", ((3, 6), (16, 22))
    )


def test_of_a_long_text_the_words_around_the_hit_are_shown() -> None:
    found = excerpt("Vi talte længe om mange ting, og så om rundstykker til nattevagten.", ["rundstykker"], 30)
    assert found == Excerpt("…og så om rundstykker til natte…", ((10, 21),))
    assert excerpt("x" * 50 + " om nat", ["nat"], 20).text == "…om nat"
    assert excerpt("nat" + " x" * 50, ["nat"], 9).text == "nat x x x…"


def test_marks_never_lie_over_each_other() -> None:
    assert excerpt("nattevagt", ["natte", "tevagt", "vagt"], 80).marks == ((0, 5), (5, 9))


@given(written, st.lists(latin, min_size=1, max_size=3), st.integers(5, 40))
def test_an_excerpt_is_short_and_its_marks_lie_within(text: str, words: list[str], width: int) -> None:
    found = excerpt(text, [word for typed in words for word in words_of(typed)], width)
    assert len(found.text) <= width + 2
    ends = [0, *(place for mark in found.marks for place in mark), len(found.text)]
    assert ends == sorted(ends)
