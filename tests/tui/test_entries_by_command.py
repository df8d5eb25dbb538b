"""Adding to the lists of a step, and removing from them, by the palette."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from medreview.tui.dialogs.palette import Palette
from medreview.tui.dialogs.pick import Pick
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.records import Records
from tests.tui.conftest import MakeApp
from tests.tui.looking import shows
from tests.tui.test_review_screen import opened, until_stored
from tests.tui.waiting import wait_until


async def _told(pilot: Pilot[Any], words: str) -> None:
    await pilot.press("ctrl+p")
    await shows(pilot, Palette)
    await pilot.press(*(letter if letter.isalpha() else "space" for letter in words), "enter")


async def test_a_goal_is_added_and_removed_by_name(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "goals")
        goals = screen.view.query(Records).first()
        before = len(screen.dossier.goals)
        await _told(pilot, "Add to a list")
        await shows(pilot, Pick)
        await pilot.press("enter")
        await until_stored(pilot, screen, lambda dossier: len(dossier.goals) == before + 1)
        await wait_until(pilot, lambda: isinstance(screen.focused, TextArea) and goals in screen.focused.ancestors)
        await pilot.press("h", "i")
        await wait_until(pilot, lambda: "hi" in [goal.text for goal in screen.dossier.goals])
        await _told(pilot, "Remove from a list")
        await until_stored(pilot, screen, lambda dossier: len(dossier.goals) == before)


async def test_outside_a_list_nothing_is_removed_and_one_list_is_added_to_at_once(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "content")
        areas = len(screen.dossier.focus_areas)
        screen.view.query("Field.plan TextArea").first().focus()
        screen.action_remove_entry()
        assert len(screen.dossier.focus_areas) == areas
        screen.action_add_entry()
        await until_stored(pilot, screen, lambda dossier: len(dossier.focus_areas) == areas + 1)


@pytest.mark.parametrize("step", ["expertise"])
async def test_a_step_without_a_list_to_add_to_says_so(make_app: MakeApp, step: str) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(68, 18)) as pilot:
        screen: ReviewScreen = await opened(pilot, step)
        screen.action_add_entry()
        await wait_until(pilot, lambda: any("Nothing can be added" in str(one.message) for one in app._notifications))
