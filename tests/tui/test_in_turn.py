"""Keys that come quicker than the screen: each does what it would do slowly."""

from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from medreview.domain.goal import Outcome
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.line_input import LineInput
from tests.tui.conftest import MakeApp
from tests.tui.test_review_screen import opened, until_stored
from tests.tui.waiting import wait_until


def _at_once(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


def _first_three(screen: ReviewScreen) -> list[Outcome]:
    ids = [goal.id for goal in screen.dossier.last_goals[:3]]
    by_goal = {one.goal_id: one.outcome for one in screen.dossier.evaluations}
    return [by_goal[one] for one in ids]


async def test_a_digit_belongs_to_the_goal_on_which_it_was_pressed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "look_back")
        wanted = [Outcome.NOT_MET, Outcome.TOO_EARLY, Outcome.MET_EARLY]
        _at_once(pilot, "home", "4", "f8", "5", "f8", "2")
        await until_stored(pilot, screen, lambda _dossier: _first_three(screen) == wanted)


async def test_what_is_typed_belongs_to_the_goal_that_was_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "look_back")
        first = screen.dossier.last_goals[0].id
        screen.view.query("Field.done TextArea").first(TextArea).focus()
        await pilot.pause()
        _at_once(pilot, *"Bravo", "f8")
        await until_stored(
            pilot,
            screen,
            lambda dossier: any("Bravo" in one.done for one in dossier.evaluations if one.goal_id == first),
        )
        assert [one.goal_id for one in screen.dossier.evaluations if "Bravo" in one.done] == [first]


async def test_a_number_typed_right_after_enter_on_a_goal_judges_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "look_back")
        before = _first_three(screen)
        _at_once(pilot, "home", "enter", "5")
        reached = screen.view.query("Field.reached LineInput").first(LineInput)
        await wait_until(pilot, lambda: reached.value.endswith("5"))
        assert _first_three(screen) == before
