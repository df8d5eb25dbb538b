"""The whole review can be read in one column from top to bottom, in the order of the meeting."""

import pytest

from medreview.operations.export import as_text
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.versions import ReadingScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_just_written_is_read_with_the_rest(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        await screen.action_go_to("content")
        screen.query("Field.plan TextArea").first().focus()
        await pilot.press("ctrl+end", *"Quiet")
        await pilot.press("ctrl+p")
        await shows(pilot, Palette)
        await pilot.press(*"aloud", "enter")
        await shows(pilot, ReadingScreen)
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        assert "Quiet" in reading._text
        assert app.focused is not None
        top = shown(reading)
        await pilot.press("pagedown")
        await wait_until(pilot, lambda: shown(reading) != top)
        await pilot.press("end")
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)


async def test_the_text_goes_through_the_items_in_their_order(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test() as pilot:
        await shows(pilot, HomeScreen)
        dossier = app.dossier
        assert dossier is not None
        text = as_text(app.archive, dossier, "da")
        places = [text.find(f"\n{at}. {item.title[:30]}") for at, item in enumerate(dossier.agenda, start=1)]
        assert all(goal.text[:30] in text for goal in dossier.open_goals)
        assert -1 not in places
        assert places == sorted(places)
