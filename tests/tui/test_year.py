"""The year that a review is started for: what is wrong with it is said as long as it stands there."""

import pytest
from textual.widgets import Input, Label

from medreview.tui.dialogs.year import Year
from medreview.tui.screens.home import HomeScreen
from tests.tui.conftest import MakeApp
from tests.tui.looking import shows


@pytest.mark.parametrize("text", ["20255", "20x5", ""])
async def test_a_complaint_about_the_year_goes_when_it_is_corrected(make_app: MakeApp, text: str) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f9")
        await shows(pilot, Year)
        field, wrong = app.screen.query_one(Input), app.screen.query_one(".wrong", Label)
        field.value = text
        await pilot.press("enter")
        assert "Write a year between" in str(wrong.render())
        field.value = "2025"
        await pilot.pause()
        assert str(wrong.render()) == ""
