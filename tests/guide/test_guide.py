"""The guide: the same in every language, with keys that exist and the law as of a date."""

import re
from datetime import date
from typing import Final

import pytest

from medreview.domain.committee import Language
from medreview.guide import Passage, plain_text, read_guide, spaced
from medreview.i18n import Translator
from medreview.templates import load_template
from medreview.tui.commands import BY_SCREEN

KEYS: Final = {command.key_name for commands in BY_SCREEN.values() for command in commands if command.key}
LAW: Final = next(duty for duty in load_template("dk-med").duties if duty.id == "L1")

EVERY_LANGUAGE: Final = pytest.mark.parametrize("language", Language)


def whole(language: str) -> str:
    """Return the guide as one line of words."""
    return " ".join(passage.text for passage in read_guide(language))


def shape(language: str) -> list[tuple[int, bool]]:
    """Return the levels of the guide's headings, and which passages are points of a list."""
    return [(passage.level, passage.is_point) for passage in read_guide(language)]


def test_the_headings_are_the_same_in_every_language() -> None:
    levels = [[level for level, _ in shape(language) if level] for language in Language]
    assert levels[0] == levels[1] == levels[2]
    assert levels[0][0] == 1
    assert set(levels[0][1:]) == {2, 3}


def test_danish_and_english_say_the_same_points_and_swedish_one_paragraph_more() -> None:
    assert shape("da") == shape("en")
    assert shape("sv") == [*shape("da"), (0, False)]


@EVERY_LANGUAGE
def test_every_key_that_is_named_is_one_of_the_program(language: str) -> None:
    named = set(re.findall(r"\b(?:F\d+|Ctrl\+\S|Esc|Page\w+)\b", whole(language)))
    assert named <= KEYS
    assert {"F1", "F3", "F4", "F5", "F6", "F9", "F10", "Ctrl+P"} <= named


def test_the_keys_are_the_same_in_every_language() -> None:
    named = [re.findall(r"\b(?:F\d+|Ctrl\+\S)\b", whole(language)) for language in Language]
    assert named[0] == named[1] == named[2]


@EVERY_LANGUAGE
def test_the_law_is_cited_as_the_template_cites_it(language: str) -> None:
    assert LAW.as_of == date(2024, 2, 1)
    number = re.match(r"BEK nr \d+", LAW.source)
    assert number is not None
    assert number[0] in whole(language)
    assert "14/12/2023" in whole(language)
    assert Translator(language).date(LAW.as_of) in whole(language)


@EVERY_LANGUAGE
def test_what_the_program_does_not_do_is_said(language: str) -> None:
    assert "Arbejdstilsynet" in whole(language)
    denied = {"da": "ikke krypteret", "sv": "inte krypterat", "en": "not encrypted"}
    assert denied[language] in whole(language)


def test_the_swedish_guide_says_that_the_swedish_task_is_another() -> None:
    assert "AFS 2023:1" in whole("sv")
    assert "Punkterna är danska" in whole("sv")


@EVERY_LANGUAGE
def test_words_of_the_program_are_those_of_its_screens(language: str) -> None:
    words = Translator(language)
    for message in ("Ready for approval", "Projector"):
        assert words.tr(message) in whole(language)
    assert load_template("dk-med").step("preparation").title.in_language(language) in whole(language)


@EVERY_LANGUAGE
def test_it_is_short_enough_for_an_evening(language: str) -> None:
    assert 700 <= len(re.findall(r"[^\W\d_][\w'-]*", whole(language))) <= 1200


@EVERY_LANGUAGE
def test_nothing_of_the_files_marks_is_left(language: str) -> None:
    assert not re.search(r"[#*`\[\]<>]|https?:|  ", whole(language))
    assert all(passage.text for passage in read_guide(language))


@EVERY_LANGUAGE
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_longer_than_the_width(language: str, width: int) -> None:
    lines = plain_text(read_guide(language), width).splitlines()
    assert max(map(len, lines)) <= width
    assert " ".join(" ".join(lines).split()).count("F10") == 1


def test_a_point_hangs_from_its_mark_and_a_no_break_space_holds() -> None:
    point = Passage("At most about 5.0\N{NO-BREAK SPACE}% absence", is_point=True)
    assert point.lines(20) == ["- At most about", "  5.0\N{NO-BREAK SPACE}% absence"]


def test_a_width_that_cannot_be_gets_short_lines() -> None:
    assert Passage("one two three four five six").lines(0) == ["one two three four", "five six"]


def test_points_follow_each_other_and_their_heading_without_a_gap() -> None:
    passages = (Passage("Title", 1), Passage("Text"), Passage("Head", 3), *[Passage("Point", is_point=True)] * 2)
    assert [gap for gap, _ in spaced(passages)] == [False, True, True, False, False]
    assert plain_text(passages, 30) == "Title\n=====\n\nText\n\nHead\n- Point\n- Point"
    assert list(spaced(())) == []
