"""What is not done before home is seen, because home does not need it."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from medreview.example import create_example
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.home import HomeScreen
from tests.tui.conftest import MakeApp
from tests.tui.waiting import wait_until

_BEHIND_HOME = ("medreview.operations.backups", "medreview.operations.places")
_START = f"""
import sys
from pathlib import Path
import medreview.tui.running
from medreview.tui.entrance import Entrance
Entrance.of(Path(sys.argv[1])).screens()
print(*(name for name in {_BEHIND_HOME} if name in sys.modules))
"""


def test_what_is_done_behind_home_is_not_loaded_before_it(tmp_path: Path) -> None:
    example = tmp_path / "example.medreview"
    create_example(example, "da", date.today())
    run = subprocess.run([sys.executable, "-c", _START, str(example)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


async def test_a_new_screen_is_not_styled_twice_and_one_that_was_covered_is(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[list[DOMNode]] = []
    update_nodes = Stylesheet.update_nodes

    def noted(self: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        styled.append(list(nodes))
        update_nodes(self, styled[-1], animate)

    monkeypatch.setattr(Stylesheet, "update_nodes", noted)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.pause()
        assert [len(nodes) for nodes in styled if nodes[0] is app.screen] == [1]
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, Palette))
        home = app.screen_stack[-2]
        app.theme = "projector"
        styled.clear()
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is home)
        await pilot.pause()
        assert max(len(nodes) for nodes in styled if nodes[0] is home) > 1
