"""A whole meeting, from starting the year to approved minutes and files: with the mouse alone, and with none."""

from datetime import date
from pathlib import Path
from typing import Any, Final

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button

from medreview.domain.dossier import Dossier
from medreview.domain.goal import Goal, Outcome
from medreview.domain.review import State
from medreview.operations import edit, reviews, whereabouts
from medreview.operations.archives import create_archive, open_archive
from medreview.operations.selection import select_reviews
from medreview.tui.dialogs.approve import Approve
from medreview.tui.dialogs.entry import Entry
from medreview.tui.dialogs.year import Year
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.field import Field
from tests.operations.worlds import a_started_review, approved
from tests.tui.conftest import MakeApp
from tests.tui.looking import shows
from tests.tui.mouse import Mouse
from tests.tui.waiting import wait_until

YEAR: Final = date.today().year
GOAL: Final = "At most five percent absence"
NOTHING: Final = ("status", "content", "goals", "expertise")
"""The steps in which nothing was to be noted."""


def an_archive(path: Path) -> Path:
    """Create an archive with last year's approved minutes, which set a goal."""
    archive = create_archive(path)
    dossier = a_started_review(archive, YEAR - 1)
    edit.add(archive, Goal(committee_id=dossier.committee.id, year=YEAR - 1, text=GOAL))
    edit.change(archive, dossier.cooperation, form="Joint meetings", interval=3)
    approved(archive, reviews.load(archive, dossier.review.id))
    whereabouts.remember_place(archive, dossier.committee.id, None, "")
    archive.close()
    return path


def minutes_in(path: Path) -> Dossier:
    """Return this year's review as the archive has it."""
    archive = open_archive(path)
    try:
        return next(one for one in select_reviews(archive) if one.review.year == YEAR)
    finally:
        archive.close()


def check(path: Path, exports: Path) -> None:
    """Check what the archive and the folder have after the meeting."""
    dossier = minutes_in(path)
    assert dossier.review.state is State.APPROVED
    assert [one.outcome for one in dossier.evaluations] == [Outcome.PARTLY]
    assert [one.text for one in dossier.decisions] == ["Four meetings"]
    assert len(dossier.planned_meetings) >= 3
    assert {one.presence.value for member, one in dossier.attendance_at(dossier.meetings[0]) if not member.vacant} == {
        "present"
    }
    assert list(exports.rglob("*.html"))


async def reviewing(pilot: Pilot[Any]) -> ReviewScreen:
    """Wait for the review."""
    await shows(pilot, ReviewScreen)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await wait_until(pilot, lambda: bool(screen.query("StepView")))
    return screen


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type."""
    await pilot.press(*("space" if one == " " else one for one in text))


def control(screen: Widget, field: str) -> Widget:
    """Return what is typed into."""
    return screen.query(f"Field.{field} Input, Field.{field} TextArea, Field.{field} Tick").first(Widget)


def button(screen: Widget, words: str) -> Button:
    """Return the button with these words."""
    return next(one for one in screen.query(Button) if str(one.label) == words)


async def test_a_whole_meeting_with_the_mouse_alone(make_app: MakeApp, tmp_path: Path) -> None:
    path = an_archive(tmp_path / "own.medreview")
    app = make_app(path, language="en")
    async with app.run_test(size=(110, 40)) as pilot:
        mouse = Mouse(pilot)
        await shows(pilot, HomeScreen)
        await mouse.click("New year")
        await shows(pilot, Year)
        await mouse.click_on(app.screen.query_one("#start"))
        screen = await reviewing(pilot)
        await mouse.click("0 Preparation")
        await mouse.click_on(control(screen.view, "held_on"))
        await write(pilot, f"20.11.{YEAR}")
        await mouse.click("1 Attendance")
        await mouse.click("All others present")
        await mouse.click("2 Look back")
        await mouse.click("( ) Partly met")
        for field in ("done", "methods_judged", "activities_judged"):
            await mouse.click_on(control(screen.view, field))
            await write(pilot, "Talks")
        for step in NOTHING:
            await mouse.click(f"{screen.step_keys.index(step)} {screen.template.step(step).short.en}")
            await wait_until(pilot, lambda step=step: screen.step_key == step)  # type: ignore[misc]
            await mouse.click_on(control(screen.view, "nothing_to_note"))
        await mouse.click("5 Cooperation")
        await mouse.click("   Propose dates")
        await wait_until(pilot, lambda: screen.dossier.planned_meetings)
        await mouse.click("F9 Decision")
        await shows(pilot, Entry)
        await mouse.click_on(control(app.screen, "text"))
        await write(pilot, "Four meetings")
        await mouse.click("Done (Esc)")
        await wait_until(pilot, lambda: app.screen is screen)
        await mouse.click("9 Closing")
        await mouse.click("Ready for approval")
        await wait_until(pilot, lambda: screen.dossier.review.state is State.FOR_APPROVAL)
        await mouse.click_on(button(screen, "Approve the minutes"))
        await shows(pilot, Approve)
        await mouse.click_on(button(app.screen, "Approve"))
        await wait_until(pilot, lambda: screen.dossier.is_read_only)
        await mouse.click("Ctrl+P More")
        await write(pilot, "export")
        await mouse.click("F6     Export")
        await shows(pilot, ExportScreen)
        await mouse.click("Write the files")
        await mouse.wait_for("Open the folder")
        await mouse.click("Esc Back")
        await wait_until(pilot, lambda: app.screen is screen)
    check(path, tmp_path / "exports")


async def tab_to(pilot: Pilot[Any], words: str) -> None:
    """Go with Tab to a field by its name, or to a button by its words."""
    for _ in range(120):
        focused = pilot.app.focused
        around = [one for one in (focused.ancestors_with_self if focused else []) if isinstance(one, Field)]
        label = str(focused.label) if isinstance(focused, Button) else ""
        if words in (label, *(one.field_name for one in around)):
            return
        await pilot.press("tab")
    raise AssertionError(words)


async def go_to(pilot: Pilot[Any], screen: ReviewScreen, step: str) -> None:
    """Go to a step with two keys."""
    await pilot.press("f4", str(screen.step_keys.index(step)))
    await wait_until(pilot, lambda: app_is_at(screen, step))


def app_is_at(screen: ReviewScreen, step: str) -> bool:
    """Return whether the step is on the screen."""
    return screen.app.screen is screen and screen.step_key == step


async def test_a_whole_meeting_without_a_mouse(make_app: MakeApp, tmp_path: Path) -> None:
    path = an_archive(tmp_path / "own.medreview")
    app = make_app(path, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f9")
        await shows(pilot, Year)
        await pilot.press("enter")
        screen = await reviewing(pilot)
        await go_to(pilot, screen, "preparation")
        await tab_to(pilot, "held_on")
        await write(pilot, f"20.11.{YEAR}")
        await go_to(pilot, screen, "attendance")
        meeting = screen.dossier.meetings[0]
        for _ in screen.dossier.attendance_at(meeting):
            await pilot.press("1")
        await go_to(pilot, screen, "look_back")
        await pilot.press("3", "enter")
        for field in ("done", "methods_judged", "activities_judged"):
            await tab_to(pilot, field)
            await write(pilot, "Talks")
        for step in NOTHING:
            await go_to(pilot, screen, step)
            await pilot.press("f3")
        await go_to(pilot, screen, "cooperation")
        await tab_to(pilot, "Propose dates")
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.dossier.planned_meetings)
        await pilot.press("f9")
        await shows(pilot, Entry)
        await write(pilot, "Four meetings")
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)
        await go_to(pilot, screen, "closing")
        await tab_to(pilot, "Ready for approval")
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.dossier.review.state is State.FOR_APPROVAL)
        await tab_to(pilot, "Approve the minutes")
        await pilot.press("enter")
        await shows(pilot, Approve)
        await tab_to(pilot, "Approve")
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.dossier.is_read_only)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        await pilot.press("f6")
        await wait_until(pilot, lambda: app.screen.has_class("-written"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is screen)
    check(path, tmp_path / "exports")
