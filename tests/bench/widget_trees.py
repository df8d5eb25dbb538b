"""The widgets of each step of a review, for `bare_form` to make again: `python -m tests.bench.widget_trees ARCHIVE`."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any, Final

from textual.containers import Horizontal
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Collapsible, Input, OptionList, Select, Static, TextArea

from medreview.paths import Paths
from medreview.settings import Settings
from medreview.tui.app import MedreviewApp
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.steps.view import StepView

_LEAVES: Final = (TextArea, Input, OptionList, Button, Checkbox, Select, Static)
_SIZE: Final = (120, 40)

Node = list[Any]


async def trees(archive: Path) -> list[Node]:
    """Return the widgets of every step, in the order of the steps; the archive opens at home."""
    folder = archive.parent
    paths = Paths(archive, folder / "settings.json", folder / "logs", folder / "exports")
    app = MedreviewApp(archive, Settings(language="da"), paths)
    async with app.run_test(size=_SIZE) as pilot:
        review = await _review(app, pilot)
        found = []
        for key in review.step_keys:
            await review.action_go_to(key)
            await pilot.pause()
            found.append(_node(review.view))
        await app.leave()
    return found


async def _review(app: MedreviewApp, pilot: Pilot[None]) -> ReviewScreen:
    while not isinstance(app.screen, HomeScreen):
        await pilot.pause(0.02)
    await pilot.press("f5")
    while not (isinstance(app.screen, ReviewScreen) and list(app.screen.query(StepView))):
        await pilot.pause(0.02)
    return app.screen


def _node(widget: Widget) -> Node:
    """Return the widget with its texts and what is in it; what no one sees costs the other side nothing either."""
    for kind in _LEAVES:
        if isinstance(widget, kind):
            return [kind.__name__, _texts(widget), []]
    if isinstance(widget, Collapsible):
        contents = [_node(child) for child in widget.query("Contents > *")]
        return ["Collapsible", [widget.title], contents]
    kind_name = "Horizontal" if isinstance(widget, Horizontal) else "Vertical"
    return [kind_name, [], [_node(child) for child in widget.children]]


def _texts(widget: Widget) -> list[str]:
    match widget:
        case TextArea():
            return [widget.text]
        case Input():
            return [widget.value]
        case OptionList():
            return [str(option.prompt) for option in widget.options]
        case Button() | Checkbox():
            return [str(widget.label)]
        case Static():
            return [str(widget.render())]
    return []


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(trees(Path(sys.argv[1])))))
