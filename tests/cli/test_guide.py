"""`medreview guide`: plain text in the asked language, as wide as the terminal."""

import sys

import pytest

from medreview import cli
from medreview.domain.committee import Language
from medreview.guide import plain_text, read_guide
from medreview.paths import Paths
from tests.cli.conftest import Program


@pytest.mark.parametrize("language", Language)
def test_it_is_printed_in_every_language(program: Program, language: str) -> None:
    expected = (0, plain_text(read_guide(language), 80) + "\n", "")
    assert program("guide", "--language", language) == expected
    assert program("--language", language, "guide") == expected


def test_it_speaks_the_language_of_the_screens(program: Program) -> None:
    assert program("guide")[1].startswith("Sådan holder I")


def test_it_needs_no_archive_and_makes_none(program: Program, places: Paths) -> None:
    assert program("guide")[0] == 0
    assert not places.archive.parent.exists()


def test_a_pipe_gets_80_columns_whatever_the_terminal_has(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert 70 < max(map(len, program("guide")[1].splitlines())) <= 80


@pytest.mark.parametrize(("columns", "longest"), [("40", 39), ("68", 67), ("250", 100)])
def test_a_terminal_gets_its_own_width(monkeypatch: pytest.MonkeyPatch, columns: str, longest: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli._reading_width() == longest


def test_it_takes_nothing_more(program: Program) -> None:
    code, _, err = program("guide", "me")
    assert code == 2
    assert "me" in err
