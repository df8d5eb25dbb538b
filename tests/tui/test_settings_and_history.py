"""Settings take effect at once and last; a goal's history tells what was set and what came of it."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.goal import Continuation, Evaluation, Goal, Outcome
from medreview.operations.reviews import GoalYear
from medreview.settings import load_settings
from medreview.tui.screens.history import HistoryScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.settings import SettingsScreen
from medreview.tui.widgets.choice import Choice
from tests.builders import a_committee
from tests.tui.conftest import MakeApp
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

SIZES = [(120, 40), (80, 24), (68, 18)]
HOSTILE = "Støjen [/] er [b]under[/b] 65 dB"


async def opened(pilot: Pilot[Any]) -> SettingsScreen:
    """Open the settings over what is shown."""
    await pilot.app.run_action("app.settings")
    await shows(pilot, SettingsScreen)
    screen = pilot.app.screen
    assert isinstance(screen, SettingsScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_language_changes_everything_and_the_place_stays(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: bool(app.screen.query("StepView")))
        await app.screen.run_action("screen.go_to('goals')")
        await pilot.pause()
        await opened(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert "(►) Svenska" in shown(app.screen)
        assert (app.settings.language, "Indstillinger" in shown(app.screen)) == ("da", True)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Inställningar" in shown(app.screen))
        await pilot.press("escape")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: "Mål för det kommande året" in shown(screen))
        assert screen.step_key == "goals"


async def test_colours_and_folder_take_effect_at_once_and_last(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        screen = await opened(pilot)
        screen.query_one("#colours", Choice).focus()
        await pilot.press("3")
        await wait_until(pilot, lambda: app.theme == "projector")
        screen.query_one("#folder", Input).focus()
        screen.query_one("#folder", Input).value = str(tmp_path / "out [/]")
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
    settings = load_settings(tmp_path / "settings.json")
    assert (settings.theme, settings.export_folder) == ("projector", str(tmp_path / "out [/]"))


async def test_settings_say_where_the_archive_is(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(200, 60)) as pilot:
        await shows(pilot, HomeScreen)
        await opened(pilot)
        assert str(archive_file) in shown(app.screen)


def three_years() -> list[GoalYear]:
    """Return a goal that was changed after its first year, judged twice and not yet the third time."""
    figures: dict[str, Any] = {
        "committee_id": a_committee().id,
        "unit": "dB",
        "baseline": Decimal(72),
        "baseline_year": 2023,
    }
    first = Goal(**figures, year=2024, text="Mindre støj", target=Decimal(70))
    second = Goal(**figures, year=2025, text=HOSTILE, target=Decimal(65), predecessor_id=first.id)
    third = second.model_copy(update={"year": 2026, "predecessor_id": second.id})
    owner: dict[str, Any] = {"review_id": first.id}
    changed = Evaluation(
        **owner,
        goal_id=first.id,
        outcome=Outcome.PARTLY,
        reached=Decimal(70),
        done="Filt under stolene [/]",
        learned="Mål før og efter",
        continuation=Continuation.CHANGE,
        reason="Et tal alle kan måle",
    )
    missed = Evaluation(
        **owner, goal_id=second.id, outcome=Outcome.NOT_MET, reached=Decimal(68), why="Ombygningen blev udsat"
    )
    pending = Evaluation(**owner, goal_id=third.id)
    note = FollowUp(
        committee_id=first.committee_id,
        goal_id=second.id,
        noted_on=date(2026, 3, 12),
        course=Course.BEHIND,
        line="Filt mangler [/]",
    )
    return [GoalYear(first, changed), GoalYear(second, missed, (note,)), GoalYear(third, pending)]


async def history(pilot: Pilot[Any], years: list[GoalYear]) -> str:
    """Open a history and return all its words."""
    await shows(pilot, HomeScreen)
    await pilot.app.push_screen(HistoryScreen(years))
    await shows(pilot, HistoryScreen)
    return " ".join(shown(pilot.app.screen).replace("▏", "").split())


async def test_a_history_tells_every_year_with_what_changed(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(100, 60)) as pilot:
        text = await history(pilot, three_years())
    for part in (
        HOSTILE,
        "3 years: 2024–2026",
        "72 dB Baseline",
        "70 dB ≈ Partly met",
        "68 dB × Not met",
        "Target 65 dB",
        f"Changed to: {HOSTILE}",
        "Mindre støj",
        "≈ Partly met",
        "× Not met",
        "(5.6%) lower than the baseline",
        "Why did it turn out so? Ombygningen blev udsat",
        "What can others learn? Mål før og efter",
        "From here: continues, changed – Et tal alle kan måle",
        "… Not yet looked back on",
        "Noted between the meetings",
        "Filt mangler [/]",
    ):
        assert part in text
    assert text.index("Set in 2026") < text.index("Set in 2025") < text.index("Set in 2024")


async def test_a_new_goal_has_a_history_of_one_year(make_app: MakeApp) -> None:
    app = make_app(language="en")
    goal = Goal(committee_id=a_committee().id, year=2026, text="Fire møder")
    async with app.run_test(size=(80, 24)) as pilot:
        text = await history(pilot, [GoalYear(goal, None)])
    assert "Set for the first time in 2026" in text
    assert "Not yet looked back on" in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_history_is_opened_from_home_and_scrolled(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f7")
        await shows(pilot, HistoryScreen)
        await pilot.press("end")
        await wait_until(pilot, lambda: "Ring tidligt" in shown(app.screen))
        await pilot.press("escape")
        await shows(pilot, HomeScreen)
