"""Whoever is somewhere for the first time gets one line, once on this computer, and never over the example."""

from pathlib import Path

from textual.widgets import Input

from medreview.i18n import use
from medreview.paths import Paths
from medreview.settings import load_settings
from medreview.tui.app import MedreviewApp
from medreview.tui.first_hints import HINTS
from medreview.tui.screens.committee import CommitteeScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.screens.step_room import StepRoom
from tests.archives import a_full_review, an_archive_with
from tests.tui.conftest import MakeApp
from tests.tui.looking import said, shows
from tests.tui.waiting import wait_until


async def told(app: MedreviewApp) -> set[str]:
    """Go over the review into the room and return which hints were shown; a second start begins in the review."""
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, (HomeScreen, ReviewScreen)))
        if isinstance(app.screen, HomeScreen):
            await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        await wait_until(pilot, lambda: bool(app.screen.query("StepView")))
        await pilot.press("f5")
        await shows(pilot, StepRoom)
        words = said(app)
    return {place for place, hint in HINTS.items() if hint in words}


def an_app(tmp_path: Path) -> MedreviewApp:
    """Return the app on an archive of one's own, with the settings that are stored."""
    path = tmp_path / "own.medreview"
    if not path.exists():
        an_archive_with(path, a_full_review())
    paths = Paths(path, tmp_path / "settings.json", tmp_path / "logs", tmp_path / "exports")
    use("en")
    return MedreviewApp(path, load_settings(paths.settings), paths)


async def test_each_place_has_its_hint_once(tmp_path: Path) -> None:
    assert await told(an_app(tmp_path)) == set(HINTS)
    assert await told(an_app(tmp_path)) == set()


async def test_a_hint_goes_when_somebody_writes(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(68, 18)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await wait_until(pilot, lambda: HINTS["home"] in said(app))
        await app.run_action("app.edit_committee")
        await shows(pilot, CommitteeScreen)
        app.screen.query("Input").first(Input).focus()
        app.notify("Something else")
        await pilot.press("x")
        await wait_until(pilot, lambda: HINTS["home"] not in said(app))
        assert said(app) == "Something else"


async def test_equal_messages_do_not_pile_up(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(68, 18)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, HomeScreen))
        for message in ("Same", "Other", "Same"):
            app.notify(message)
            await pilot.pause()
        await wait_until(pilot, lambda: said(app).split("\n")[-2:] == ["Other", "Same"])
        assert said(app).split("\n").count("Same") == 1


async def test_nothing_is_said_over_the_example(make_app: MakeApp) -> None:
    app = make_app(language="en")
    assert await told(app) == set()
    assert app.settings.hints_seen == ()
