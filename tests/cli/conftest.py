"""A user of its own for every test: nothing of this computer's user is read or written."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from medreview import i18n
from medreview.cli import run
from medreview.paths import Paths
from medreview.settings import Settings, save_settings

Program = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave the language of the screens as it is for other tests."""
    yield
    i18n.use("en")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The places of a user who has not started medreview yet, on a Danish computer."""
    home = tmp_path / "home"
    found = Paths(home / "data" / "archive.medreview", home / "settings.json", home / "log", home / "Documents")
    monkeypatch.setattr(Paths, "of_this_user", lambda: found)
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    return found


@pytest.fixture
def settings(places: Paths) -> Callable[[Settings], None]:
    """Store settings of the user."""
    return lambda chosen: save_settings(chosen, places.settings)


@pytest.fixture
def program(places: Paths, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run the program in this process and return exit code, output and error output."""

    def call(*words: str | Path) -> tuple[int, str, str]:
        code = _exit_code([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


def _exit_code(words: Sequence[str]) -> int:
    try:
        return run(words)
    except SystemExit as ended:
        return int(ended.code or 0)
