"""Adding by name with the palette, from home and from any step."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from medreview.domain.dossier import Dossier
from medreview.tui.app import MedreviewApp
from medreview.tui.commands import ADDING
from medreview.tui.dialogs.palette import Palette
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.form import Form
from tests.archives import an_approved_review, an_archive_with
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import shows
from tests.tui.test_review_screen import opened, until_stored
from tests.tui.waiting import wait_until

SIZE = (80, 24)

LISTS = {
    "New goal": "goals",
    "New agenda item": "agenda",
    "New guest": "guests",
    "New key figure": "indicators",
    "New focus area": "focus_areas",
    "New planned meeting": "planned_meetings",
    "New disagreement": "disagreements",
    "Raise a matter": "raised_matters",
}
"""The part of the review that each name adds to."""


async def ask_for(pilot: Pilot[Any], words: str) -> None:
    """Choose what the palette finds for these words."""
    await pilot.press("ctrl+p")
    await shows(pilot, Palette)
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await wait_until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count)
    await pilot.press("enter")


async def in_a_review(pilot: Pilot[Any], app: MedreviewApp) -> ReviewScreen:
    await wait_until(pilot, lambda: isinstance(app.screen, ReviewScreen))
    screen = app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def test_every_name_is_tried() -> None:
    assert {command.label for command in ADDING} == {*LISTS, "New member"}


@pytest.mark.parametrize(("name", "part"), LISTS.items(), ids=LISTS.values())
async def test_a_new_entry_is_begun_from_any_step(make_app: MakeApp, name: str, part: str) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "expertise")
        before = {one.id for one in getattr(screen.dossier, part)}
        await ask_for(pilot, name)
        await until_stored(pilot, screen, lambda one: len(getattr(one, part)) == len(before) + 1)
        new = next(one for one in getattr(screen.dossier, part) if one.id not in before)
        await wait_until(pilot, lambda: shown_below_focus(screen) == new.id)


def shown_below_focus(screen: ReviewScreen) -> object:
    """Return the id of the entity whose form has the focus."""
    around = screen.focused.ancestors if screen.focused else []
    return next((one.entity.id for one in around if isinstance(one, Form) and one.entity), None)


async def test_a_new_goal_is_begun_from_home_and_written_at_once(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.as_of)
        await ask_for(pilot, "new goal")
        screen = await in_a_review(pilot, app)
        await wait_until(pilot, lambda: any(not goal.text for goal in screen.dossier.goals))
        await pilot.press(*"Light")
        await until_stored(pilot, screen, lambda one: "Light" in texts(one))
        assert screen.step_key == "goals"


def texts(dossier: Dossier) -> list[str]:
    return [goal.text for goal in dossier.goals]


async def test_a_member_is_begun_among_the_members(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "goals")
        await ask_for(pilot, "new member")
        await wait_until(pilot, lambda: isinstance(app.screen, CommitteeScreen) and isinstance(app.focused, Input))


async def test_approved_minutes_take_no_more(make_app_on: MakeAppOn) -> None:
    app = make_app_on(lambda path: an_archive_with(path, an_approved_review()))
    async with app.run_test(size=SIZE) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.as_of)
        await ask_for(pilot, "new goal")
        await wait_until(pilot, lambda: any("approved" in one.message for one in app._notifications))
        assert isinstance(app.screen, HomeScreen)
