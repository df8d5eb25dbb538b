"""What is typed in a dialog that stores only at its end outlives a kill and an unexpected error."""

import signal
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from medreview.i18n import use
from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.addendum import WriteAddendum
from tests.tui.approvals import an_approved_archive
from tests.tui.drafted import kept
from tests.tui.statements import asked, opened, write

pytestmark = pytest.mark.fault

WORDS: Final = "because of the noise [/b] {on}, æøå"


async def test_what_stands_in_a_dialog_is_kept_when_an_unexpected_error_ends_the_app(tmp_path: Path) -> None:
    path = tmp_path / "archive.medreview"
    an_approved_archive(path)
    use("en")
    paths = Paths(path, tmp_path / "settings.json", tmp_path / "logs", tmp_path / "exports")
    app = MedreviewApp(path, Settings(language="en"), paths)
    with pytest.raises(ZeroDivisionError):
        await _fail_over_a_dialog(app)
    assert app.is_all_stored
    assert WORDS in kept(path)


async def _fail_over_a_dialog(app: MedreviewApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        write(await asked(pilot, "addendum", WriteAddendum), "text", WORDS)
        app.call_later(lambda: 1 // 0)
        await pilot.pause()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal of this kind")
@pytest.mark.long(5)
def test_the_real_program_that_is_killed_over_a_dialog_shows_its_text_again(tmp_path: Path) -> None:
    from tests.fault.terminal import Terminal

    path = tmp_path / "archive.medreview"
    an_approved_archive(path)
    with Terminal(path, tmp_path) as first:
        _open_addendum(first)
        for keys in ("\t", WORDS):
            first.settle()
            first.type(keys)
        first.wait_for(WORDS)
        first.pass_time(1.0)
        first.kill(signal.SIGKILL)
    assert kept(path) == [WORDS]
    with Terminal(path, tmp_path) as second:
        _open_addendum(second)
        second.wait_for(WORDS)
        second.wait_for("stands here again")


def _open_addendum(terminal: Any) -> None:
    terminal.wait_for("Closing")
    terminal.settle()
    terminal.type("\x10")
    terminal.wait_for("What do you want to do?")
    terminal.type("write an addendum")
    terminal.settle()
    terminal.type("\r")
    terminal.wait_for("Addendum to the minutes")
