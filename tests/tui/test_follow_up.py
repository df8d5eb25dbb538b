"""Following up on the real app: three keys beside the line for each item, and seen again where one looks back."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from medreview.domain.dossier import in_order
from medreview.domain.due import due_items
from medreview.domain.follow_up import Course, FollowUp
from medreview.domain.following import followed, notes_of
from medreview.domain.goal import Activity
from medreview.i18n import current
from medreview.operations import committees
from medreview.operations.archives import open_to_read
from medreview.tui.app import MedreviewApp
from medreview.tui.dialogs.personal_numbers import PersonalNumbers
from medreview.tui.screens.export import ExportScreen
from medreview.tui.screens.follow_up import FollowUpScreen
from medreview.tui.screens.home import HomeScreen
from medreview.tui.screens.review import ReviewScreen
from medreview.tui.widgets.choice import Choice
from medreview.tui.widgets.field import Field
from medreview.tui.widgets.panel import Panel
from medreview.tui.widgets.records import Records
from tests.archives import an_approved_review, an_archive_with
from tests.tui.conftest import MakeApp, MakeAppOn
from tests.tui.looking import shown, shows
from tests.tui.waiting import wait_until

SIZE: Final = (100, 40)


async def opened(pilot: Pilot[Any], *keys: str) -> FollowUpScreen:
    """Press keys on home and wait for the screen."""
    await shows(pilot, HomeScreen)
    await pilot.press(*keys)
    await shows(pilot, FollowUpScreen)
    screen = pilot.app.screen
    assert isinstance(screen, FollowUpScreen)
    await wait_until(pilot, lambda: screen.query_one(Records).chosen is not None)
    return screen


def notes_of_today(screen: FollowUpScreen) -> list[FollowUp]:
    """Return what is stored of today, in the order of the list."""
    overview = committees.overview(screen.medreview.archive, screen.committee_id)
    dossier = overview.newest
    assert dossier is not None
    stored = (note for item in followed(dossier) for note in notes_of(dossier, item))
    return [note for note in stored if note.noted_on == date.today()]


def told(screen: ReviewScreen) -> str:
    """Return what the parts of the step have worked out."""
    contents = (panel.content for panel in screen.view.query(Panel))
    return "\n".join(content.plain for content in contents if isinstance(content, Content))


async def test_a_digit_enter_the_line_and_f8_follow_up_one_item(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "f8")
        await pilot.press("1", "enter", *"talt om", "f8")
        await pilot.press("3", "enter", *"venter", "f8")
        await wait_until(pilot, lambda: len(notes_of_today(screen)) == 2)
        await wait_until(pilot, lambda: [one.line for one in notes_of_today(screen)] == ["talt om", "venter"])
        assert [one.course for one in notes_of_today(screen)] == [Course.ON_TRACK, Course.STUCK]
        assert screen.query_one(Records).row_list.highlighted == 2
        await wait_until(pilot, lambda: "On track" in shown(screen.query_one(OptionList)))


@pytest.mark.parametrize("keys", [("1",), ("1", "tab"), ("tab", "1")])
async def test_a_letter_on_the_list_or_the_status_begins_the_line(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "f8")
        await pilot.press(*keys, *"talt om", "f8")
        await wait_until(pilot, lambda: [one.line for one in notes_of_today(screen)] == ["talt om"])
        assert [one.course for one in notes_of_today(screen)] == [Course.ON_TRACK]


async def test_enter_in_the_line_goes_on_and_the_day_can_be_another(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "f8")
        yesterday = date.today() - timedelta(days=1)
        await pilot.press("4", "enter", *"klar")
        day = next(field for field in screen.query(Field) if field.field_name == "noted_on").query_one(Input)
        day.focus()
        day.value = yesterday.strftime("%d.%m.%Y")
        line = next(field for field in screen.query(Field) if field.field_name == "line").query_one(Input)
        line.focus()
        await pilot.press("enter")
        assert screen.query_one(Records).row_list.highlighted == 1

        def stored() -> list[tuple[date, str]]:
            newest = committees.overview(app.archive, screen.committee_id).newest
            assert newest is not None
            return [(one.noted_on, one.line) for one in notes_of(newest, followed(newest)[0]) if one.line == "klar"]

        await wait_until(pilot, lambda: stored() == [(yesterday, "klar")])


async def test_all_of_it_with_the_mouse(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        due = app.screen.query_one("#due", OptionList)
        await pilot.click(due, offset=(4, 0))
        await shows(pilot, FollowUpScreen)
        screen = app.screen
        assert isinstance(screen, FollowUpScreen)
        assert screen.dossier is not None
        first = due_items(screen.dossier, date.today())[0]
        item = screen._item(screen.query_one(Records).chosen)
        assert item is not None
        assert item.id == first.followed
        choice = screen.query_one(Choice)
        await pilot.click(choice, offset=(24, 0))
        await wait_until(pilot, lambda: len(notes_of_today(screen)) == 1)
        assert notes_of_today(screen)[0].course in (Course.ON_TRACK, Course.BEHIND)


async def test_what_is_done_is_due_no_more_at_home_and_its_goal_says_so(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        home = app.screen
        before = home.query_one("#due", OptionList).option_count
        await opened(pilot, "f8")
        await pilot.press("f8", "f8", "4", "escape")
        await shows(pilot, HomeScreen)
        await wait_until(pilot, lambda: home.query_one("#due", OptionList).option_count < before)
        assert "Done  Støjen" in shown(home.query_one("#goals", OptionList))


@pytest.mark.parametrize("size", [(80, 24), (68, 18)])
async def test_a_late_activity_is_named_with_its_goal_until_that_is_on_track(
    make_app_on: MakeAppOn, size: tuple[int, int]
) -> None:
    dossier = an_approved_review()
    goal = in_order(dossier.open_goals)[0]
    late = Activity(goal_id=goal.id, what="Køb støjmåler", responsible="Anna", deadline=date(2026, 1, 9))
    review = dossier.model_copy(update={"activities": (late,)})
    app = make_app_on(lambda path: an_archive_with(path, review))
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot, "f8")
        await wait_until(pilot, lambda: "2026  Køb støjmåler" in shown(screen))
        await pilot.press("1")
        await wait_until(pilot, lambda: "Køb støjmåler" not in shown(screen))


@pytest.mark.parametrize(("days", "in_row"), [(-3, "! activity overdue since"), (20, "activity due"), (99, "")])
async def test_the_list_tells_when_the_next_activity_of_a_goal_is_due(
    make_app_on: MakeAppOn, days: int, in_row: str
) -> None:
    dossier = an_approved_review()
    goal = in_order(dossier.open_goals)[0]
    day = date.today() + timedelta(days=days)
    planned = Activity(goal_id=goal.id, what="Køb støjmåler", deadline=day)
    review = dossier.model_copy(update={"activities": (planned,)})
    app = make_app_on(lambda path: an_archive_with(path, review))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "f8")
        on = current().short_date(day)
        await wait_until(pilot, lambda: f"{on}  Køb støjmåler" in shown(screen))
        row = shown(screen.query_one(Records).row_list).split("\n")[0]
        assert (f"{in_row} {on}" in row) if in_row else (on not in row)


async def test_the_next_look_back_shows_the_notes_of_the_year(make_app: MakeApp) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f5")
        await shows(pilot, ReviewScreen)
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await wait_until(pilot, lambda: bool(screen.query("StepView")))
        await screen.action_go_to("look_back")
        await wait_until(pilot, lambda: "5,3 % i august. Samtalerne virker." in told(screen))
        assert "Leverandøren lover de to sidste inden jul." in told(screen)


async def test_an_archive_that_can_only_be_read_is_looked_at(make_app: MakeApp, archive_file: Path) -> None:
    app = make_app(language="en")
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, HomeScreen)
        _look_only(app, archive_file)
        screen = await opened(pilot, "f8")
        assert all(field.disabled for field in screen.query(Field))
        await pilot.press("4", "f8", "4")
        await pilot.pause()
        assert notes_of_today(screen) == []


def _look_only(app: MedreviewApp, path: Path) -> None:
    """Put the archive, opened to be read only, in the place of the one that is open."""
    app.archive.close()
    app._archive = open_to_read(path)


async def test_approved_minutes_are_followed_up_too(make_app_on: MakeAppOn) -> None:
    app = make_app_on(lambda path: an_archive_with(path, an_approved_review()))
    async with app.run_test(size=(68, 18)) as pilot:
        screen = await opened(pilot, "f8")
        assert screen.dossier is not None
        assert screen.dossier.is_read_only
        await pilot.press("3")
        await wait_until(pilot, lambda: [one.course for one in notes_of_today(screen)] == [Course.STUCK])
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: notes_of_today(screen) == [])


async def test_what_was_noted_on_another_day_is_corrected_and_taken_out(make_app_on: MakeAppOn) -> None:
    app = make_app_on(lambda path: an_archive_with(path, an_approved_review()))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, "f8")

        def lines() -> list[str]:
            newest = committees.overview(app.archive, screen.committee_id).newest
            assert newest is not None
            return [one.line for one in newest.later_follow_ups]

        sealed = screen.query(Panel).last().content
        assert isinstance(sealed, Content)
        assert "To ledige." in sealed.plain
        [before] = [one for one in screen.query(Records) if one is not screen.query_one(Records)]
        assert [one.line for one in before._rows if isinstance(one, FollowUp)] == ["Alle samtaler er holdt."]
        chosen = before.chosen
        assert isinstance(chosen, FollowUp)
        assert f"Correct the note of {current().date(chosen.noted_on)}" in shown(screen)
        line = next(one for one in before.query(Field) if one.field_name == "line").query_one(Input)
        line.focus()
        line.value = "Samtalerne er holdt."
        await wait_until(pilot, lambda: "Samtalerne er holdt." in lines())
        before.row_list.focus()
        await pilot.press("delete")
        await wait_until(pilot, lambda: lines() == ["Bestilt."])
        await wait_until(pilot, lambda: not before.display)
        await pilot.press("ctrl+z")
        await wait_until(pilot, lambda: "Samtalerne er holdt." in lines())


async def test_a_personal_number_in_a_note_is_gone_to_before_it_is_sent(make_app_on: MakeAppOn) -> None:
    review = an_approved_review()
    goal, action = review.later_follow_ups
    spoilt = review.model_copy(update={"later_follow_ups": (_told_of_a_person(goal), action)})
    app = make_app_on(lambda path: an_archive_with(path, spoilt))
    async with app.run_test(size=(100, 40)) as pilot:
        await shows(pilot, HomeScreen)
        await pilot.press("f6")
        await shows(pilot, ExportScreen)
        await pilot.press("f6")
        await shows(pilot, PersonalNumbers)
        assert "Follow-up: " in shown(app.screen)
        await pilot.press("enter")
        await shows(pilot, FollowUpScreen)
        assert "010170-1234" in shown(app.screen)


def _told_of_a_person(note: FollowUp) -> FollowUp:
    return note.model_copy(update={"line": "010170-1234 er syg"})
