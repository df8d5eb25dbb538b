"""Starting the screens: on a terminal, with the right archive; elsewhere one sentence and exit code 2."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from medreview import cli
from medreview.operations import example_mark
from medreview.operations.archives import open_archive
from medreview.paths import Paths
from medreview.tui import running
from tests.cli.conftest import Program


class Screens:
    """Stands for the app and remembers how it was started."""

    started: tuple[Any, ...] = ()
    return_code: int | None = 0
    crash: Exception | None = None

    def __init__(self, *given: Any) -> None:
        Screens.started = given

    def run(self) -> None:
        """Look at the archive, as the app would."""
        path, _, _, example = Screens.started
        if example:
            archive = open_archive(path)
            assert example_mark.is_example(archive)
            archive.close()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal on which the screens only pretend, so that nothing in them ends the start: memory is tidied again."""
    monkeypatch.setattr(cli, "_is_terminal", lambda: True)
    monkeypatch.setattr(running, "MedreviewApp", Screens)
    yield
    gc.enable()


@pytest.mark.parametrize("words", [(), ("demo",), ("--language", "en", "demo")])
def test_without_a_terminal(program: Program, words: tuple[str, ...]) -> None:
    code, out, err = program(*words)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_a_closed_input_is_no_terminal(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert program()[0] == 2


def test_the_users_own_archive(terminal: None, program: Program, places: Paths) -> None:
    assert program()[0] == 0
    path, settings, found, example = Screens.started
    assert (path, settings.theme, found, example) == (places.archive, "light", places, False)
    assert not places.archive.exists()


def test_another_archive(terminal: None, program: Program) -> None:
    program("--archive", "other.medreview")
    assert Screens.started[0] == Path("other.medreview")


def test_the_example_is_fresh_and_goes_again(terminal: None, program: Program, places: Paths) -> None:
    assert program("demo")[0] == 0
    path, _, _, example = Screens.started
    assert example
    assert not path.parent.exists()
    assert not places.archive.exists()


def test_a_crash_of_the_screens_is_no_success(
    terminal: None, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Screens, "return_code", 1)
    assert program()[0] == 1
