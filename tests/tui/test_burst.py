"""Arrow, Tab and letters at the speed of pasting: what is typed stands in the entry to which the arrow went."""

import pytest
from textual import events
from textual.geometry import Size
from textual.widgets import TextArea

from medreview.domain.dossier import Dossier
from medreview.tui.widgets import records as of_records
from medreview.tui.widgets.records import Records
from tests.tui.conftest import MakeApp
from tests.tui.test_review_screen import opened, until_stored
from tests.tui.walking import at_home


def texts(dossier: Dossier) -> list[str]:
    return [goal.text for goal in dossier.open_goals]


async def test_an_arrow_tabs_and_letters_in_one_burst_write_in_the_goal_of_the_arrow(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_records, "FOLLOWS_AFTER", 3600)
    app = make_app(language="en")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, "goals")
        rows = screen.view.query(Records).first().row_list
        rows.focus()
        tabs = 0
        while not isinstance(screen.focused, TextArea):
            await pilot.press("tab")
            tabs += 1
        rows.focus()
        await pilot.pause()
        before = texts(screen.dossier)
        burst = [*["tab"] * tabs, *"Quick "]
        for key in ("down", *burst, *["shift+tab"] * tabs, "down", *burst):
            app.post_message(events.Key("space" if key == " " else key, key if len(key) == 1 else None))
        after = [before[0], *(f"Quick {text}" for text in before[1:3]), *before[3:]]
        await until_stored(pilot, screen, lambda dossier: texts(dossier) == after)


@pytest.mark.parametrize(
    "event", [events.Key("f8", None), events.Paste("[/]"), events.Resize(Size(68, 18), Size(68, 18))]
)
async def test_what_comes_when_no_screen_is_left_does_nothing(make_app: MakeApp, event: events.Event) -> None:
    app = make_app()
    async with at_home(app, (80, 24)):
        pass
    assert app.screen_stack == []
    await app.on_event(event)
