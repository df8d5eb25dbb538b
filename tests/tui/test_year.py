"""The year that a review is started for: what is wrong with it is said as long as it stands there."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input, Label

from medreview.domain.review import State
from medreview.i18n import use
from medreview.operations.archives import create_archive
from medreview.tui.dialogs.year import Year
from medreview.tui.screens.home import HomeScreen
from medreview.tui.steps.look_back import no_goals
from medreview.tui.widgets.part import Scope
from tests import builders
from tests.builders import YEAR
from tests.operations.worlds import a_stored_committee
from tests.tui.conftest import MakeApp, MakeAppOn
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


def _a_committee_alone(path: Path) -> None:
    archive = create_archive(path)
    a_stored_committee(archive)
    archive.close()


async def test_the_first_year_says_how_the_goals_of_last_year_come_along(make_app_on: MakeAppOn) -> None:
    app = make_app_on(_a_committee_alone)
    async with app.run_test(size=(60, 16)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f9")
        await shows(pilot, Year)
        last = date.today().year - 1
        hint = str(app.screen.query_one(".hint", Label).render())
        assert f"Then start {last} here and write them under Goals" in hint


@pytest.mark.parametrize(
    ("state", "advice"),
    [
        (State.PREPARING, f"Delete this year (Ctrl+P), start {YEAR - 1}"),
        (State.IN_SESSION, "Write below what came of each"),
    ],
)
def test_the_first_look_back_says_what_to_do_with_goals_from_before(state: State, advice: str) -> None:
    dossier = builders.an_empty_dossier()
    use("en")
    first = dossier.model_copy(update={"review": dossier.review.model_copy(update={"state": state, "year": YEAR})})
    assert advice in str(no_goals(Scope(first)))
    later = first.review.model_copy(update={"previous_year": YEAR - 1})
    assert str(no_goals(Scope(first.model_copy(update={"review": later})))) == ""
